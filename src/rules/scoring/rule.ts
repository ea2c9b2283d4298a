/**
 * The rule for one indicator, written once.
 *
 * 财预〔2020〕10号: a quantitative indicator that reaches its target gets its full weight, one that falls short the
 * ratio of achieved to target; a qualitative one lies in one of three bands of its weight. What no text settles
 * (equality, overshoot, strict comparators) is a parameter of the rule set.
 */
import {
  amount,
  and,
  column,
  compare,
  count,
  equals,
  fixed,
  isNone,
  never,
  none,
  not,
  or,
  ratio,
  share,
  text,
  when,
  type Expr,
} from '../expr/expr';
import type { RuleSet } from '../ruleSet';
import { bandScore } from './bands';
import { wholeOf } from './constants';
import { deductionsOf } from './deductions';
import { steppedRule } from './stepped';

export interface IndicatorRule {
  /** computed | banded | reported | manual | missing | not_applicable. The others look at it as column `state`. */
  readonly state: Expr;
  readonly score: Expr;
  /** How a computed score came about: step, full, deducted, zero, ratio; otherwise the state. */
  readonly basis: Expr;
  /** Why it is `manual`, or why there is nothing to compute from. */
  readonly reason: Expr;
  /** Share of the weight that counts by a step table or after a deduction, for the working. */
  readonly kept_part: Expr;
  readonly kept_whole: Expr;
}

/** From this weight on, products would leave the exact range of the database. */
const HEAVIEST = 1_000_000n;

const weight = amount('weight');
const reported = amount('reported_score');
const nothing = fixed(0n);
const reading = (word: string): Expr => equals(column('reading'), text(word));
const state = (word: string): Expr => equals(column('state'), text(word));
const noScore = isNone(reported);
const tooHeavy = compare(weight, '>=', fixed(HEAVIEST));

const DOUBTFUL = '分段计分按百分数查表，而完成值不大于1又无单位，可能是小数形式的百分数';
const TOO_HEAVY = '分值超出精确计算的范围';
const MAY_BE_LESS = '完成值是界限或区间，所含的值不都得满分';
const NO_REPORTED = '完成值为等次，无自评得分可核';

export function indicatorRule(ruleSet: RuleSet): IndicatorRule {
  const taken = deductionsOf(ruleSet);
  const isDeducted = or(...taken.map((each) => each.condition));
  const stepped = steppedRule(ruleSet);
  /** Every value of the bound reaches the target, but not every one gets full weight. */
  const boundMayBeLess = and(column('is_bound'), column('reached'), isDeducted);
  const filed = when([[noScore, text('missing')]], text('reported'));
  const isZero = ruleSet.equal_rule === 'zero' ? equals(column('comparator_sign'), text('=')) : never;
  const reachedScore = when(
    taken.map(({ condition, share: part }) => {
      const kept = share(weight, count(part.whole - part.part), count(part.whole), ruleSet.score_places);
      return [condition, kept] as const;
    }),
    weight,
  );
  return {
    state: when(
      [
        [reading('not_applicable'), text('not_applicable')],
        [reading('level'), when([[noScore, text('missing')]], text('banded'))],
        [and(stepped.usable, not(tooHeavy)), text('computed')],
        [stepped.doubtful, text('manual')],
        [or(reading('text'), reading('open')), filed],
        [or(reading('manual'), tooHeavy), text('manual')],
        [boundMayBeLess, filed],
      ],
      text('computed'),
    ),
    score: when([
      [and(state('computed'), stepped.usable), stepped.score],
      [and(state('computed'), column('reached')), reachedScore],
      [and(state('computed'), isZero), nothing],
      [state('computed'), ratioScore(ruleSet)],
      [state('banded'), bandScore(ruleSet)],
      [or(state('reported'), state('manual')), filedScore],
      [state('missing'), ruleSet.missing === 'zero' ? nothing : none],
    ]),
    basis: when(
      [
        [and(state('computed'), stepped.usable), text('step')],
        [and(state('computed'), column('reached'), isDeducted), text('deducted')],
        [and(state('computed'), column('reached')), text('full')],
        [and(state('computed'), isZero), text('zero')],
        [state('computed'), text('ratio')],
      ],
      column('state'),
    ),
    reason: when([
      [or(state('computed'), state('banded'), state('not_applicable')), none],
      [reading('level'), text(NO_REPORTED)],
      [stepped.doubtful, text(DOUBTFUL)],
      [not(isNone(column('reason'))), column('reason')],
      [tooHeavy, text(TOO_HEAVY)],
      [boundMayBeLess, text(MAY_BE_LESS)],
    ]),
    kept_part: when([
      [stepped.usable, stepped.part],
      ...taken.map((each) => [each.condition, count(each.share.whole - each.share.part)] as const),
    ]),
    kept_whole: when([
      [stepped.usable, stepped.whole],
      ...taken.map((each) => [each.condition, wholeOf(each.share)] as const),
    ]),
  };
}

/** As filed, at least nothing, at most the weight. */
const filedScore = when(
  [
    [noScore, none],
    [compare(reported, '<', nothing), nothing],
    [compare(reported, '>', weight), weight],
  ],
  reported,
);

/** `ratio_places` counts places of the percentage (99.9%): it is rounded before it is applied. */
function ratioScore(ruleSet: RuleSet): Expr {
  const [part, whole] = [column('part'), column('whole')];
  if (ruleSet.ratio_places === null) return share(weight, part, whole, ruleSet.score_places);
  const places = ruleSet.ratio_places + 2;
  return share(weight, ratio(part, whole, places), count(10n ** BigInt(places)), ruleSet.score_places);
}
