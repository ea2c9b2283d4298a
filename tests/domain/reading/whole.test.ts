/** Whole numbers are `number` where that is exact: every operation must come to what `bigint` alone comes to. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compare, fraction, plus, times, toPlaces, type Fraction } from '@/domain/reading/fraction';
import { add, divide, greatestCommonDivisor, multiply, whole, type Whole } from '@/domain/reading/whole';

const LARGEST = BigInt(Number.MAX_SAFE_INTEGER);
/** Of all sizes, and thick around the places where one form gives way to the other. */
const big = fc.oneof(
  fc.bigInt({ min: -1000n, max: 1000n }),
  fc.bigInt({ min: -(2n ** 33n), max: 2n ** 33n }),
  fc.bigInt({ min: LARGEST - 3n, max: LARGEST + 3n }),
  fc.bigInt({ min: -LARGEST - 3n, max: -LARGEST + 3n }),
  fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n }),
  fc.constantFrom(2n ** 31n, -(2n ** 31n), 2n ** 31n - 1n, 94906265n, 94906266n, 94906267n),
);
const nonzero = big.filter((value) => value !== 0n);

/** One value has one form; −0 is none. */
const canonical = (value: Whole): bigint => {
  const isShort = typeof value === 'number';
  expect(isShort).toBe(Number.isSafeInteger(Number(BigInt(value))));
  expect(Object.is(value, -0)).toBe(false);
  return BigInt(value);
};

function divisorOf(a: bigint, b: bigint): bigint {
  while (b !== 0n) [a, b] = [b, a % b];
  return a < 0n ? -a : a;
}

describe('whole numbers', () => {
  it('are multiplied, added, divided and reduced as bigint does it', () => {
    fc.assert(
      fc.property(big, nonzero, (a, b) => {
        const [x, y] = [whole(a), whole(b)];
        expect(canonical(x)).toBe(a);
        expect(canonical(multiply(x, y))).toBe(a * b);
        expect(canonical(add(x, y))).toBe(a + b);
        expect(canonical(divide(x, y))).toBe(a / b);
        expect(canonical(greatestCommonDivisor(x, y))).toBe(divisorOf(a, b));
      }),
      { numRuns: 3000 },
    );
  });

  it('make quotients that are reduced, ordered and rounded exactly', () => {
    const quotient = fc.tuple(big, nonzero).map(([part, of]) => fraction(whole(part), whole(of)));
    const cross = (a: Fraction, b: Fraction): bigint => BigInt(a.part) * BigInt(b.whole);
    fc.assert(
      fc.property(quotient, quotient, fc.integer({ min: 0, max: 4 }), (a, b, places) => {
        expect(divisorOf(canonical(a.part), canonical(a.whole))).toBe(1n);
        expect(a.whole > 0).toBe(true);
        const order = cross(a, b) - cross(b, a);
        expect(Math.sign(compare(a, b))).toBe(order < 0n ? -1 : order > 0n ? 1 : 0);
        const product = times(a, b);
        expect(cross(product, { part: 1, whole: 1 }) * BigInt(a.whole) * BigInt(b.whole)).toBe(
          BigInt(product.whole) * BigInt(a.part) * BigInt(b.part),
        );
        const sum = plus(a, b);
        expect(BigInt(sum.part) * BigInt(a.whole) * BigInt(b.whole)).toBe(
          BigInt(sum.whole) * (cross(a, b) + cross(b, a)),
        );
        // Half away from zero: off by at most half a unit of the last place.
        const rounded = BigInt(toPlaces(a, places).replace('.', ''));
        const off = 2n * (rounded * BigInt(a.whole) - BigInt(a.part) * 10n ** BigInt(places));
        const outward = a.part < 0 ? -off : off;
        expect(outward > -BigInt(a.whole) && outward <= BigInt(a.whole)).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });
});
