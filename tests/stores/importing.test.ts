/** An import's way through the store: read again in another way, tried again when refused, cancelled, mended, refused by a full disk. */
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Engine } from '@/database/engine';
import { measure, noteBefore } from '@/stores/effectQuery';
import { deriveFacts, deriveScores } from '@/stores/derive';
import { RULE_SETS } from '@/rules/ruleSet';
import { openMemoryWorkspace } from '@/workspace/memory';
import { WorkspaceError, type Workspace } from '@/workspace/workspace';
import { effectsOf, importsOf, liveImports } from '@/workspace/journal';
import { REJECTS_SQL, type RejectRow } from '@/views/data/rejects';
import { rejectsCsv } from '@/views/data/rejectsCsv';
import { openEngine } from '../support/engine';
import { openStore } from '../support/importing';
import { clearImported } from '../support/tables';

// What is worked out on demand opens an engine of its own.
vi.mock('@/stores/session', () => ({ openEngine: () => openEngine() }));

let engine: Engine;
beforeAll(async () => {
  engine = await openEngine();
}, 120_000);
afterAll(() => engine.close());
beforeEach(() => clearImported(engine));

const amounts = async (): Promise<string[]> =>
  (
    await engine.query<{ said: string }>(
      "SELECT unit_code || ' ' || item_name || ' ' || amount AS said FROM finance WHERE amount IS NOT NULL ORDER BY 1",
    )
  ).map(({ said }) => said);

const LONG = '年度,单位编码,单位名称,口径,科目,金额,金额单位\n';
const WIDE = '年度,单位编码,单位名称,口径,支出合计\n';
const UNIT = 'unit:决算.csv';

/** One file whose amounts have no unit, answered with 万元. */
async function withOne(workspace?: Workspace) {
  const store = await openStore(engine, workspace);
  await store.drop({ '决算.csv': `${WIDE}2021,1,甲,决算,30000\n` });
  expect(store.importing.phase.value).toBe('asking');
  const entries = store.importing.inspection.value?.questions.flatMap((question) => question.entries) ?? [];
  expect(entries.map(({ id }) => id)).toEqual([UNIT]);
  await store.importing.confirmImport({ [UNIT]: '万元' });
  expect(await amounts()).toEqual(['1 支出合计 30000.000000']);
  return store;
}

describe('an import that is read again', () => {
  it('shows what was understood, changes nothing until it is confirmed, and then takes its place', async () => {
    const { importing, keeping, undo } = await withOne();
    await importing.reviewImport(1);
    expect(importing.phase.value).toBe('asking');
    expect(importing.given.value).toEqual({ answers: { [UNIT]: '万元' }, replaces: 1 });
    expect(await amounts()).toEqual(['1 支出合计 30000.000000']);

    await importing.confirmImport({ [UNIT]: '元' });
    expect(importing.importError.value).toBeNull();
    expect(await amounts()).toEqual(['1 支出合计 3.000000']);
    // Its own earlier reading is not what it replaces: nothing is asked, and the row counts as new.
    expect(importing.report.value?.staged.counts).toMatchObject({ imported: 1, replaced: 0 });
    expect(liveImports(keeping.journal.value).map(({ importId, replaces }) => [importId, replaces])).toEqual([[2, 1]]);

    await undo(2);
    expect(liveImports(keeping.journal.value).map(({ importId }) => importId)).toEqual([1]);
    expect(await amounts()).toEqual(['1 支出合计 30000.000000']);
  });

  it('leaves everything as it was when it is cancelled, before reading or before replacing', async () => {
    const { importing, keeping, drop } = await withOne();
    await drop({ '更正.csv': `${LONG}2021,1,甲,决算,支出合计,4,万元\n` });
    expect(importing.replacing.value).toEqual({ rows: 1, files: ['决算.csv'] });
    await importing.confirmImport();
    expect(await amounts()).toEqual(['1 支出合计 4.000000']);
    const before = keeping.journal.value;

    await importing.reviewImport(1);
    importing.cancelImport();
    await vi.waitFor(() => expect(importing.phase.value).toBe('idle'));
    expect(await amounts()).toEqual(['1 支出合计 4.000000']);

    await importing.reviewImport(1);
    await importing.confirmImport({ [UNIT]: '元' });
    // The later import's figure would be replaced: that is asked, with the database apart from the journal.
    expect(importing.replacing.value).toEqual({ rows: 1, files: ['更正.csv'] });
    importing.cancelImport();
    await vi.waitFor(() => expect(importing.phase.value).toBe('idle'));
    expect(await amounts()).toEqual(['1 支出合计 4.000000']);
    expect(keeping.journal.value).toBe(before);
    expect(importing.importError.value).toBeNull();
  });

  it('can come to nothing, and then its rows are gone', async () => {
    const { importing, keeping } = await withOne();
    await importing.reviewImport(1, { 'delimiter:决算.csv': ';' });
    await importing.confirmImport(importing.given.value.answers);
    expect(importing.report.value?.read.refused).toHaveLength(1);
    expect(await amounts()).toEqual([]);
    expect(liveImports(keeping.journal.value).map(({ importId, files }) => [importId, files])).toEqual([[2, []]]);
  });

  it('stays as it was read when there is no room for the new reading', async () => {
    const workspace = openMemoryWorkspace();
    const { importing, keeping } = await withOne(workspace);
    const commit = vi.spyOn(workspace, 'commit').mockRejectedValue(new WorkspaceError('full'));
    await importing.reviewImport(1);
    await importing.confirmImport({ [UNIT]: '元' });
    expect(importing.importError.value).toMatchObject({ problem: 'full' });
    expect(await amounts()).toEqual(['1 支出合计 30000.000000']);
    expect(liveImports(keeping.journal.value).map(({ importId }) => importId)).toEqual([1]);
    commit.mockRestore();
  });
});

describe('a refused file', () => {
  it('is opened again by itself and goes in; its neighbours are in already', async () => {
    const { importing, drop } = await openStore(engine);
    const files = {
      '支出.csv': '单位编码,单位名称,口径,支出合计（元）\n1,甲,决算,30000\n',
      '好.csv': `${LONG}2021,2,乙,决算,支出合计,5,万元\n`,
    };
    await drop(files);
    // Nothing says which year: left open, the file is not imported.
    await importing.confirmImport({ 'year:支出.csv': '' });
    expect(importing.report.value?.read.refused.map(({ file }) => file)).toEqual(['支出.csv']);
    expect(await amounts()).toEqual(['2 支出合计 5.000000']);

    await importing.reviewRefused({ 'delimiter:支出.csv': ';' });
    expect(importing.phase.value).toBe('asking');
    expect(importing.inspection.value?.refused.map(({ file, setByHand }) => [file, setByHand])).toEqual([
      ['支出.csv', ['delimiter']],
    ]);
    await importing.inspectAgain({});
    expect(importing.inspection.value?.files.map(({ name }) => name)).toEqual(['支出.csv']);
    await importing.confirmImport({ 'year:支出.csv': '2021' });
    expect(await amounts()).toEqual(['1 支出合计 3.000000', '2 支出合计 5.000000']);
    expect(importing.report.value?.read.refused).toEqual([]);
    // Nothing is refused any more: there is nothing to open.
    await importing.reviewRefused();
    expect(importing.phase.value).toBe('idle');
  });

  it('stays for another try when the first one is cancelled', async () => {
    const { importing, drop } = await openStore(engine);
    await drop({ '支出.csv': '单位编码,单位名称,口径,支出合计（元）\n1,甲,决算,30000\n' });
    await importing.confirmImport({ 'year:支出.csv': '' });
    await importing.reviewRefused();
    importing.cancelImport();
    await vi.waitFor(() => expect(importing.phase.value).toBe('idle'));
    await importing.reviewRefused();
    await importing.confirmImport({ 'year:支出.csv': '2021' });
    expect(await amounts()).toEqual(['1 支出合计 3.000000']);
  });
});

describe('an import that is begun while the tables still come back', () => {
  /** Its engine goes, and refuses whatever it is asked, until `back`. */
  async function comingBack() {
    let back = (): void => undefined;
    const coming = new Promise<void>((resolve) => (back = resolve));
    const untilBack = (signal: AbortSignal): Promise<void> =>
      Promise.race([
        coming,
        new Promise<never>((_, reject) => (signal.onabort = () => reject(new Error('cancelled')))),
      ]);
    const store = await openStore(engine, openMemoryWorkspace(), () => Promise.resolve(), untilBack);
    const run = (): Promise<never> => Promise.reject(new DOMException('what was kept is no good', 'AbortError'));
    store.session.engine = { ...engine, run, query: run };
    const dropping = store.drop({ 'a.csv': `${LONG}2021,1,甲,决算,支出合计,1,万元\n` });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(store.importing.phase.value).toBe('inspecting');
    return { ...store, dropping, back };
  }

  it('goes into the engine that is there then', async () => {
    const { session, importing, dropping, back } = await comingBack();
    session.engine = engine;
    back();
    await dropping;
    expect(importing.importError.value).toBeNull();
    expect(await amounts()).toEqual(['1 支出合计 1.000000']);
  });

  it('is over at once when it is cancelled', async () => {
    const { importing, dropping } = await comingBack();
    importing.cancelImport();
    await dropping;
    expect([importing.phase.value, importing.importError.value]).toEqual(['idle', null]);
  });
});

it('asks nothing of an engine that is still busy with something else', async () => {
  let free = (): void => undefined;
  const freed = new Promise<void>((resolve) => (free = resolve));
  const none = (): Promise<void> => Promise.resolve();
  const { session, importing, drop } = await openStore(engine, openMemoryWorkspace(), none, none, () => freed);
  const asked: string[] = [];
  const run = (sql: string): Promise<void> => (asked.push(sql), engine.run(sql));
  session.engine = { ...engine, run };
  const dropping = drop({ 'a.csv': `${LONG}2021,1,甲,决算,支出合计,1,万元\n` });
  await vi.waitFor(() => expect(importing.inspection.value).not.toBeNull());
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(asked).toEqual([]);
  free();
  await dropping;
  expect(await amounts()).toEqual(['1 支出合计 1.000000']);
});

describe('a cancelled import', () => {
  it.each(['inspecting', 'reading'] as const)('changes nothing while %s, and the next one goes in', async (when) => {
    let holds = false;
    let held: (() => void) | null = null;
    const release = (): void => {
      const go = held;
      held = null;
      go?.();
    };
    const { importing, keeping, drop } = await openStore(engine, openMemoryWorkspace(), () =>
      holds ? new Promise((resolve) => (held = resolve)) : Promise.resolve(),
    );
    const files = { 'a.csv': `${LONG}2021,1,甲,决算,支出合计,1,万元\n` };
    holds = true;
    const dropping = drop(files);
    await vi.waitFor(() => expect(held).not.toBeNull());
    expect(importing.phase.value).toBe('inspecting');
    if (when === 'reading') {
      release();
      await vi.waitFor(() => expect(held).not.toBeNull());
      expect(importing.phase.value).toBe('reading');
    }
    importing.cancelImport();
    holds = false;
    release();
    await dropping;
    expect(importing.phase.value).toBe('idle');
    expect([importing.importError.value, importing.report.value]).toEqual([null, null]);
    expect(await amounts()).toEqual([]);
    expect(keeping.journal.value.entries).toEqual([]);
    await drop(files);
    expect(await amounts()).toEqual(['1 支出合计 1.000000']);
  });

  it('changes nothing when it is asked before replacing', async () => {
    const { importing, keeping, drop } = await openStore(engine);
    await drop({ 'a.csv': `${LONG}2021,1,甲,决算,支出合计,1,万元\n` });
    await drop({ 'b.csv': `${LONG}2021,1,甲,决算,支出合计,2,万元\n2021,2,乙,决算,支出合计,2,万元\n` });
    expect(importing.phase.value).toBe('replacing');
    importing.cancelImport();
    await vi.waitFor(() => expect(importing.phase.value).toBe('idle'));
    expect(await amounts()).toEqual(['1 支出合计 1.000000']);
    expect(importsOf(keeping.journal.value)).toHaveLength(1);
  });
});

it('a saved reject list, mended and dropped in again, takes its rows off the list', async () => {
  const { session, importing, drop } = await openStore(engine);
  await drop({
    '2021年决算.csv': '单位编码,单位名称,口径,支出合计（万元）\n1,甲,决算,1\n2,乙,决算,"12,34"\n,丙,决算,3\n',
  });
  await importing.confirmImport({ 'year:2021年决算.csv': '2021' });
  const listed = (): Promise<RejectRow[]> => engine.query<RejectRow>(REJECTS_SQL, [1]);
  const rejects = await listed();
  expect(rejects.map(({ line, is_mended }) => [line, is_mended])).toEqual([
    [3, false],
    [4, false],
  ]);
  const [entry] = importsOf(await session.workspace.readJournal());
  const bytes = await session.workspace.readSource(entry?.files[0]?.sha256 ?? '');
  const content = await session.importer.rowsAt({ name: '2021年决算.csv', bytes }, [3, 4], entry?.answers ?? {});
  const saved = rejectsCsv(content, rejects);
  const mended = saved.replace('"12,34",', '12.34,');
  expect(mended).not.toBe(saved);
  await drop({ '退回_2021年决算.csv': mended });
  if (importing.phase.value === 'asking') await importing.confirmImport({ 'year:退回_2021年决算.csv': '2021' });
  expect(await amounts()).toEqual(['1 支出合计 1.000000', '2 支出合计 12.340000']);
  expect((await listed()).map(({ line, is_mended }) => [line, is_mended])).toEqual([
    [3, true],
    [4, false],
  ]);
});

it('what an import moved can be worked out later, as it would have been at once', async () => {
  const { busy, keeping, effects, drop, importing } = await openStore(engine);
  const ruleSet = RULE_SETS[0];
  if (!ruleSet) throw new Error('no rule set');
  const indicators = (achieved: string): string =>
    `年度,单位编码,单位名称,指标名称,目标值,完成值,分值\n2021,1,甲,办结率,≥100,${achieved},100\n`;
  const first = {
    '指标.csv': indicators('80'),
    '决算.csv': `${LONG}2021,1,甲,决算,支出合计,9007199254740993.01,万元\n`,
  };
  await drop(first);
  await deriveFacts(engine, () => undefined);
  await deriveScores(engine, ruleSet, () => undefined);
  await noteBefore(engine, ruleSet.id);
  await drop({ '指标.csv': indicators('90'), '决算.csv': first['决算.csv'].replace('993.01', '993.02') });
  await importing.confirmImport();
  await deriveScores(engine, ruleSet, () => undefined);
  const atOnce = await measure(engine, ruleSet.id);
  expect(atOnce.totals.largest?.delta).toBe('10');
  // A third import must not count.
  await drop({ '指标.csv': indicators('70') });
  await importing.confirmImport();

  const cancelled = effects.measureAgain(2);
  await vi.waitFor(() => expect(busy.value?.cancel).toBeTruthy());
  busy.value?.cancel?.();
  await cancelled;
  expect(effectsOf(keeping.journal.value).size).toBe(0);
  await effects.measureAgain(2);
  expect(effectsOf(keeping.journal.value).get(2)).toMatchObject(atOnce);
}, 120_000);
