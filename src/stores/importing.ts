/**
 * One drop of files is one import: inspect → ask → read → stage → ask before replacing → keep → merge.
 * Until the workspace has committed, the data are as they were; cancelling at any earlier moment changes nothing.
 */
import { ref, shallowRef } from 'vue';
import { sha256 } from '@/database/hash';
import { commitStage, dropStage, stage, type StageReport } from '@/database/stage';
import type { Answers, Inspection, ReadResult, SourceFile } from '@/import/protocol';
import { importsOf, nextImportId, type ImportEntry, type Journal } from '@/workspace/journal';
import type { useBusy } from './busy';
import type { Effects } from './effects';
import type { Keeping } from './keeping';
import type { Session } from './session';
import { usePending } from './pending';

/** Files of the sample, and whatever is made from it, say so in their names. */
const SYNTHETIC_NAME = /合成|synthetic/i;

export type ImportPhase = 'idle' | 'inspecting' | 'asking' | 'reading' | 'replacing' | 'storing';

/** What one import did, for the report. */
export interface ImportReport {
  readonly at: string;
  readonly seconds: number;
  readonly read: ReadResult;
  readonly staged: StageReport;
  /** False where there was nothing to keep: every file refused, or every row there already. */
  readonly kept: boolean;
  /** How the files were read. */
  readonly understood: Inspection;
}

interface Deps {
  theSession: () => Session;
  keeping: Keeping;
  effects: Effects;
  during: ReturnType<typeof useBusy>['during'];
  refresh: () => Promise<void>;
  replay: (fresh: boolean, of?: Journal) => Promise<void>;
}

/** The drop that is on its way. */
interface Drop {
  readonly files: readonly SourceFile[];
  readonly startedAt: number;
  answers: Answers;
  /** The import whose files are read again in another way. */
  readonly replaces?: number;
  /** The database stands without that import, though the journal still has it. */
  isApart?: boolean;
  read?: ReadResult;
  staged?: StageReport;
}

/** Files are read before anything is asked; `look`: and shown, even where nothing must be asked. */
export interface ImportOptions {
  readonly look?: boolean;
}

/** The journal as it would be, had that import been undone. */
const withoutImport = (journal: Journal, importId: number): Journal => ({
  ...journal,
  entries: [...journal.entries, { type: 'undo', importId, at: new Date().toISOString() }],
});

export function useImporting({ theSession, keeping, effects, during, refresh, replay }: Deps) {
  const { journal } = keeping;
  const phase = ref<ImportPhase>('idle');
  const inspection = shallowRef<Inspection | null>(null);
  const replacing = shallowRef<StageReport['replacing'] | null>(null);
  const report = shallowRef<ImportReport | null>(null);
  const importError = shallowRef<Error | null>(null);
  const pending = usePending();
  let drop: Drop | null = null;
  /** Files of the last drop that were refused: they can be tried again in another encoding. */
  let refused: readonly SourceFile[] = [];
  let abort = new AbortController();

  function reset(): void {
    phase.value = 'idle';
    inspection.value = null;
    replacing.value = null;
    drop = null;
  }

  /** Runs one leg of an import; an abort is no error, anything else is shown and leaves the data as they were. */
  async function leg(work: () => Promise<void>): Promise<void> {
    try {
      await pending.during(work);
    } catch (cause) {
      await leave();
      if (!abort.signal.aborted) importError.value = cause instanceof Error ? cause : new Error(String(cause));
    }
  }

  /** Forgets the drop, and leaves the database as the journal says. */
  async function leave(): Promise<void> {
    const isApart = drop?.isApart === true;
    await dropStage(theSession().engine);
    reset();
    if (isApart) await replay(true);
  }

  async function begin(
    startedAt: number,
    sources: () => Promise<Omit<Drop, 'startedAt'>>,
    look: boolean,
  ): Promise<void> {
    if (phase.value !== 'idle') return;
    importError.value = null;
    report.value = null;
    abort = new AbortController();
    phase.value = 'inspecting';
    await leg(async () => {
      drop = { startedAt, ...(await sources()) };
      await inspect(drop);
      if (look || (inspection.value?.questions.length ?? 0) > 0) phase.value = 'asking';
      else await readAndStage();
    });
  }

  async function inspect({ files, answers }: Drop): Promise<void> {
    inspection.value = await during(
      'busy.inspecting',
      (tell) => theSession().importer.inspect(files, answers, { signal: abort.signal, onProgress: tell }),
      cancelImport,
    );
  }

  async function importFiles(files: readonly File[], { look = false }: ImportOptions = {}): Promise<void> {
    if (files.length === 0) return;
    await begin(
      Date.now(),
      async () => ({
        files: await Promise.all(
          files.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
        ),
        answers: {},
      }),
      look,
    );
  }

  /** Reads the files of the drop in another way, and shows what they are then. */
  async function inspectAgain(answers: Answers): Promise<void> {
    const current = drop;
    if (!current || phase.value !== 'asking') return;
    current.answers = { ...answers };
    await leg(() => inspect(current));
  }

  /** Opens an import again as it was read, to read it in another way: confirmed, it takes that import's place. */
  async function reviewImport(importId: number): Promise<void> {
    const entry = importsOf(journal.value).find((each) => each.importId === importId);
    if (!entry) return;
    const { workspace } = theSession();
    await begin(
      Date.now(),
      async () => ({
        files: await Promise.all(
          entry.files.map(async ({ name, sha256: digest }) => ({ name, bytes: await workspace.readSource(digest) })),
        ),
        answers: entry.answers,
        replaces: importId,
      }),
      true,
    );
  }

  /** Opens the refused files of the last drop, to read them in another way. */
  async function reviewRefused(): Promise<void> {
    if (refused.length === 0) return;
    await begin(Date.now(), () => Promise.resolve({ files: refused, answers: {} }), true);
  }

  /** Goes on with the answers to what was asked: of the files, or whether earlier figures may be replaced. */
  async function confirmImport(answers: Answers = {}): Promise<void> {
    if (!drop) return;
    if (phase.value === 'replacing') await leg(keep);
    else if (phase.value === 'asking') {
      drop.answers = { ...answers };
      await leg(readAndStage);
    }
  }

  async function readAndStage(): Promise<void> {
    const current = drop;
    if (!current) return;
    phase.value = 'reading';
    await during(
      'busy.reading',
      async (tell) => {
        current.read = await theSession().importer.read(current.files, current.answers, {
          signal: abort.signal,
          onProgress: tell,
        });
      },
      cancelImport,
    );
    if (current.replaces !== undefined) {
      current.isApart = true;
      await replay(true, withoutImport(journal.value, current.replaces));
    }
    await during(
      'busy.reading',
      async () => {
        if (!current.read) return;
        current.staged = await stage(theSession().engine, current.read, { importId: nextImportId(journal.value) });
      },
      cancelImport,
    );
    abort.signal.throwIfAborted();
    if (current.staged && current.staged.replacing.rows > 0) {
      replacing.value = current.staged.replacing;
      phase.value = 'replacing';
    } else await keep();
  }

  async function keep(): Promise<void> {
    const current = drop;
    if (!current?.read || !current.staged) return;
    phase.value = 'storing';
    const { read, staged, files, answers, startedAt } = { ...current, read: current.read, staged: current.staged };
    const { engine, workspace } = theSession();
    const at = new Date().toISOString();
    const { imported, replaced, rejected, cells } = staged.counts;
    // Read again in another way, an import counts even where nothing of it is left.
    const kept = imported + replaced + rejected + cells > 0 || current.replaces !== undefined;
    const digests = files.map(() => '');
    await during('busy.storing', async () => {
      if (!kept) {
        await dropStage(engine);
        return;
      }
      // What was refused is not kept: it holds no row, and would only be refused again at every start.
      const sources = [];
      for (const { index } of read.files) {
        const file = files[index];
        if (!file) continue;
        const digest = await sha256(engine, file.bytes);
        digests[index] = digest;
        sources.push({ name: file.name, bytes: file.bytes, sha256: digest });
      }
      const entry: ImportEntry = {
        type: 'import',
        importId: nextImportId(journal.value),
        at,
        files: sources.map((file) => ({ name: file.name, sha256: file.sha256, byteLength: file.bytes.byteLength })),
        answers,
        counts: staged.counts,
        synthetic: sources.some((file) => SYNTHETIC_NAME.test(file.name)),
        ...(current.replaces === undefined ? {} : { replaces: current.replaces }),
      };
      await keeping.keep(entry, sources);
    });
    if (kept) {
      try {
        await commitStage(engine, { digests });
        await refresh();
      } catch {
        // Kept, but not merged: what is kept is the truth, so the database is built anew from it.
        await replay(true);
      }
    }
    const understood = inspection.value ?? { files: [], questions: [], refused: [] };
    const lost = new Set(read.refused.map((refusal) => refusal.file));
    refused = files.filter((file) => lost.has(file.name));
    reset();
    report.value = { at, seconds: (Date.now() - startedAt) / 1000, read, staged, kept, understood };
  }

  /** Leaves the data as they were before the files were dropped. */
  function cancelImport(): void {
    if (phase.value === 'idle' || phase.value === 'storing') return;
    abort.abort();
    const waiting = phase.value === 'asking' || phase.value === 'replacing';
    if (waiting) void leave();
  }

  function clearReport(): void {
    report.value = null;
    importError.value = null;
    refused = [];
  }

  return {
    phase,
    inspection,
    replacing,
    report,
    importError,
    importFiles,
    inspectAgain,
    reviewImport,
    reviewRefused,
    confirmImport,
    cancelImport,
    clearReport,
  };
}
