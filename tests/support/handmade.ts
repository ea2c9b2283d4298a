/** A few rows by hand: every test states the whole dataset that it speaks about. */
import type { Engine, Row } from '@/database/engine';
import type { ItemCode } from '@/domain/items';
import type { Stage } from '@/domain/stages';
import { moneyStatements } from '@/rules/finance';
import { insertRows } from './conformance';
import { makeWritable } from './tables';

type Amount = readonly [year: number, unit: string, item: ItemCode, stage: Stage, amount: string | null, name?: string];
type Value = string | number | null;

export interface Dataset {
  readonly units?: readonly string[];
  readonly changes?: readonly (readonly [from: string, to: string, year: number])[];
  readonly finance?: readonly Amount[];
  readonly indicators?: readonly Readonly<Record<string, Value>>[];
  readonly conclusions?: readonly (readonly [year: number, unit: string, total: string | null, grade: string | null])[];
  /** Unit-years of which an indicator row was rejected. */
  readonly rejects?: readonly (readonly [year: number, unit: string])[];
}

const TABLES = ['source_file', 'unit', 'unit_change', 'finance', 'indicator', 'conclusion', 'reject'];

/** Replaces all base tables; lines count from 2 in the order given, one file per kind. */
export async function setDataset(engine: Engine, data: Dataset): Promise<void> {
  await makeWritable(engine);
  for (const table of TABLES) await engine.run(`DELETE FROM ${table}`);
  const files = ['a-finance.csv', 'b-indicator.csv', 'c-conclusion.csv', 'd-unit.csv', 'e-change.csv'];
  await insertRows(
    engine,
    'source_file',
    files.map((name, i) => [i + 1, 1, name, name.slice(2, -4), '']),
  );
  await insertRows(
    engine,
    'finance',
    (data.finance ?? []).map(([year, unit, item, stage, amount, name], i) => [
      year,
      unit,
      `名${unit}`,
      item,
      name ?? item,
      stage,
      amount,
      1,
      i + 2,
    ]),
  );
  for (const [i, cells] of (data.indicators ?? []).entries()) {
    const row: Record<string, Value> = {
      indicator_id: i + 1,
      file_id: 2,
      line: i + 2,
      weight: '10',
      indicator: `指标${String(i + 1)}`,
      ...cells,
    };
    await insertRows(engine, `indicator (${Object.keys(row).join(', ')})`, [Object.values(row)]);
  }
  await insertRows(
    engine,
    'conclusion',
    (data.conclusions ?? []).map(([year, unit, total, grade], i) => [year, unit, null, total, grade, 3, i + 2]),
  );
  await insertRows(
    engine,
    'unit',
    (data.units ?? []).map((code, i) => [code, `单位${code}`, null, null, null, null, null, 4, i + 2]),
  );
  await insertRows(
    engine,
    'unit_change',
    (data.changes ?? []).map(([from, to, year], i) => [from, to, year, 5, i + 2]),
  );
  await insertRows(
    engine,
    'reject (import_id, file_id, file_name, line, column_name, value, reason, remedy, is_cell, kind, fiscal_year, unit_code)',
    (data.rejects ?? []).map(([year, unit], i) => [
      1,
      2,
      'b-indicator.csv',
      90 + i,
      null,
      null,
      '',
      null,
      'false',
      'indicator',
      year,
      unit,
    ]),
  );
  for (const statement of moneyStatements()) await engine.run(statement);
}

export async function lineOf(engine: Engine, year: number, unit: string, item: ItemCode): Promise<Row | undefined> {
  const rows = await engine.query(
    'SELECT * FROM finance_line WHERE fiscal_year = $1 AND unit_code = $2 AND item = $3',
    [year, unit, item],
  );
  return rows[0];
}
