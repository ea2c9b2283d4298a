import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine, Row, SqlValue } from '@/database/engine';
import type { ColumnSpec } from '@/domain/columns';
import { formatExact } from '@/domain/decimal';
import { financeStatements } from '@/rules/finance';
import { EXECUTION_COLUMNS } from '@/views/execution/columns';
import executionSql from '@/views/execution/execution.sql?raw';
import { THREE_PUBLIC_COLUMNS } from '@/views/three-public/columns';
import threePublicSql from '@/views/three-public/three-public.sql?raw';
import { expectedRows, loadConformance } from '../support/conformance';
import { openEngine } from '../support/engine';

function printed(column: ColumnSpec, value: SqlValue | undefined): string {
  if (value === null || value === undefined) return '';
  return column.kind === 'exact' ? formatExact(String(value)) : String(value);
}

function lines(columns: readonly ColumnSpec[], rows: readonly Row[]): string[] {
  return rows.map((row) => columns.map((column) => printed(column, row[column.key])).join('|'));
}

describe('finance views give the conformance files cell by cell', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await openEngine();
    await loadConformance(engine);
    for (const statement of financeStatements()) await engine.run(statement);
  });
  afterAll(() => engine.close());

  it.each([
    ['execution', EXECUTION_COLUMNS, executionSql],
    ['three-public', THREE_PUBLIC_COLUMNS, threePublicSql],
  ] as const)('%s', async (view, columns, sql) => {
    for (const ruleSet of ['national-2020', 'ratio-1']) {
      const rows = await engine.query(sql, [null, null, null, null, null, ruleSet]);
      const expected = expectedRows(`${ruleSet}/${view}.csv`).map((row) =>
        columns.map((column) => row[column.label]).join('|'),
      );
      const actual = lines(columns, rows);
      const missing = expected.filter((line) => !actual.includes(line));
      const extra = actual.filter((line) => !expected.includes(line));
      expect({ missing: missing.slice(0, 20), extra: extra.slice(0, 20) }).toEqual({ missing: [], extra: [] });
      expect(actual).toEqual(expected);
    }
  });
});
