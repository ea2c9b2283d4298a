/** Exact quotients of whole numbers: comparisons of `37568/37611` with `99.9%` must not rest on a rounded digit. */
import type { Exact } from '../decimal';
import { add, divide, greatestCommonDivisor, multiply, whole as wholeOf, type Whole } from './whole';

export interface Fraction {
  readonly part: Whole;
  /** Always positive; part and whole have no common divisor. */
  readonly whole: Whole;
}

/** `whole` must not be 0. */
export function fraction(part: Whole, whole: Whole = 1): Fraction {
  const [p, w] = [wholeOf(part), wholeOf(whole)];
  const divisor = greatestCommonDivisor(p, w);
  const signed = w < 0 ? multiply(divisor, -1) : divisor;
  return signed === 1 ? { part: p, whole: w } : { part: divide(p, signed), whole: divide(w, signed) };
}

export function fractionOf(value: Exact): Fraction {
  const places = Math.max(0, value.decimalPlaces());
  return fraction(BigInt(value.toFixed(places).replace('.', '')), tenTo(places));
}

const tenTo = (places: number): Whole => wholeOf(10n ** BigInt(places));

export const plus = (a: Fraction, b: Fraction): Fraction =>
  fraction(add(multiply(a.part, b.whole), multiply(b.part, a.whole)), multiply(a.whole, b.whole));
export const times = (a: Fraction, b: Fraction): Fraction =>
  b.part === 1 && b.whole === 1 ? a : fraction(multiply(a.part, b.part), multiply(a.whole, b.whole));
/** `b` must not be 0. */
export const over = (a: Fraction, b: Fraction): Fraction =>
  fraction(multiply(a.part, b.whole), multiply(a.whole, b.part));
/** Negative, zero or positive, as a − b. */
export function compare(a: Fraction, b: Fraction): number {
  const [left, right] = [multiply(a.part, b.whole), multiply(b.part, a.whole)];
  return left < right ? -1 : left > right ? 1 : 0;
}
export const sign = (a: Fraction): number => (a.part < 0 ? -1 : a.part > 0 ? 1 : 0);
/** Half-up, away from zero, as decimal text with just so many places. */
export function toPlaces(a: Fraction, places: number): string {
  const doubled = multiply(a.part < 0 ? multiply(a.part, -2) : multiply(a.part, 2), tenTo(places));
  const rounded = divide(add(doubled, a.whole), multiply(a.whole, 2));
  const digits = rounded.toString().padStart(places + 1, '0');
  const text = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
  return a.part < 0 && rounded !== 0 ? `-${text}` : text;
}
