/** The page's paragraphs on totals and ranking, sentence by sentence: each unit-year states its indicators and what follows. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '@/database/engine';
import { RULE_SETS, type RuleSet } from '@/rules/ruleSet';
import { scoringStatements } from '@/rules/scoring';
import rankingsSql from '@/views/rankings/rankings.sql?raw';
import { amountsOf, check } from '../support/findings';
import { openEngine } from '../support/engine';

const [national] = RULE_SETS as [RuleSet];
type Indicator = readonly [weight: string, target: string, achieved: string | null, reported: string | null];

const full = (weight: string): Indicator => [weight, '≥1', '1', null];
const half = (weight: string): Indicator => [weight, '≥2', '1', null];
const filed = (weight: string, score: string): Indicator => [weight, '做好', '好', score];
const silent = (weight: string): Indicator => [weight, '做好', '好', null];
const notApplicable = (weight: string): Indicator => [weight, '不适用', null, null];
const undecided = (weight: string): Indicator => [weight, '≤-5', '-3', null];

const RULES: Readonly<Record<string, RuleSet>> = {
  zero: { ...national, id: 'zero' },
  exclude: { ...national, id: 'exclude', missing: 'exclude' },
  hundred: { ...national, id: 'hundred', weights: 'normalise_to_100' },
  both: { ...national, id: 'both', missing: 'exclude', weights: 'normalise_to_100' },
  whole: { ...national, id: 'whole', total_places: 0 },
};

/** Total, grade and coverage; null where there is none. */
const TOTALS: readonly (readonly [
  why: string,
  rules: keyof typeof RULES,
  indicators: readonly Indicator[],
  total: string | null,
  grade: string | null,
  coverage: string | null,
])[] = [
  ['is the sum over all states', 'zero', [full('50'), half('30'), filed('20', '15')], '80.00', '良', '80.00'],
  ['counts what is missing as 0', 'zero', [full('60'), silent('40')], '60.00', '中', '60.00'],
  ['or leaves it out and spreads the rest', 'exclude', [half('60'), silent('40')], '50.00', '差', '60.00'],
  ['spreads what does not apply', 'zero', [half('60'), full('20'), notApplicable('20')], '62.50', '中', '100.00'],
  ['an undecided one without a score is missing', 'zero', [full('60'), undecided('40')], '60.00', '中', '60.00'],
  ['and left out where missing ones are', 'exclude', [full('60'), undecided('40')], '100.00', '优', '60.00'],
  ['is scaled to 100', 'hundred', [full('40'), half('40')], '75.00', '中', '100.00'],
  ['is scaled to 100 over what is kept', 'both', [half('40'), silent('10')], '50.00', '差', '80.00'],
  ['without an applicable score there is none', 'zero', [silent('60'), notApplicable('40')], null, null, '0.00'],
  ['nor where nothing applies', 'zero', [notApplicable('100')], null, null, null],
  ['a filed 0 is a score', 'zero', [filed('100', '0')], '0.00', '差', '0.00'],
  ['weights of 0 divide nothing', 'hundred', [full('0'), full('0')], null, null, null],
  ['nor do kept weights of 0', 'zero', [full('0'), notApplicable('40')], null, null, null],
  ['where nothing is divided they may be 0', 'zero', [full('0'), filed('0', '0')], '0.00', '差', null],
  ['is rounded once, half-up', 'zero', [half('33.335'), filed('50', '25.005')], '41.68', '差', '40.00'],
  ['to whole points', 'whole', [filed('100', '89.5')], '90.00', '优', '0.00'],
  ['89.5 is 良', 'zero', [filed('100', '89.5')], '89.50', '良', '0.00'],
  ['lower bounds belong to the grade', 'zero', [filed('100', '90')], '90.00', '优', '0.00'],
  ['59.99 is 差', 'zero', [filed('100', '59.99')], '59.99', '差', '0.00'],
];

describe('a recomputed total', () => {
  let engine: Engine;
  const unitOf = (index: number): string => `U${String(index).padStart(2, '0')}`;
  beforeAll(async () => {
    engine = await openEngine();
    const indicators = TOTALS.flatMap(([, , rows], at) =>
      rows.map(([weight, target, achieved, reported_score], i) => ({
        ...{ fiscal_year: 2021, unit_code: unitOf(at), indicator_no: String(i), indicator: `项${String(i)}` },
        ...{ weight, target, achieved, reported_score },
      })),
    );
    await check(engine, { indicators });
    for (const ruleSet of Object.values(RULES)) {
      for (const statement of scoringStatements(ruleSet)) await engine.run(statement);
    }
  }, 120_000);
  afterAll(() => engine.close());

  it.each(TOTALS.map((entry, at) => [at, ...entry] as const))(
    '%i %s (%s)',
    async (at, _why, rules, _rows, total, grade, coverage) => {
      const [row] = await engine.query(
        `SELECT CAST(recomputed_total AS DECIMAL(38,2)) AS total, recomputed_grade AS grade, coverage
         FROM unit_score WHERE rule_set_id = $1 AND unit_code = $2`,
        [rules, unitOf(at)],
      );
      expect(row).toEqual({ total, grade, coverage });
    },
  );
});

describe('ranking', () => {
  let engine: Engine;
  const score = (fiscal_year: number, unit_code: string, reported_score: string) => ({
    ...{ fiscal_year, unit_code, indicator_no: '1', indicator: '项', weight: '100', target: '做好', achieved: '好' },
    reported_score,
  });
  const spent = (unit: string, actual: string) =>
    amountsOf(unit, ['expenditure.total a 100', `expenditure.total f ${actual}`]);
  const rows = async (year: number, q: string | null = null): Promise<string[]> =>
    (await engine.query(rankingsSql, [year, year, null, null, q, national.id, null, null])).map((row) =>
      [row.unit_code, row.rank, row.last_rank, row.last_rank_unit].map((cell) => cell ?? '–').join(' '),
    );

  beforeAll(async () => {
    engine = await openEngine();
    await check(engine, {
      indicators: [
        ...['A1', 'A2', 'A3', 'A4', 'A5'].map((unit) => score(2021, unit, '90')),
        score(2021, 'B1', '95'),
        score(2021, 'B2', '80'),
        // The year before: M1 and M2 have become one, R1 was renamed, S1 was split.
        score(2020, 'M1', '99'),
        score(2020, 'M2', '98'),
        score(2020, 'R1', '97'),
        score(2020, 'S1', '96'),
        score(2020, 'B1', '50'),
        ...['M', 'R', 'S2', 'S3'].map((unit) => score(2021, unit, '70')),
      ],
      finance: [
        ...[...spent('A1', '90'), ...spent('A2', '120'), ...spent('A3', '100'), ...spent('A5', '99.99')],
        ...amountsOf('A4', ['expenditure.total i 100', 'expenditure.total f 100']),
      ],
      changes: [
        ['M1', 'M', 2021],
        ['M2', 'M', 2021],
        ['R1', 'R', 2021],
        ['S1', 'S2', 2021],
        ['S1', 'S3', 2021],
      ],
    });
  }, 120_000);
  afterAll(() => engine.close());

  it('goes by total, then by execution rate up to 100, then by code; ties share a rank and the next is skipped', async () => {
    const found = await rows(2021);
    expect(found.slice(0, 7)).toEqual([
      'B1 1 5 –',
      'A2 2 – –',
      'A3 2 – –',
      'A5 2 – –',
      'A1 2 – –',
      'A4 2 – –',
      'B2 7 – –',
    ]);
  });

  it("shows last year's rank of the unit or of its only predecessor, of none after a merger or a split", async () => {
    expect((await rows(2021)).slice(7)).toEqual(['M 8 – –', 'R 8 3 R1', 'S2 8 – –', 'S3 8 – –']);
  });

  it('is among the units in view', async () => {
    expect(await rows(2021, 'A')).toHaveLength(5);
    expect((await rows(2021, 'B'))[1]).toBe('B2 2 – –');
  });
});
