/** The rule compiled into the statement that scores every indicator, those included that the program adds. */
import { matchKey } from '@/domain/text';
import { toSql } from '../expr/toSql';
import type { RuleSet } from '../ruleSet';
import { indicatorRule } from './rule';
import { EXECUTION_NAME, stepsOf } from './stepped';

export const sqlText = (value: string): string => `'${value.replaceAll("'", "''")}'`;

/** As `matchKey`, in SQL, for the names of step tables; quotes do not count either. */
const NAME_KEY = `translate(regexp_replace(indicator, '[\\s\\x{3000}\\x{00a0}"“”‘’]', '', 'g'), '（）［］【】〔〕〖〗｛｝[]{}「」『』', '()()()()()()()()()()')`;
const nameKey = (name: string): string => matchKey(name).replace(/["“”‘’]/g, '');

function stepNumber(ruleSet: RuleSet): string {
  const cases = stepsOf(ruleSet).map(
    (step, index) =>
      `WHEN name_key IN (${step.names.map((name) => sqlText(nameKey(name))).join(', ')}) THEN ${String(index + 1)}`,
  );
  return cases.length === 0 ? 'NULL::INTEGER' : `CASE ${cases.join(' ')} END`;
}

const filed = (
  hasSteps: boolean,
): string => `SELECT indicator_id, fiscal_year, unit_code, ${hasSteps ? NAME_KEY : 'NULL'} AS name_key, weight, reported_score,
       reading, reason, level, comparator_sign, reached, at_target, is_bound, part, whole, over_part, over_whole, over_open,
       value_part, value_whole, value_kind
FROM indicator`;

const added = (id: string): string => `SELECT indicator_id, fiscal_year, unit_code, indicator, weight, NULL,
       reading, reason, NULL, '≥', reached, false, false, part, whole, NULL, NULL, NULL,
       value_part, value_whole, CASE WHEN value_part IS NOT NULL THEN 'percent' END
FROM added_indicator WHERE rule_set_id = ${id}`;

export function indicatorScoreStatement(ruleSet: RuleSet): string {
  const rule = indicatorRule(ruleSet);
  const id = sqlText(ruleSet.id);
  return `INSERT INTO indicator_score
WITH source AS (
${filed(stepsOf(ruleSet).length > 0)}
UNION ALL
${added(id)}
),
counted AS (
  SELECT * REPLACE (to_amount(weight) AS weight, to_amount(reported_score) AS reported_score),
         weight AS filed_weight, reported_score AS filed_score, ${stepNumber(ruleSet)} AS step
  FROM source
),
decided AS (SELECT *, ${toSql(rule.state)} AS state FROM counted)
SELECT ${id}, indicator_id, fiscal_year, unit_code, filed_weight, filed_score, state,
       from_amount(${toSql(rule.score)}), ${toSql(rule.basis)}, ${toSql(rule.reason)},
       ${toSql(rule.kept_part)}, ${toSql(rule.kept_whole)}
FROM decided`;
}

/** 预算执行率 of 支出合计 for every unit-year that has indicators; `missing` without the budget that it stands on. */
export function addedIndicatorStatement(ruleSet: RuleSet): string | null {
  const execution = ruleSet.execution;
  if (!execution) return null;
  const base = execution.base;
  const rate = base === 'adjusted_budget' ? 'execution_rate' : 'completion_rate';
  const word = base === 'adjusted_budget' ? '调整预算' : '年初预算';
  const tiers = execution.scoring.kind === 'tiers';
  return `INSERT INTO added_indicator
WITH unit_with_indicators AS (SELECT DISTINCT fiscal_year, unit_code FROM indicator),
line AS (
  SELECT u.fiscal_year, u.unit_code, o.file_id, l.actual_key - o.first_key AS line, l.actual, l.${base} AS budget, l.${rate} AS rate,
         CAST(CASE WHEN l.actual > 0 THEN l.actual ELSE 0 END * 1000000 AS HUGEINT) AS part,
         CAST(l.${base} * 1000000 AS HUGEINT) AS whole
  FROM unit_with_indicators u
  LEFT JOIN finance_line l ON l.fiscal_year = u.fiscal_year AND l.unit_code = u.unit_code AND l.item = 'expenditure.total'
  LEFT JOIN file_order o ON o.first_key = l.actual_key // 10000000000 * 10000000000
)
SELECT ${sqlText(ruleSet.id)}, -row_number() OVER (ORDER BY fiscal_year, unit_code), fiscal_year, unit_code, '${EXECUTION_NAME}',
       ${String(execution.weight)}, ${tiers ? 'NULL' : "'≥100%'"}, plain_number(rate) || '%',
       CASE WHEN rate IS NULL THEN 'text' ELSE 'decided' END,
       CASE WHEN rate IS NULL THEN '支出合计的${word}或决算缺失，或${word}不为正' END,
       CASE WHEN rate IS NOT NULL THEN part >= whole END,
       CASE WHEN rate IS NOT NULL AND part < whole THEN part END, CASE WHEN rate IS NOT NULL AND part < whole THEN whole END,
       plain_number(actual), plain_number(budget),
       ${tiers ? 'CAST(rate * 100 AS HUGEINT), CASE WHEN rate IS NOT NULL THEN 100 END' : 'NULL, NULL'},
       file_id, line
FROM line`;
}
