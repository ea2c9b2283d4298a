-- Checks that read one indicator under the rule set: what the rule makes of its cells. Alike indicators are one case; amounts
-- are whole numbers of 10⁻¹⁶. Of each check two bits: 0 nothing to check, 1 passed, 3 fired.
CREATE OR REPLACE TABLE check_case AS
SELECT s.case_id, s.step,
       check_bits(CASE WHEN s.state IN ('computed', 'banded') THEN abs(s.reported_score - s.score) > r.tolerance_amount END)
         + 4 * check_bits(s.state = 'manual')
         + 16 * check_bits(CASE
             WHEN s.state <> 'computed' OR k.comparator_sign NOT IN ('≥', '>', '≤', '<') OR k.is_bound THEN NULL
             WHEN k.over_whole > 0 THEN k.over_part * 1000000 >= k.over_whole * r.overshoot_millionths
             WHEN k.part > 0 THEN false
           END) AS bits
FROM case_score s
JOIN score_case k ON k.case_id = s.case_id
JOIN finding_rule r ON r.rule_set_id = s.rule_set_id;

CREATE OR REPLACE VIEW checked_indicator AS
SELECT c.indicator_id, c.place_id, c.name_id, k.case_id, k.step, k.bits
FROM indicator_case c
JOIN check_case k ON k.case_id = c.case_id
LEFT JOIN named_step n ON n.name_id = c.name_id AND n.rule_set_id = (SELECT rule_set_id FROM finding_rule)
WHERE k.step = coalesce(n.step, 0);

CREATE OR REPLACE TABLE ledger_indicators AS
WITH summed AS (SELECT place_id, bit_or(bits) AS bits FROM checked_indicator GROUP BY place_id)
SELECT p.fiscal_year, p.unit_code, bits_check(bits) AS score_vs_rule, bits_check(bits >> 2) AS cannot_decide, bits_check(bits >> 4) AS overshoot
FROM summed s JOIN indicator_place p ON p.place_id = s.place_id;

-- 42: the upper bit of each check.
CREATE OR REPLACE TABLE fired_indicator AS
SELECT c.place_id, c.name_id, c.case_id, c.step, c.bits, r.subject_id, r.reading_id, o.first_key + r.line AS line_key
FROM (FROM checked_indicator WHERE bits & 42 <> 0) c
JOIN indicator_row r ON r.indicator_id = c.indicator_id
LEFT JOIN file_order o ON o.file_id = r.file_id;

-- Score and reason are said once for a case, an attainment once for a reading.
INSERT INTO rule_finding BY NAME
WITH scored AS (
  SELECT k.case_id, k.step, k.bits, s.reason, from_amount(s.reported_score) AS reported_score, from_amount(s.score) AS score
  FROM check_case k
  JOIN case_score s ON s.case_id = k.case_id AND s.step = k.step AND s.rule_set_id = (SELECT rule_set_id FROM finding_rule)
  WHERE k.bits & 10 <> 0
),
fired AS (
  SELECT case_id, step, check_number('score_vs_rule') AS check_order, exact_text(reported_score) AS reported_text,
         exact_text(score) AS expected_text, difference_of(reported_score, score) AS difference,
         '自评得分 ' || short_text(reported_score) || '，按规则为 ' || short_text(score) AS words, NULL::VARCHAR AS facts
  FROM scored WHERE bits & 2 <> 0
  UNION ALL
  SELECT case_id, step, check_number('cannot_decide'), exact_text(reported_score), NULL, NULL, coalesce('：' || reason, ''), facts_of([reason])
  FROM scored WHERE bits & 8 <> 0
)
SELECT r.rule_set_id, p.fiscal_year, p.unit_code, f.* EXCLUDE (case_id, step), i.subject_id, i.line_key
FROM fired_indicator i
JOIN fired f ON f.case_id = i.case_id AND f.step = i.step
JOIN indicator_place p ON p.place_id = i.place_id
CROSS JOIN finding_rule r;

INSERT INTO rule_finding BY NAME
WITH fired AS (FROM fired_indicator WHERE bits & 32 <> 0),
told AS (
  SELECT id, achieved_form, target_form, percent_of(over_part, over_whole) AS attainment
  FROM indicator_reading WHERE id IN (SELECT reading_id FROM fired)
)
SELECT r.rule_set_id, p.fiscal_year, p.unit_code, check_number('overshoot') AS check_order, i.subject_id,
       t.achieved_form AS reported_text, t.target_form AS expected_text,
       '完成值 ' || t.achieved_form || '，目标值 ' || t.target_form || '，完成比 ' || t.attainment || '%' AS words,
       i.line_key, facts_of([CAST(t.attainment AS VARCHAR)]) AS facts
FROM fired i
JOIN told t ON t.id = i.reading_id
JOIN indicator_place p ON p.place_id = i.place_id
CROSS JOIN finding_rule r;
