import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine, SqlValue } from '@/database/engine';
import { Exact } from '@/domain/decimal';
import { findingStatements } from '@/rules/findings';
import { RULE_SETS } from '@/rules/ruleSet';
import { countBySeverity, findingsOfRegion } from '@/views/overview/findings';
import {
  DATA_YEARS_QUERY,
  FINDINGS_QUERY,
  KEY_YEARS_QUERY,
  REGIONS_QUERY,
  SCORES_QUERY,
} from '@/views/overview/queries';
import type { DataYearRow, FindingRow, KeyYearRow, RegionRow, ScoreRow } from '@/views/overview/rows';
import { expectedRows, type CsvRow } from '../../support/conformance';
import { openEngine } from '../../support/engine';
import { importConformance } from '../../support/importedConformance';
import { deriveAll } from '../../support/scoring';

const NATIONAL = RULE_SETS.filter((each) => each.id === 'national-2020');
const all: SqlValue[] = [null, null, null, null, null, 'national-2020'];
const of = (patch: { from?: number; to?: number; region?: string; q?: string }): SqlValue[] => [
  patch.from ?? null,
  patch.to ?? null,
  patch.region ?? null,
  null,
  patch.q ?? null,
  'national-2020',
];

/** Half-up at two decimals, as the page's averages are printed. */
function average(values: readonly string[]): string | null {
  if (values.length === 0) return null;
  return values
    .reduce((sum, value) => sum.plus(value), new Exact(0))
    .div(values.length)
    .toFixed(2);
}
const filled = (rows: readonly CsvRow[], key: string): string[] =>
  rows.map((row) => row[key] ?? '').filter((cell) => cell !== '');

describe('questions of the overview, against the expected files', () => {
  let engine: Engine;
  const ranks = expectedRows('national-2020/rankings.csv');
  const lines = expectedRows('national-2020/execution.csv').filter((row) => row.科目 === '支出合计');
  const lastYear = ranks.reduce((last, row) => Math.max(last, Number(row.年度)), 0);
  beforeAll(async () => {
    engine = await openEngine();
    await importConformance(engine);
    await deriveAll(engine, NATIONAL);
    for (const ruleSet of NATIONAL) for (const statement of findingStatements(ruleSet)) await engine.run(statement);
  }, 120_000);
  afterAll(() => engine.close());

  it('key figures of each of the six years', async () => {
    const rows = await engine.query<KeyYearRow>(KEY_YEARS_QUERY, all);
    expect(rows.length).toBeGreaterThan(2);
    expect(rows[rows.length - 1]?.fiscal_year).toBe(lastYear);
    for (const row of rows) {
      const ofYear = ranks.filter((each) => Number(each.年度) === row.fiscal_year);
      expect(row.units).toBe(ofYear.length);
      expect(row.recomputed_average).toBe(average(filled(ofYear, '重算总分')));
      expect(row.reported_average).toBe(average(filled(ofYear, '自评总分')));
      expect(row.average_gap).toBe(average(filled(ofYear, '分差')));
      const money = lines.filter((each) => Number(each.年度) === row.fiscal_year);
      const spent = filled(money, '决算(万元)').reduce((sum, value) => sum.plus(value), new Exact(0));
      expect(new Exact(row.expenditure ?? 0).toFixed()).toBe(spent.toFixed());
      const both = money.filter((each) => each['决算(万元)'] !== '' && each['调整预算(万元)'] !== '');
      const budget = both.reduce((sum, each) => sum.plus(each['调整预算(万元)'] ?? 0), new Exact(0));
      const actual = both.reduce((sum, each) => sum.plus(each['决算(万元)'] ?? 0), new Exact(0));
      expect(row.execution_rate).toBe(budget.gt(0) ? actual.div(budget).times(100).toFixed(2) : null);
    }
  });

  it('both totals of every unit of the latest year in the span', async () => {
    const rows = await engine.query<ScoreRow>(SCORES_QUERY, of({ from: 2019, to: 2020 }));
    const expected = ranks.filter((row) => row.年度 === '2020');
    expect(new Set(rows.map((row) => row.fiscal_year))).toEqual(new Set([2020]));
    const printed = (value: string | null): string => (value === null ? '' : new Exact(value).toFixed());
    const plain = (cell: string | undefined): string => (cell ? new Exact(cell).toFixed() : '');
    expect(
      rows.map((row) => [row.unit_code, printed(row.recomputed_total), printed(row.reported_total)]).sort(),
    ).toEqual(expected.map((row) => [row.单位编码, plain(row.重算总分), plain(row.自评总分)]).sort());
  });

  it('regions add up to the whole, and a region narrows to itself', async () => {
    const whole = await engine.query<KeyYearRow>(KEY_YEARS_QUERY, all);
    const regions = await engine.query<RegionRow>(REGIONS_QUERY, all);
    const now = whole[whole.length - 1];
    expect(regions.reduce((sum, row) => sum + row.units, 0)).toBe(now?.units);
    const named = regions.filter((row) => row.region !== null);
    expect(named.length).toBeGreaterThan(1);
    for (const row of named) {
      const [only, more] = await engine.query<RegionRow>(
        REGIONS_QUERY,
        of({ from: lastYear, to: lastYear, region: row.region ?? '' }),
      );
      expect(only).toEqual(row);
      expect(more).toBeUndefined();
    }
  });

  it('counts each finding of the year once, whatever it is grouped by', async () => {
    const rows = await engine.query<FindingRow>(FINDINGS_QUERY, all);
    const filed = expectedRows('national-2020/checks.csv').filter((row) => Number(row.年度) === lastYear);
    expect(countBySeverity(rows).all).toBe(filed.length);
    expect(countBySeverity(rows).error).toBe(filed.filter((row) => row.严重程度 === '错误').length);
    const regions = new Set(rows.map((row) => row.region));
    const sum = [...regions].reduce((total, region) => total + findingsOfRegion(rows, region), 0);
    expect(sum).toBe(filed.length);
  });

  it('tells how complete the years are, never more than there are units', async () => {
    const rows = await engine.query<DataYearRow>(DATA_YEARS_QUERY, all);
    for (const row of rows) {
      expect(row.filed).toBe(ranks.filter((each) => Number(each.年度) === row.fiscal_year).length);
      for (const count of [row.budgets, row.actuals, row.indicators, row.conclusions])
        expect(count).toBeLessThanOrEqual(row.filed);
      expect(row.filed).toBeLessThanOrEqual(row.units);
    }
  });

  it('answers a search that finds nothing with no rows', async () => {
    for (const query of [KEY_YEARS_QUERY, SCORES_QUERY, DATA_YEARS_QUERY, REGIONS_QUERY, FINDINGS_QUERY]) {
      expect(await engine.query(query, of({ q: '%' }))).toEqual([]);
    }
  });
});
