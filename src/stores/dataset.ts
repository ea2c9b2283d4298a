/**
 * The pipeline, and the only place that knows its order: workspace → engine → import → facts → scores.
 * Views read `query`; everything that changes data goes through here and bumps `revision`.
 */
import { defineStore } from 'pinia';
import { computed, ref, shallowRef, watch } from 'vue';
import type { Row, SqlValue } from '@/database/engine';
import {
  effectsOf,
  importsOf,
  isUndone,
  liveImports,
  liveRemovals,
  liveSteps,
  reviewsOf,
  type Journal,
} from '@/workspace/journal';
import { useAnswerTemplates } from './answerTemplates';
import { useBusy } from './busy';
import { deriveFacts } from './derive';
import { useEffects } from './effects';
import { useImporting } from './importing';
import { useKeeping } from './keeping';
import { useLookups } from './lookups';
import { rebuild } from './rebuild';
import { useRemoving } from './removing';
import { useRuleSets } from './ruleSets';
import { usePending } from './pending';
import { sampleFiles } from './sample';
import { roomFor } from './room';
import { readScope, EMPTY_SCOPE, type Scope } from './scope';
import { useScoring } from './scoring';
import { openEngine, openSession, type Session } from './session';
import { buildOf, useSnapshots } from './snapshots';
import { useStartup } from './startup';
import { useTransfer } from './transfer';
import { useWarming } from './warming';

export type DatasetState = 'starting' | 'empty' | 'ready' | 'failed';

export const useDataset = defineStore('dataset', () => {
  const state = ref<DatasetState>('starting');
  const failure = shallowRef<Error | null>(null);
  /** Bumps when data or rules have changed: every query asks again. */
  const revision = ref(0);
  const scope = shallowRef<Scope>(EMPTY_SCOPE);
  const usedBytes = ref(0);
  const persistence = ref<'stored' | 'memory'>('stored');
  const { busy, during } = useBusy();
  const pending = usePending();

  let session: Session | null = null;

  function theSession(): Session {
    if (!session) throw new Error('the dataset has not started');
    return session;
  }

  const keeping = useKeeping(
    () => theSession().workspace,
    () => snapshots.makeRoom(),
  );
  const { journal, outdated, keep } = keeping;

  async function open(): Promise<void> {
    await during('busy.starting', async () => {
      snapshots.prepare();
      session = await openSession();
      const { workspace } = session;
      persistence.value = workspace.persistence;
      workspace.onForeignChange(() => {
        outdated.value = true;
      });
      journal.value = await workspace.readJournal();
    });
  }

  function fail(cause: unknown): void {
    failure.value = cause instanceof Error ? cause : new Error(String(cause));
    state.value = 'failed';
  }

  /** Makes all tables anew from the journal; `fresh` ends the old engine first, which frees its memory. */
  async function makeAnew(fresh: boolean, of: Journal = journal.value): Promise<void> {
    const { importer, workspace } = theSession();
    const steps = liveSteps(of);
    await during('busy.replaying', async (report) => {
      await warming.end();
      if (fresh) {
        effects.forget();
        await theSession().engine.close();
        theSession().engine = await openEngine();
      }
      await rebuild(theSession().engine, importer, workspace, steps, report);
    });
    if (steps.length > 0) await derive();
  }

  const derive = (): Promise<void> => during('busy.deriving', (report) => deriveFacts(theSession().engine, report));

  const replay = (fresh: boolean, of: Journal = journal.value): Promise<void> => renewed(() => makeAnew(fresh, of));

  /** With the base tables changed: facts, scope, and scores on the next question; shown once `kept` has come about. */
  const refresh = (kept: Promise<unknown> = Promise.resolve()): Promise<void> =>
    renewed(async () => {
      await derive();
      await kept;
    });

  async function renewed(work: () => Promise<void>): Promise<void> {
    await scores.renew(work);
    await settle();
    snapshots.changed();
  }

  /** Nothing is asked of an empty workspace, so nothing is derived for it either. */
  const isEmpty = (): boolean => liveImports(journal.value).length === 0;

  /** The tables are as the journal says. */
  async function settle(known?: Scope): Promise<void> {
    const { engine, workspace } = theSession();
    scope.value = isEmpty() ? EMPTY_SCOPE : (known ?? (await readScope(engine)));
    usedBytes.value = await workspace.usedBytes();
    state.value = isEmpty() ? 'empty' : 'ready';
    revision.value += 1;
  }

  const rules = useRuleSets({
    journal,
    append: keep,
    forget: (ruleSetId) => {
      scores.forgetScores(ruleSetId);
      revision.value += 1;
    },
  });

  const scores = useScoring({
    theEngine: () => theSession().engine,
    ruleSetOf: (ruleSetId) => rules.ruleSets.value.find((each) => each.id === ruleSetId),
    during,
    onScored: (ruleSetId) => {
      void pending.during(() => effects.scored(ruleSetId));
    },
    // A piece of the cache is told by row ids: what is being written is no good any more.
    onMoving: () => {
      snapshots.changed();
    },
  });
  const { scored, found, ensureScores, ensureFindings, scoreDraft } = scores;

  const snapshots = useSnapshots({
    build: import.meta.env.PROD ? buildOf() : null,
    theEngine: () => theSession().engine,
    journal: () => journal.value,
    scores: () => ({
      ruleSets: Object.fromEntries(
        rules.ruleSets.value
          .filter(({ id }) => scored.value.has(id))
          .map((ruleSet) => [ruleSet.id, JSON.stringify(ruleSet)]),
      ),
      found: rules.ruleSets.value.map(({ id }) => id).filter((id) => found.value.has(id)),
    }),
    scope: () => scope.value,
    isSettled: () => state.value === 'ready' && importing.phase.value === 'idle' && !startup.isComing(),
    mayKeep: () => persistence.value === 'stored' && !outdated.value,
  });
  watch([scored, found], () => snapshots.changed());

  const startup = useStartup({
    open,
    theSession,
    reopen: snapshots.reopen,
    makeAnew,
    settle,
    ruleSets: () => rules.ruleSets.value,
    scores,
    during,
    changed: snapshots.changed,
    fail,
  });
  const { untilBack } = startup;

  const warming = useWarming(
    () => theSession().engine,
    () => state.value === 'empty' && isEmpty() && importing.phase.value === 'idle' && busy.value === null,
  );

  /** Marks a finding as looked at (or not), with a note; `findingKey` names what was found. */
  const review = (findingKey: string, reviewed: boolean, note: string): Promise<void> =>
    keep({ type: 'review', at: new Date().toISOString(), findingKey, reviewed, note });

  const query = <T extends Row>(sql: string, params: readonly SqlValue[] = []): Promise<T[]> =>
    theSession().engine.query<T>(sql, params);

  const effects = useEffects({
    theSession,
    keeping,
    ensureScores,
    isScored: (ruleSetId) => scored.value.has(ruleSetId),
    rowCount: () => scope.value.rowCount,
    during,
  });
  const removing = useRemoving({ theSession, keeping, refresh, replay });
  const transfer = useTransfer({ theSession, untilBack, keeping, during, replay });
  const importing = useImporting({
    theSession,
    untilBack,
    untilFree: warming.end,
    keeping,
    effects,
    during,
    refresh,
    replay,
  });

  const loadSample = async (): Promise<void> => importing.importFiles(await during('busy.fetchingSample', sampleFiles));

  const undoImport = (importId: number): Promise<void> => pending.during(() => undo(importId));

  async function undo(importId: number): Promise<void> {
    if (isUndone(journal.value, importId)) return;
    await keep({ type: 'undo', importId, at: new Date().toISOString() });
    importing.clearReport();
    await replay(true);
  }

  const eraseAll = (): Promise<void> => pending.during(erase);

  async function erase(): Promise<void> {
    await keeping.change(async (workspace) => {
      await workspace.erase();
      return workspace.readJournal();
    });
    await snapshots.clear();
    importing.clearReport();
    await replay(true);
  }

  const imports = computed(() => {
    const effectOf = effectsOf(journal.value);
    return importsOf(journal.value)
      .map((entry) => ({
        ...entry,
        undone: isUndone(journal.value, entry.importId),
        effect: effectOf.get(entry.importId) ?? null,
      }))
      .reverse();
  });

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
    /** Whether files of so many bytes would fit beside what is in. */
    roomFor: (bytes: number) => roomFor(liveImports(journal.value), bytes),
    /** What is kept of the tables; may be thrown away at any time. */
    cachedBytes: snapshots.cachedBytes,
    outdated,
    ...rules,
    reviews: computed(() => reviewsOf(journal.value)),
    review,
    scoreDraft,
    start: startup.start,
    warmUp: warming.begin,
    query,
    ensureScores,
    ensureFindings,
    scored,
    found,
    ...useLookups(theSession, untilBack, journal),
    removals: computed(() => liveRemovals(journal.value)),
    ...removing,
    measureAgain: effects.measureAgain,
    ...useAnswerTemplates(keeping),
    ...transfer,
    loadSample,
    undoImport,
    eraseAll,
    ...importing,
  };
});
