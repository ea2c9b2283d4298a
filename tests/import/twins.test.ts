import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Twins } from '@/import/twins';

/** Places are numbered as they first come, though not each of them has a row; keys come as they like. */
const rows = fc.array(fc.tuple(fc.nat(4), fc.nat(3000), fc.boolean()), { maxLength: 60 }).map((drawn) => {
  let next = 0;
  return drawn.map(([back, key, isNew]): [number, number] => {
    if (isNew || next === 0) next += 1 + (back % 2);
    return [isNew ? next - 1 : Math.max(0, next - 1 - back), back % 2 === 0 ? key % 6 : key];
  });
});

describe('rows that share a key', () => {
  it('are noticed wherever they stand, and none where there is none', () => {
    const seen = { twins: 0, none: 0 };
    fc.assert(
      fc.property(rows, (pairs) => {
        const twins = new Twins();
        for (const [place, key] of pairs) twins.add(place, key);
        const distinct = new Set(pairs.map((pair) => pair.join()));
        expect(twins.found).toBe(distinct.size < pairs.length);
        seen[twins.found ? 'twins' : 'none'] += 1;
      }),
      { numRuns: 3000 },
    );
    expect(Math.min(seen.twins, seen.none)).toBeGreaterThan(300);
  });

  it('are noticed when their place comes again after many others', () => {
    const twins = new Twins();
    for (let place = 0; place < 5000; place += 1) for (const key of [7, 2000]) twins.add(place, key);
    twins.add(3, 8);
    expect(twins.found).toBe(false);
    twins.add(4999, 9);
    twins.add(17, 2000);
    expect(twins.found).toBe(true);
  });
});
