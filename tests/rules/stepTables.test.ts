/** The step tables, deductions and bands that localities print, example by example, through SQL and decimal.js alike. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '@/database/engine';
import { Exact } from '@/domain/decimal';
import { readCells } from '@/domain/reading';
import { RULE_SETS, type RuleSet } from '@/rules/ruleSet';
import { explainIndicator } from '@/rules/scoring/explain';
import { check } from '../support/findings';
import { openEngine } from '../support/engine';

const [national, , local] = RULE_SETS as [RuleSet, RuleSet, RuleSet];

type Example = readonly [
  name: string,
  weight: string,
  target: string | null,
  achieved: string,
  reported: string | null,
  score: string | null,
  state?: string,
];
const computed = 'computed';

const LOCAL: readonly Example[] = [
  ...[
    ['100%', '5'],
    ['95.10%', '5'],
    ['101%', '4.5'],
    ['103.5%', '3.25'],
    ['110%', '0'],
    ['200%', '0'],
  ].map(([achieved = '', score = '']): Example => ['财政供养（在职）人员控制率', '5', null, achieved, '5', score]),
  ...[
    ['0%', '5'],
    ['-12%', '5'],
    ['1%', '4.5'],
    ['98.31%', '0'],
  ].map(([achieved = '', score = '']): Example => ['“三公经费”变动率', '5', '≤0', achieved, '5', score]),
  ...[
    ['90%', '5'],
    ['89.99%', '4'],
    ['80%', '4'],
    ['70%', '3'],
    ['60%', '2'],
    ['59.99%', '0'],
  ].map(([achieved = '', score = '']): Example => ['重点支出安排率', '5', null, achieved, '5', score]),
  ...[
    ['0%', '3'],
    ['0.01%', '2'],
    ['10%', '2'],
    ['10.01%', '1'],
    ['20%', '1'],
    ['30%', '0.5'],
    ['30.01%', '0'],
  ].map(([achieved = '', score = '']): Example => ['预算调整率', '3', null, achieved, '3', score]),
  ...[
    ['0%', '8'],
    ['10%', '6'],
    ['20%', '4'],
    ['30%', '2'],
    ['31%', '0'],
  ].map(([achieved = '', score = '']): Example => ['预算控制率', '8', null, achieved, '8', score]),
  ...[
    ['100%', '6'],
    ['102%', '4'],
    ['106%', '0'],
  ].map(([achieved = '', score = '']): Example => ['三公经费控制率', '6', null, achieved, '6', score]),
  ...[
    ['0', '3'],
    ['1次', '2.5'],
    ['6', '0'],
    ['7', '0'],
  ].map(([achieved = '', score = '']): Example => ['支付进度', '3', null, achieved, '3', score]),
  // 预算完成率: every 5 % short −2.
  ...[
    ['100%', '8'],
    ['113.53%', '8'],
    ['95%', '6'],
    ['97.5%', '7'],
    ['90.01%', '4'],
    ['80%', '0'],
    ['12%', '0'],
    ['-5%', '0'],
  ].map(([achieved = '', score = '']): Example => ['预算完成率', '8', '=100%', achieved, '8', score]),
  // 资金结余: none, no more than last year, more; only a share of last year says so, a bare amount does not.
  ...[
    ['0%', '3'],
    ['0', '3'],
    ['0万元', '3'],
    ['99.99%', '2'],
    ['100%', '2'],
    ['100.01%', '0'],
    ['-3%', '3'],
  ].map(([achieved = '', score = '']): Example => ['资金结余', '3', '不超过上年', achieved, '2', score]),
  ['资金结余', '3', '不超过上年', '12.5', '2', '2', 'reported'],
  ['资金结余', '3', '≤20万元', '12.5万元', '2', '3'],
  // The better of two: 9 % or −30 %.
  ...[
    ['9%', '3'],
    ['18%', '1.5'],
    ['-30%', '3'],
    ['0%', '3'],
    ['-15%', '1.5'],
  ].map(([achieved = '', score = '']): Example => ['结转结余率或结转结余变动率', '3', null, achieved, '3', score]),
  // A unit that gives the indicator another weight gets the same share; a bare 0.96 may be 96 %.
  ['在职人员控制率', '10', null, '101%', '5', '9'],
  ['在职人员控制率', '5', null, '0.96', '5', '5', 'manual'],
  ['预算完成率', '8', null, '0.96', '5', '5', 'manual'],
  ['三公变动率', '5', null, '2%', '5', '4'],
  ['甲', '10', '≥1', '部分达成', '4', '5', 'banded'],
];

const NATIONAL: readonly Example[] = [
  ['执行率', '10', '=100%', '76%', '7.6', '7.6'],
  ['执行率', '10', '=100%', '86.2%', '9', '8.62'],
  ['完成', '10', '≥43.2', '37.24', '9', '8.62'],
  ['采购', '2', '=100%', '72.74%', '2', '1.45'],
  ['节约', '10', '≤-5%', '-3%', '7', '7', 'manual'],
  ['节约', '10', '≤-5%', '-6%', '7', '10'],
  ['公开', '10', '=100%', '0%', '3', '0'],
  ['满意', '20', '≥98%', '98%', '19.6', '20'],
  ['投诉', '15', '≤1', '0.17', '15', '15'],
  ['投诉', '15', '≤1', '0', '15', '15'],
  ['投诉', '15', '≤0', '3', '15', '0'],
  ['次数', '10', '≥2200', '2859', '10', '10'],
  ['天数', '10', '1-3天', '6天', '5', '5'],
  ['天数', '10', '2-3天', '1天', '5', '5'],
  ['严格', '10', '>5', '5', '5', '10'],
  ['严格', '10', '>0', '0', '5', '0'],
  ['达成', '10', '≥1', '达成', '7', '8', 'banded'],
  ['达成', '10', '≥1', '达成', '9', '9', 'banded'],
  ['部分', '10', '≥1', '部分达成', '9', '8', 'banded'],
  ['未达', '10', '≥1', '未达成', '7', '6', 'banded'],
  ['未达', '10', '≥1', '未达成', null, '0', 'missing'],
  ['描述', '10', '持续提升', '好', '11', '10', 'reported'],
  ['描述', '10', '持续提升', '好', '-1', '0', 'reported'],
  ['不用', '10', '不适用', '好', '9', null, 'not_applicable'],
  ['小数', '10', '≥95%', '0.96', '9', '9', 'manual'],
  ['相反', '10', '3-1', '2', '9', '9', 'manual'],
  ['分数', '10', '≥3', '1', '3.33', '3.33'],
];

describe.each([
  ['local-example', local, LOCAL],
  ['national-2020', national, NATIONAL],
] as const)('examples under %s', (_, ruleSet, examples) => {
  let engine: Engine;
  let scores: readonly (readonly [state: unknown, score: string | null])[];
  beforeAll(async () => {
    engine = await openEngine();
    await check(
      engine,
      {
        indicators: examples.map(([indicator, weight, target, achieved, reported_score], i) => ({
          ...{ fiscal_year: 2021, unit_code: 'A', indicator_no: String(i) },
          ...{ indicator, weight, target, achieved, reported_score },
        })),
      },
      ruleSet,
    );
    const rows = await engine.query(
      'SELECT state, score FROM indicator_score WHERE rule_set_id = $1 AND indicator_id > 0 ORDER BY indicator_id',
      [ruleSet.id],
    );
    scores = rows.map((row) => [row.state, row.score === null ? null : new Exact(String(row.score)).toFixed()]);
  }, 180_000);
  afterAll(() => engine.close());

  it.each(examples.map((example, i) => [i, ...example] as const))(
    '%i: %s %s %s %s %s → %s',
    (i, indicator, weight, target, achieved, reported_score, score, state = computed) => {
      expect(scores[i]).toEqual([state, score]);
      const cells = {
        ...{ level1: null, level2: null, kind: null, comparator: null, numerator: null, denominator: null },
        ...{ measureUnit: null, target, achieved },
      };
      const row = { ...readCells(cells), indicator, weight, reported_score, file_name: null, line: null };
      expect(explainIndicator(ruleSet, row)).toMatchObject({ state, score });
    },
  );
});
