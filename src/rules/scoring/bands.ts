/** A level word keeps the reported score inside its band of the weight, both ends included; outside it, the nearest end. */
import { amount, column, compare, count, equals, multiply, none, when, type Expr } from '../expr/expr';
import type { RuleSet } from '../ruleSet';
import { constant, partOf } from './constants';

const weight = amount('weight');
const reported = amount('reported_score');

export interface BandEnd {
  /** Share of the weight where the band's nearest end counts; none: the reported score lies inside. */
  readonly part: Expr;
  readonly whole: Expr;
}

/** reported × 100 against weight × percent: the end itself is not rounded, only a score that comes from it. */
function beyond(sign: '<' | '>', percent: number): Expr {
  const bound = constant(percent);
  return compare(multiply(reported, count(BigInt(bound.whole) * 100n)), sign, multiply(weight, partOf(bound)));
}

export function bandEnd(ruleSet: RuleSet): BandEnd {
  const ends = (of: (percent: number) => Expr): Expr =>
    when(
      ruleSet.bands.map(([high, low], index): [Expr, Expr] => [
        equals(column('level'), count(BigInt(index + 1))),
        when([
          [beyond('>', high), of(high)],
          [beyond('<', low), of(low)],
        ]),
      ]),
      none,
    );
  return {
    part: ends((percent) => partOf(constant(percent))),
    whole: ends((percent) => count(BigInt(constant(percent).whole) * 100n)),
  };
}
