-- What the cells of indicators say whatever the rule set. Run after the cases.
-- By number: a reading and a grade are judged once, and a million rows only point to them.
CREATE OR REPLACE TABLE unit_cells AS
WITH told AS (
  SELECT id,
         -- A target that is a number or a range, and something numeric to hold against it (无 against ≤ is nothing).
         check_bits(CASE WHEN reading IN ('manual', 'open', 'decided') AND achieved_form IS NOT NULL THEN no_comparator END)
           + 4 * check_bits(CASE WHEN quotient_stated IS NOT NULL THEN quotient_differs END) AS bits,
         reading IS DISTINCT FROM 'not_applicable' AS is_applicable
  FROM indicator_reading
),
graded AS (
  SELECT id, reported_score, check_bits(reported_score > weight) + 4 * check_bits(reported_score < 0) AS bits FROM indicator_grade
),
headed AS (
  SELECT r.head_id, bit_or(d.bits) AS reading_bits, bit_or(g.bits) AS grade_bits,
         count(*) FILTER (WHERE g.reported_score IS NULL AND d.is_applicable) AS unscored
  FROM indicator_row r
  JOIN told d ON d.id = r.reading_id
  JOIN graded g ON g.id = r.grade_id
  GROUP BY r.head_id
)
SELECT h.fiscal_year, h.unit_code, bit_or(reading_bits) AS reading_bits, bit_or(grade_bits) AS grade_bits,
       sum(unscored)::BIGINT AS unscored
FROM headed JOIN indicator_head h ON h.id = head_id
GROUP BY h.fiscal_year, h.unit_code;

CREATE OR REPLACE TABLE ledger_readings AS
SELECT fiscal_year, unit_code, bits_check(reading_bits) AS no_comparator, bits_check(reading_bits >> 2) AS quotient_differs,
       bits_check(grade_bits) AS score_above_weight, bits_check(grade_bits >> 2) AS score_negative
FROM unit_cells;

INSERT INTO fact_finding BY NAME
WITH fired AS (
  SELECT id, check_number('no_comparator') AS check_order, NULL::VARCHAR AS reported_text, NULL::VARCHAR AS expected_text,
         NULL::DECIMAL(38,16) AS difference, '目标值 ' || target_form || ' 未标明比较符' AS words, facts_of([target_form]) AS facts
  FROM indicator_reading WHERE no_comparator AND reading IN ('manual', 'open', 'decided') AND achieved_form IS NOT NULL
  UNION ALL
  SELECT id, check_number('quotient_differs'), quotient_stated, quotient_figure,
         difference_of(TRY_CAST(rtrim(quotient_stated, '%‰') AS DECIMAL(38,16)), TRY_CAST(rtrim(quotient_figure, '%‰') AS DECIMAL(38,16))),
         '完成值 ' || quotient_stated || '，完成分子÷完成分母 = ' || achieved_form || ' = ' || quotient_figure, facts_of([achieved_form])
  FROM indicator_reading WHERE quotient_differs AND quotient_stated IS NOT NULL
)
SELECT h.fiscal_year, h.unit_code, f.* EXCLUDE (id), r.subject_id, o.first_key + r.line AS line_key
FROM indicator_row r
JOIN fired f ON f.id = r.reading_id
JOIN indicator_head h ON h.id = r.head_id
LEFT JOIN file_order o ON o.file_id = r.file_id;

INSERT INTO fact_finding BY NAME
WITH fired AS (
  SELECT id, check_number('score_above_weight') AS check_order, exact_text(reported_score) AS reported_text, exact_text(weight) AS expected_text,
         difference_of(reported_score, weight) AS difference,
         '自评得分 ' || short_text(reported_score) || '，分值 ' || short_text(weight) AS words
  FROM indicator_grade WHERE reported_score > weight
  UNION ALL
  SELECT id, check_number('score_negative'), exact_text(reported_score), '0.00', difference_of(reported_score, 0), '自评得分 ' || short_text(reported_score)
  FROM indicator_grade WHERE reported_score < 0
)
SELECT h.fiscal_year, h.unit_code, f.* EXCLUDE (id), r.subject_id, o.first_key + r.line AS line_key
FROM indicator_row r
JOIN fired f ON f.id = r.grade_id
JOIN indicator_head h ON h.id = r.head_id
LEFT JOIN file_order o ON o.file_id = r.file_id;
