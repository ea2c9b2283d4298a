/** The import store as the page has it, on the wasm engine in Node and a workspace in memory (or any other). */
import { createPinia, setActivePinia } from 'pinia';
import type { Engine } from '@/database/engine';
import { Pipeline } from '@/import/pipeline';
import { rebuild } from '@/stores/rebuild';
import { useBusy } from '@/stores/busy';
import { deriveFacts } from '@/stores/derive';
import { useEffects } from '@/stores/effects';
import { useImporting } from '@/stores/importing';
import { useKeeping } from '@/stores/keeping';
import { readScope } from '@/stores/scope';
import type { Session } from '@/stores/session';
import { liveSteps } from '@/workspace/journal';
import { openMemoryWorkspace } from '@/workspace/memory';
import type { Workspace } from '@/workspace/workspace';
import { clearImported } from './tables';

/** Calls of the import worker, made in this thread; `hold` lets a test stop in the middle of one. */
function importerOf(hold: () => Promise<void>): Session['importer'] {
  const run = async <T>(work: () => T, signal?: AbortSignal): Promise<T> => {
    signal?.throwIfAborted();
    await hold();
    signal?.throwIfAborted();
    return work();
  };
  return {
    hold: () => () => undefined,
    inspect: (files, answers = {}, options = {}) => run(() => new Pipeline().inspect(files, answers), options.signal),
    read: (files, answers = {}, options = {}) => run(() => new Pipeline().read(files, answers), options.signal),
    rowsAt: (file, lines, answers = {}) => run(() => new Pipeline().rowsAt(file, lines, answers)),
    // Then the page packs by itself.
    pack: () => Promise.reject(new Error('no other thread')),
    dispose: () => undefined,
  };
}

export async function openStore(
  engine: Engine,
  workspace: Workspace = openMemoryWorkspace(),
  hold: () => Promise<void> = () => Promise.resolve(),
  untilBack: (signal: AbortSignal) => Promise<void> = () => Promise.resolve(),
  untilFree: () => Promise<void> = () => Promise.resolve(),
) {
  setActivePinia(createPinia());
  const session: Session = { engine, workspace, importer: importerOf(hold) };
  const keeping = useKeeping(() => workspace);
  const { busy, during } = useBusy();
  let rowCount = 0;
  const refresh = async (): Promise<void> => {
    await deriveFacts(engine, () => undefined);
    rowCount = (await readScope(engine)).rowCount;
  };
  const replay = async (_fresh: boolean, of = keeping.journal.value): Promise<void> => {
    await clearImported(engine);
    await rebuild(engine, session.importer, workspace, liveSteps(of), () => undefined);
    await refresh();
  };
  const effects = useEffects({
    theSession: () => session,
    keeping,
    // Never scored of itself: an effect is there when it has been asked for.
    ensureScores: () => Promise.reject(new Error('no view asks for scores')),
    isScored: () => false,
    rowCount: () => rowCount,
    during,
  });
  keeping.journal.value = await workspace.readJournal();
  await replay(true);
  const importing = useImporting({
    theSession: () => session,
    untilBack,
    untilFree,
    keeping,
    effects,
    during,
    refresh,
    replay,
  });

  const drop = async (files: Readonly<Record<string, string | Uint8Array<ArrayBuffer>>>): Promise<void> => {
    await importing.importFiles(Object.entries(files).map(([name, body]) => new File([body], name)));
  };
  const undo = async (importId: number): Promise<void> => {
    await keeping.keep({ type: 'undo', importId, at: '2026-11-24T08:00:00.000Z' });
    await replay(true);
  };
  return { session, busy, keeping, effects, importing, drop, undo };
}
