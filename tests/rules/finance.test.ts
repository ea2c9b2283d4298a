import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '@/database/engine';
import { moneyStatements } from '@/rules/finance';
import executionSql from '@/views/execution/execution.sql?raw';
import { openEngine } from '../support/engine';
import { lineOf, setDataset } from '../support/handmade';

let engine: Engine;
beforeAll(async () => {
  engine = await openEngine();
});
afterAll(() => engine.close());

describe('ratios of money', () => {
  it.each([
    // actual, budget, printed
    ['4421.20', '3894.42', '113.53'],
    ['4423.08', '1589.42', '278.28'],
    ['2.72', '2305', '0.12'],
    ['3.87', '10', '38.70'],
    ['79.995', '100', '80.00'],
    ['79.994999', '100', '79.99'],
    ['-79.995', '100', '-80.00'],
    ['-0.004', '100', '0.00'],
    ['1', '3', '33.33'],
    ['0', '5', '0.00'],
    ['1234567890123456.78', '9999999999999999.99', '12.35'],
    ['99999999999999999999.999999', '0.000001', '9999999999999999999999999900.00'],
    ['5', '0', null],
    ['5', '-10', null],
    ['5', null, null],
    [null, '5', null],
  ])('%s ÷ %s is %s percent', async (actual, budget, printed) => {
    await setDataset(engine, {
      finance: [
        [2021, 'A', 'expenditure.total', 'actual', actual],
        [2021, 'A', 'expenditure.total', 'initial_budget', budget],
      ],
    });
    const line = await lineOf(engine, 2021, 'A', 'expenditure.total');
    expect(line?.completion_rate).toBe(printed);
    expect(line?.rate).toBe(printed);
    expect(line?.execution_rate).toBeNull();
  });

  it('an adjusted budget of 0 is a figure: no rate, and no falling back to the initial one', async () => {
    await setDataset(engine, {
      finance: [
        [2021, 'A', 'expenditure.total', 'initial_budget', '100'],
        [2021, 'A', 'expenditure.total', 'adjusted_budget', '0'],
        [2021, 'A', 'expenditure.total', 'actual', '90'],
      ],
    });
    expect(await lineOf(engine, 2021, 'A', 'expenditure.total')).toMatchObject({
      base: 'adjusted_budget',
      budget: '0.000000',
      rate: null,
      completion_rate: '90.00',
      adjustment_rate: '-100.00',
      difference: '90.000000',
    });
  });

  it('the base is chosen per item', async () => {
    await setDataset(engine, {
      finance: [
        [2021, 'A', 'three_public.total', 'initial_budget', '10'],
        [2021, 'A', 'three_public.total', 'adjusted_budget', '8'],
        [2021, 'A', 'three_public.total', 'actual', '4'],
        [2021, 'A', 'three_public.reception', 'initial_budget', '5'],
        [2021, 'A', 'three_public.reception', 'actual', '4'],
      ],
    });
    expect(await lineOf(engine, 2021, 'A', 'three_public.total')).toMatchObject({
      base: 'adjusted_budget',
      rate: '50.00',
    });
    expect(await lineOf(engine, 2021, 'A', 'three_public.reception')).toMatchObject({
      base: 'initial_budget',
      rate: '80.00',
    });
  });
});

describe('totals that are not given', () => {
  it('are summed through sums, and keep the first line that went in', async () => {
    await setDataset(engine, {
      finance: [
        [2021, 'A', 'expenditure.project', 'actual', '3'],
        [2021, 'A', 'expenditure.basic.personnel', 'actual', '1'],
        [2021, 'A', 'expenditure.basic.operating', 'actual', '2'],
      ],
    });
    expect(await lineOf(engine, 2021, 'A', 'expenditure.total')).toMatchObject({
      actual: '6.000000',
      actual_summed: true,
    });
    const basic = await lineOf(engine, 2021, 'A', 'expenditure.basic');
    expect(basic).toMatchObject({ actual: '3.000000', actual_summed: true });
    expect(Number(basic?.actual_key) % 10_000_000_000).toBe(3);
  });

  it('given totals count before sums, also inside higher sums', async () => {
    await setDataset(engine, {
      finance: [
        [2021, 'A', 'three_public.vehicle', 'actual', '7'],
        [2021, 'A', 'three_public.vehicle_operation', 'actual', '5'],
        [2021, 'A', 'three_public.reception', 'actual', '1'],
      ],
    });
    expect(await lineOf(engine, 2021, 'A', 'three_public.vehicle')).toMatchObject({
      actual: '7.000000',
      actual_summed: false,
    });
    expect(await lineOf(engine, 2021, 'A', 'three_public.total')).toMatchObject({
      actual: '8.000000',
      actual_summed: true,
    });
  });

  it('a part that has a figure in another stage, or only through its own parts, prevents the sum', async () => {
    await setDataset(engine, {
      finance: [
        [2021, 'A', 'three_public.overseas', 'initial_budget', '1'],
        [2021, 'A', 'three_public.reception', 'actual', '2'],
        [2021, 'B', 'expenditure.project', 'actual', '3'],
        [2021, 'B', 'expenditure.basic.personnel', 'initial_budget', '4'],
        [2021, 'B', 'expenditure.basic.operating', 'actual', '5'],
      ],
    });
    expect(await lineOf(engine, 2021, 'A', 'three_public.total')).toBeUndefined();
    expect(await lineOf(engine, 2021, 'B', 'expenditure.basic')).toBeUndefined();
    expect(await lineOf(engine, 2021, 'B', 'expenditure.total')).toBeUndefined();
  });

  it('different names of other income add up, and the sum is given', async () => {
    await setDataset(engine, {
      finance: [
        [2021, 'A', 'income.other', 'actual', '1.5', '事业收入'],
        [2021, 'A', 'income.other', 'actual', '2', '经营收入'],
      ],
    });
    expect(await lineOf(engine, 2021, 'A', 'income.other')).toMatchObject({ actual: '3.500000', actual_summed: false });
  });
});

describe("last year's actual through renames and mergers", () => {
  const paid = (year: number, unit: string, amount: string) =>
    [year, unit, 'three_public.reception', 'actual', amount] as const;
  const last = async (year: number, unit: string) =>
    (await lineOf(engine, year, unit, 'three_public.reception'))?.last_actual;

  it('is exactly the year before, never the row before', async () => {
    await setDataset(engine, { finance: [paid(2019, 'A', '5'), paid(2021, 'A', '6')] });
    expect(await last(2021, 'A')).toBeNull();
  });

  it('sums all codes that have become the unit by this year', async () => {
    await setDataset(engine, {
      changes: [
        ['A', 'C', 2021],
        ['B', 'C', 2022],
        ['C', 'D', 2023],
      ],
      finance: [
        paid(2020, 'A', '5'),
        paid(2020, 'B', '6'),
        paid(2021, 'C', '4'),
        paid(2021, 'B', '1'),
        paid(2022, 'C', '8'),
        paid(2023, 'D', '10'),
      ],
    });
    expect(await last(2021, 'C')).toBe('5.000000');
    expect(await last(2022, 'C')).toBe('5.000000');
    expect(await last(2023, 'D')).toBe('8.000000');
    expect(await lineOf(engine, 2023, 'D', 'three_public.reception')).toMatchObject({
      change: '2.000000',
      change_rate: '25.00',
    });
  });

  it('gives none where a predecessor filed the group but not the item, and passes over one that filed nothing of it', async () => {
    await setDataset(engine, {
      changes: [
        ['A', 'C', 2021],
        ['B', 'C', 2021],
      ],
      finance: [paid(2020, 'A', '5'), [2020, 'B', 'three_public.overseas', 'actual', '1'], paid(2021, 'C', '4')],
    });
    expect(await last(2021, 'C')).toBeNull();
    await setDataset(engine, {
      changes: [
        ['A', 'C', 2021],
        ['B', 'C', 2021],
      ],
      finance: [paid(2020, 'A', '5'), [2020, 'B', 'expenditure.total', 'actual', '1'], paid(2021, 'C', '4')],
    });
    expect(await last(2021, 'C')).toBe('5.000000');
  });

  it('gives none to what came of a split, from the year of the second successor on', async () => {
    await setDataset(engine, {
      changes: [
        ['A', 'B', 2020],
        ['A', 'C', 2022],
      ],
      finance: [
        paid(2019, 'A', '5'),
        paid(2020, 'B', '4'),
        paid(2021, 'A', '3'),
        paid(2022, 'C', '2'),
        paid(2022, 'B', '1'),
      ],
    });
    expect(await last(2020, 'B')).toBe('5.000000');
    expect(await last(2022, 'C')).toBeNull();
    expect(await last(2022, 'B')).toBeNull();
  });

  it('a circle of codes ends', async () => {
    await setDataset(engine, {
      changes: [
        ['A', 'B', 2020],
        ['B', 'A', 2021],
      ],
      finance: [paid(2020, 'B', '4'), paid(2021, 'A', '3')],
    });
    expect(await last(2021, 'A')).toBe('4.000000');
  });
});

describe('units by year', () => {
  it('a unit-year that has only nones has no data', async () => {
    await setDataset(engine, {
      finance: [
        [2020, 'A', 'expenditure.total', 'actual', null],
        [2021, 'A', 'expenditure.total', 'actual', '1'],
      ],
      conclusions: [
        [2020, 'B', null, null],
        [2021, 'B', null, '优'],
      ],
    });
    const rows = await engine.query(
      'SELECT fiscal_year, unit_code, has_actual, has_conclusion FROM unit_year ORDER BY ALL',
    );
    expect(rows).toEqual([
      { fiscal_year: 2021, unit_code: 'A', has_actual: true, has_conclusion: false },
      { fiscal_year: 2021, unit_code: 'B', has_actual: false, has_conclusion: true },
    ]);
  });

  it('is named by the unit table, else by its year, the nearest earlier, the first later', async () => {
    await setDataset(engine, { units: ['A'], finance: [[2019, 'A', 'expenditure.total', 'actual', '1']] });
    await engine.run(`INSERT INTO finance VALUES (2019, 'B', NULL, 'expenditure.total', '', 'actual', 1, 1, 10), (2020, 'B', '乙', 'expenditure.total', '', 'actual', 1, 1, 11),
      (2020, 'B', '丙', 'income.total', '', 'actual', 1, 1, 12), (2021, 'B', NULL, 'expenditure.total', '', 'actual', 1, 1, 13), (2022, 'B', '丁', 'income.total', '', 'actual', 1, 1, 14)`);
    for (const statement of moneyStatements()) await engine.run(statement);
    const rows = await engine.query('SELECT unit_name FROM unit_year ORDER BY unit_code, fiscal_year');
    expect(rows.map((row) => row.unit_name)).toEqual(['单位A', '乙', '乙', '乙', '丁']);
  });

  it('are found by code or name, case-insensitively, and a % is a %', async () => {
    await setDataset(engine, {
      finance: [
        [2021, 'aB1', 'expenditure.total', 'actual', '1'],
        [2021, 'X%_', 'expenditure.total', 'actual', '2'],
      ],
    });
    const found = async (q: string) =>
      (await engine.query(executionSql, [null, null, null, null, q, null])).map((row) => row.unit_code);
    expect(await found('Ab')).toEqual(['aB1']);
    expect(await found('名a')).toEqual(['aB1']);
    expect(await found('%')).toEqual(['X%_']);
    expect(await found('b_1')).toEqual([]);
  });
});
