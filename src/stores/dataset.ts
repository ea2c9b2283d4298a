/**
 * The pipeline, and the only place that knows its order: workspace → engine → import → facts → scores.
 * Views read `query`; everything that changes data goes through here and bumps `revision`.
 */
import { defineStore } from 'pinia';
import { computed, markRaw, ref, shallowRef } from 'vue';
import type { Engine, Row, SqlValue } from '@/database/engine';
import { startWorkerUnderPagePolicy } from '@/database/startWorker';
import type { Importer } from '@/import/client';
import type { Kind } from '@/import/datasets';
import type { RowsAt } from '@/import/protocol';
import type { RuleSet } from '@/rules/ruleSet';
import {
  EMPTY_JOURNAL,
  importsOf,
  isUndone,
  liveImports,
  reviewsOf,
  type Journal,
  type JournalEntry,
} from '@/workspace/journal';
import { openWorkspace } from '@/workspace/open';
import type { Workspace } from '@/workspace/workspace';
import { useBusy } from './busy';
import { deriveDraft, deriveFacts, deriveScores } from './derive';
import { useImporting } from './importing';
import { rebuild } from './rebuild';
import { useRuleSets } from './ruleSets';
import { usePending } from './pending';
import { sampleFiles } from './sample';
import { readScope, EMPTY_SCOPE, type Scope } from './scope';

export type DatasetState = 'starting' | 'empty' | 'ready' | 'failed';

/** What the pipeline works with, once started. */
export interface Session {
  engine: Engine;
  readonly importer: Importer;
  readonly workspace: Workspace;
}

export const useDataset = defineStore('dataset', () => {
  const state = ref<DatasetState>('starting');
  const failure = shallowRef<Error | null>(null);
  /** Bumps when data or rules have changed: every query asks again. */
  const revision = ref(0);
  const journal = shallowRef<Journal>(EMPTY_JOURNAL);
  const scope = shallowRef<Scope>(EMPTY_SCOPE);
  const usedBytes = ref(0);
  /** Another window has changed the workspace since this one read it. */
  const outdated = ref(false);
  const persistence = ref<'stored' | 'memory'>('stored');
  const { busy, during } = useBusy();
  const pending = usePending();

  let session: Session | null = null;
  let scoring = new Map<string, Promise<void>>();
  /** Rule sets whose scores and findings are in the database now: for what must not have them computed. */
  const scored = shallowRef<ReadonlySet<string>>(new Set());

  function theSession(): Session {
    if (!session) throw new Error('the dataset has not started');
    return session;
  }

  async function openEngine(): Promise<Engine> {
    // Loaded on demand: the engine's glue is not needed for the first paint.
    const { openBrowserEngine } = await import('@/database/connection');
    return markRaw(await openBrowserEngine());
  }

  async function start(): Promise<void> {
    const end = pending.begin();
    try {
      await during('busy.starting', async () => {
        const [engine, importer, workspace] = await Promise.all([
          openEngine(),
          import('@/import/client').then(({ createImporter }) => createImporter(startWorkerUnderPagePolicy)),
          openWorkspace(),
        ]);
        session = { engine, importer, workspace };
        persistence.value = workspace.persistence;
        workspace.onForeignChange(() => {
          outdated.value = true;
        });
        journal.value = await workspace.readJournal();
      });
      await replay(false);
    } catch (cause) {
      fail(cause);
    } finally {
      end();
    }
  }

  function fail(cause: unknown): void {
    failure.value = cause instanceof Error ? cause : new Error(String(cause));
    state.value = 'failed';
  }

  /** Rebuilds the database from the journal; `fresh` ends the old engine first, which frees its memory. */
  async function replay(fresh: boolean): Promise<void> {
    const { importer, workspace } = theSession();
    await during('busy.replaying', async (report) => {
      if (fresh) {
        await theSession().engine.close();
        theSession().engine = await openEngine();
      }
      await rebuild(theSession().engine, importer, workspace, journal.value, report);
    });
    await refresh();
  }

  /** After the base tables have changed: facts, scope, and scores on the next question. */
  async function refresh(): Promise<void> {
    const { engine, workspace } = theSession();
    scoring = new Map();
    scored.value = new Set();
    await during('busy.deriving', (report) => deriveFacts(engine, report));
    scope.value = await readScope(engine);
    usedBytes.value = await workspace.usedBytes();
    state.value = liveImports(journal.value).length === 0 ? 'empty' : 'ready';
    revision.value += 1;
  }

  /** Scores under a rule set are computed once, when first asked for. Rejects for a rule set that is not there. */
  function ensureScores(ruleSetId: string): Promise<void> {
    const known = scoring.get(ruleSetId);
    if (known) return known;
    const ruleSet = rules.ruleSets.value.find((each) => each.id === ruleSetId);
    if (!ruleSet) return Promise.reject(new Error(`unknown rule set ${ruleSetId}`));
    const { engine } = theSession();
    const computing = during('busy.scoring', (report) => deriveScores(engine, ruleSet, report));
    scoring.set(ruleSetId, computing);
    computing.then(
      () => {
        // A refresh in between has taken the tables away.
        if (scoring.get(ruleSetId) === computing) scored.value = new Set([...scored.value, ruleSetId]);
      },
      () => scoring.delete(ruleSetId),
    );
    return computing;
  }

  /** Keeps one entry that changes no data: a rule set, a review. */
  async function append(entry: JournalEntry): Promise<void> {
    journal.value = await theSession().workspace.commit(entry, [], journal.value.revision);
  }

  const rules = useRuleSets({
    journal,
    append,
    forget: (ruleSetId) => {
      scoring.delete(ruleSetId);
      scored.value = new Set([...scored.value].filter((id) => id !== ruleSetId));
      revision.value += 1;
    },
  });

  /**
   * Scores under a rule set that is being edited, as `ruleSet.id`; kept in the database only. One at a time: the caller
   * waits for the last one. Rejects when stopped, by `stop` or by the analyst, with what it had so far of no use.
   */
  async function scoreDraft(ruleSet: RuleSet, stop: AbortController): Promise<void> {
    await during(
      'busy.scoring',
      (report) => deriveDraft(theSession().engine, ruleSet, report, stop.signal),
      () => {
        stop.abort();
      },
    );
  }

  /** Marks a finding as looked at (or not), with a note; `findingKey` names what was found. */
  const review = (findingKey: string, reviewed: boolean, note: string): Promise<void> =>
    append({ type: 'review', at: new Date().toISOString(), findingKey, reviewed, note });

  const query = <T extends Row>(sql: string, params: readonly SqlValue[] = []): Promise<T[]> =>
    theSession().engine.query<T>(sql, params);

  /** The very line of the imported file, or null where the file has no such line. */
  async function readSourceLine(fileId: number, line: number): Promise<string | null> {
    const { engine, workspace } = theSession();
    const [file] = await engine.query<{ sha256: string }>(
      'SELECT sha256 FROM source_file WHERE file_id = $1::INTEGER',
      [fileId],
    );
    if (!file) return null;
    const [bytes, { sourceLine }] = await Promise.all([
      workspace.readSource(file.sha256),
      import('@/import/sourceLine'),
    ]);
    return sourceLine(bytes, line);
  }

  /** Rows of an imported file as they stand there, under its own head: what a saved reject list is made of. */
  async function rejectedRows(importId: number, name: string, lines: readonly number[]): Promise<RowsAt> {
    const { importer, workspace } = theSession();
    const entry = importsOf(journal.value).find((each) => each.importId === importId);
    const file = entry?.files.find((each) => each.name === name);
    if (!file) throw new Error(`import ${String(importId)} has no file ${name}`);
    return importer.rowsAt({ name, bytes: await workspace.readSource(file.sha256) }, lines);
  }

  /** An empty file of a kind, with its headers. */
  async function template(kind: Kind): Promise<{ readonly fileName: string; readonly text: string }> {
    const templates = await import('@/import/templates');
    return templates.templateFor(kind);
  }

  const importing = useImporting({ theSession, journal, during, refresh, replay });

  const loadSample = async (): Promise<void> => importing.importFiles(await during('busy.fetchingSample', sampleFiles));

  const undoImport = (importId: number): Promise<void> => pending.during(() => undo(importId));

  async function undo(importId: number): Promise<void> {
    const { workspace } = theSession();
    if (isUndone(journal.value, importId)) return;
    const entry = { type: 'undo', importId, at: new Date().toISOString() } as const;
    journal.value = await workspace.commit(entry, [], journal.value.revision);
    importing.clearReport();
    await replay(true);
  }

  const eraseAll = (): Promise<void> => pending.during(erase);

  async function erase(): Promise<void> {
    await theSession().workspace.erase();
    journal.value = await theSession().workspace.readJournal();
    importing.clearReport();
    await replay(true);
  }

  const imports = computed(() =>
    importsOf(journal.value)
      .map((entry) => ({ ...entry, undone: isUndone(journal.value, entry.importId) }))
      .reverse(),
  );

  return {
    state,
    failure,
    revision,
    busy,
    scope,
    years: computed(() => scope.value.years),
    regions: computed(() => scope.value.regions),
    categories: computed(() => scope.value.categories),
    unitCount: computed(() => scope.value.unitCount),
    rowCount: computed(() => scope.value.rowCount),
    imports,
    synthetic: computed(() => liveImports(journal.value).some((entry) => entry.synthetic)),
    /** ISO time of the last stored change; null while nothing is stored. */
    storedAt: computed(() => journal.value.entries.at(-1)?.at ?? null),
    persistence,
    usedBytes,
    outdated,
    ...rules,
    reviews: computed(() => reviewsOf(journal.value)),
    review,
    scoreDraft,
    start,
    query,
    ensureScores,
    scored,
    sourceLine: readSourceLine,
    rejectedRows,
    template,
    loadSample,
    undoImport,
    eraseAll,
    ...importing,
  };
});
