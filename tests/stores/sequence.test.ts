/**
 * Whatever is imported, undone, removed and reloaded, in whatever order: the tables are those that come of importing what
 * is left into an empty workspace. Through the real reader, engine and stored workspace.
 */
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Engine } from '@/database/engine';
import { commitStage, dropStage, stage } from '@/database/stage';
import { Pipeline } from '@/import/pipeline';
import type { SourceFile } from '@/import/protocol';
import { useKeeping } from '@/stores/keeping';
import { rebuild } from '@/stores/rebuild';
import { useRemoving } from '@/stores/removing';
import { digestsOf, isWorthKeeping, store } from '@/stores/storing';
import { openStoredWorkspace } from '@/workspace/indexedDb';
import { liveImports, liveRemovals, liveSteps, nextImportId } from '@/workspace/journal';
import { openMemoryWorkspace } from '@/workspace/memory';
import type { Workspace } from '@/workspace/workspace';
import { openEngine } from '../support/engine';
import { packTables, putTables, type Piece } from '../support/pieces';
import { clearImported } from '../support/tables';

const HEADERS = {
  finance: '年度,单位编码,单位名称,口径,科目,金额,金额单位',
  indicator: '年度,单位编码,指标序号,指标名称,目标值,完成值,分值,自评得分',
  unit: '单位编码,单位名称',
} as const;
type Kind = keyof typeof HEADERS;

const row: fc.Arbitrary<readonly [Kind, string]> = fc.oneof(
  fc
    .record({
      item: fc.constantFrom('收入合计', '其他收入', '事业收入', '支出总计'),
      amount: fc.constantFrom('1', '2', '—', 'x'),
    })
    .map(({ item, amount }) => ['finance', `2021,001,甲,决算,${item},${amount},元`] as const),
  fc
    .record({
      code: fc.constantFrom('001', '002'),
      name: fc.constantFrom('办结率', '满意度', '及时率'),
      score: fc.constantFrom('8', '9', '坏'),
      weight: fc.constantFrom('10', '10', '10', ''),
    })
    .map(
      ({ code, name, score, weight }) => ['indicator', `2021,${code},1,${name},≥95%,96%,${weight},${score}`] as const,
    ),
  fc.record({ name: fc.constantFrom('甲', '乙') }).map(({ name }) => ['unit', `001,${name}`] as const),
);

/** More of them are run by hand: JILAN_SEQUENCES=100. */
const RUNS = Number(process.env.JILAN_SEQUENCES ?? '10');

type Step =
  | { readonly do: 'import'; readonly rows: readonly (readonly [Kind, string])[] }
  | { readonly do: 'undo' | 'remove' | 'restore'; readonly which: number }
  /** `kept`: from what was kept of the tables, instead of from the files. */
  | { readonly do: 'reload'; readonly kept: boolean };

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.array(row, { minLength: 1, maxLength: 6 }).map((rows) => ({ do: 'import' as const, rows })),
  },
  { weight: 1, arbitrary: fc.nat(5).map((which) => ({ do: 'undo' as const, which })) },
  { weight: 2, arbitrary: fc.constant({ do: 'remove' as const, which: 0 }) },
  { weight: 1, arbitrary: fc.nat(3).map((which) => ({ do: 'restore' as const, which })) },
  { weight: 1, arbitrary: fc.boolean().map((kept) => ({ do: 'reload' as const, kept })) },
);

let engine: Engine;
beforeAll(async () => {
  engine = await openEngine();
}, 120_000);
afterAll(() => engine.close());

const importer = {
  read: (files: readonly SourceFile[], answers = {}) => Promise.resolve(new Pipeline().read(files, answers)),
};

/** What a window does, without what it draws. */
function openWindow(workspace: Workspace) {
  const keeping = useKeeping(() => workspace);
  const session = {
    engine,
    workspace,
    importer: { ...importer, hold: fail, inspect: fail, rowsAt: fail, pack: fail, dispose: fail },
  };
  const replay = async (): Promise<void> => {
    await clearImported(engine);
    await rebuild(engine, importer, workspace, liveSteps(keeping.journal.value), () => undefined);
  };
  const removing = useRemoving({ theSession: () => session, keeping, refresh: () => Promise.resolve(), replay });

  async function take(files: SourceFile[]): Promise<void> {
    const read = new Pipeline().read(files);
    const staged = await stage(engine, read, { importId: nextImportId(keeping.journal.value) });
    const storable = { files, answers: {}, read, staged, at: '2026-11-24T08:00:00.000Z' };
    if (!isWorthKeeping(storable)) return dropStage(engine);
    const digests = await digestsOf(engine, storable);
    await store(keeping, storable, digests);
    return commitStage(engine, { digests });
  }

  async function act(each: Step, n: number): Promise<void> {
    const { value } = keeping.journal;
    if (each.do === 'import') await take(filesOf(each.rows, n));
    else if (each.do === 'undo') {
      const chosen = liveImports(value)[each.which % Math.max(1, liveImports(value).length)];
      if (!chosen) return;
      await keeping.keep({ type: 'undo', importId: chosen.importId, at: '2026-11-24T08:00:00.000Z' });
      await replay();
    } else if (each.do === 'remove') {
      const stale = await engine.query<{ id: number }>(
        'SELECT DISTINCT import_id AS id FROM stale_indicator ORDER BY 1',
      );
      if (stale.length > 0)
        await removing.removeStaleIndicators(
          stale.map(({ id }) => id),
          stale.length,
        );
    } else if (each.do === 'restore') {
      const chosen = liveRemovals(value)[each.which % Math.max(1, liveRemovals(value).length)];
      if (chosen) await removing.undoRemoval(chosen.removalId);
    }
  }
  const open = async (kept: readonly Piece[] | null): Promise<void> => {
    keeping.journal.value = await workspace.readJournal();
    if (!kept) return replay();
    await clearImportedAndPut(kept);
  };
  return { keeping, act, open, take, removing };
}

async function clearImportedAndPut(kept: readonly Piece[]): Promise<void> {
  await clearImported(engine);
  await putTables(engine, kept);
}

const fail = (): never => {
  throw new Error('not part of this test');
};

function filesOf(rows: readonly (readonly [Kind, string])[], n: number): SourceFile[] {
  return (Object.keys(HEADERS) as Kind[]).flatMap((kind) => {
    const lines = rows.filter((each) => each[0] === kind).map((each) => each[1]);
    const text = [HEADERS[kind], ...lines, ''].join('\n');
    return lines.length === 0 ? [] : [{ name: `${kind}-${String(n)}.csv`, bytes: new TextEncoder().encode(text) }];
  });
}

/** Every table with files by name: the numbers that files and imports happen to have are nobody's business. */
async function dump(): Promise<unknown> {
  const place = 'f.file_name, line';
  const from = 'JOIN source_file f USING (file_id)';
  const queries = [
    `SELECT unit_code, unit_name, ${place} FROM unit ${from}`,
    `SELECT fiscal_year, unit_code, unit_name, item, item_name, stage, amount, ${place} FROM finance ${from}`,
    `SELECT fiscal_year, unit_code, indicator, weight, reported_score, target_form, ${place} FROM indicator ${from}`,
    `SELECT r.file_name, line, column_name, value, reason FROM reject r ${from}`,
    `SELECT ${place} FROM stale_indicator ${from}`,
    'SELECT file_name, kind, sha256 FROM source_file',
  ];
  const tables = [];
  for (const sql of queries) tables.push(await engine.query(`${sql} ORDER BY ALL`));
  return tables;
}

test('any sequence of imports, undos, removals and reloads equals importing what is left into an empty workspace', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 7 }), async (steps) => {
      globalThis.indexedDB = new IDBFactory();
      await clearImported(engine);
      let workspace = await openStoredWorkspace();
      let window = openWindow(workspace);
      for (const [n, each] of steps.entries()) {
        if (each.do === 'reload') {
          const kept = each.kept ? await packTables(engine, []) : null;
          workspace.close();
          workspace = await openStoredWorkspace();
          window = openWindow(workspace);
          await window.open(kept);
        } else await window.act(each, n);
      }
      const after = await dump();
      // The same from the files and from what was kept of the tables.
      await clearImportedAndPut(await packTables(engine, []));
      expect(await dump()).toEqual(after);

      // What is left, imported anew: imports have other numbers, so what removals name is translated.
      const left = liveSteps(window.keeping.journal.value);
      const fresh = openWindow(openMemoryWorkspace());
      const numbers = new Map<number, number>();
      await clearImported(engine);
      for (const entry of left) {
        if (entry.type === 'import') {
          numbers.set(entry.importId, nextImportId(fresh.keeping.journal.value));
          const files = entry.files.map(async ({ name, sha256 }) => ({
            name,
            bytes: await workspace.readSource(sha256),
          }));
          await fresh.take(await Promise.all(files));
          // An import that has nothing to say without the undone ones is not kept, and takes no number.
          if (nextImportId(fresh.keeping.journal.value) === numbers.get(entry.importId)) numbers.delete(entry.importId);
        } else {
          const ids = entry.importIds.flatMap((id) => numbers.get(id) ?? []);
          await fresh.removing.removeStaleIndicators(ids, entry.rows);
        }
      }
      expect(await dump()).toEqual(after);
      workspace.close();
    }),
    { numRuns: RUNS },
  );
}, 900_000);
