/** The rule compiled into the statement that scores every indicator, those included that the program adds. */
import { layersSql } from '../expr/layers';
import { toSql } from '../expr/toSql';
import { sqlText } from '@/domain/sqlText';
import type { RuleSet } from '../ruleSet';
import { READ_COLUMNS } from './cases';
import { executionRule } from './executionRule';
import { indicatorRule } from './rule';
import { STEP_KEY_SQL, stepNumber, stepNumberSql } from './stepNames';
import { EXECUTION_NAME, stepsOf } from './stepped';

const READ = READ_COLUMNS.join(', ');

/** What reading would yield for an indicator that the program adds. */
const ADDED = `reading, reason, NULL::INTEGER AS level, '≥' AS comparator_sign, reached, false AS at_target, false AS is_bound, part, whole,
  NULL::HUGEINT AS over_part, NULL::HUGEINT AS over_whole, NULL::BOOLEAN AS over_open, value_part, value_whole, value_kind`;

/** Scores of what `source` gives, behind `columns`, which stay as they are. */
const scored = (ruleSet: RuleSet, columns: string, source: string): string => `
SELECT ${sqlText(ruleSet.id)}, ${columns}, weight, reported_score, state, score, basis, told_reason, kept_part, kept_whole
FROM ${layersSql(indicatorRule(ruleSet), `(${source})`)}`;

/** Names have few keys: each is led to its table once, however many rows it has. */
const namedSteps = (ruleSet: RuleSet, id: string): string => `INSERT INTO named_step
SELECT ${id}, name_id, step
FROM (SELECT name_id, ${stepNumberSql(ruleSet)} AS step FROM (SELECT name_id, ${STEP_KEY_SQL} AS name_key FROM indicator_name))
WHERE step IS NOT NULL`;

/** One row per case; where step tables name indicators, once more for each table that a case comes under. */
function caseScores(ruleSet: RuleSet, id: string): string {
  const plain = `SELECT case_id, 0 AS step_number, NULL::INTEGER AS step, weight, reported_score, ${READ} FROM score_case`;
  const stepped = `SELECT k.case_id, n.step, n.step, k.weight, k.reported_score, ${READ}
FROM (
  SELECT DISTINCT c.case_id, n.step FROM indicator_case c JOIN named_step n ON n.name_id = c.name_id WHERE n.rule_set_id = ${id}
) n JOIN score_case k ON k.case_id = n.case_id`;
  const source = stepsOf(ruleSet).length > 0 ? `${plain} UNION ALL ${stepped}` : plain;
  return `INSERT INTO case_score ${scored(ruleSet, 'case_id, step_number', source)}`;
}

function addedScores(ruleSet: RuleSet, id: string): string {
  const step = String(stepNumber(ruleSet, EXECUTION_NAME) ?? 'NULL');
  const source = `SELECT indicator_id, fiscal_year, unit_code, to_amount(weight) AS weight, NULL::HUGEINT AS reported_score, ${step}::INTEGER AS step, ${ADDED}
FROM added_indicator WHERE rule_set_id = ${id}`;
  return `INSERT INTO added_score ${scored(ruleSet, 'indicator_id, fiscal_year, unit_code', source)}`;
}

export function indicatorScoreStatements(ruleSet: RuleSet): string[] {
  const id = sqlText(ruleSet.id);
  return [
    ...(stepsOf(ruleSet).length > 0 ? [namedSteps(ruleSet, id)] : []),
    caseScores(ruleSet, id),
    ...(ruleSet.execution ? [addedScores(ruleSet, id)] : []),
  ];
}

/** For every unit-year that has indicators. */
export function addedIndicatorStatement(ruleSet: RuleSet): string | null {
  const execution = ruleSet.execution;
  if (!execution) return null;
  const rule = executionRule(execution);
  return `INSERT INTO added_indicator
WITH unit_with_indicators AS (FROM indicator_place WHERE place_id IN (SELECT place_id FROM indicator_case)),
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
