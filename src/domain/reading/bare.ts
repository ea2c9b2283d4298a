/**
 * Excel saves 96% as 0.96. A bare number up to 1 against a share above 1 may be either, and nobody shall get
 * 0.10 points, or full marks, in silence.
 */
import { fraction, compare, sign, times, type Fraction } from './fraction';
import type { Figure } from './cell';
import type { Sides } from './sides';
import { isShare, myriadFactor } from './units';

const ONE = fraction(1);
const aboveOne = (value: Fraction): boolean => compare(value, ONE) > 0;
const upToOne = (value: Fraction): boolean => sign(value) > 0 && !aboveOne(value);
/** As written, with its 万 and 亿. */
const written = (figure: Figure): Fraction => times(figure.exact, myriadFactor(figure.myriad));

export function bareFault(sides: Sides): string | null {
  const { target, achieved, quotient, stated, targetMeasured } = sides;
  if (target.kind !== 'value') return null;
  const goal = target.high;
  if (quotient) {
    const unitless = goal.word === null && stated.word === null;
    const doubtful = unitless && upToOne(quotient.value) && aboveOne(written(goal));
    return doubtful ? '分子分母之商不大于1，而目标值大于1又无单位，目标值可能是百分数' : null;
  }
  if (achieved.kind !== 'value') return null;
  const value = achieved.high;
  const shareTarget = isShare(targetMeasured?.word ?? null);
  if (value.word === null && shareTarget && upToOne(written(value)) && aboveOne(written(goal))) {
    return '完成值不大于1又无单位，目标值是大于1的百分数，完成值可能是小数形式的百分数';
  }
  if (goal.word === null && isShare(value.word) && upToOne(written(goal)) && aboveOne(written(value))) {
    return '目标值不大于1又无单位，完成值是大于1的百分数，目标值可能是小数形式的百分数';
  }
  return null;
}
