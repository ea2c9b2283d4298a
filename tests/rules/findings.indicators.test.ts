/** Checks of indicators and conclusions by hand; each case is a unit. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '@/database/engine';
import { check, found, outcome, type Ledger } from '../support/findings';
import { openEngine } from '../support/engine';
import type { Dataset } from '../support/handmade';

let engine: Engine;
beforeAll(async () => {
  engine = await openEngine();
});
afterAll(() => engine.close());

type Cells = Readonly<Record<string, string | null>>;
const SOUND: Cells = { target: '≥95', achieved: '96', reported_score: '10' };

const INDICATORS: readonly (readonly [checkId: string, cells: Cells, findings: readonly string[], ledger: Ledger])[] = [
  ['score_above_weight', { reported_score: '10.01' }, ['10.01/10.00/0.01'], 'fired'],
  ['score_above_weight', { reported_score: '10' }, [], 'passed'],
  ['score_above_weight', { reported_score: null }, [], 'unknown'],
  ['score_negative', { reported_score: '-0.5' }, ['-0.50/0.00/-0.5'], 'fired'],
  ['score_negative', { reported_score: '0' }, [], 'passed'],
  ['score_vs_rule', { target: '≥100', achieved: '50', reported_score: '5.02' }, ['5.02/5.00/0.02'], 'fired'],
  ['score_vs_rule', { target: '≥100', achieved: '50', reported_score: '5.01' }, [], 'passed'],
  ['score_vs_rule', { target: '做好', achieved: '部分达成', reported_score: '9' }, ['9.00/8.00/1'], 'fired'],
  ['score_vs_rule', { target: '做好', achieved: '做好了', reported_score: '9' }, [], 'unknown'],
  ['cannot_decide', { target: '≤-5%', achieved: '-3%', reported_score: '7' }, ['7.00/–/–'], 'fired'],
  ['cannot_decide', { target: '≤-5%', achieved: '-6%', reported_score: '7' }, [], 'passed'],
  ['no_comparator', { target: '95', achieved: '96' }, ['–/–/–'], 'fired'],
  ['no_comparator', { target: '95-99', achieved: '96' }, [], 'passed'],
  ['no_comparator', { target: '95', achieved: '按时完成' }, [], 'unknown'],
  [
    'quotient_differs',
    { target: '=100%', achieved: '99.90%', numerator: '37568', denominator: '37611' },
    ['99.90%/99.89%/0.01'],
    'fired',
  ],
  ['quotient_differs', { target: '=100%', achieved: '99.9%', numerator: '37568', denominator: '37611' }, [], 'passed'],
  ['quotient_differs', { target: '=100%', achieved: '99.9%' }, [], 'unknown'],
  [
    'quotient_differs',
    { target: '≥0.3', achieved: '0.333333333333334', numerator: '1', denominator: '3' },
    ['0.333333333333334/0.333333333333333/0.000000000000001'],
    'fired',
  ],
  ['overshoot', { target: '≤1次', achieved: '0.17次' }, ['0.17次/≤1次/–'], 'fired'],
  ['overshoot', { target: '≥10', achieved: '13' }, ['13/≥10/–'], 'fired'],
  ['overshoot', { target: '≥10', achieved: '12.999999' }, [], 'passed'],
  ['overshoot', { target: '=10', achieved: '10' }, [], 'unknown'],
  ['overshoot', { target: '≥10', achieved: '20以上' }, [], 'unknown'],
  ['overshoot', { target: '≥-10', achieved: '20' }, [], 'unknown'],
];

const indicators = (rows: readonly Cells[]): Dataset => ({
  indicators: rows.map((cells, i) => ({ fiscal_year: 2021, indicator_no: String(i + 1), ...cells })),
});

describe('indicators', () => {
  beforeAll(() =>
    check(engine, indicators(INDICATORS.map(([, cells], i) => ({ unit_code: `U${String(i)}`, ...SOUND, ...cells })))),
  );

  it.each(INDICATORS.map((entry, i) => [...entry, `U${String(i)}`] as const))(
    '%s: %o',
    async (checkId, _cells, findings, ledger, unit) => {
      expect(await found(engine, checkId, unit)).toEqual(findings);
      expect(await outcome(engine, checkId, 2021, unit)).toBe(ledger);
    },
  );
});

describe('trivial_target', () => {
  const rows = () => engine.query(`SELECT unit_code, file_name, line FROM finding WHERE check_id = 'trivial_target'`);
  const units = (count: number, cells: (i: number) => Cells) =>
    check(
      engine,
      indicators(
        Array.from({ length: count }, (_, i) => ({ unit_code: `U${String(i)}`, indicator: '响应', ...cells(i) })),
      ),
    );
  const alike = (i: number): Cells => ({ target: i % 2 === 0 ? '≥1000元' : '≥0.1万元', achieved: '2000元' });

  it('five units that overshoot the same target give one row without a unit', async () => {
    await units(5, alike);
    expect(await rows()).toEqual([{ unit_code: null, file_name: 'b-indicator.csv', line: 2 }]);
  });

  it('names that differ by width, brackets and blanks are one', async () => {
    const names = ['响应率（A1）', '响应率(A1)', '响应率【Ａ１】', '响应率 (A1)', '响应率（Ａ１）'];
    await units(5, (i) => ({ ...alike(i), indicator: names[i] ?? '' }));
    expect(await rows()).toHaveLength(1);
    await units(6, (i) => ({
      ...alike(i),
      indicator: names[i] ?? '响应率(A1）',
      ...(i === 5 ? { achieved: '900元' } : {}),
    }));
    expect(await rows()).toHaveLength(0);
  });

  it('four are too few', async () => {
    await units(4, alike);
    expect(await rows()).toEqual([]);
  });

  it('one unit that does not overshoot clears all', async () => {
    await units(7, (i) => (i === 6 ? { target: '≥1000元', achieved: '1200元' } : alike(i)));
    expect(await rows()).toEqual([]);
  });
});

interface Conclusion {
  readonly total: string | null;
  readonly grade: string | null;
  readonly scores: readonly (string | null)[];
  readonly rejected?: boolean;
}
const conclude = (
  total: string | null,
  grade: string | null,
  scores: readonly (string | null)[],
  rejected = false,
): Conclusion => ({ total, grade, scores, rejected });

const CONCLUSIONS: readonly (readonly [
  checkId: string,
  data: Conclusion,
  findings: readonly string[],
  ledger: Ledger,
])[] = [
  ['weights_not_100', conclude('50', '差', ['50']), ['50.00/100.00/-50'], 'fired'],
  ['weights_not_100', conclude('95', '优', ['50', '45']), [], 'passed'],
  ['weights_not_100', conclude('95', '优', []), [], 'unknown'],
  ['total_out_of_range', conclude('100.01', '优', []), ['100.01/100.00/0.01'], 'fired'],
  ['total_out_of_range', conclude('-1', '差', []), ['-1.00/0.00/-1'], 'fired'],
  ['total_out_of_range', conclude('100', '优', []), [], 'passed'],
  ['total_out_of_range', conclude(null, '优', []), [], 'unknown'],
  ['total_vs_scores', conclude('99.99', '优', ['50', '45']), ['99.99/95.00/4.99'], 'fired'],
  ['total_vs_scores', conclude('95', '优', ['50', '45']), [], 'passed'],
  ['total_vs_scores', conclude('99', '优', ['50', null]), [], 'unknown'],
  ['total_vs_scores', conclude('99', '优', ['50', '45'], true), [], 'unknown'],
  ['grade_vs_total', conclude('89.99', '优秀', []), ['优秀/良/–'], 'fired'],
  ['grade_vs_total', conclude('89.5', '良好', []), [], 'passed'],
  ['grade_vs_total', conclude('95', '合格', []), ['合格/优/–'], 'fired'],
  ['grade_vs_total', conclude('95', null, []), [], 'unknown'],
  ['total_vs_rule', conclude('95.02', '优', ['50', '45']), ['95.02/95.00/0.02'], 'fired'],
  ['total_vs_rule', conclude('95.01', '优', ['50', '45']), [], 'passed'],
  ['total_vs_rule', conclude('95', '优', [null]), [], 'unknown'],
  ['grade_changed', conclude('85', '优', ['50', '45']), ['良/优/–'], 'fired'],
  ['grade_changed', conclude(null, '良好', ['50', '45']), ['良好/优/–'], 'fired'],
  ['grade_changed', conclude('90', '差', ['50', '45']), [], 'passed'],
];

describe('conclusions', () => {
  const cases = CONCLUSIONS.map((entry, i) => [...entry, `U${String(i)}`] as const);
  beforeAll(() =>
    check(engine, {
      ...indicators(
        cases.flatMap(([, data, , , unit]) =>
          data.scores.map((score) => ({
            unit_code: unit,
            weight: '50',
            reported_score: score,
            target: '做好',
            achieved: '做好了',
          })),
        ),
      ),
      conclusions: cases.map(([, data, , , unit]) => [2021, unit, data.total, data.grade]),
      rejects: cases.filter(([, data]) => data.rejected).map(([, , , , unit]) => [2021, unit]),
    }),
  );

  it.each(cases)('%s: %o', async (checkId, _data, findings, ledger, unit) => {
    expect(await found(engine, checkId, unit)).toEqual(findings);
    expect(await outcome(engine, checkId, 2021, unit)).toBe(ledger);
  });
});
