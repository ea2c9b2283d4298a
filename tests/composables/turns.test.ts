// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { recentAnswers } from '@/composables/recentAnswers';
import { inTurn, MOST_AT_ENGINE } from '@/composables/turns';

/** Work that ends when it is told to. */
function held() {
  let end: () => void = () => undefined;
  const done = new Promise<void>((resolve) => {
    end = resolve;
  });
  return { end, done };
}

describe('turns', () => {
  it('begins at once where few are before, and then one after the other', async () => {
    const log: string[] = [];
    const before = Array.from({ length: MOST_AT_ENGINE }, held);
    const all = before.map(({ done }, index) =>
      inTurn(() => {
        log.push(String(index));
        return done;
      }),
    );
    expect(log).toEqual(['0', '1', '2']);
    const more = inTurn(() => {
      log.push('more');
      return Promise.resolve(2);
    });
    expect(log).toEqual(['0', '1', '2']);
    before[1]?.end();
    expect(await more).toBe(2);
    expect(log).toEqual(['0', '1', '2', 'more']);
    for (const each of before) each.end();
    await Promise.all(all);
  });

  it('lets what can wait go last, and after a failure goes on', async () => {
    const log: string[] = [];
    const before = Array.from({ length: MOST_AT_ENGINE }, held);
    const turns = [
      ...before.map(({ done }) => inTurn(() => done)),
      inTurn(() => Promise.resolve(log.push('later')), 'later'),
      inTurn(() => Promise.reject(new Error('no'))).catch((cause: unknown) => log.push((cause as Error).message)),
      inTurn(() => Promise.resolve(log.push('now'))),
    ];
    for (const each of before) each.end();
    await Promise.all(turns);
    expect(log.at(-1)).toBe('later');
    expect([...log].sort()).toEqual(['later', 'no', 'now']);
  });
});

describe('recent answers', () => {
  const rows = (count: number) => Array.from({ length: count }, (_, i) => ({ i }));

  it('forgets the one not used for longest when there are too many rows', () => {
    const recent = recentAnswers(10);
    recent.put('a', rows(4));
    recent.put('b', rows(4));
    expect(recent.get('a')).toEqual(rows(4));
    recent.put('c', rows(4));
    expect([recent.get('a')?.length, recent.get('b'), recent.get('c')?.length]).toEqual([4, undefined, 4]);
  });

  it('keeps no answer that is too long, and counts one given again once', () => {
    const recent = recentAnswers(10);
    recent.put('long', rows(10));
    expect(recent.get('long')).toBeUndefined();
    recent.put('a', rows(8));
    recent.put('a', rows(2));
    recent.put('b', rows(6));
    expect([recent.get('a')?.length, recent.get('b')?.length]).toEqual([2, 6]);
    recent.put('a', rows(20));
    expect(recent.get('a')).toBeUndefined();
  });

  it('has all its room again once it is cleared', () => {
    const recent = recentAnswers(10);
    recent.put('a', rows(8));
    recent.clear();
    recent.put('b', rows(4));
    recent.put('c', rows(4));
    expect([recent.get('a'), recent.get('b')?.length, recent.get('c')?.length]).toEqual([undefined, 4, 4]);
  });
});
