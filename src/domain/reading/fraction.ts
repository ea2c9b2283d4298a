/** Exact quotients of whole numbers: comparisons of `37568/37611` with `99.9%` must not rest on a rounded digit. */
import type { Exact } from '../decimal';

export interface Fraction {
  readonly part: bigint;
  /** Always positive; part and whole have no common divisor. */
  readonly whole: bigint;
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

/** `whole` must not be 0. */
export function fraction(part: bigint, whole = 1n): Fraction {
  const divisor = greatestCommonDivisor(part, whole) || 1n;
  const sign = whole < 0n ? -1n : 1n;
  return { part: (sign * part) / divisor, whole: (sign * whole) / divisor };
}

export function fractionOf(value: Exact): Fraction {
  const places = Math.max(0, value.decimalPlaces());
  return fraction(BigInt(value.toFixed(places).replace('.', '')), 10n ** BigInt(places));
}

export const times = (a: Fraction, b: Fraction): Fraction =>
  b.part === 1n && b.whole === 1n ? a : fraction(a.part * b.part, a.whole * b.whole);
/** `b` must not be 0. */
export const over = (a: Fraction, b: Fraction): Fraction => fraction(a.part * b.whole, a.whole * b.part);
/** Negative, zero or positive, as a − b. */
export function compare(a: Fraction, b: Fraction): number {
  const difference = a.part * b.whole - b.part * a.whole;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}
export const sign = (a: Fraction): number => (a.part < 0n ? -1 : a.part > 0n ? 1 : 0);
/** Half-up, away from zero, as decimal text with just so many places. */
export function toPlaces(a: Fraction, places: number): string {
  const scaled = (a.part < 0n ? -a.part : a.part) * 10n ** BigInt(places);
  const rounded = (2n * scaled + a.whole) / (2n * a.whole);
  const digits = rounded.toString().padStart(places + 1, '0');
  const text = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
  return a.part < 0n && rounded !== 0n ? `-${text}` : text;
}
