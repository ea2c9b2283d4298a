/** Figures as the unit page prints them: exact, digits grouped, U+2212 for minus. What is missing is the caller's. */
import { Exact, formatExact, roundHalfUp } from '@/domain/decimal';

const MINUS = '\u2212';

function grouped(plain: string): string {
  const negative = plain.startsWith('-');
  const [whole = '', fraction] = plain.replace('-', '').split('.');
  const digits = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return (negative ? MINUS : '') + digits + (fraction === undefined ? '' : `.${fraction}`);
}

/** Scores and amounts: at least two decimals, all that are there. */
export const scoreText = (value: Exact | string): string => grouped(formatExact(value));

/** Without trailing zeros: weights, shares, head counts. */
export const plainText = (value: Exact | string): string => grouped(new Exact(value).toFixed());

/** A difference, with its sign. Equal is `0`, without one. */
export function signedText(value: Exact): string {
  if (value.isZero()) return '0';
  return (value.isPositive() ? '+' : '') + scoreText(value);
}

/** Amounts of a row beside each other: whole where they are large, else two decimals. The exact one stands in the title. */
export function amountsText(values: readonly (string | null)[]): (string | null)[] {
  const places = values.some((value) => value !== null && new Exact(value).abs().gte(1000)) ? 0 : 2;
  return values.map((value) =>
    value === null ? null : grouped(roundHalfUp(new Exact(value), places).toFixed(places)),
  );
}

export const countText = (value: number): string => grouped(String(value));
