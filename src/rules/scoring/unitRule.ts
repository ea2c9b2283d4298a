/** From the scores of its indicators to the unit's total, coverage and grade: written once. */
import { aggregate, countOf, sumOf, type Aggregate } from '../expr/aggregate';
import type { Cells } from '../expr/evaluate';
import {
  amount,
  and,
  column,
  compare,
  equals,
  fixed,
  isNone,
  none,
  not,
  or,
  ratio,
  share,
  subtract,
  text,
  when,
  type Expr,
} from '../expr/expr';
import type { Layer } from '../expr/layers';
import { exactly, type RuleSet } from '../ruleSet';
import { ONE, ZERO } from './constants';

export interface UnitRule {
  /** What is summed over the indicators; the layers look at these by name. */
  readonly sums: Readonly<Record<UnitSum, Aggregate>>;
  /**
   * From the sums to `recomputed_total`, `coverage` (a count of hundredths of a per cent) and `recomputed_grade`, by way of
   * the weights that each stands on.
   */
  readonly layers: readonly Layer[];
}

/** Most indicators are computed and count: what is summed apart is the few that are not, or do not. */
export type UnitSum =
  | 'indicators'
  | 'all_weight'
  | 'score_sum'
  | 'dropped'
  | 'dropped_weight'
  | 'unscored'
  | 'uncomputed_weight'
  | 'inapplicable_weight';

/** Weights or scores that add up to more leave the exact range where they are spread over what is left. */
export const LARGEST_SUM = fixed('1000000');
/** The share of weights is exact to far larger ones. */
const LARGEST_WEIGHTS = fixed('10000000000000000');
const nothing = fixed('0');

const state = (word: string): Expr => equals(column('state'), text(word));
const inapplicable = state('not_applicable');
const hasNoScore = isNone(column('score'));

function unitSums(ruleSet: RuleSet): Readonly<Record<UnitSum, Aggregate>> {
  const dropsOut = ruleSet.missing === 'exclude' ? or(inapplicable, hasNoScore) : inapplicable;
  return {
    indicators: countOf(),
    all_weight: sumOf('weight'),
    score_sum: sumOf('score'),
    dropped: countOf(dropsOut),
    dropped_weight: sumOf('weight', dropsOut),
    unscored: countOf(or(hasNoScore, state('missing'))),
    uncomputed_weight: sumOf('weight', not(state('computed'))),
    inapplicable_weight: sumOf('weight', inapplicable),
  };
}

const weightWithout = (part: UnitSum): Expr => subtract(amount('all_weight'), amount(part));

const WEIGHTS: Layer = {
  kept_weight: weightWithout('dropped_weight'),
  computed_weight: weightWithout('uncomputed_weight'),
  applicable_weight: weightWithout('inapplicable_weight'),
};

/** What dropped out is spread over what is left; then, if asked for, all weights together are made 100. */
function totalOf(ruleSet: RuleSet): Expr {
  const [sum, all, kept] = [amount('score_sum'), amount('all_weight'), amount('kept_weight')];
  const places = ruleSet.total_places;
  const spread = (over: Expr): Expr =>
    when([
      [
        and(compare(kept, '>', nothing), ...[sum, all, kept].map((each) => compare(each, '<', LARGEST_SUM))),
        share(sum, over, kept, places),
      ],
    ]);
  const noScore = equals(column('unscored'), column('indicators'));
  if (ruleSet.weights === 'normalise_to_100') {
    return when([[or(noScore, equals(all, nothing)), none]], spread(fixed('100')));
  }
  const nothingDropped = equals(column('dropped'), ZERO);
  return when(
    [
      [noScore, none],
      [nothingDropped, share(sum, ONE, ONE, places)],
    ],
    spread(all),
  );
}

const coverage = when([
  [
    and(compare(amount('applicable_weight'), '>', nothing), compare(amount('applicable_weight'), '<', LARGEST_WEIGHTS)),
    ratio(amount('computed_weight'), amount('applicable_weight'), 4),
  ],
]);

/** Bounds from the top, the last without one. */
export type GradeScale = readonly (readonly [bound: number | null, grade: string])[];

/** Grade of a printed total; lower bounds belong to the grade. */
export function gradeRule(grades: GradeScale, total: Expr): Expr {
  return when(
    grades.map(([from, word]) => [
      from === null ? not(isNone(total)) : compare(total, '>=', fixed(exactly(from).toFixed())),
      text(word),
    ]),
  );
}

export function unitRule(ruleSet: RuleSet): UnitRule {
  return {
    sums: unitSums(ruleSet),
    layers: [
      WEIGHTS,
      { recomputed_total: totalOf(ruleSet), coverage },
      { recomputed_grade: gradeRule(ruleSet.grades, amount('recomputed_total')) },
    ],
  };
}

/** The sums over rows with `weight`, `score` and `state`. */
export const sumsOf = (rule: UnitRule, rows: readonly Cells[]): Cells =>
  Object.fromEntries(Object.entries(rule.sums).map(([name, each]) => [name, aggregate(each, rows)]));
