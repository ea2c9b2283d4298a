import { createPinia, setActivePinia } from 'pinia';
import { describe, expect, it } from 'vitest';
import type { Engine } from '@/database/engine';
import { scoringStatements } from '@/rules/scoring';
import { useBusy } from '@/stores/busy';
import { useScoring } from '@/stores/scoring';
import { RULE_SETS, type RuleSet } from '@/rules/ruleSet';

const national = RULE_SETS[0] as RuleSet;

/** An engine that only writes down what it is told, each time after others had their turn. */
function opened() {
  setActivePinia(createPinia());
  const told: string[] = [];
  const run = async (sql: string): Promise<void> => {
    await new Promise((resolve) => setTimeout(resolve));
    told.push(sql);
  };
  const scoring = useScoring({
    theEngine: () => ({ run, query: () => Promise.resolve([]) }) as unknown as Engine,
    ruleSetOf: (id) => RULE_SETS.find((each) => each.id === id),
    during: useBusy().during,
    onScored: () => undefined,
    onMoving: () => undefined,
  });
  return { told, run, ...scoring };
}

describe('scores', () => {
  it('asked for while the data change come of the new data alone', async () => {
    const { told, run, renew, ensureScores, scored } = opened();
    const changing = renew(async () => {
      for (const fact of ['fact 1', 'fact 2', 'fact 3']) await run(fact);
    });
    await Promise.all([changing, ensureScores(national.id)]);
    expect(told).toEqual(['fact 1', 'fact 2', 'fact 3', ...scoringStatements(national)]);
    expect([...scored.value]).toEqual([national.id]);
  });

  it('begun before the data change are done before, and count no more', async () => {
    const { told, run, renew, ensureScores, scored } = opened();
    const before = ensureScores(national.id);
    await renew(() => run('fact'));
    await before;
    expect(told).toEqual([...scoringStatements(national), 'fact']);
    expect([...scored.value]).toEqual([]);
  });

  it('of a rule set that changes twice are made one after the other', async () => {
    const { told, ensureScores, forgetScores } = opened();
    const first = ensureScores(national.id);
    forgetScores(national.id);
    await Promise.all([first, ensureScores(national.id)]);
    expect(told).toEqual([...scoringStatements(national), ...scoringStatements(national)]);
  });

  it('can be asked for again after a change of the data that failed', async () => {
    const { told, renew, ensureScores } = opened();
    await expect(renew(() => Promise.reject(new Error('no room')))).rejects.toThrow('no room');
    await ensureScores(national.id);
    expect(told).toEqual(scoringStatements(national));
  });
});
