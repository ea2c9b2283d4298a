/** Target and achieved value, both measured, → reached or not, and by how much. Nothing here depends on a rule set. */
import { compare, fraction, over, sign, type Fraction } from './fraction';
import type { ColumnSign, Comparator } from './words';

export interface Bounds {
  /** null: no bound on this side. */
  readonly low: Fraction | null;
  readonly high: Fraction | null;
  /** The bound itself is not an allowed value. */
  readonly lowOpen: boolean;
  readonly highOpen: boolean;
}

export interface Goal {
  readonly sign: ColumnSign;
  readonly low: Fraction;
  readonly high: Fraction;
}

export function boundsOf(low: Fraction, high: Fraction, sign: Comparator | null): Bounds {
  switch (sign) {
    case '≥':
    case '>':
      return { low, high: null, lowOpen: sign === '>', highOpen: false };
    case '≤':
    case '<':
      return { low: null, high, lowOpen: false, highOpen: sign === '<' };
    default:
      return { low, high, lowOpen: false, highOpen: false };
  }
}

const ZERO = fraction(0);
const upward = (goal: Goal): boolean => goal.sign === '≥' || goal.sign === '>';
const downward = (goal: Goal): boolean => goal.sign === '≤' || goal.sign === '<';
const strict = (goal: Goal): boolean => goal.sign === '>' || goal.sign === '<';

/** `> 0` with 0 scores nothing: the one place where equality does not count as reached. */
const zeroFails = (goal: Goal): boolean => goal.sign === '>' && sign(goal.low) === 0;

/** The values that get full weight, as bounds. */
function fullBounds(goal: Goal): Bounds {
  return {
    low: downward(goal) ? null : goal.low,
    high: upward(goal) ? null : goal.high,
    lowOpen: zeroFails(goal),
    highOpen: false,
  };
}

/** Whether all of `inner` lies in `outer`. */
function within(inner: Bounds, outer: Bounds): boolean {
  if (outer.low !== null) {
    if (inner.low === null) return false;
    const order = compare(inner.low, outer.low);
    if (order < 0 || (order === 0 && outer.lowOpen && !inner.lowOpen)) return false;
  }
  if (outer.high !== null) {
    if (inner.high === null) return false;
    const order = compare(inner.high, outer.high);
    if (order > 0 || (order === 0 && outer.highOpen && !inner.highOpen)) return false;
  }
  return true;
}

/** Whether the two have no value in common. */
function apart(a: Bounds, b: Bounds): boolean {
  const ends = (high: Bounds, low: Bounds): boolean => {
    if (high.high === null || low.low === null) return false;
    const order = compare(high.high, low.low);
    return order < 0 || (order === 0 && (high.highOpen || low.lowOpen));
  };
  return ends(a, b) || ends(b, a);
}

export type Verdict = 'reached' | 'missed' | 'open';

export function judge(achieved: Bounds, goal: Goal): Verdict {
  const full = fullBounds(goal);
  if (within(achieved, full)) return 'reached';
  return apart(achieved, full) ? 'missed' : 'open';
}

/** Under `>` or `<`: is, or may be, exactly the target. */
export function touchesTarget(achieved: Bounds, goal: Goal): boolean {
  const point: Bounds = { low: goal.low, high: goal.high, lowOpen: false, highOpen: false };
  return strict(goal) && !apart(achieved, point);
}

export type Ratio =
  { readonly ok: true; readonly top: 'target' | 'achieved'; readonly value: Fraction } | { readonly ok: false };

/** `r` of a single value that misses. Not ok: the quotient has no meaning. */
export function ratioOf(achieved: Fraction, goal: Goal): Ratio {
  if (zeroFails(goal) && sign(achieved) === 0) return { ok: true, top: 'achieved', value: ZERO };
  const below = goal.sign === '区间' ? compare(achieved, goal.low) < 0 : upward(goal);
  if (goal.sign === '=') return equalRatio(achieved, goal.low);
  const target = below ? goal.low : goal.high;
  const [top, bottom] = below ? [achieved, target] : [target, achieved];
  const meaningless = sign(bottom) === 0 || sign(top) * sign(bottom) < 0 || (sign(top) < 0 && sign(bottom) < 0);
  return meaningless ? { ok: false } : { ok: true, top: below ? 'achieved' : 'target', value: over(top, bottom) };
}

function equalRatio(achieved: Fraction, target: Fraction): Ratio {
  if (sign(achieved) * sign(target) <= 0) return { ok: true, top: 'achieved', value: ZERO };
  const straight = over(achieved, target);
  const smaller = compare(straight, fraction(1)) < 0;
  return smaller
    ? { ok: true, top: 'achieved', value: straight }
    : { ok: true, top: 'target', value: over(target, achieved) };
}

export interface Overshoot {
  readonly value: Fraction;
  /** The value itself is not allowed, only what lies below it. */
  readonly open: boolean;
}

/** Highest attainment A/T (for ≤ and <: T/A) of positive figures; 'endless' where a bound sets no limit; null where it has no meaning. */
export function overshootOf(achieved: Bounds, goal: Goal): Overshoot | 'endless' | null {
  if (sign(goal.low) <= 0) return null;
  if (upward(goal)) {
    if (achieved.high === null) return 'endless';
    return sign(achieved.high) > 0 ? { value: over(achieved.high, goal.low), open: achieved.highOpen } : null;
  }
  if (!downward(goal)) return null;
  if (achieved.high !== null && sign(achieved.high) <= 0) return null;
  if (achieved.low === null || sign(achieved.low) <= 0) return 'endless';
  return { value: over(goal.low, achieved.low), open: achieved.lowOpen };
}
