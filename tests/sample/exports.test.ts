/**
 * All units and years of the made sample, through the app's own import, rules and questions, against an independent
 * recomputation. (The end-to-end tests do the same with what a browser saves, for a part of the units.)
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '@/database/engine';
import { commitStage, stage } from '@/database/stage';
import type { ColumnSpec } from '@/domain/columns';
import { toCsv } from '@/export/csv';
import { Pipeline } from '@/import/pipeline';
import { RULE_SETS as APP_RULE_SETS } from '@/rules/ruleSet';
import { EXECUTION_COLUMNS } from '@/views/execution/columns';
import executionSql from '@/views/execution/execution.sql?raw';
import { RANKINGS_COLUMNS } from '@/views/rankings/columns';
import rankingsSql from '@/views/rankings/rankings.sql?raw';
import { THREE_PUBLIC_COLUMNS } from '@/views/three-public/columns';
import threePublicSql from '@/views/three-public/three-public.sql?raw';
import { UNIT_COLUMNS } from '@/views/unit/columns';
import unitSql from '@/views/unit/unit.sql?raw';
import { openEngine } from '../support/engine';
import { toLine } from '../support/recompute/csvText';
import { byCodePoint, readFacts, type Facts } from '../support/recompute/dataset';
import { executionRows, rankingRows, threePublicRows, unitRows } from '../support/recompute/exports';
import { RULE_SETS } from '../support/recompute/scoring';
import { deriveAll } from '../support/scoring';

const FOLDER = 'sample-data/synthetic';

function expectSame(csv: string, expected: readonly string[][]): void {
  const got = csv.split('\r\n').slice(1, -1);
  const wanted = expected.map(toLine);
  const differing = wanted.flatMap((line, i) =>
    line === got[i] ? [] : [{ line: i + 2, wanted: line, got: got[i] ?? '' }],
  );
  expect(differing.slice(0, 5)).toEqual([]);
  expect(got.length).toBe(wanted.length);
}

describe('the made sample', () => {
  let engine: Engine;
  let facts: Facts;
  const saved = async (sql: string, columns: readonly ColumnSpec[], more: (string | null)[]): Promise<string> =>
    toCsv(columns, await engine.query(sql, [null, null, null, null, null, ...more]));

  beforeAll(async () => {
    facts = readFacts(FOLDER);
    engine = await openEngine();
    const names = readdirSync(FOLDER);
    const files = names.map((name) => ({ name, bytes: new Uint8Array(readFileSync(join(FOLDER, name))) }));
    const pipeline = new Pipeline();
    expect(pipeline.inspect(files)).toMatchObject({ questions: [], refused: [] });
    const report = await stage(engine, new Pipeline().read(files), { importId: 1 });
    expect(report.counts).toMatchObject({ aside: 0, rejected: 0, cells: 0, refused: 0, replaced: 0, unchanged: 0 });
    await commitStage(engine);
    await deriveAll(engine, APP_RULE_SETS);
  });
  afterAll(() => engine.close());

  it('in execution and three-public', async () => {
    expectSame(await saved(executionSql, EXECUTION_COLUMNS, [null]), executionRows(facts));
    expectSame(await saved(threePublicSql, THREE_PUBLIC_COLUMNS, [null]), threePublicRows(facts));
  });

  describe.each(RULE_SETS)('under $id', (rules) => {
    it('in rankings', async () => {
      expectSame(await saved(rankingsSql, RANKINGS_COLUMNS, [rules.id, null, null]), rankingRows(facts, rules));
    });

    it('in the pages of all units', async () => {
      const columns = UNIT_COLUMNS.slice(0, 11).filter(({ key }) => key !== 'working');
      const codes = [...facts.names.keys()].sort(byCodePoint);
      const expected = codes.flatMap((code) => unitRows(facts, code, rules));
      // By year, then unit; the sort is stable, so indicators stay in their order.
      expected.sort((a, b) => byCodePoint(a[0] ?? '', b[0] ?? ''));
      expectSame(await saved(unitSql, columns, [rules.id, null]), expected);
    });
  });
});
