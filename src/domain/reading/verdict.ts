/** What the two sides allow to be said, in the order in which the states are tried; no score is looked at. */
import {
  boundsOf,
  judge,
  overshootOf,
  ratioOf,
  touchesTarget,
  type Bounds,
  type Goal,
  type Overshoot,
} from './attainment';
import { bareFault } from './bare';
import type { ReadingState } from './columns';
import type { Fraction } from './fraction';
import type { Sides } from './sides';
import type { Comparator } from './words';

export interface Verdict {
  readonly reading: ReadingState;
  readonly reason?: string;
  readonly level?: 1 | 2 | 3;
  readonly reached?: boolean;
  readonly atTarget?: boolean;
  readonly isBound?: boolean;
  readonly ratio?: { readonly top: 'target' | 'achieved'; readonly value: Fraction };
  readonly overshoot?: Overshoot | 'endless' | null;
}

export const NO_TARGET = '目标值不是可计算的数';
export const NO_ACHIEVED = '完成值不是可计算的数';
const NOTHING_BELOW = '完成值为“无”：可能是零，也可能是未填';
const BOUND_MISSES = '完成值是界限或区间，必定未达标，但没有确数可算';
const BOUND_OPEN = '完成值是界限或区间，达标与否不能确定';
const MEANINGLESS = '目标值与完成值的符号或零使比值没有意义';
/** Exact arithmetic in the database is held to whole numbers below this. */
export const EXACT_LIMIT = 10n ** 22n;
const TOO_LONG = '约分后的比值超出精确计算的范围（分子、分母须小于 10 的 22 次方）';

export function reachVerdict(sides: Sides): Verdict {
  const { target, achieved, quotient, ruling } = sides;
  if (target.kind === 'not_applicable' || achieved.kind === 'not_applicable') return { reading: 'not_applicable' };
  if (achieved.kind === 'level' && !quotient) return { reading: 'level', level: achieved.level };
  if (target.kind !== 'value' || !ruling) return { reading: 'text', reason: NO_TARGET };
  if (!quotient && achieved.kind !== 'value') {
    const asksForLess = !sides.targetFault && (ruling.sign === '≤' || ruling.sign === '<');
    const nothing = achieved.kind === 'none' && achieved.nothing;
    return nothing && asksForLess ? manual(NOTHING_BELOW) : { reading: 'text', reason: NO_ACHIEVED };
  }
  return compareSides(sides);
}

const manual = (reason: string): Verdict => ({ reading: 'manual', reason });

function compareSides(sides: Sides): Verdict {
  const { ruling, quotient, achieved, targetMeasured, achievedMeasured } = sides;
  const fault = sides.targetFault ?? (quotient ? null : sides.achievedFault);
  if (fault) return manual(fault);
  if (!ruling || !targetMeasured || !achievedMeasured) return manual(NO_TARGET);
  if (targetMeasured.kind !== null && achievedMeasured.kind !== null && targetMeasured.kind !== achievedMeasured.kind) {
    return manual(`计量单位不同：目标值 ${targetMeasured.word}，完成值 ${achievedMeasured.word}`);
  }
  const goal: Goal = { sign: ruling.sign, low: targetMeasured.low, high: targetMeasured.high };
  const cell = !quotient && achieved.kind === 'value' ? achieved : null;
  const boundSign = cell ? boundSignOf(cell.signs) : null;
  const isBound = boundSign !== null || (cell?.isRange ?? false);
  const bounds = boundsOf(achievedMeasured.low, achievedMeasured.high, boundSign);
  const outcome = judge(bounds, goal);
  const spared = outcome === 'reached' && (goal.sign === '≤' || goal.sign === '<');
  const bare = spared ? null : bareFault(sides);
  if (bare) return manual(bare);
  if (outcome === 'open') return { reading: 'open', reason: BOUND_OPEN };
  if (outcome === 'missed' && isBound) return manual(BOUND_MISSES);
  return outcome === 'reached' ? reached(bounds, goal, isBound) : missed(achievedMeasured.low, goal);
}

/** `=` before an achieved number changes nothing. */
function boundSignOf(signs: readonly Comparator[]): Comparator | null {
  const [only] = signs;
  return only === undefined || only === '=' ? null : only;
}

function reached(bounds: Bounds, goal: Goal, isBound: boolean): Verdict {
  const overshoot = overshootOf(bounds, goal);
  if (overshoot !== null && overshoot !== 'endless' && !fits(overshoot.value)) return manual(TOO_LONG);
  return { reading: 'decided', reached: true, atTarget: touchesTarget(bounds, goal), isBound, overshoot };
}

function missed(value: Fraction, goal: Goal): Verdict {
  const ratio = ratioOf(value, goal);
  if (!ratio.ok) return manual(MEANINGLESS);
  if (!fits(ratio.value)) return manual(TOO_LONG);
  return { reading: 'decided', reached: false, ratio };
}

export const fits = (value: Fraction): boolean => {
  const part = value.part < 0 ? -value.part : value.part;
  return part < EXACT_LIMIT && value.whole < EXACT_LIMIT;
};
