/** Ratios of money: exact quotients, rounded once. Over zero, nothing or a negative base there is none. */
import { Exact, roundHalfUp } from './decimal';

/** 100 × part ÷ whole in whole hundredths of a per cent, half-up. Null where it has no meaning. */
export function percentCount(part: Exact, whole: Exact): Exact | null {
  return whole.greaterThan(0) ? roundHalfUp(part.times(10_000).dividedBy(whole), 0) : null;
}

/** 100 × part ÷ whole as it is printed: two decimals. Null where it has no meaning. */
export function percentOf(part: string | null, whole: string | null): string | null {
  if (part === null || whole === null) return null;
  return percentCount(new Exact(part), new Exact(whole))?.dividedBy(100).toFixed(2) ?? null;
}

/** `percentOf` of a part and a whole above zero, both as whole numbers of the same place: what many thousand points are made of. */
export function percentOfWhole(part: bigint, whole: bigint): string {
  const count = ((20_000n * part + whole) / (2n * whole)).toString().padStart(3, '0');
  return `${count.slice(0, -2)}.${count.slice(-2)}`;
}

/** 100 × (now − before) ÷ before, likewise. */
export function changeOf(now: string | null, before: string | null): string | null {
  if (now === null || before === null) return null;
  return percentOf(new Exact(now).minus(before).toFixed(), before);
}

/** a − b in plain decimal text; null where one of them is no figure. */
export function differenceOf(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return null;
  const difference = new Exact(a).minus(b);
  return (difference.isZero() ? new Exact(0) : difference).toFixed();
}
