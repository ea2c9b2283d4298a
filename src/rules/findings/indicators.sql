-- Checks that read one indicator: its reported score, what its cells yielded, and what the rule set makes of them.
-- NULL: nothing to check.
CREATE OR REPLACE TABLE check_indicator AS
SELECT i.indicator_id, i.fiscal_year, i.unit_code, i.weight, i.reported_score, s.score, s.state, f.first_key + i.line AS line_key,
       i.reported_score > i.weight AS score_above_weight,
       i.reported_score < 0 AS score_negative,
       CASE WHEN s.state IN ('computed', 'banded') THEN abs(i.reported_score - s.score) > r.score_tolerance END AS score_vs_rule,
       s.state = 'manual' AS cannot_decide,
       -- A target that is a number or a range, and something numeric to hold against it (无 against ≤ is nothing).
       CASE WHEN i.reading IN ('manual', 'open', 'decided') AND i.achieved_form IS NOT NULL THEN i.no_comparator END AS no_comparator,
       CASE WHEN i.quotient_stated IS NOT NULL THEN i.quotient_differs END AS quotient_differs,
       CASE
         WHEN s.state <> 'computed' OR i.comparator_sign NOT IN ('≥', '>', '≤', '<') OR i.is_bound THEN NULL
         WHEN i.over_whole > 0 THEN i.over_part * 1000000 >= i.over_whole * r.overshoot_millionths
         WHEN i.part > 0 THEN false
       END AS overshoot
FROM indicator i
LEFT JOIN file_order f ON f.file_id = i.file_id
CROSS JOIN finding_rule r
LEFT JOIN indicator_score s ON s.indicator_id = i.indicator_id AND s.rule_set_id = r.rule_set_id;

-- One pass over the indicators for the ledger and for what the unit-year as a whole is held against.
CREATE OR REPLACE TABLE ledger_indicators AS
SELECT fiscal_year, unit_code, bool_or(score_above_weight) AS score_above_weight, bool_or(score_negative) AS score_negative,
       bool_or(score_vs_rule) AS score_vs_rule, bool_or(cannot_decide) AS cannot_decide,
       bool_or(no_comparator) AS no_comparator, bool_or(quotient_differs) AS quotient_differs, bool_or(overshoot) AS overshoot,
       sum(weight) AS weights, min(line_key) AS weights_key, sum(reported_score) AS scores,
       count(*) FILTER (WHERE reported_score IS NULL AND state IS DISTINCT FROM 'not_applicable') AS unscored
FROM check_indicator GROUP BY fiscal_year, unit_code;

INSERT INTO raw_finding
WITH fired AS (
  SELECT c.*, i.indicator_no, i.indicator, i.target_form, i.achieved_form,
         i.quotient_stated, i.quotient_figure, i.over_part, i.over_whole,
         '指标' || coalesce(i.indicator_no, '') || '“' || i.indicator || '”' AS title
  FROM check_indicator c
  JOIN indicator i ON i.indicator_id = c.indicator_id
  WHERE c.score_above_weight OR c.score_negative OR c.score_vs_rule OR c.cannot_decide OR c.no_comparator OR c.quotient_differs OR c.overshoot
),
worded AS (
  SELECT *, 'score_above_weight' AS check_id, exact_text(reported_score) AS reported_text, exact_text(weight) AS expected_text,
         CAST(reported_score - weight AS DECIMAL(38,15)) AS difference, title || '自评得分 ' || short_text(reported_score) || '，分值 ' || short_text(weight) AS sentence
  FROM fired WHERE score_above_weight
  UNION ALL
  SELECT *, 'score_negative', exact_text(reported_score), '0.00', CAST(reported_score AS DECIMAL(38,15)), title || '自评得分 ' || short_text(reported_score)
  FROM fired WHERE score_negative
  UNION ALL
  SELECT *, 'score_vs_rule', exact_text(reported_score), exact_text(score), CAST(reported_score - score AS DECIMAL(38,15)),
         title || '自评得分 ' || short_text(reported_score) || '，按规则为 ' || short_text(score)
  FROM fired WHERE score_vs_rule
  UNION ALL
  SELECT fired.*, 'cannot_decide', exact_text(fired.reported_score), NULL, NULL, title || coalesce('：' || s.reason, '')
  FROM fired JOIN finding_rule r ON true
  JOIN indicator_score s ON s.indicator_id = fired.indicator_id AND s.rule_set_id = r.rule_set_id
  WHERE cannot_decide
  UNION ALL
  SELECT *, 'no_comparator', NULL, NULL, NULL, title || '目标值 ' || target_form || ' 未标明比较符'
  FROM fired WHERE no_comparator
  UNION ALL
  SELECT *, 'quotient_differs', quotient_stated, quotient_figure,
         TRY_CAST(rtrim(quotient_stated, '%‰') AS DECIMAL(38,15)) - TRY_CAST(rtrim(quotient_figure, '%‰') AS DECIMAL(38,15)),
         title || '完成值 ' || quotient_stated || '，完成分子÷完成分母 = ' || achieved_form || ' = ' || quotient_figure
  FROM fired WHERE quotient_differs
  UNION ALL
  SELECT *, 'overshoot', achieved_form, target_form, NULL,
         title || '完成值 ' || achieved_form || '，目标值 ' || target_form || '，完成比 ' || percent_of(over_part, over_whole) || '%'
  FROM fired WHERE overshoot
)
SELECT fiscal_year, unit_code, check_id, NULL, NULL, indicator_no, indicator,
       reported_text, expected_text, difference, sentence, line_key
FROM worded;
