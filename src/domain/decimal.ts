/**
 * Exact decimals: the one number type for money and scores, and the one rounding rule.
 *
 * Why not `number`: binary floating point gives 99.98 where the bureau's report prints 99.99.
 * Precision 120 keeps every product and sum of file figures exact; quotients are rounded once, at the end.
 */
import Decimal from 'decimal.js';

export const Exact = Decimal.clone({ precision: 120, rounding: Decimal.ROUND_HALF_UP, toExpNeg: -200, toExpPos: 200 });
export type Exact = InstanceType<typeof Exact>;

/** Half-up, away from zero (−2.5 → −3), never to `-0`. */
export function roundHalfUp(value: Exact, places: number): Exact {
  const rounded = value.toDecimalPlaces(places, Decimal.ROUND_HALF_UP);
  return rounded.isZero() ? new Exact(0) : rounded;
}

/**
 * A figure as exports print it: exact, at least two decimals, zeros beyond two cut
 * (`2305.00`, `0.158942`, `14.985`). `null` (no figure) stays empty, never 0.
 */
export function formatExact(value: Exact | string | null): string {
  if (value === null) return '';
  const exact = typeof value === 'string' ? new Exact(value) : value;
  const plain = exact.isZero() ? new Exact(0) : exact;
  return plain.toFixed(Math.max(2, plain.decimalPlaces()));
}

/** A decimal text to sort by, and the nearest binary number: made once for a row, not for every comparison. */
interface DecimalKey {
  readonly text: string;
  readonly nearest: number;
}

/** Rounding keeps the order: only where the nearest binary numbers are equal is a closer look needed. */
function compareKeys(a: DecimalKey, b: DecimalKey): number {
  if (a.nearest !== b.nearest) return a.nearest < b.nearest ? -1 : 1;
  return a.text === b.text ? 0 : new Exact(a.text).comparedTo(b.text);
}

export const compareDecimals = (a: string, b: string): number =>
  compareKeys({ text: a, nearest: Number(a) }, { text: b, nearest: Number(b) });

/** Rows by a decimal text, the least first; of equal ones `tie` decides, else they keep their order. */
export function sortedByDecimal<R>(
  rows: readonly R[],
  figure: (row: R) => string,
  tie: (a: R, b: R) => number = () => 0,
  order: 'ascending' | 'descending' = 'ascending',
): R[] {
  const turn = order === 'ascending' ? 1 : -1;
  return rows
    .map((row) => {
      const text = figure(row);
      return { row, text, nearest: Number(text) };
    })
    .sort((a, b) => turn * compareKeys(a, b) || tie(a.row, b.row))
    .map(({ row }) => row);
}

/** A decimal text as a whole number of 10^−places; it has no more places than that. */
export function wholeOf(text: string, places: number): bigint {
  const [whole = '', fraction = ''] = text.split('.');
  return BigInt(whole + fraction.padEnd(places, '0'));
}
