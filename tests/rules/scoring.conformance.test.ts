import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine, Row, SqlValue } from '@/database/engine';
import type { ColumnSpec } from '@/domain/columns';
import { formatExact } from '@/domain/decimal';
import { RULE_SETS } from '@/rules/ruleSet';
import { RANKINGS_COLUMNS } from '@/views/rankings/columns';
import rankingsSql from '@/views/rankings/rankings.sql?raw';
import { UNIT_COLUMNS } from '@/views/unit/columns';
import unitSql from '@/views/unit/unit.sql?raw';
import { expectedRows } from '../support/conformance';
import { openEngine } from '../support/engine';
import { importConformance } from '../support/importedConformance';
import { deriveAll } from '../support/scoring';

function printed(column: ColumnSpec, value: SqlValue | undefined): string {
  if (value === null || value === undefined) return '';
  return column.kind === 'exact' ? formatExact(String(value)) : String(value);
}

/** The leading ' guards a cell against spreadsheets; it is no part of the value. */
const unguarded = (cell: string): string => cell.replace(/^'(?=[=＝+@\-\t\r])/, '');

function lines(columns: readonly ColumnSpec[], rows: readonly Row[]): string[] {
  return rows.map((row) => columns.map((column) => printed(column, row[column.key])).join('|'));
}

function expectedLines(columns: readonly ColumnSpec[], file: string): string[] {
  return expectedRows(file).map((row) => columns.map((column) => unguarded(row[column.label] ?? '')).join('|'));
}

/** Differences first, since a list of a thousand lines tells nobody what is wrong. */
function expectSame(actual: readonly string[], expected: readonly string[]): void {
  const missing = expected.filter((line) => !actual.includes(line));
  const extra = actual.filter((line) => !expected.includes(line));
  expect({ missing: missing.slice(0, 30), extra: extra.slice(0, 30), counts: [missing.length, extra.length] }).toEqual({
    missing: [],
    extra: [],
    counts: [0, 0],
  });
  expect(actual).toEqual(expected);
}

describe('scores and ranks of the conformance set', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await openEngine();
    await importConformance(engine);
    await deriveAll(engine, RULE_SETS);
  }, 300_000);
  afterAll(() => engine.close());

  const compared = UNIT_COLUMNS.filter((column) => column.key !== 'working');

  it.each(['national-2020', 'ratio-1'])('unit.csv under %s', async (id) => {
    const rows = await engine.query(unitSql, [null, null, null, null, null, id, null]);
    expectSame(lines(compared, rows), expectedLines(compared, `${id}/unit.csv`));
    for (const row of rows) {
      if (row.computed_score === null) continue;
      expect(row.working).toMatch(/^[\d.]+ × .*= [\d.]+$/su);
    }
  });

  it.each(['national-2020', 'ratio-1'])('rankings.csv under %s', async (id) => {
    const rows = await engine.query(rankingsSql, [null, null, null, null, null, id, null, null]);
    expectSame(lines(RANKINGS_COLUMNS, rows), expectedLines(RANKINGS_COLUMNS, `${id}/rankings.csv`));
  });
});
