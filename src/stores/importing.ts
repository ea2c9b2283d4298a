/**
 * One drop of files is one import: inspect → ask → read → stage → ask before replacing → keep → merge.
 * Until the workspace has committed, the data are as they were; cancelling at any earlier moment changes nothing.
 */
import { ref, shallowRef, type ShallowRef } from 'vue';
import { sha256 } from '@/database/hash';
import { commitStage, dropStage, stage, type StageReport } from '@/database/stage';
import type { Inspection, ReadResult, SourceFile } from '@/import/protocol';
import { nextImportId, type ImportEntry, type Journal } from '@/workspace/journal';
import type { useBusy } from './busy';
import type { Session } from './dataset';
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
}

interface Deps {
  theSession: () => Session;
  journal: ShallowRef<Journal>;
  during: ReturnType<typeof useBusy>['during'];
  refresh: () => Promise<void>;
  replay: (fresh: boolean) => Promise<void>;
}

/** The drop that is on its way. */
interface Drop {
  readonly files: readonly SourceFile[];
  readonly startedAt: number;
  answers: Record<string, string>;
  read?: ReadResult;
  staged?: StageReport;
}

export function useImporting({ theSession, journal, during, refresh, replay }: Deps) {
  const phase = ref<ImportPhase>('idle');
  const inspection = shallowRef<Inspection | null>(null);
  const replacing = shallowRef<StageReport['replacing'] | null>(null);
  const report = shallowRef<ImportReport | null>(null);
  const importError = shallowRef<Error | null>(null);
  const pending = usePending();
  let drop: Drop | null = null;
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
      await dropStage(theSession().engine);
      reset();
      if (!abort.signal.aborted) importError.value = cause instanceof Error ? cause : new Error(String(cause));
    }
  }

  async function importFiles(files: readonly File[]): Promise<void> {
    if (phase.value !== 'idle' || files.length === 0) return;
    importError.value = null;
    report.value = null;
    abort = new AbortController();
    const startedAt = Date.now();
    phase.value = 'inspecting';
    await leg(async () => {
      const sources = await Promise.all(
        files.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
      );
      drop = { files: sources, startedAt, answers: {} };
      const found = await during(
        'busy.inspecting',
        (tell) => theSession().importer.inspect(sources, {}, { signal: abort.signal, onProgress: tell }),
        cancelImport,
      );
      inspection.value = found;
      if (found.questions.length > 0) phase.value = 'asking';
      else await readAndStage();
    });
  }

  /** Goes on with the answers to what was asked: of the files, or whether earlier figures may be replaced. */
  async function confirmImport(answers: Readonly<Record<string, string>> = {}): Promise<void> {
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
    const { engine, importer } = theSession();
    await during(
      'busy.reading',
      async (tell) => {
        current.read = await importer.read(current.files, current.answers, {
          signal: abort.signal,
          onProgress: tell,
        });
        current.staged = await stage(engine, current.read, { importId: nextImportId(journal.value) });
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
    const kept = imported + replaced + rejected + cells > 0;
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
      };
      journal.value = await workspace.commit(entry, sources, journal.value.revision);
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
    reset();
    report.value = { at, seconds: (Date.now() - startedAt) / 1000, read, staged, kept };
  }

  /** Leaves the data as they were before the files were dropped. */
  function cancelImport(): void {
    if (phase.value === 'idle' || phase.value === 'storing') return;
    abort.abort();
    const waiting = phase.value === 'asking' || phase.value === 'replacing';
    if (waiting) {
      void dropStage(theSession().engine);
      reset();
    }
  }

  function clearReport(): void {
    report.value = null;
    importError.value = null;
  }

  return { phase, inspection, replacing, report, importError, importFiles, confirmImport, cancelImport, clearReport };
}
