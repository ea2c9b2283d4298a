/** Scores under each rule set: computed once, when first asked for, until the data or the rule set change. */
import { shallowRef } from 'vue';
import type { Engine } from '@/database/engine';
import type { RuleSet } from '@/rules/ruleSet';
import type { useBusy } from './busy';
import { deriveDraft, deriveScores } from './derive';

interface Deps {
  readonly theEngine: () => Engine;
  readonly ruleSetOf: (ruleSetId: string) => RuleSet | undefined;
  readonly during: ReturnType<typeof useBusy>['during'];
  /** Scores under this rule set are in the database now. */
  readonly onScored: (ruleSetId: string) => void;
}

export function useScoring({ theEngine, ruleSetOf, during, onScored }: Deps) {
  let scoring = new Map<string, Promise<void>>();
  /** Rule sets whose scores and findings are in the database now: for what must not have them computed. */
  const scored = shallowRef<ReadonlySet<string>>(new Set());

  /** Rejects for a rule set that is not there. */
  function ensureScores(ruleSetId: string): Promise<void> {
    const known = scoring.get(ruleSetId);
    if (known) return known;
    const ruleSet = ruleSetOf(ruleSetId);
    if (!ruleSet) return Promise.reject(new Error(`unknown rule set ${ruleSetId}`));
    const engine = theEngine();
    const computing = during('busy.scoring', (report) => deriveScores(engine, ruleSet, report));
    scoring.set(ruleSetId, computing);
    computing.then(
      () => {
        // A refresh in between has taken the tables away.
        if (scoring.get(ruleSetId) !== computing) return;
        scored.value = new Set([...scored.value, ruleSetId]);
        onScored(ruleSetId);
      },
      () => scoring.delete(ruleSetId),
    );
    return computing;
  }

  /**
   * Scores under a rule set that is being edited, as `ruleSet.id`; kept in the database only. One at a time: the caller
   * waits for the last one. Rejects when stopped, by `stop` or by the analyst, with what it had so far of no use.
   */
  async function scoreDraft(ruleSet: RuleSet, stop: AbortController): Promise<void> {
    await during(
      'busy.scoring',
      (report) => deriveDraft(theEngine(), ruleSet, report, stop.signal),
      () => {
        stop.abort();
      },
    );
  }

  /** One rule set has changed. */
  function forgetScores(ruleSetId: string): void {
    scoring.delete(ruleSetId);
    scored.value = new Set([...scored.value].filter((id) => id !== ruleSetId));
  }

  /** The data have changed. */
  function forgetAllScores(): void {
    scoring = new Map();
    scored.value = new Set();
  }

  return { scored, ensureScores, scoreDraft, forgetScores, forgetAllScores };
}
