/** execution.csv and three-public.csv of the conformance set, through the app's own import and the views' own queries. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '@/database/engine';
import { moneyStatements } from '@/rules/finance';
import { EXECUTION_COLUMNS } from '@/views/execution/columns';
import executionSql from '@/views/execution/execution.sql?raw';
import { THREE_PUBLIC_COLUMNS } from '@/views/three-public/columns';
import threePublicSql from '@/views/three-public/three-public.sql?raw';
import { expectedLines, expectSame, printedLines } from '../support/conforms';
import { openEngine } from '../support/engine';
import { importConformance } from '../support/importedConformance';

describe('money of the conformance set', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await openEngine();
    await importConformance(engine);
    for (const statement of moneyStatements()) await engine.run(statement);
  }, 180_000);
  afterAll(() => engine.close());

  it.each(['national-2020', 'ratio-1'])('execution.csv and three-public.csv under %s', async (id) => {
    for (const [view, columns, sql] of [
      ['execution', EXECUTION_COLUMNS, executionSql],
      ['three-public', THREE_PUBLIC_COLUMNS, threePublicSql],
    ] as const) {
      const rows = await engine.query(sql, [null, null, null, null, null, id]);
      expectSame(printedLines(columns, rows), expectedLines(columns, `${id}/${view}.csv`));
    }
  });

  it('a filter leaves a part of the same lines', async () => {
    const all = printedLines(EXECUTION_COLUMNS, await engine.query(executionSql, [null, null, null, null, null, null]));
    const rows = await engine.query(executionSql, [2020, 2021, '甲区', '行政单位', '7010', null]);
    const some = printedLines(EXECUTION_COLUMNS, rows);
    expect(some.length).toBeGreaterThan(0);
    expect(rows.every((row) => row.region === '甲区' && row.unit_category === '行政单位')).toBe(true);
    const kept = new Set(some);
    expect(all.filter((line) => kept.has(line))).toEqual(some);
  });
});
