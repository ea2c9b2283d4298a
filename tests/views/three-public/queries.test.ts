import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '@/database/engine';
import { Exact } from '@/domain/decimal';
import { moneyStatements } from '@/rules/finance';
import { THREE_PUBLIC_COLUMNS } from '@/views/three-public/columns';
import {
  BASE_YEAR_QUERY,
  EXPORT_QUERY,
  SERIES_QUERY,
  TABLE_QUERY,
  UNITS_QUERY,
  YEARS_QUERY,
} from '@/views/three-public/queries';
import type { BaseYearRow, LineRow, SeriesRow, UnitRow, YearRow } from '@/views/three-public/rows';
import { openEngine } from '../../support/engine';
import { makeWritable } from '../../support/tables';
import { importConformance } from '../../support/importedConformance';

const ALL = [null, null, null, null, null, 'national-2020'];

async function engineWith(statements: string[]): Promise<Engine> {
  const engine = await openEngine();
  await makeWritable(engine);
  await engine.run(`INSERT INTO source_file VALUES (1, 1, 'x.csv', 'finance', '')`);
  for (const statement of [...statements, ...moneyStatements()]) await engine.run(statement);
  return engine;
}

let line = 1;
function amount(year: number, code: string, item: string, figure: string, stage = 'actual'): string {
  line += 1;
  return `INSERT INTO finance VALUES (${String(year)}, '${code}', '单位${code}', 'three_public.${item}', '${item}', '${stage}', ${figure}, 1, ${String(line)})`;
}

describe('questions of the three-public page', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await engineWith([
      `INSERT INTO unit VALUES ('A', '单位A', NULL, NULL, NULL, NULL, 20, 1, 1), ('N', '单位N', NULL, NULL, NULL, NULL, NULL, 1, 2)`,
      // O and P were merged into N in 2024; P filed no three-public figures in 2021.
      `INSERT INTO unit_change VALUES ('O', 'N', 2024, 1, 1), ('P', 'N', 2024, 1, 2)`,
      amount(2021, 'A', 'total', '8'),
      amount(2023, 'A', 'total', '0'),
      amount(2024, 'A', 'total', '12'),
      amount(2024, 'A', 'total', '10', 'initial_budget'),
      amount(2024, 'A', 'vehicle', '9'),
      amount(2021, 'O', 'total', '6'),
      amount(2023, 'O', 'total', '5'),
      amount(2023, 'P', 'total', '7'),
      amount(2024, 'N', 'total', '11'),
      amount(2024, 'N', 'vehicle_operation', '4'),
      amount(2024, 'N', 'vehicle_purchase', '2'),
      amount(2024, 'B', 'total', '3'),
    ]);
  });
  afterAll(() => engine.close());

  const year = async (item: string) => {
    const rows = await engine.query<YearRow>(YEARS_QUERY, ALL);
    return rows.find((row) => row.fiscal_year === 2024 && row.item === `three_public.${item}`);
  };

  it('sums each ratio over the units that have both of its figures', async () => {
    expect(await year('total')).toMatchObject({
      actual: '26.000000',
      budget: '10.000000',
      actual_count: 3,
      paired_actual: '12.000000',
      paired_budget: '10.000000',
      paired_count: 1,
      adjusted_count: 0,
      // A and N can be compared with last year (N with O + P), B cannot.
      comparable_actual: '23.000000',
      last_actual: '12.000000',
      comparable_count: 2,
      up_count: 1,
      over_count: 1,
      staffed_actual: '12.000000',
      staff: '20.0000000000',
      staffed_count: 1,
    });
  });

  it('keeps vehicles that a unit never split apart from purchase and operation', async () => {
    expect(await year('vehicle_alone')).toMatchObject({ actual: '9.000000', actual_count: 1 });
    expect(await year('vehicle_operation')).toMatchObject({ actual: '4.000000' });
    expect(await year('vehicle')).toBeUndefined();
  });

  it('compares with a chosen year along renames and mergers', async () => {
    const since = async (base: number) =>
      (await engine.query<BaseYearRow>(BASE_YEAR_QUERY, [...ALL, 2024, base])).find(
        (row) => row.item === 'three_public.total',
      );
    expect(await since(2021)).toMatchObject({
      actual_count: 3,
      comparable_count: 2,
      actual: '23.000000',
      base_actual: '14.000000',
    });
    expect(await since(2023)).toMatchObject({ comparable_count: 2, actual: '23.000000', base_actual: '12.000000' });
    expect(await since(2020)).toMatchObject({ comparable_count: 0, actual: null, base_actual: null });
  });

  it('lists the units of a year by their increase, with the item that grew', async () => {
    const rows = await engine.query<UnitRow>(UNITS_QUERY, [...ALL, 2024]);
    expect(rows.map((row) => [row.unit_code, row.change, row.change_rate])).toEqual([
      ['A', '12.000000', null],
      ['N', '-1.000000', '-8.33'],
      ['B', null, null],
    ]);
  });

  it('gives the series of the units named, however their codes look', async () => {
    const rows = await engine.query<SeriesRow>(SERIES_QUERY, [...ALL, "A\nB\n' OR 1=1"]);
    expect(rows.map((row) => `${row.unit_code}${String(row.fiscal_year)}`)).toEqual([
      'A2021',
      'A2023',
      'A2024',
      'B2024',
    ]);
  });

  it('narrows the table to one item and exports every promised column', async () => {
    const table = await engine.query<LineRow>(TABLE_QUERY, [
      2024,
      2024,
      null,
      null,
      'n',
      'national-2020',
      'three_public.vehicle',
    ]);
    expect(table).toMatchObject([{ unit_code: 'N', actual: '6.000000', origin: '由分项合计' }]);
    const [row] = await engine.query(EXPORT_QUERY, ALL);
    expect(Object.keys(row ?? {})).toEqual(THREE_PUBLIC_COLUMNS.map((column) => column.key));
  });
});

describe('over the conformance set', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await openEngine();
    await importConformance(engine);
    for (const statement of moneyStatements()) await engine.run(statement);
  });
  afterAll(() => engine.close());

  it('the comparison with a chosen year agrees with the one with last year', async () => {
    const rows = await engine.query<YearRow>(YEARS_QUERY, ALL);
    const years = [...new Set(rows.map((row) => row.fiscal_year))];
    let compared = 0;
    for (const fiscalYear of years) {
      const since = await engine.query<BaseYearRow>(BASE_YEAR_QUERY, [...ALL, fiscalYear, fiscalYear - 1]);
      for (const row of since) {
        const year = rows.find((each) => each.fiscal_year === fiscalYear && each.item === row.item);
        expect([fiscalYear, row.item, row.comparable_count, row.actual, row.base_actual]).toEqual([
          fiscalYear,
          row.item,
          year?.comparable_count,
          year?.comparable_actual,
          year?.last_actual,
        ]);
        compared += row.comparable_count;
      }
    }
    expect(compared).toBeGreaterThan(0);
  });

  it('sums what the units list', async () => {
    const rows = await engine.query<YearRow>(YEARS_QUERY, ALL);
    const total = rows.filter((row) => row.item === 'three_public.total').at(-1);
    const units = await engine.query<UnitRow>(UNITS_QUERY, [...ALL, total?.fiscal_year ?? null]);
    const sum = units.reduce((all, row) => all.plus(row.actual ?? 0), new Exact(0));
    expect(sum.equals(total?.actual ?? 0)).toBe(true);
  });
});
