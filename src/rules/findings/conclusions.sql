-- Checks that hold a unit's reported total and grade against the rule: its bounds of grades, and the recomputed total.
CREATE OR REPLACE TABLE check_unit AS
WITH total AS (
  -- A grade is said once for each total that is reported.
  SELECT reported_total, grade_of_total(reported_total) AS grade FROM (SELECT DISTINCT reported_total FROM conclusion)
),
stated AS (
  SELECT u.fiscal_year, u.unit_code, u.reported_total, u.reported_grade, u.recomputed_total, u.recomputed_grade, u.coverage,
         t.grade AS grade_of_total, grade_of_word(u.reported_grade) AS filed_grade, r.score_tolerance
  FROM unit_score u
  JOIN finding_rule r ON r.rule_set_id = u.rule_set_id
  LEFT JOIN total t ON t.reported_total = u.reported_total
)
SELECT *, filed_grade <> grade_of_total AS grade_vs_total,
       abs(reported_total - recomputed_total) > score_tolerance AS total_vs_rule,
       coalesce(grade_of_total, filed_grade) <> recomputed_grade AS grade_changed
FROM stated;

CREATE OR REPLACE TABLE ledger_conclusions AS
SELECT fiscal_year, unit_code, grade_vs_total, total_vs_rule, grade_changed FROM check_unit;

INSERT INTO rule_finding BY NAME
WITH fired AS (
  SELECT u.*, f.first_key + c.line AS line_key, exact_text(u.reported_total) AS total_text,
         '自评总分 ' || short_text(u.reported_total) AS total_words, exact_text(u.recomputed_total) AS recomputed_text
  FROM check_unit u
  JOIN conclusion c ON c.fiscal_year = u.fiscal_year AND c.unit_code = u.unit_code
  LEFT JOIN file_order f ON f.file_id = c.file_id
  WHERE grade_vs_total OR total_vs_rule OR grade_changed
),
worded AS (
  SELECT fiscal_year, unit_code, check_number('grade_vs_total') AS check_order, reported_grade AS reported_text,
         grade_of_total AS expected_text, NULL::DECIMAL(38,16) AS difference,
         total_words || ' 应为“' || grade_of_total || '”，自评等级为“' || reported_grade || '”' AS words, line_key, facts_of([total_text]) AS facts
  FROM fired WHERE grade_vs_total
  UNION ALL
  SELECT fiscal_year, unit_code, check_number('total_vs_rule'), total_text, recomputed_text, difference_of(reported_total, recomputed_total),
         total_words || '，重算总分 ' || recomputed_text || '，可重算比重 ' || coverage || '%', line_key, facts_of([CAST(coverage AS VARCHAR)])
  FROM fired WHERE total_vs_rule
  UNION ALL
  SELECT fiscal_year, unit_code, check_number('grade_changed'), coalesce(grade_of_total, reported_grade), recomputed_grade, NULL,
         coalesce(total_words, '自评等级 ' || reported_grade) || '，重算总分 ' || recomputed_text, line_key,
         facts_of([total_text, recomputed_text])
  FROM fired WHERE grade_changed
)
SELECT r.rule_set_id, w.* FROM worded w CROSS JOIN finding_rule r;

DROP TABLE check_unit;
