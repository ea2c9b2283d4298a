/** Numbers beyond the exact range: a finding or no figure, never a wrong one, and never an error that costs all others. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '@/database/engine';
import { readDecimal } from '@/import/cells';
import { RULE_SETS, type RuleSet } from '@/rules/ruleSet';
import { amountsOf, check, found, NATIONAL, outcome } from '../support/findings';
import { openEngine } from '../support/engine';

type Cells = Readonly<Record<string, string | null>>;
const UNITS: Readonly<Record<string, readonly Cells[]>> = {
  sound: [{ target: '≥100', achieved: '50', weight: '100', reported_score: '50' }],
  heavy: [{ target: '≥2', achieved: '1', weight: '1000000', reported_score: '7' }],
  below: [{ target: '≥2', achieved: '1', weight: '999999.9999999999999999', reported_score: '7' }],
  long: [
    { target: '≥12345675432101234567891', achieved: '11111155555555555555557', weight: '100', reported_score: '7' },
  ],
  endless: [{ target: `≥${'9'.repeat(60)}`, achieved: '1', weight: '100', reported_score: '7' }],
  tiny: [{ target: `≥0.${'0'.repeat(40)}1`, achieved: '1', weight: '100', reported_score: '7' }],
  spread: [
    { target: '≥2', achieved: '1', weight: '600000', reported_score: '7' },
    { target: '≥2', achieved: '1', weight: '600000', reported_score: '7' },
    { target: '不适用', achieved: null, weight: '1', reported_score: null },
  ],
  largest: Array.from({ length: 60 }, () => ({
    target: '≥2',
    achieved: '达成',
    weight: '9999999999999999.9999999999999999',
    reported_score: '-9999999999999999.9999999999999999',
  })),
  fine: [
    { target: '≥3', achieved: '1', weight: '33.3333333333333333', reported_score: '11.1111111111111111' },
    { target: '做好', achieved: '做好', weight: '66.6666666666666667', reported_score: '66.6666666666666666' },
  ],
};
const HUGE = '9999999999999999999999.999999';

describe.each(RULE_SETS.map((ruleSet) => [ruleSet.id, ruleSet] as const))('under %s', (_, ruleSet: RuleSet) => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await openEngine();
    await check(
      engine,
      {
        indicators: Object.entries(UNITS).flatMap(([unit, rows]) =>
          rows.map((cells, i) => ({ fiscal_year: 2021, unit_code: unit, indicator_no: String(i + 1), ...cells })),
        ),
        conclusions: Object.keys(UNITS).map((unit) => [
          2021,
          unit,
          unit === 'largest' ? '-9999999999999999.9999999999999999' : '99.9999999999999999',
          '优',
        ]),
        finance: [
          ...amountsOf('largest', [
            ...['general_public', 'government_fund', 'state_capital', 'other'].flatMap((item) => [
              `income.${item} i -${HUGE}`,
              `income.${item} f ${HUGE}`,
            ]),
            `income.total f -${HUGE}`,
            `expenditure.total a 0.000001`,
            `expenditure.total i 0.000001`,
            `expenditure.total f ${HUGE}`,
            `three_public.total f -${HUGE} 2020`,
            `three_public.total f ${HUGE}`,
          ]),
          ...amountsOf('sound', ['expenditure.total a 100', 'expenditure.total f 50']),
        ],
      },
      ruleSet,
    );
  }, 180_000);
  afterAll(() => engine.close());

  it('computes what lies inside, whatever stands beside it', async () => {
    expect(await found(engine, 'score_vs_rule', 'below')).toEqual(['7.00/500000.00/-499993']);
    expect(await found(engine, 'score_vs_rule', 'sound')).toEqual([]);
  });

  it.each(['heavy', 'long', 'endless', 'tiny'])('cannot decide where a number is too long: %s', async (unit) => {
    expect(await found(engine, 'cannot_decide', unit)).toEqual(['7.00/–/–']);
    const [row] = await engine.query(
      `SELECT sentence FROM finding WHERE check_id = 'cannot_decide' AND unit_code = $1`,
      [unit],
    );
    expect(row?.sentence).toMatch(/超出精确计算的范围/);
  });

  it('says of its own execution indicator too that the amounts are too long', async () => {
    const adds = ruleSet.execution !== null;
    expect(await found(engine, 'cannot_decide', 'largest')).toEqual(adds ? ['–/–/–'] : []);
    expect(await outcome(engine, 'cannot_decide', 2021, 'largest')).toBe(adds ? 'fired' : 'passed');
    expect(await outcome(engine, 'cannot_decide', 2021, 'sound')).toBe('passed');
  });

  it('has no total rather than a wrong one', async () => {
    const rows = await engine.query(
      'SELECT recomputed_total, recomputed_grade FROM unit_score WHERE rule_set_id = $1 AND unit_code = $2',
      [ruleSet.id, 'spread'],
    );
    expect(rows).toEqual([{ recomputed_total: null, recomputed_grade: null }]);
    expect(await found(engine, 'weights_not_100', 'spread')).toHaveLength(1);
  });

  it('still says what is not as it should be of the largest', async () => {
    expect(await found(engine, 'weights_not_100', 'largest')).toEqual([
      '599999999999999999.999999999999994/100.00/599999999999999899.999999999999994',
    ]);
    expect(await found(engine, 'score_negative', 'largest')).toHaveLength(60);
    expect(await found(engine, 'total_vs_parts', 'largest')).toHaveLength(1);
  });

  it('keeps sixteen decimals', async () => {
    if (ruleSet.id !== NATIONAL.id) return;
    expect(await found(engine, 'weights_not_100', 'fine')).toEqual([]);
    expect(await found(engine, 'total_vs_scores', 'fine')).toEqual([
      '99.9999999999999999/77.7777777777777777/22.2222222222222222',
    ]);
    expect(await found(engine, 'score_vs_rule', 'fine')).toEqual([]);
  });
});

describe('at import', () => {
  const rule = { units: ['分'], style: 'point', negative: true } as const;
  it.each([
    ['1234567890123456.1234567890123456', null],
    ['1.4285714285714286', null],
    ['0.12345678901234567', '小数超过 16 位，超出精确计算的范围'],
    ['10000000000000000', '整数部分超过 16 位，超出精确计算的范围'],
  ])('%s: %s', (text, fault) => {
    expect(readDecimal(text, rule).fault).toBe(fault);
  });
});
