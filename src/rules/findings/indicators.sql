-- Checks that read one indicator under the rule set: its reported score, and what the rule makes of its cells. Alike
-- indicators are one case. NULL: nothing to check. Amounts are whole numbers of 10⁻¹⁶.
CREATE OR REPLACE TABLE check_case AS
WITH checked AS (
  SELECT s.case_id, s.step, s.weight, s.reported_score, s.score, s.reason,
         s.reported_score > s.weight AS score_above_weight,
         s.reported_score < 0 AS score_negative,
         CASE WHEN s.state IN ('computed', 'banded') THEN abs(s.reported_score - s.score) > r.tolerance_amount END AS score_vs_rule,
         s.state = 'manual' AS cannot_decide,
         CASE
           WHEN s.state <> 'computed' OR k.comparator_sign NOT IN ('≥', '>', '≤', '<') OR k.is_bound THEN NULL
           WHEN k.over_whole > 0 THEN k.over_part * 1000000 >= k.over_whole * r.overshoot_millionths
           WHEN k.part > 0 THEN false
         END AS overshoot
  FROM case_score s
  JOIN score_case k ON k.case_id = s.case_id
  JOIN finding_rule r ON r.rule_set_id = s.rule_set_id
)
SELECT *,
       -- Two bits for each check: 0 nothing to check, 1 passed, 3 fired.
       check_bits(score_above_weight) + 4 * check_bits(score_negative) + 16 * check_bits(score_vs_rule)
         + 64 * check_bits(cannot_decide) + 256 * check_bits(overshoot) AS bits
FROM checked;

CREATE OR REPLACE VIEW checked_indicator AS
SELECT c.indicator_id, c.place_id, k.* EXCLUDE (case_id, step)
FROM indicator_case c
JOIN check_case k ON k.case_id = c.case_id
LEFT JOIN named_step n ON n.name_id = c.name_id AND n.rule_set_id = (SELECT rule_set_id FROM finding_rule)
WHERE k.step = coalesce(n.step, 0);

CREATE OR REPLACE TABLE ledger_indicators AS
WITH summed AS (SELECT place_id, bit_or(bits) AS bits FROM checked_indicator GROUP BY place_id)
SELECT p.fiscal_year, p.unit_code, bits_check(bits) AS score_above_weight, bits_check(bits >> 2) AS score_negative,
       bits_check(bits >> 4) AS score_vs_rule, bits_check(bits >> 6) AS cannot_decide, bits_check(bits >> 8) AS overshoot
FROM summed s JOIN indicator_place p ON p.place_id = s.place_id;

-- 682: the upper bit of each check.
CREATE OR REPLACE TABLE fired_indicator AS
SELECT c.*, i.fiscal_year, i.unit_code, i.indicator_no, i.indicator, i.target_key, i.target_form, i.achieved_form, i.over_part, i.over_whole,
       f.first_key + i.line AS line_key, '指标' || coalesce(i.indicator_no, '') || '“' || i.indicator || '”' AS title
FROM (FROM checked_indicator WHERE bits & 682 <> 0) c
JOIN indicator i ON i.indicator_id = c.indicator_id
LEFT JOIN file_order f ON f.file_id = i.file_id;

INSERT INTO raw_finding
WITH fired AS (
  SELECT * REPLACE (from_amount(weight) AS weight, from_amount(reported_score) AS reported_score, from_amount(score) AS score)
  FROM fired_indicator
),
worded AS (
  SELECT *, 'score_above_weight' AS check_id, exact_text(reported_score) AS reported_text, exact_text(weight) AS expected_text,
         difference_of(reported_score, weight) AS difference, title || '自评得分 ' || short_text(reported_score) || '，分值 ' || short_text(weight) AS sentence,
         NULL::VARCHAR AS facts
  FROM fired WHERE score_above_weight
  UNION ALL
  SELECT *, 'score_negative', exact_text(reported_score), '0.00', difference_of(reported_score, 0), title || '自评得分 ' || short_text(reported_score), NULL
  FROM fired WHERE score_negative
  UNION ALL
  SELECT *, 'score_vs_rule', exact_text(reported_score), exact_text(score), difference_of(reported_score, score),
         title || '自评得分 ' || short_text(reported_score) || '，按规则为 ' || short_text(score), NULL
  FROM fired WHERE score_vs_rule
  UNION ALL
  SELECT *, 'cannot_decide', exact_text(reported_score), NULL, NULL, title || coalesce('：' || reason, ''), facts_of([reason])
  FROM fired WHERE cannot_decide
  UNION ALL
  SELECT *, 'overshoot', achieved_form, target_form, NULL,
         title || '完成值 ' || achieved_form || '，目标值 ' || target_form || '，完成比 ' || percent_of(over_part, over_whole) || '%',
         facts_of([CAST(percent_of(over_part, over_whole) AS VARCHAR)])
  FROM fired WHERE overshoot
)
SELECT fiscal_year, unit_code, check_id, NULL, NULL, indicator_no, indicator,
       reported_text, expected_text, difference, sentence, line_key, facts
FROM worded;
