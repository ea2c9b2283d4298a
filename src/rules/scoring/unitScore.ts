/** The rule for units compiled into the statement that gives every unit-year its totals, coverage and grade. */
import { sqlText } from '@/domain/sqlText';
import { aggregateSql, countOf, shareSql, type Aggregate } from '../expr/aggregate';
import { amount, and, column, equals, isNone, not, text } from '../expr/expr';
import { layersSql } from '../expr/layers';
import { scaledSql, toSql } from '../expr/toSql';
import type { RuleSet } from '../ruleSet';
import { stepsOf } from './stepped';
import { gradeRule, unitRule } from './unitRule';

/** The grade of a decimal total, as SQL. */
export const gradeOf = (ruleSet: RuleSet, total: string): string =>
  toSql(gradeRule(ruleSet.grades, amount(`to_amount(${total})`)));

const MISSING_SCORES = countOf(
  and(isNone(column('reported_score')), not(equals(column('state'), text('not_applicable')))),
);

export function unitScoreStatement(ruleSet: RuleSet): string {
  const id = sqlText(ruleSet.id);
  const rule = unitRule(ruleSet);
  const sums: [string, Aggregate][] = [...Object.entries(rule.sums), ['missing_scores', MISSING_SCORES]];
  const shares = sums.map(([name, each]) => shareSql(name, each)).join(', ');
  // Few indicators come under a step table; where no rule has one, nobody looks for it.
  const isStepped = stepsOf(ruleSet).length > 0;
  const step = isStepped
    ? `LEFT JOIN named_step n ON n.rule_set_id = ${id} AND n.name_id = c.name_id
  JOIN share s ON s.case_id = c.case_id AND s.step = coalesce(n.step, 0)`
    : 'JOIN share s ON s.case_id = c.case_id';
  const added = `
  UNION ALL
  SELECT p.place_id, reported_score, ${shares}
  FROM added_score a JOIN indicator_place p ON p.fiscal_year = a.fiscal_year AND p.unit_code = a.unit_code
  WHERE a.rule_set_id = ${id}`;
  return `INSERT INTO unit_score
WITH share AS (
  SELECT case_id, step, reported_score AS sum_of_scores, ${shares} FROM case_score WHERE rule_set_id = ${id}
),
placed AS (
  SELECT c.place_id, s.* EXCLUDE (case_id, step) FROM indicator_case c
  ${step}${ruleSet.execution ? added : ''}
),
summed AS (
  SELECT place_id, sum(sum_of_scores) AS sum_of_scores, ${sums.map(([name, each]) => aggregateSql(name, each)).join(', ')}
  FROM placed GROUP BY place_id
),
graded AS (
  SELECT t.*, p.fiscal_year, p.unit_code
  FROM ${layersSql(rule.layers, 'summed')} t JOIN indicator_place p ON p.place_id = t.place_id
)
SELECT ${id}, coalesce(t.fiscal_year, c.fiscal_year), coalesce(t.unit_code, c.unit_code),
       c.reported_total, c.reported_grade,
       from_amount(t.sum_of_scores), from_amount(t.recomputed_total), t.recomputed_grade, ${scaledSql('t.coverage', 2)},
       t.indicators, t.missing_scores, from_amount(t.all_weight),
       t.computed_weight, t.applicable_weight
FROM graded t
FULL JOIN conclusion c ON c.fiscal_year = t.fiscal_year AND c.unit_code = t.unit_code`;
}
