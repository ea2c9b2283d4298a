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
