/** Sentences of findings in English: one for every check, with the figures, and without a word of Chinese but names. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCells, type IndicatorCells } from '@/domain/reading';
import type { Engine } from '@/database/engine';
import { CHECKS } from '@/rules/findings';
import { reasonInEnglish } from '@/rules/findings/reasons';
import { englishSentence, type ToldFinding } from '@/rules/findings/sentences';
import { amountsOf, check } from '../support/findings';
import { openEngine } from '../support/engine';

const CHINESE = /[\u4e00-\u9fff]/;

describe('English sentences', () => {
  let engine: Engine;
  let told: ReadonlyMap<string, string>;
  beforeAll(async () => {
    engine = await openEngine();
    const easy = Array.from({ length: 5 }, (_, i) => ({
      fiscal_year: 2021,
      unit_code: `E${String(i)}`,
      indicator: 'response',
      target: '≥10',
      achieved: '20',
      reported_score: '10',
    }));
    await check(engine, {
      units: ['A', '004021'],
      changes: [['A', 'B', 2021]],
      conclusions: [
        [2021, 'A', '99.99', '良'],
        [2021, 'C', '101', '优'],
      ],
      indicators: [
        ...easy,
        {
          fiscal_year: 2021,
          unit_code: 'A',
          indicator_no: '1',
          indicator: 'rate',
          target: '≤-5%',
          achieved: '-3%',
          reported_score: '11',
        },
        {
          fiscal_year: 2021,
          unit_code: 'A',
          indicator_no: '2',
          indicator: 'cases',
          target: '100',
          achieved: '50',
          reported_score: '-1',
        },
        {
          fiscal_year: 2021,
          unit_code: 'A',
          indicator_no: '3',
          indicator: 'share',
          target: '=100%',
          achieved: '99%',
          numerator: '37568',
          denominator: '37611',
          reported_score: '5',
        },
      ],
      finance: [
        ...amountsOf('A', [
          'income.total f 100',
          'income.general_public f 90',
          'income.government_fund i 10',
          'income.government_fund f 1',
          'expenditure.total a 100',
          'expenditure.total f 70',
          'expenditure.total f 1 2018',
          'expenditure.basic f 60',
          'expenditure.project f 5',
          'expenditure.project a 4',
          'three_public.total f 1 2020',
          'three_public.total i 1',
          'three_public.total f 2',
          'three_public.reception f 1 2020',
          'three_public.reception i 1',
          'three_public.reception f 2',
        ]),
        ...amountsOf('4021', ['income.total f 10000', 'income.total i 1', 'income.total a 1']),
        ...amountsOf('D', ['expenditure.total i 5']),
      ],
    });
    const rows = await engine.query<ToldFinding & Record<string, string | number | null>>(
      `SELECT check_id, fiscal_year, unit_code, item, stage, indicator_no, indicator, reported_text, expected_text, facts
       FROM finding ORDER BY check_order, unit_code NULLS FIRST, fiscal_year`,
    );
    told = new Map([...rows].reverse().map((row) => [row.check_id, englishSentence(row) ?? '']));
  }, 180_000);
  afterAll(() => engine.close());

  it('are there for every check', () => {
    const silent = CHECKS.filter(({ id }) => !told.get(id)).map(({ id }) => id);
    expect(silent).toEqual([]);
    for (const [id, sentence] of told) {
      const words = sentence
        .replace('元 may have been taken for 万元', '')
        .replace(/“[优良中差]”|grade [优良中差]/g, '');
      expect(words, id).not.toMatch(CHINESE);
      expect(sentence, id).not.toMatch(/undefined|null| {2}|: $/);
    }
  });

  it.each([
    ['total_vs_parts', 'Actual: Total expenditure 70.00, its parts add up to 60.00 + 5.00 = 65.00'],
    ['weights_not_100', 'Weights add up to 30.00'],
    [
      'cannot_decide',
      'Indicator 1 “rate”: signs or a zero in target and achieved value leave the ratio without meaning',
    ],
    ['trivial_target', 'Indicator “response”, target ≥10: all 5 units are far beyond it'],
    ['leading_zero', 'The unit table only has 004021'],
    ['both_codes', 'A was replaced by a new code in 2021, and still has data this year'],
  ])('%s: %s', (id, sentence) => {
    expect(told.get(id)).toBe(sentence);
  });
});

describe('reasons in English', () => {
  const cells = (target: string, achieved: string, more: Partial<IndicatorCells> = {}): string | null =>
    readCells({
      ...{
        level1: null,
        level2: null,
        kind: null,
        comparator: null,
        numerator: null,
        denominator: null,
        measureUnit: null,
      },
      target,
      achieved,
      ...more,
    }).reason;
  it.each([
    ['≤-5', '-3', {}],
    ['≤5', '无', {}],
    ['≥95', '近95', {}],
    ['≥95', '92-95', {}],
    ['≥95%', '0.96', {}],
    ['≥0.95', '96%', {}],
    ['≥95', '', { numerator: '96', denominator: '100' }],
    ['3-1', '2', {}],
    ['1-3', '3-2', {}],
    ['1-3', '2', { comparator: '≥' }],
    ['5', '2', { comparator: '区间' }],
    ['≥5', '2', { comparator: '<' }],
    ['≥5', '3多件以上', {}],
    ['≥5', '3之间', {}],
    ['≥5m', '5kg', {}],
    ['持续', '5', {}],
    ['≥5', '持续', {}],
    ['≥12345675432101234567891', '11111155555555555555557', {}],
  ] as const)('%s with %s', (target, achieved, more) => {
    const reason = cells(target, achieved, more);
    expect(reason).not.toBeNull();
    expect(reasonInEnglish(reason ?? '').replace('“无”', '')).not.toMatch(CHINESE);
  });
});
