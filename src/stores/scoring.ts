/**
 * Scores and findings under each rule set: computed once, when first asked for, until the data or the rule set change.
 * Nobody waits for the findings but who shows them.
 */
import { shallowRef } from 'vue';
import type { Engine } from '@/database/engine';
import type { RuleSet } from '@/rules/ruleSet';
import type { useBusy } from './busy';
import { deriveDataChecks, deriveFindings, deriveScores, giveRoomBack, REPLACED, type Progress } from './derive';

interface Deps {
  readonly theEngine: () => Engine;
  readonly ruleSetOf: (ruleSetId: string) => RuleSet | undefined;
  readonly during: ReturnType<typeof useBusy>['during'];
  /** Scores under this rule set are in the database now. */
  readonly onScored: (ruleSetId: string) => void;
  /** Rows of scores or findings are about to get other row ids. */
  readonly onMoving: () => void;
}

export function useScoring({ theEngine, ruleSetOf, during, onScored, onMoving }: Deps) {
  let scoring = new Map<string, Promise<void>>();
  let finding = new Map<string, Promise<void>>();
  /** Rule sets whose scores are in the database now, and those whose findings are too: for what must not have them computed. */
  const scored = shallowRef<ReadonlySet<string>>(new Set());
  const found = shallowRef<ReadonlySet<string>>(new Set());
  /** The checks that no rule set changes. */
  let dataChecks: Promise<void> | null = null;
  /** Findings are computed one after the other; what is left of them stops when the data change. */
  let last: Promise<unknown> = Promise.resolve();
  let stop = new AbortController();
  /** Changes of the data and scorings, one after the other. */
  let line: Promise<unknown> = Promise.resolve();

  function known(ruleSetId: string): RuleSet {
    const ruleSet = ruleSetOf(ruleSetId);
    if (!ruleSet) throw new Error(`unknown rule set ${ruleSetId}`);
    return ruleSet;
  }

  function inLine<T>(work: () => Promise<T>): Promise<T> {
    const mine = line.then(work);
    line = mine.catch(() => undefined);
    return mine;
  }

  /** To be run in line. */
  async function score(ruleSet: RuleSet, report: Progress, signal?: AbortSignal): Promise<void> {
    await deriveScores(theEngine(), ruleSet, report, signal);
    await giveRoomBack(theEngine(), REPLACED.scores, onMoving);
  }

  /**
   * Changes the data: `work` leaves the facts made anew. What was computed is forgotten, and whoever asks meanwhile waits:
   * scores made half of old facts and half of new ones would be nobody's.
   */
  function renew(work: () => Promise<void>): Promise<void> {
    forgetAllScores();
    return inLine(work);
  }

  /** Rejects for a rule set that is not there. */
  function ensureScores(ruleSetId: string): Promise<void> {
    const before = scoring.get(ruleSetId);
    if (before) return before;
    const computing = inLine(() => during('busy.scoring', async (report) => score(known(ruleSetId), report)));
    scoring.set(ruleSetId, computing);
    computing.then(
      () => {
        // The data or the rule set have changed since.
        if (scoring.get(ruleSetId) !== computing) return;
        scored.value = new Set([...scored.value, ruleSetId]);
        onScored(ruleSetId);
      },
      () => {
        if (scoring.get(ruleSetId) === computing) scoring.delete(ruleSetId);
      },
    );
    return computing;
  }

  /** The scores, and all that the checks find. Rejects where the data change before that. */
  function ensureFindings(ruleSetId: string): Promise<void> {
    const before = finding.get(ruleSetId);
    if (before) return before;
    const { signal } = stop;
    const computing = last.then(async () => {
      signal.throwIfAborted();
      await ensureScores(ruleSetId);
      await during('busy.finding', async (report) => {
        const engine = theEngine();
        if (!dataChecks) {
          const running = deriveDataChecks(engine, report, signal);
          dataChecks = running;
          running.catch(() => {
            if (dataChecks === running) dataChecks = null;
          });
        }
        await dataChecks;
        await deriveFindings(engine, known(ruleSetId), report, signal);
        signal.throwIfAborted();
        await giveRoomBack(engine, REPLACED.findings, onMoving);
      });
    });
    last = computing.catch(() => undefined);
    finding.set(ruleSetId, computing);
    computing.then(
      () => {
        if (finding.get(ruleSetId) === computing) found.value = new Set([...found.value, ruleSetId]);
      },
      () => {
        if (finding.get(ruleSetId) === computing) finding.delete(ruleSetId);
      },
    );
    return computing;
  }

  /**
   * Scores under a rule set that is being edited, as `ruleSet.id`; kept in the database only. One at a time: the caller
   * waits for the last one. Rejects when stopped, by `stopped` or by the analyst, with what it had so far of no use.
   */
  async function scoreDraft(ruleSet: RuleSet, stopped: AbortController): Promise<void> {
    await inLine(() =>
      during(
        'busy.scoring',
        (report) => score(ruleSet, report, stopped.signal),
        () => {
          stopped.abort();
        },
      ),
    );
  }

  /** What came back with the tables: scores under these rule sets, findings (and so the checks of the data) under those. */
  function adopt(withScores: readonly string[], withFindings: readonly string[]): void {
    scoring = new Map(withScores.map((id) => [id, Promise.resolve()]));
    finding = new Map(withFindings.map((id) => [id, Promise.resolve()]));
    scored.value = new Set(withScores);
    found.value = new Set(withFindings);
    dataChecks = withFindings.length > 0 ? Promise.resolve() : null;
  }

  /** One rule set has changed. */
  function forgetScores(ruleSetId: string): void {
    scoring.delete(ruleSetId);
    finding.delete(ruleSetId);
    scored.value = without(scored.value, ruleSetId);
    found.value = without(found.value, ruleSetId);
  }

  function forgetAllScores(): void {
    stop.abort(new DOMException('the data have changed', 'AbortError'));
    stop = new AbortController();
    dataChecks = null;
    scoring = new Map();
    finding = new Map();
    scored.value = new Set();
    found.value = new Set();
  }

  return {
    scored,
    found,
    ensureScores,
    ensureFindings,
    scoreDraft,
    adopt,
    forgetScores,
    forgetAllScores,
    inLine,
    renew,
  };
}

const without = (ids: ReadonlySet<string>, gone: string): ReadonlySet<string> =>
  new Set([...ids].filter((id) => id !== gone));
