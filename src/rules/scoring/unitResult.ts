/** The rule for units compiled into the statement that gives every unit-year its total, coverage and grade. */
import { sqlText } from '@/domain/sqlText';
import { addsSql, aggregatesSql, sharesSql } from '../expr/aggregate';
import { amount, fixed } from '../expr/expr';
import { layersSql } from '../expr/layers';
import { scaledSql, toSql } from '../expr/toSql';
import { exactly, type RuleSet } from '../ruleSet';
import { stepsOf } from './stepped';
import unitGivenSql from './unit-given.sql?raw';
import { GIVEN_SUMS, gradeRule, unitRule } from './unitRule';

/** The grade of a decimal total, as SQL. */
export const gradeOf = (ruleSet: RuleSet, total: string): string =>
  toSql(gradeRule(ruleSet.grades, amount(`to_amount(${total})`)));

/** Of the data alone: run before any rule set is scored. */
export const unitGivenStatement = (): string =>
  unitGivenSql.replace('/*sums*/', aggregatesSql(GIVEN_SUMS)).replace('/*shares*/', sharesSql(GIVEN_SUMS));

export function unitResultStatement(ruleSet: RuleSet): string {
  const id = sqlText(ruleSet.id);
  const { sums, layers } = unitRule(ruleSet);
  // Few indicators come under a step table; where no rule has one, nobody looks for it.
  const isStepped = stepsOf(ruleSet).length > 0;
  const step = isStepped
    ? `LEFT JOIN named_step n ON n.rule_set_id = ${id} AND n.name_id = c.name_id
  JOIN share s ON s.case_id = c.case_id AND s.step = coalesce(n.step, 0)`
    : 'JOIN share s ON s.case_id = c.case_id';
  const added = `
  UNION ALL
  SELECT p.place_id, ${sharesSql(sums)}
  FROM added_score a JOIN indicator_place p ON p.fiscal_year = a.fiscal_year AND p.unit_code = a.unit_code
  WHERE a.rule_set_id = ${id}`;
  const given = ruleSet.execution
    ? `g.* REPLACE (g.indicators + 1 AS indicators, g.all_weight + ${toSql(fixed(exactly(ruleSet.execution.weight).toFixed()))} AS all_weight)`
    : 'g.*';
  const found = Object.keys(sums).map((name) => `coalesce(s.${name}, 0) AS ${name}`);
  return `INSERT INTO unit_result
WITH share AS (
  SELECT * FROM (SELECT case_id, step, ${sharesSql(sums)} FROM case_score WHERE rule_set_id = ${id}) WHERE ${addsSql(sums)}
),
placed AS (
  SELECT c.place_id, s.* EXCLUDE (case_id, step) FROM indicator_case c
  ${step}${ruleSet.execution ? added : ''}
),
summed AS (SELECT place_id, ${aggregatesSql(sums)} FROM placed GROUP BY place_id),
together AS (SELECT ${given}, ${found.join(', ')} FROM unit_given g LEFT JOIN summed s ON s.place_id = g.place_id)
SELECT ${id}, fiscal_year, unit_code, unit_name, region, unit_category,
       from_amount(recomputed_total), recomputed_grade, reported_total, reported_grade,
       sum_of_scores, ${scaledSql('coverage', 2)}, execution_rate, completion_rate, rate, control_rate,
       indicators, computed_weight, applicable_weight
FROM ${layersSql(layers, 'together')}`;
}
