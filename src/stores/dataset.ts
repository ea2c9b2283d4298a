/**
 * The pipeline, and the only place that knows its order: workspace → engine → import → facts → scores.
 * Views read `query`; everything that changes data goes through here and bumps `revision`.
 */
import { defineStore } from 'pinia';
import { computed, ref, shallowRef } from 'vue';
import type { Row, SqlValue } from '@/database/engine';
import type { RuleSet } from '@/rules/ruleSet';
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
import { deriveDraft, deriveFacts, deriveScores } from './derive';
import { useEffects } from './effects';
import { useImporting } from './importing';
import { useKeeping } from './keeping';
import { useLookups } from './lookups';
import { rebuild } from './rebuild';
import { useRemoving } from './removing';
import { useRuleSets } from './ruleSets';
import { usePending } from './pending';
import { sampleFiles } from './sample';
import { readScope, EMPTY_SCOPE, type Scope } from './scope';
import { openEngine, openSession, type Session } from './session';
import { useTransfer } from './transfer';

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
  let scoring = new Map<string, Promise<void>>();
  /** Rule sets of which only scores and totals were asked for. */
  let totalling = new Map<string, Promise<void>>();
  /** Rule sets whose scores and findings are in the database now: for what must not have them computed. */
  const scored = shallowRef<ReadonlySet<string>>(new Set());

  function theSession(): Session {
    if (!session) throw new Error('the dataset has not started');
    return session;
  }

  const keeping = useKeeping(() => theSession().workspace);
  const { journal, outdated, keep } = keeping;

  async function start(): Promise<void> {
    const end = pending.begin();
    try {
      await during('busy.starting', async () => {
        session = await openSession();
        const { workspace } = session;
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
  async function replay(fresh: boolean, of: Journal = journal.value): Promise<void> {
    const { importer, workspace } = theSession();
    await during('busy.replaying', async (report) => {
      if (fresh) {
        effects.forget();
        await theSession().engine.close();
        theSession().engine = await openEngine();
      }
      await rebuild(theSession().engine, importer, workspace, liveSteps(of), report);
    });
    await refresh();
  }

  /** After the base tables have changed: facts, scope, and scores on the next question. */
  async function refresh(): Promise<void> {
    const { engine, workspace } = theSession();
    scoring = new Map();
    totalling = new Map();
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
    const compute = (): Promise<void> => during('busy.scoring', (report) => deriveScores(engine, ruleSet, report));
    const before = totalling.get(ruleSetId);
    const computing = before ? before.then(compute, compute) : compute();
    scoring.set(ruleSetId, computing);
    computing.then(
      () => {
        // A refresh in between has taken the tables away.
        if (scoring.get(ruleSetId) !== computing) return;
        scored.value = new Set([...scored.value, ruleSetId]);
        void pending.during(() => effects.scored(ruleSetId));
      },
      () => scoring.delete(ruleSetId),
    );
    return computing;
  }

  /** Scores and totals without findings, for what holds rule sets against each other: a quarter of the work. */
  function ensureTotals(ruleSetId: string): Promise<void> {
    const known = scoring.get(ruleSetId) ?? totalling.get(ruleSetId);
    if (known) return known;
    const ruleSet = rules.ruleSets.value.find((each) => each.id === ruleSetId);
    if (!ruleSet) return Promise.reject(new Error(`unknown rule set ${ruleSetId}`));
    const computing = scoreDraft(ruleSet, new AbortController());
    totalling.set(ruleSetId, computing);
    computing.catch(() => totalling.delete(ruleSetId));
    return computing;
  }

  const rules = useRuleSets({
    journal,
    append: keep,
    forget: (ruleSetId) => {
      scoring.delete(ruleSetId);
      totalling.delete(ruleSetId);
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
  const transfer = useTransfer({ theSession, keeping, during, replay });
  const importing = useImporting({ theSession, keeping, effects, during, refresh, replay });

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
    outdated,
    ...rules,
    reviews: computed(() => reviewsOf(journal.value)),
    review,
    scoreDraft,
    start,
    query,
    ensureScores,
    ensureTotals,
    scored,
    ...useLookups(theSession, journal),
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
