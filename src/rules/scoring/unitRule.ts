/** From the scores of its indicators to the unit's total, coverage and grade: written once. */
import { aggregateSql, aggregate, countOf, sumOf, type Aggregate } from '../expr/aggregate';
import type { Cells } from '../expr/evaluate';
import {
  amount,
  always,
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
  text,
  when,
  type Expr,
} from '../expr/expr';
import { exactly, type RuleSet } from '../ruleSet';
import { ONE, ZERO } from './constants';

export interface UnitRule {
  /** What is summed over the indicators; the expressions look at these by name. */
  readonly sums: Readonly<Record<UnitSum, Aggregate>>;
  readonly total: Expr;
  /** A count of hundredths of a per cent. */
  readonly coverage: Expr;
  /** Looks at amount `recomputed_total`. */
  readonly grade: Expr;
}

export type UnitSum =
  'all_weight' | 'kept_weight' | 'dropped' | 'score_sum' | 'scored' | 'computed_weight' | 'applicable_weight';

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
    all_weight: sumOf('weight', always),
    kept_weight: sumOf('weight', not(dropsOut)),
    dropped: countOf(dropsOut),
    score_sum: sumOf('score', always),
    scored: countOf(and(not(hasNoScore), not(state('missing')))),
    computed_weight: sumOf('weight', state('computed')),
    applicable_weight: sumOf('weight', not(inapplicable)),
  };
}

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
  const noScore = equals(column('scored'), ZERO);
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
    total: totalOf(ruleSet),
    coverage,
    grade: gradeRule(ruleSet.grades, amount('recomputed_total')),
  };
}

/** The sums as SQL columns, by name. */
export const sumsSql = (rule: UnitRule): string =>
  Object.entries(rule.sums)
    .map(([name, each]) => `${aggregateSql(each)} AS ${name}`)
    .join(', ');

/** The sums over rows with `weight`, `score` and `state`. */
export const sumsOf = (rule: UnitRule, rows: readonly Cells[]): Cells =>
  Object.fromEntries(Object.entries(rule.sums).map(([name, each]) => [name, aggregate(each, rows)]));
