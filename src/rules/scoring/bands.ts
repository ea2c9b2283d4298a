/** A level word keeps the reported score inside its band of the weight, both ends included; outside it, the nearest end. */
import { amount, column, compare, count, equals, multiply, none, share, when, type Expr } from '../expr/expr';
import type { RuleSet } from '../ruleSet';
import { constant, partOf } from './constants';

const weight = amount('weight');
const reported = amount('reported_score');

function end(percent: number, places: number): { readonly edge: Expr; readonly scaled: Expr; readonly score: Expr } {
  const bound = constant(percent);
  const whole = count(bound.whole * 100n);
  return {
    // reported × 100 against weight × percent: the end itself is not rounded, only a score that comes from it.
    edge: multiply(weight, partOf(bound)),
    scaled: multiply(reported, whole),
    score: share(weight, partOf(bound), whole, places),
  };
}

export function bandScore(ruleSet: RuleSet): Expr {
  const cases = ruleSet.bands.map(([high, low], index): [Expr, Expr] => {
    const [top, bottom] = [end(high, ruleSet.score_places), end(low, ruleSet.score_places)];
    const kept = when(
      [
        [compare(top.scaled, '>', top.edge), top.score],
        [compare(bottom.scaled, '<', bottom.edge), bottom.score],
      ],
      reported,
    );
    return [equals(column('level'), count(BigInt(index + 1))), kept];
  });
  return when(cases, none);
}
