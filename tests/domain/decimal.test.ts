/** Short ways with decimal texts: as exact as decimal.js. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compareDecimals, Exact, sortedByDecimal, wholeOf } from '@/domain/decimal';
import { percentOf, percentOfWhole } from '@/domain/ratio';

const decimal = fc
  .tuple(fc.bigInt({ min: -(10n ** 22n), max: 10n ** 22n }), fc.integer({ min: 0, max: 16 }))
  .map(([digits, places]) => new Exact(digits.toString()).div(new Exact(10).pow(places)).toFixed());
const byValue = (texts: readonly string[]): string[] => sortedByDecimal(texts, (text) => text);

it('sorts by value, also what no binary number tells apart', () => {
  const sorted = ['-0.1', '0.3', '0.30000000000000001', '2', '10.00', '9007199254740992', '9007199254740993'];
  expect(byValue([...sorted].reverse())).toEqual(sorted);
  expect(sortedByDecimal(sorted, (text) => text, undefined, 'descending')).toEqual([...sorted].reverse());
  expect(
    sortedByDecimal(
      ['1.0 b', '1 c', '1.00 a'],
      (each) => each.split(' ')[0] ?? '',
      (a, b) => (a.slice(-1) < b.slice(-1) ? -1 : 1),
    ),
  ).toEqual(['1.00 a', '1.0 b', '1 c']);
});

it('agrees with decimal.js', () => {
  fc.assert(
    fc.property(fc.array(decimal, { maxLength: 40 }), decimal, (texts, other) => {
      expect(byValue(texts)).toEqual([...texts].sort((a, b) => new Exact(a).comparedTo(b)));
      for (const text of texts) expect(Math.sign(compareDecimals(text, other))).toBe(new Exact(text).comparedTo(other));
    }),
  );
});

it('gives the per cent of whole numbers as of decimals', () => {
  fc.assert(
    fc.property(decimal, decimal, (part, whole) => {
      const size = (text: string): string => text.replace('-', '');
      fc.pre(!new Exact(whole).isZero());
      expect(percentOfWhole(wholeOf(size(part), 16), wholeOf(size(whole), 16))).toBe(
        percentOf(size(part), size(whole)),
      );
    }),
  );
  expect(percentOfWhole(12345n, 1_000_000n)).toBe('1.23');
  expect(percentOfWhole(12350n, 1_000_000n)).toBe('1.24');
});
