/** What a rule set takes off a target that is reached: for `>` met at equality, and for a target set plainly too low. */
import { fraction, plus, type Fraction } from '@/domain/reading/fraction';
import { and, column, compare, equals, multiply, not, or, type Expr } from '../expr/expr';
import type { RuleSet } from '../ruleSet';
import { constant, partOf, wholeOf } from './constants';

export interface Deduction {
  readonly condition: Expr;
  /** Of the weight. */
  readonly share: Fraction;
}

/** A tier is reached at its attainment exactly; a value that only comes near a limit does not reach it. */
function tierReached(from: number): Expr {
  const bound = constant(from);
  const left = multiply(column('over_part'), wholeOf(bound));
  const right = multiply(column('over_whole'), partOf(bound));
  return or(compare(left, '>', right), and(equals(left, right), not(column('over_open'))));
}

function together(a: Fraction, b: Fraction): Fraction {
  const sum = plus(a, b);
  return sum.part > sum.whole ? fraction(1) : sum;
}

/** The first whose condition holds counts; none of them: full weight. */
export function deductionsOf(ruleSet: RuleSet): readonly Deduction[] {
  const atTarget: Deduction = { condition: column('at_target'), share: constant(ruleSet.strict_share) };
  const strict = ruleSet.strict_rule === 'deduct' ? [atTarget] : [];
  const tiers = [...ruleSet.overshoot]
    .sort((a, b) => b[0] - a[0])
    .map(([from, taken]): Deduction => ({ condition: tierReached(from), share: constant(taken) }));
  const both = tiers.flatMap((tier) =>
    strict.map((each) => ({ condition: and(tier.condition, each.condition), share: together(tier.share, each.share) })),
  );
  return [...both, ...tiers, ...strict].filter((each) => each.share.part > 0);
}
