import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '@/database/engine';
import { moneyStatements } from '@/rules/finance';
import { EXECUTION_COLUMNS } from '@/views/execution/columns';
import { EXPORT_QUERY, HEAT_QUERY, TABLE_QUERY, UNITS_QUERY, YEARS_QUERY } from '@/views/execution/queries';
import type { HeatRow, LineRow, UnitRow, YearRow } from '@/views/execution/rows';
import { openEngine } from '../../support/engine';
import { makeWritable } from '../../support/tables';

const ITEM = 'expenditure.total';
const ALL = [null, null, null, null, null, 'national-2020'];

/** year, unit, initial, adjusted, actual */
const AMOUNTS: [number, string, string | null, string | null, string | null][] = [
  [2021, 'A', '100', '100', '70'],
  [2022, 'A', '100', '100', '79.99'],
  [2024, 'A', '100', '200', '150'],
  [2021, 'B', '100', '100', '60'],
  [2022, 'B', '100', '100', '95'],
  [2023, 'B', '100', '100', '70'],
  [2024, 'B', '50', '100', '79.995'],
  [2024, 'C', '80', null, '80'],
  [2024, 'D', '10', '0', '5'],
  [2024, 'E', '10', '20', null],
  [2024, 'F', '100', '100', '120.5'],
];

describe('questions of the execution page', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await openEngine();
    await makeWritable(engine);
    await engine.run(`INSERT INTO source_file VALUES (1, 1, 'x.csv', 'finance', '')`);
    let line = 1;
    for (const [year, code, ...amounts] of AMOUNTS) {
      for (const [index, amount] of amounts.entries()) {
        line += 1;
        const stage = ['initial_budget', 'adjusted_budget', 'actual'][index] ?? '';
        if (amount !== null) {
          await engine.run(
            `INSERT INTO finance VALUES (${String(year)}, '${code}', '单位${code}', '${ITEM}', '支出合计', '${stage}', ${amount}, 1, ${String(line)})`,
          );
        }
      }
    }
    for (const statement of moneyStatements()) await engine.run(statement);
  });
  afterAll(() => engine.close());

  const years = (base: string) => engine.query<YearRow>(YEARS_QUERY, [...ALL, ITEM, base, '80']);

  it('sums each year over the units that have both figures, and counts what it left out', async () => {
    const rows = await years('adjusted_budget');
    expect(rows.map((row) => row.fiscal_year)).toEqual([2021, 2022, 2023, 2024]);
    expect(rows[3]).toMatchObject({
      base: 'adjusted_budget',
      unit_count: 6,
      paired_count: 4,
      no_budget_count: 1,
      no_actual_count: 1,
      no_rate_count: 1,
      adjusted_count: 5,
      initial_count: 6,
      actual: '355.495000',
      budget: '400.000000',
      shortfall: '-70.005000',
      short_count: 2,
      // B prints 80.00, so it is not below 80.
      low_count: 1,
      over_count: 1,
    });
  });

  it('never mixes the bases: on the initial budget it takes that of every unit', async () => {
    expect((await years('initial_budget'))[3]).toMatchObject({
      paired_count: 5,
      actual: '435.495000',
      budget: '340.000000',
    });
  });

  it('lists the units of a year by shortfall, with unbroken low years', async () => {
    const rows = await engine.query<UnitRow>(UNITS_QUERY, [...ALL, ITEM, 'adjusted_budget', '80', 2024]);
    expect(rows.map((row) => [row.unit_code, row.gap, row.rate, row.last_rate, row.low_run])).toEqual([
      // 2023 is missing for A: the run of lows is not carried over the gap, nor is last year's rate.
      ['A', '-50.000000', '75.00', null, 1],
      ['B', '-20.005000', '80.00', '70.00', 0],
      ['D', '5.000000', null, null, 0],
      ['F', '20.500000', '120.50', null, 0],
      ['C', null, null, null, 0],
      ['E', null, null, null, 0],
    ]);
    const low = await engine.query<UnitRow>(UNITS_QUERY, [...ALL, ITEM, 'adjusted_budget', '80.01', 2024]);
    expect(low.find((row) => row.unit_code === 'B')?.low_run).toBe(2);
  });

  it('takes for the heat map the units with most low years of the window', async () => {
    const rows = await engine.query<HeatRow>(HEAT_QUERY, [...ALL, ITEM, 'adjusted_budget', '80', null, null, 2]);
    expect([...new Set(rows.map((row) => `${row.unit_code}${String(row.low_years)}`))]).toEqual(['A3', 'B2']);
    const late = await engine.query<HeatRow>(HEAT_QUERY, [...ALL, ITEM, 'adjusted_budget', '80', 2023, 2024, 9]);
    expect([...new Set(late.map((row) => row.unit_code))]).toEqual(['B', 'A', 'F']);
  });

  it('narrows the table to one item and exports every promised column', async () => {
    const table = await engine.query<LineRow>(TABLE_QUERY, [2024, 2024, null, null, 'a', 'national-2020', ITEM]);
    expect(table).toMatchObject([
      { unit_code: 'A', difference: '-50.000000', rate: '75.00', base_word: '调整预算', origin: '填报' },
    ]);
    const [row] = await engine.query(EXPORT_QUERY, ALL);
    expect(Object.keys(row ?? {})).toEqual(EXECUTION_COLUMNS.map((column) => column.key));
  });
});
