/** What waits for the rest of the tables, and what becomes of it where the rest is no good. Engines only write down what they are told. */
import { createPinia, setActivePinia } from 'pinia';
import { describe, expect, it, vi } from 'vitest';
import { arrivingEngine } from '@/database/arriving';
import type { Engine } from '@/database/engine';
import { RULE_SETS } from '@/rules/ruleSet';
import { useBusy } from '@/stores/busy';
import type { Reopened } from '@/stores/reopening';
import { EMPTY_SCOPE } from '@/stores/scope';
import { useScoring } from '@/stores/scoring';
import { useStartup } from '@/stores/startup';

const [ruleSet, other] = RULE_SETS;
if (!ruleSet || !other) throw new Error('two rule sets are needed');

function engineThat(told: string[]): Engine {
  const run = (sql: string): Promise<void> => Promise.resolve(void told.push(sql));
  return { run, query: () => Promise.resolve([]), close: () => Promise.resolve() } as unknown as Engine;
}

function opened() {
  setActivePinia(createPinia());
  const [first, second]: [string[], string[]] = [[], []];
  const beneath = engineThat(first);
  const arriving = arrivingEngine(beneath, ['finance']);
  const session = { engine: beneath };
  let end = (_how: 'whole' | 'failed'): void => undefined;
  const ended = new Promise<'whole' | 'failed'>((resolve) => (end = resolve));
  const rest = async (): Promise<'whole' | 'failed'> => {
    const how = await ended;
    if (how === 'whole') arriving.whole();
    else arriving.refuse(new DOMException('what was kept is no good', 'AbortError'));
    return how;
  };
  const scores = { ruleSets: { [ruleSet!.id]: JSON.stringify(ruleSet) }, found: [] };
  const kept: Reopened = { scores, scope: EMPTY_SCOPE, engine: arriving.engine, rest };
  const { during } = useBusy();
  const scoring = useScoring({
    theEngine: () => session.engine,
    ruleSetOf: (id) => RULE_SETS.find((each) => each.id === id),
    during,
    onScored: () => undefined,
    onMoving: () => undefined,
  });
  const makeAnew = vi.fn(async () => {
    session.engine = engineThat(second);
    await session.engine.run('facts');
  });
  const fail = vi.fn();
  const startup = useStartup({
    open: () => Promise.resolve(),
    theSession: () => session,
    reopen: () => Promise.resolve(kept),
    makeAnew,
    settle: () => Promise.resolve(),
    ruleSets: () => RULE_SETS,
    scores: scoring,
    during,
    changed: () => undefined,
    fail,
  });
  return { startup, scoring, session, beneath, end, makeAnew, fail, first, second };
}

describe('while the rest of the tables comes back', () => {
  it('scores and changes stand in line, and go to the engine that is there then', async () => {
    const { startup, scoring, session, end, makeAnew, first, second } = opened();
    await startup.start();
    expect([...scoring.scored.value]).toEqual([ruleSet.id]);
    const scored = scoring.ensureScores(other.id);
    const changed = scoring.renew(() => session.engine.run('change'));
    const back = startup.untilBack().then(() => session.engine.run('import'));
    end('failed');
    await Promise.all([scored, changed, back]);
    expect(makeAnew).toHaveBeenCalledExactlyOnceWith(true);
    expect(first).toEqual([]);
    expect(second[0]).toBe('facts');
    expect(second).toContain('import');
    expect(second.at(-1)).toBe('change');
  });

  it('nothing is made anew where it comes back whole', async () => {
    const { startup, scoring, session, beneath, end, makeAnew } = opened();
    await startup.start();
    expect(startup.isComing()).toBe(true);
    end('whole');
    await startup.untilBack();
    expect(session.engine).toBe(beneath);
    expect(makeAnew).not.toHaveBeenCalled();
    expect([...scoring.scored.value]).toEqual([ruleSet.id]);
    await vi.waitFor(() => expect(startup.isComing()).toBe(false));
  });

  it('who waits is told where the data cannot be had, or leaves', async () => {
    const { startup, end, makeAnew, fail } = opened();
    await startup.start();
    const stop = new AbortController();
    const left = startup.untilBack(stop.signal);
    stop.abort();
    await expect(left).rejects.toMatchObject({ name: 'AbortError' });
    makeAnew.mockRejectedValue(new Error('a file is gone'));
    const waiting = startup.untilBack();
    end('failed');
    await expect(waiting).rejects.toThrow('a file is gone');
    expect(fail).toHaveBeenCalledOnce();
    // It is over: whoever comes now need not wait.
    await vi.waitFor(() => expect(startup.isComing()).toBe(false));
    await startup.untilBack();
  });
});
