-- Checks that read a unit-year as a whole: its weights, its reported total and grade, against its scores and against the rule.
CREATE OR REPLACE TABLE check_unit AS
WITH lost AS (SELECT DISTINCT fiscal_year, unit_code FROM reject WHERE kind = 'indicator' AND NOT is_cell AND mended_by IS NULL),
stated AS (
  SELECT c.*, f.first_key + c.line AS total_key, grade_of_total(c.reported_total) AS grade_of_total,
         grade_of_word(c.reported_grade) AS filed_grade
  FROM conclusion c LEFT JOIN file_order f USING (file_id)
)
SELECT coalesce(s.fiscal_year, c.fiscal_year) AS fiscal_year, coalesce(s.unit_code, c.unit_code) AS unit_code,
       s.weights, s.weights_key, s.scores, c.reported_total, c.reported_grade, c.grade_of_total, c.filed_grade, c.total_key,
       u.recomputed_total, u.recomputed_grade, u.coverage,
       s.weights <> 100 AS weights_not_100,
       c.reported_total < 0 OR c.reported_total > 100 AS total_out_of_range,
       CASE WHEN s.unscored = 0 AND l.unit_code IS NULL THEN c.reported_total <> s.scores END AS total_vs_scores,
       c.filed_grade <> c.grade_of_total AS grade_vs_total,
       abs(c.reported_total - u.recomputed_total) > r.score_tolerance AS total_vs_rule,
       coalesce(c.grade_of_total, c.filed_grade) <> u.recomputed_grade AS grade_changed
FROM ledger_readings s
FULL JOIN stated c ON c.fiscal_year = s.fiscal_year AND c.unit_code = s.unit_code
CROSS JOIN finding_rule r
LEFT JOIN unit_score u ON u.rule_set_id = r.rule_set_id
  AND u.fiscal_year = coalesce(s.fiscal_year, c.fiscal_year) AND u.unit_code = coalesce(s.unit_code, c.unit_code)
LEFT JOIN lost l ON l.fiscal_year = s.fiscal_year AND l.unit_code = s.unit_code;

CREATE OR REPLACE TABLE ledger_conclusions AS
SELECT fiscal_year, unit_code, weights_not_100, total_out_of_range, total_vs_scores, grade_vs_total, total_vs_rule, grade_changed
FROM check_unit;

INSERT INTO raw_finding
WITH worded AS (
  SELECT *, 'weights_not_100' AS check_id, exact_text(weights) AS reported_text, '100.00' AS expected_text, difference_of(weights, 100) AS difference,
         '分值合计 ' || short_text(weights) AS sentence, weights_key AS line_key, NULL::VARCHAR AS facts
  FROM check_unit WHERE weights_not_100
  UNION ALL
  SELECT *, 'total_out_of_range', exact_text(reported_total), CASE WHEN reported_total < 0 THEN '0.00' ELSE '100.00' END,
         difference_of(reported_total, CASE WHEN reported_total < 0 THEN 0 ELSE 100 END), '自评总分 ' || short_text(reported_total), total_key, NULL
  FROM check_unit WHERE total_out_of_range
  UNION ALL
  SELECT *, 'total_vs_scores', exact_text(reported_total), exact_text(scores), difference_of(reported_total, scores),
         '自评总分 ' || short_text(reported_total) || '，各指标自评得分合计 ' || short_text(scores), total_key, NULL
  FROM check_unit WHERE total_vs_scores
  UNION ALL
  SELECT *, 'grade_vs_total', reported_grade, grade_of_total, NULL,
         '自评总分 ' || short_text(reported_total) || ' 应为“' || grade_of_total || '”，自评等级为“' || reported_grade || '”', total_key, facts_of([exact_text(reported_total)])
  FROM check_unit WHERE grade_vs_total
  UNION ALL
  SELECT *, 'total_vs_rule', exact_text(reported_total), exact_text(recomputed_total), difference_of(reported_total, recomputed_total),
         '自评总分 ' || short_text(reported_total) || '，重算总分 ' || exact_text(recomputed_total) || '，可重算比重 ' || coverage || '%', total_key, facts_of([CAST(coverage AS VARCHAR)])
  FROM check_unit WHERE total_vs_rule
  UNION ALL
  SELECT *, 'grade_changed', coalesce(grade_of_total, reported_grade), recomputed_grade, NULL,
         coalesce('自评总分 ' || short_text(reported_total), '自评等级 ' || reported_grade) || '，重算总分 ' || exact_text(recomputed_total), total_key,
         facts_of([exact_text(reported_total), exact_text(recomputed_total)])
  FROM check_unit WHERE grade_changed
)
SELECT fiscal_year, unit_code, check_id, NULL, NULL, NULL, NULL, reported_text, expected_text, difference, sentence, line_key, facts FROM worded;

DROP TABLE check_unit;
