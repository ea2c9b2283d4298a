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
  /** What is summed over the indicators beside `GIVEN_SUMS`; the layers look at these by name. */
  readonly sums: Readonly<Partial<Record<RuleSum, Aggregate>>>;
  /**
   * From the sums to `recomputed_total`, `coverage` (a count of hundredths of a per cent) and `recomputed_grade`, by way of
   * the weights that each stands on.
   */
  readonly layers: readonly Layer[];
}

type GivenSum = 'indicators' | 'all_weight' | 'inapplicable' | 'inapplicable_weight';

/** Most indicators are computed and get full weight: what is summed under a rule set is only what the others lack. */
type RuleSum = 'lost' | 'unscored' | 'uncomputed_weight' | 'dropped' | 'dropped_weight';

/** Weights or scores that add up to more leave the exact range where they are spread over what is left. */
export const LARGEST_SUM = fixed('1000000');
/** The share of weights is exact to far larger ones. */
const LARGEST_WEIGHTS = fixed('10000000000000000');
const nothing = fixed('0');

const weight = amount('weight');
const score = amount('score');
const state = (word: string): Expr => equals(column('state'), text(word));
const isInapplicable = equals(column('reading'), text('not_applicable'));
const hasNoScore = isNone(score);

/** What the files alone say, whatever the rule set. */
export const GIVEN_SUMS: Readonly<Record<GivenSum, Aggregate>> = {
  indicators: countOf(),
  all_weight: sumOf(weight),
  inapplicable: countOf(isInapplicable),
  inapplicable_weight: sumOf(weight, isInapplicable),
};

function ruleSums(ruleSet: RuleSet): UnitRule['sums'] {
  return {
    // Of the weight; all of it where there is no score.
    lost: sumOf(when([[hasNoScore, weight]], subtract(weight, score)), or(hasNoScore, not(equals(score, weight)))),
    unscored: countOf(or(hasNoScore, state('missing'))),
    uncomputed_weight: sumOf(weight, not(state('computed'))),
    // What does not apply has no score.
    ...(ruleSet.missing === 'exclude'
      ? { dropped: countOf(hasNoScore), dropped_weight: sumOf(weight, hasNoScore) }
      : {}),
  };
}

const weightWithout = (part: GivenSum | RuleSum): Expr => subtract(amount('all_weight'), amount(part));

/** Where missing scores count as 0, only what does not apply drops out. */
const APPLICABLE_KEPT: Layer = {
  dropped: column('inapplicable'),
  dropped_weight: amount('inapplicable_weight'),
};

const WEIGHTS: Layer = {
  score_sum: weightWithout('lost'),
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
    sums: ruleSums(ruleSet),
    layers: [
      ...(ruleSet.missing === 'exclude' ? [] : [APPLICABLE_KEPT]),
      WEIGHTS,
      { recomputed_total: totalOf(ruleSet), coverage },
      { recomputed_grade: gradeRule(ruleSet.grades, amount('recomputed_total')) },
    ],
  };
}

/** The sums over rows with `weight`, `score`, `state` and `reading`. */
export const sumsOf = (rule: UnitRule, rows: readonly Cells[]): Cells =>
  Object.fromEntries(
    Object.entries({ ...GIVEN_SUMS, ...rule.sums }).map(([name, each]) => [name, aggregate(each, rows)]),
  );
