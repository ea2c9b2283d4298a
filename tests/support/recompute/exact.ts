/** Own decimals: 200 digits, half-up, away from zero. */
import Decimal from 'decimal.js';

const D = Decimal.clone({ precision: 200, rounding: Decimal.ROUND_HALF_UP, toExpNeg: -500, toExpPos: 500 });
export type Num = Decimal;

export const num = (text: string | number): Num => new D(text);
export const ZERO = num(0);
export const HUNDRED = num(100);

export const sum = (values: readonly Num[]): Num => values.reduce((total, value) => total.plus(value), ZERO);
export const round = (value: Num, places: number): Num => {
  const rounded = value.toDecimalPlaces(places, Decimal.ROUND_HALF_UP);
  return rounded.isZero() ? ZERO : rounded;
};
export const clamp = (value: Num, lo: Num, hi: Num): Num => (value.lt(lo) ? lo : value.gt(hi) ? hi : value);

/** At least two decimals, zeros beyond two cut. */
export const figure = (value: Num | null): string =>
  value === null ? '' : (value.isZero() ? ZERO : value).toFixed(Math.max(2, value.decimalPlaces()));

/** Percent with exactly two decimals; nothing over a base of zero or less, or over nothing. */
export function percent(part: Num | null, whole: Num | null): Num | null {
  if (part === null || whole === null || whole.lte(0)) return null;
  return round(part.times(100).div(whole), 2);
}
export const rate = (value: Num | null): string => (value === null ? '' : value.toFixed(2));
