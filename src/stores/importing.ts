/**
 * One drop of files is one import: inspect → ask → read → stage → ask before replacing → merge and keep (merging.ts).
 * Cancelling at any moment before that changes nothing; a merge that could not be kept is taken back.
 */
import { ref, shallowRef } from 'vue';
import { dropStage, stage, type StageReport } from '@/database/stage';
import type { Answers, Inspection, SourceFile } from '@/import/protocol';
import { answerTemplatesOf, importsOf, nextImportId, type Journal } from '@/workspace/journal';
import { fillIn, readAsKnown, templateOf, type Filled } from './answerTemplates';
import type { useBusy } from './busy';
import { collect, droppedFiles, type DroppedFile } from './collect';
import {
  faultsOf,
  NOTHING_GIVEN,
  NOTHING_FILLED,
  withoutImport,
  type Drop,
  type Given,
  type ImportOptions,
  type ImportPhase,
  type ImportReport,
} from './drop';
import type { Effects } from './effects';
import type { Keeping } from './keeping';
import { useMerging } from './merging';
import { usePending } from './pending';
import type { Session } from './session';
import { digestEarly, isWorthKeeping, packEarly } from './storing';

export interface ImportingDeps {
  theSession: () => Session;
  /** As `useStartup` gives it: an import needs an engine that stays. */
  untilBack: (signal: AbortSignal) => Promise<void>;
  /** Ends what the engine does while nobody needs it (warming.ts); resolves once it has. */
  untilFree: () => Promise<void>;
  keeping: Keeping;
  effects: Effects;
  during: ReturnType<typeof useBusy>['during'];
  /** `kept`: the tables are shown once that has come about. */
  refresh: (kept: Promise<unknown>) => Promise<void>;
  replay: (fresh: boolean, of?: Journal) => Promise<void>;
}

export function useImporting(deps: ImportingDeps) {
  const { theSession, untilBack, untilFree, keeping, during, replay } = deps;
  const { journal } = keeping;
  const mergeAndStore = useMerging(deps);
  const phase = ref<ImportPhase>('idle');
  const inspection = shallowRef<Inspection | null>(null);
  const replacing = shallowRef<StageReport['replacing'] | null>(null);
  /** What named answers say to the questions of this drop. */
  const filled = shallowRef<Filled>(NOTHING_FILLED);
  /** What has been answered or set by hand so far, and which import is being read again. */
  const given = shallowRef<Given>(NOTHING_GIVEN);
  /** The name under which the answers to this drop are to be kept; empty: they are not. */
  const keepAnswersAs = ref('');
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
    filled.value = NOTHING_FILLED;
    keepAnswersAs.value = '';
    given.value = NOTHING_GIVEN;
    drop = null;
  }

  /** Runs one leg of an import; an abort is no error, anything else is shown and leaves the data as they were. */
  async function leg(work: () => Promise<void>): Promise<void> {
    try {
      await pending.during(work);
    } catch (cause) {
      const left = await leave().then(
        () => null,
        (failure: unknown) => failure,
      );
      const told = left ?? (abort.signal.aborted ? null : cause);
      if (told !== null) importError.value = told instanceof Error ? told : new Error(String(told));
    }
  }

  /** Forgets the drop, and leaves the database as the journal says; nothing else may begin before that is done. */
  async function leave(): Promise<void> {
    const left = drop;
    phase.value = 'leaving';
    try {
      // Before anything was read nothing was staged; the engine may then be one that goes.
      if (left?.read) await dropStage(theSession().engine);
      if (left?.isApart) await replay(true);
    } finally {
      reset();
    }
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
      await untilBack(abort.signal);
      const free = untilFree();
      drop = { startedAt, ...(await sources()) };
      digestEarly(theSession().engine, drop.files);
      const names = drop.files.map((file) => file.name);
      if (drop.replaces === undefined)
        drop.answers = { ...readAsKnown(names, answerTemplatesOf(journal.value)), ...drop.answers };
      await inspect(drop);
      await free;
      // Named answers that leave nothing open are taken; the report says so.
      if (!look && filled.value.isComplete) {
        drop.answers = { ...drop.answers, ...filled.value.answers };
        await readAndStage();
      } else if (look || (inspection.value?.questions.length ?? 0) > 0) phase.value = 'asking';
      else await readAndStage();
    });
  }

  async function inspect({ files, answers, replaces }: Drop): Promise<void> {
    const found = await during(
      'busy.inspecting',
      (tell) => theSession().importer.inspect(files, answers, { signal: abort.signal, onProgress: tell }),
      cancelImport,
    );
    given.value = { answers, replaces: replaces ?? null };
    inspection.value = found;
    filled.value = fillIn(found, answerTemplatesOf(journal.value));
  }

  const importFiles = (files: readonly File[], options: ImportOptions = {}): Promise<void> =>
    importDropped(droppedFiles(files), options);

  /** Files as dropped, under their paths; archives among them are unpacked. */
  async function importDropped(dropped: readonly DroppedFile[], { look = false }: ImportOptions = {}): Promise<void> {
    if (dropped.length === 0) return;
    const sources = async (): Promise<Omit<Drop, 'startedAt'>> => ({
      ...(await during(
        'busy.unpacking',
        () => collect(dropped, abort.signal, theSession().importer.hold),
        cancelImport,
      )),
      answers: {},
    });
    await begin(Date.now(), sources, look);
  }

  /** Reads the files of the drop in another way, and shows what they are then. */
  async function inspectAgain(answers: Answers): Promise<void> {
    const current = drop;
    if (!current || phase.value !== 'asking') return;
    current.answers = { ...answers };
    await leg(() => inspect(current));
  }

  /** Opens an import again, as it was read or with other answers: confirmed, it takes that import's place. */
  async function reviewImport(importId: number, answers?: Answers): Promise<void> {
    const entry = importsOf(journal.value).find((each) => each.importId === importId);
    if (!entry) return;
    const { workspace } = theSession();
    await begin(
      Date.now(),
      async () => ({
        files: await Promise.all(
          entry.files.map(async ({ name, sha256: digest }) => ({ name, bytes: await workspace.readSource(digest) })),
        ),
        answers: answers ?? entry.answers,
        replaces: importId,
      }),
      true,
    );
  }

  /** Opens the refused files of the last drop, to read them in another way. */
  async function reviewRefused(answers: Answers = {}): Promise<void> {
    if (refused.length === 0) return;
    await begin(Date.now(), () => Promise.resolve({ files: refused, answers }), true);
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
        const { importer } = theSession();
        const read = await importer.read(current.files, current.answers, { signal: abort.signal, onProgress: tell });
        current.read = { ...read, refused: [...faultsOf(current), ...read.refused] };
      },
      cancelImport,
    );
    packEarly(theSession().importer, current.files);
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
    const { read, staged, files, answers, startedAt } = current;
    const { engine } = theSession();
    const at = new Date().toISOString();
    const storable = { ...current, read, staged, at };
    const kept = isWorthKeeping(storable);
    if (kept) await mergeAndStore(storable);
    else await dropStage(engine);
    const understood = inspection.value ?? { files: [], questions: [], refused: [] };
    const taken = { filled: filled.value, answers, skipped: (current.skipped ?? []).filter((each) => !each.isFault) };
    await keepAnswers(understood, answers);
    const lost = new Set(read.refused.map((refusal) => refusal.file));
    refused = files.filter((file) => lost.has(file.name));
    reset();
    report.value = { at, seconds: (Date.now() - startedAt) / 1000, read, staged, kept, understood, ...taken };
  }

  async function keepAnswers(understood: Inspection, answers: Answers): Promise<void> {
    const name = keepAnswersAs.value;
    const files = name === '' ? null : templateOf(understood, answers);
    if (files) await keeping.keep({ type: 'answer-template', at: new Date().toISOString(), name, files });
  }

  /** Leaves the data as they were before the files were dropped. */
  function cancelImport(): void {
    if (phase.value === 'idle' || phase.value === 'storing' || phase.value === 'leaving') return;
    abort.abort();
    const waiting = phase.value === 'asking' || phase.value === 'replacing';
    if (waiting) void leg(() => Promise.reject(new DOMException('cancelled', 'AbortError')));
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
    filled,
    given,
    importFiles,
    importDropped,
    keepAnswersAs,
    inspectAgain,
    reviewImport,
    reviewRefused,
    confirmImport,
    cancelImport,
    clearReport,
  };
}
