/**
 * The rule for one indicator, written once.
 *
 * 财预〔2020〕10号: a quantitative indicator that reaches its target gets its full weight, one that falls short the
 * ratio of achieved to target; a qualitative one lies in one of three bands of its weight. What no text settles
 * (equality, overshoot, strict comparators) is a parameter of the rule set.
 */
import type { Fraction } from '@/domain/reading/fraction';
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
import type { Layer } from '../expr/layers';
import type { RuleSet } from '../ruleSet';
import { bandEnd } from './bands';
import { deductionsOf } from './deductions';
import { steppedRule } from './stepped';

/**
 * Layers, the last columns of which are:
 *  - state: computed | banded | reported | manual | missing | not_applicable;
 *  - basis: how a computed score came about (step, full, deducted, zero, ratio), otherwise the state;
 *  - reason: why it is `manual`, or why there is nothing to compute from;
 *  - kept_part, kept_whole: share of the weight that counts by a step table or after a deduction, for the working;
 *  - earned_part, earned_whole: share of the weight that makes the score; none where another figure is the score;
 *  - score.
 */
export type IndicatorRule = readonly Layer[];

/** From this weight on, products would leave the exact range of the database. */
const HEAVIEST = '1000000';

const weight = amount('weight');
const reported = amount('reported_score');
const nothing = fixed('0');
const reading = (word: string): Expr => equals(column('reading'), text(word));
const state = (word: string): Expr => equals(column('state'), text(word));
const basis = (word: string): Expr => equals(column('basis'), text(word));
const noScore = isNone(reported);
const tooHeavy = compare(weight, '>=', fixed(HEAVIEST));

const DOUBTFUL = '分段计分按百分数查表，而完成值不大于1又无单位，可能是小数形式的百分数';
const TOO_HEAVY = '分值超出精确计算的范围（须小于 1000000 分）';
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
  const kept = (of: (taken: Fraction) => Expr): Expr =>
    when(taken.map((each) => [each.condition, of(each.share)] as const));
  const state_ = when(
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
  );
  const basis_ = when(
    [
      [not(state('computed')), column('state')],
      [stepped.usable, text('step')],
      [and(column('reached'), isDeducted), text('deducted')],
      [column('reached'), text('full')],
      [isZero, text('zero')],
    ],
    text('ratio'),
  );
  const reason = when([
    [or(state('computed'), state('banded'), state('not_applicable')), none],
    [reading('level'), text(NO_REPORTED)],
    [stepped.doubtful, text(DOUBTFUL)],
    [not(isNone(column('reason'))), column('reason')],
    [tooHeavy, text(TOO_HEAVY)],
    [boundMayBeLess, text(MAY_BE_LESS)],
  ]);
  const end = bandEnd(ruleSet);
  const ratio_ = ratioShare(ruleSet);
  const earned = (kept: Expr, missed: Expr, banded: Expr): Expr =>
    when([
      [or(basis('step'), basis('deducted')), kept],
      [basis('ratio'), missed],
      [basis('banded'), banded],
    ]);
  const missing = ruleSet.missing === 'zero' ? nothing : none;
  return [
    ...stepped.layers,
    { state: state_ },
    { basis: basis_, told_reason: reason },
    {
      kept_part: when(
        [
          [basis('step'), stepped.part],
          [not(basis('deducted')), none],
        ],
        kept((share) => count(BigInt(share.whole) - BigInt(share.part))),
      ),
      kept_whole: when(
        [
          [basis('step'), stepped.whole],
          [not(basis('deducted')), none],
        ],
        kept((share) => count(share.whole)),
      ),
    },
    {
      earned_part: earned(column('kept_part'), ratio_.part, end.part),
      earned_whole: earned(column('kept_whole'), ratio_.whole, end.whole),
    },
    {
      score: when(
        [
          [basis('full'), weight],
          [
            not(isNone(column('earned_part'))),
            share(weight, column('earned_part'), column('earned_whole'), ruleSet.score_places),
          ],
          [basis('banded'), reported],
          [or(basis('reported'), basis('manual')), filedScore],
          [basis('zero'), nothing],
          [basis('missing'), missing],
        ],
        none,
      ),
    },
  ];
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
function ratioShare(ruleSet: RuleSet): { readonly part: Expr; readonly whole: Expr } {
  const [part, whole] = [column('part'), column('whole')];
  if (ruleSet.ratio_places === null) return { part, whole };
  const places = ruleSet.ratio_places + 2;
  return { part: ratio(part, whole, places), whole: count(10n ** BigInt(places)) };
}
