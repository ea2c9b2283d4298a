/** A view's rows against an expected file, as the CSV prints them. */
import { expect } from 'vitest';
import type { Row, SqlValue } from '@/database/engine';
import type { ColumnSpec } from '@/domain/columns';
import { formatExact } from '@/domain/decimal';
import { expectedRows } from './conformance';

function printed(column: ColumnSpec, value: SqlValue | undefined): string {
  if (value === null || value === undefined) return '';
  return column.kind === 'exact' ? formatExact(String(value)) : String(value);
}

/** The leading ' guards a cell against spreadsheets; it is no part of the value. */
const unguarded = (cell: string): string => cell.replace(/^'(?=[=＝+@\-\t\r])/, '');

export function printedLines(columns: readonly ColumnSpec[], rows: readonly Row[]): string[] {
  return rows.map((row) => columns.map((column) => printed(column, row[column.key])).join('|'));
}

export function expectedLines(columns: readonly ColumnSpec[], file: string): string[] {
  return expectedRows(file).map((row) => columns.map((column) => unguarded(row[column.label] ?? '')).join('|'));
}

/** Differences first, since a list of a thousand lines tells nobody what is wrong. */
export function expectSame(actual: readonly string[], expected: readonly string[]): void {
  const [ours, theirs] = [new Set(actual), new Set(expected)];
  const missing = expected.filter((line) => !ours.has(line));
  const extra = actual.filter((line) => !theirs.has(line));
  expect({ missing: missing.slice(0, 30), extra: extra.slice(0, 30), counts: [missing.length, extra.length] }).toEqual({
    missing: [],
    extra: [],
    counts: [0, 0],
  });
  expect(actual).toEqual(expected);
}
