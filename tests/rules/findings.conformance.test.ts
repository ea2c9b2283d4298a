import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine, Row, SqlValue } from '@/database/engine';
import type { ColumnSpec } from '@/domain/columns';
import { formatExact } from '@/domain/decimal';
import { CHECKS, findingStatements } from '@/rules/findings';
import { RULE_SETS } from '@/rules/ruleSet';
import { CHECKS_COLUMNS } from '@/views/checks/columns';
import checksSql from '@/views/checks/checks.sql?raw';
import { expectedRows, loadConformance } from '../support/conformance';
import { openEngine } from '../support/engine';
import { deriveAll } from '../support/scoring';

const WORDS: Readonly<Record<string, string>> = { fired: '不符', passed: '通过', unknown: '资料不足' };

function printed(column: ColumnSpec, value: SqlValue | undefined): string {
  if (value === null || value === undefined) return '';
  return column.kind === 'exact' ? formatExact(String(value)) : String(value);
}

describe.each(['national-2020', 'ratio-1'])('findings under %s', (ruleSet) => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await openEngine();
    await loadConformance(engine);
    const rules = RULE_SETS.filter((entry) => entry.id === ruleSet);
    await deriveAll(engine, rules);
    for (const rule of rules) for (const statement of findingStatements(rule)) await engine.run(statement);
  });
  afterAll(() => engine.close());

  const promised = CHECKS_COLUMNS.filter((column) => column.key !== 'sentence');
  const line = (row: Row): string => promised.map((column) => printed(column, row[column.key])).join('|');

  it('are those of checks.csv, cell by cell and in order', async () => {
    const rows = await engine.query(checksSql, [null, null, null, null, null, ruleSet]);
    const actual = rows.map(line);
    const expected = expectedRows(`${ruleSet}/checks.csv`).map((row) =>
      promised.map((column) => (row[column.label] ?? '').replace(/^'/, '')).join('|'),
    );
    const missing = expected.filter((entry) => !actual.includes(entry));
    const extra = actual.filter((entry) => !expected.includes(entry));
    expect({
      missing: missing.slice(0, 40),
      extra: extra.slice(0, 40),
      counts: [missing.length, extra.length],
    }).toEqual({ missing: [], extra: [], counts: [0, 0] });
    expect(actual).toEqual(expected);
  });

  it('leave the ledger of outcomes.csv', async () => {
    const labels = new Map(CHECKS.map((check) => [check.id, check.label]));
    const rows = await engine.query(
      'SELECT fiscal_year, unit_code, check_id, outcome FROM outcome WHERE rule_set_id = $1 ORDER BY fiscal_year, unit_code, check_order',
      [ruleSet],
    );
    const actual = rows.map((row) =>
      [row.fiscal_year, row.unit_code, labels.get(String(row.check_id)), WORDS[String(row.outcome)]].join('|'),
    );
    const expected = expectedRows(`${ruleSet}/outcomes.csv`).map((row) =>
      [row.年度, row.单位编码, row.检查项, row.结果].join('|'),
    );
    const missing = expected.filter((entry) => !actual.includes(entry));
    const extra = actual.filter((entry) => !expected.includes(entry));
    expect({
      missing: missing.slice(0, 60),
      extra: extra.slice(0, 10),
      counts: [missing.length, extra.length],
    }).toEqual({ missing: [], extra: [], counts: [0, 0] });
    expect(actual).toEqual(expected);
  });
});
