/** The rule for units compiled into the statement that gives every unit-year its totals, coverage and grade. */
import { amount } from '../expr/expr';
import { scaledSql, toSql } from '../expr/toSql';
import { sqlText } from '@/domain/sqlText';
import type { RuleSet } from '../ruleSet';
import { gradeRule, sumsSql, unitRule } from './unitRule';

/** The grade of a decimal total, as SQL. */
export const gradeOf = (ruleSet: RuleSet, total: string): string =>
  toSql(gradeRule(ruleSet.grades, amount(`to_amount(${total})`)));

export function unitScoreStatement(ruleSet: RuleSet): string {
  const id = sqlText(ruleSet.id);
  const rule = unitRule(ruleSet);
  return `INSERT INTO unit_score
WITH summed AS (
  SELECT place_id, count(*) AS indicator_count,
         sum(reported_score) AS sum_of_scores,
         count(*) FILTER (WHERE reported_score IS NULL AND state <> 'not_applicable') AS missing_scores,
         ${sumsSql(rule)}
  FROM placed_amount WHERE rule_set_id = ${id}
  GROUP BY place_id
),
totalled AS (SELECT *, ${toSql(rule.total)} AS recomputed_total, ${toSql(rule.coverage)} AS coverage FROM summed),
graded AS (
  SELECT t.*, p.fiscal_year, p.unit_code, ${toSql(rule.grade)} AS recomputed_grade
  FROM totalled t JOIN indicator_place p ON p.place_id = t.place_id
)
SELECT ${id}, coalesce(t.fiscal_year, c.fiscal_year), coalesce(t.unit_code, c.unit_code),
       c.reported_total, c.reported_grade,
       from_amount(t.sum_of_scores), from_amount(t.recomputed_total), t.recomputed_grade, ${scaledSql('t.coverage', 2)},
       t.indicator_count, t.missing_scores, from_amount(t.all_weight),
       t.computed_weight, t.applicable_weight
FROM graded t
FULL JOIN conclusion c ON c.fiscal_year = t.fiscal_year AND c.unit_code = t.unit_code`;
}
