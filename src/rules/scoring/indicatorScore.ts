/** The rule compiled into the statement that scores every indicator, those included that the program adds. */
import { layersSql } from '../expr/layers';
import { toSql } from '../expr/toSql';
import { sqlText } from '../expr/sqlText';
import type { RuleSet } from '../ruleSet';
import { executionRule } from './executionRule';
import { indicatorRule } from './rule';
import { STEP_KEY_SQL, stepNumberSql } from './stepNames';
import { EXECUTION_NAME, stepsOf } from './stepped';

const READ = `reading, reason, level, comparator_sign, reached, at_target, is_bound, part, whole, over_part, over_whole, over_open,
       value_part, value_whole, value_kind`;

const ADDED = `reading, reason, NULL, '≥', reached, false, false, part, whole, NULL, NULL, NULL, value_part, value_whole, value_kind`;

/** A million rows have few names: each is led to its table once. */
const stepTable = (ruleSet: RuleSet): string => `step_of AS MATERIALIZED (
  SELECT indicator, ${stepNumberSql(ruleSet)} AS step
  FROM (SELECT indicator, ${STEP_KEY_SQL} AS name_key FROM (SELECT DISTINCT indicator FROM indicator UNION SELECT '${EXECUTION_NAME}'))

),
`;

function source(ruleSet: RuleSet, id: string): string {
  const hasSteps = stepsOf(ruleSet).length > 0;
  const joinStep = (table: string): string =>
    hasSteps ? ` LEFT JOIN step_of t ON t.indicator = ${table}.indicator` : '';
  const step = hasSteps ? 't.step' : 'NULL::INTEGER';
  const filed = `SELECT indicator_id, fiscal_year, unit_code, weight, reported_score, ${step} AS step, ${READ} FROM indicator i${joinStep('i')}`;
  if (!ruleSet.execution) return filed;
  return `${filed}
UNION ALL
SELECT indicator_id, fiscal_year, unit_code, weight, NULL, ${step}, ${ADDED} FROM added_indicator a${joinStep('a')}
WHERE rule_set_id = ${id}`;
}

export function indicatorScoreStatement(ruleSet: RuleSet): string {
  const id = sqlText(ruleSet.id);
  return `INSERT INTO indicator_score
WITH ${stepsOf(ruleSet).length > 0 ? stepTable(ruleSet) : ''}source AS (
${source(ruleSet, id)}
),
counted AS (
  SELECT * REPLACE (to_amount(weight) AS weight, to_amount(reported_score) AS reported_score),
         weight AS filed_weight, reported_score AS filed_score
  FROM source
)
SELECT ${id}, indicator_id, fiscal_year, unit_code, filed_weight, filed_score, state,
       from_amount(score), basis, told_reason, kept_part, kept_whole
FROM ${layersSql(indicatorRule(ruleSet), 'counted')}`;
}

/** For every unit-year that has indicators. */
export function addedIndicatorStatement(ruleSet: RuleSet): string | null {
  const execution = ruleSet.execution;
  if (!execution) return null;
  const rule = executionRule(execution);
  return `INSERT INTO added_indicator
WITH unit_with_indicators AS (SELECT DISTINCT fiscal_year, unit_code FROM indicator),
line AS (
  SELECT u.fiscal_year, u.unit_code, o.file_id, l.actual_key - o.first_key AS line,
         CAST(l.actual * 1000000 AS HUGEINT) AS actual, CAST(l.${execution.base} * 1000000 AS HUGEINT) AS budget
  FROM unit_with_indicators u
  LEFT JOIN finance_line l ON l.fiscal_year = u.fiscal_year AND l.unit_code = u.unit_code AND l.item = 'expenditure.total'
  LEFT JOIN file_order o ON o.first_key = l.actual_key // 10000000000 * 10000000000
)
SELECT ${sqlText(ruleSet.id)}, -row_number() OVER (ORDER BY fiscal_year, unit_code), fiscal_year, unit_code, '${EXECUTION_NAME}',
       ${String(execution.weight)}, ${toSql(rule.target_form)}, ${toSql(rule.achieved_form)}, ${toSql(rule.reading)}, ${toSql(rule.reason)},
       ${toSql(rule.reached)}, ${toSql(rule.part)}, ${toSql(rule.whole)}, ${toSql(rule.ratio_top)}, ${toSql(rule.ratio_bottom)},
       ${toSql(rule.value_part)}, ${toSql(rule.value_whole)}, ${toSql(rule.value_kind)}, file_id, line
FROM line`;
}
