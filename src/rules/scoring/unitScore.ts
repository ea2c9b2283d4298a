/** Scores of the indicators → the unit's totals, coverage and grade. */
import type { RuleSet } from '../ruleSet';
import { exactly } from '../ruleSet';
import { sqlText } from './indicatorScore';

/** Grade of a printed total; lower bounds belong to the grade. */
export function gradeOf(ruleSet: RuleSet, total: string): string {
  const cases = ruleSet.grades.map(([from, word]) =>
    from === null
      ? `WHEN ${total} IS NOT NULL THEN ${sqlText(word)}`
      : `WHEN ${total} >= ${exactly(from).toFixed()} THEN ${sqlText(word)}`,
  );
  return `CASE ${cases.join(' ')} END`;
}

/** Weights that add up to more leave the exact range. */
const HEAVIEST_SUM = '100000000000000000::HUGEINT';

/** What dropped out is spread over what is left; then, if asked for, all weights together are made 100. */
function totalOf(ruleSet: RuleSet): string {
  const step = `${(10n ** BigInt(ruleSet.total_places)).toString()}::HUGEINT`;
  const hundred = '1000000000000::HUGEINT';
  const scaled = (part: string, whole: string): string =>
    `CASE WHEN ${whole} > 0 AND ${part} < ${HEAVIEST_SUM} AND score_sum < ${HEAVIEST_SUM} THEN share_of(score_sum, ${part}, ${whole}, ${step}) END`;
  const plain = `share_of(score_sum, 1::HUGEINT, 1::HUGEINT, ${step})`;
  if (ruleSet.weights === 'as_reported')
    return `CASE WHEN dropped = 0 THEN ${plain} ELSE ${scaled('all_weight', 'kept_weight')} END`;
  return `CASE WHEN all_weight = 0 THEN NULL ELSE ${scaled(hundred, 'kept_weight')} END`;
}

export function unitScoreStatement(ruleSet: RuleSet): string {
  const id = sqlText(ruleSet.id);
  const dropsOut =
    ruleSet.missing === 'exclude' ? `state = 'not_applicable' OR score IS NULL` : `state = 'not_applicable'`;
  return `INSERT INTO unit_score
WITH summed AS (
  SELECT fiscal_year, unit_code, count(*) AS indicator_count,
         sum(reported_score) AS sum_of_scores,
         count(*) FILTER (WHERE reported_score IS NULL AND state <> 'not_applicable') AS missing_scores,
         sum(weight) AS weight_sum,
         to_amount(sum(weight)) AS all_weight,
         to_amount(coalesce(sum(weight) FILTER (WHERE NOT (${dropsOut})), 0)) AS kept_weight,
         count(*) FILTER (WHERE ${dropsOut}) AS dropped,
         to_amount(coalesce(sum(score), 0)) AS score_sum,
         count(*) FILTER (WHERE score IS NOT NULL AND state <> 'missing') AS scored,
         to_amount(coalesce(sum(weight) FILTER (WHERE state = 'computed'), 0)) AS computed_weight,
         to_amount(coalesce(sum(weight) FILTER (WHERE state <> 'not_applicable'), 0)) AS applicable_weight
  FROM indicator_score WHERE rule_set_id = ${id}
  GROUP BY fiscal_year, unit_code
),
totalled AS (
  SELECT *,
         CASE WHEN scored > 0 THEN from_amount(${totalOf(ruleSet)}) END AS recomputed_total,
         CASE WHEN applicable_weight > 0 THEN
           CAST(ratio_of(computed_weight, applicable_weight, 10000::HUGEINT) AS DECIMAL(38,0)) * 0.01::DECIMAL(3,2) END AS coverage
  FROM summed
)
SELECT ${id}, coalesce(t.fiscal_year, c.fiscal_year), coalesce(t.unit_code, c.unit_code),
       c.reported_total, c.reported_grade,
       t.sum_of_scores, t.recomputed_total, ${gradeOf(ruleSet, 't.recomputed_total')}, t.coverage,
       t.indicator_count, t.missing_scores, t.weight_sum
FROM totalled t
FULL JOIN conclusion c ON c.fiscal_year = t.fiscal_year AND c.unit_code = t.unit_code`;
}
