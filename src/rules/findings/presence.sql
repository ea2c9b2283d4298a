-- Kinds of data that are missing, gaps between years, and codes that do not fit.
CREATE OR REPLACE TABLE check_presence AS
WITH kinds AS (
  SELECT fiscal_year, bool_or(has_budget) AS any_budget, bool_or(has_actual) AS any_actual,
         bool_or(has_indicators) AS any_indicators, bool_or(has_conclusion) AS any_conclusion
  FROM unit_of_year GROUP BY fiscal_year
),
padded AS (  -- codes of the unit table that are this code with zeros in front
  SELECT u.unit_code AS table_code, ltrim(u.unit_code, '0') AS bare_code FROM unit u WHERE u.unit_code LIKE '0%'
),
lost AS (
  SELECT c.unit_code, min(p.table_code) AS table_code
  FROM (SELECT DISTINCT unit_code FROM unit_year WHERE NOT is_in_unit_table) c
  JOIN padded p ON p.bare_code = ltrim(c.unit_code, '0') AND length(p.table_code) > length(c.unit_code)
  GROUP BY ALL
)
SELECT u.fiscal_year, u.unit_code, u.replaced_year, u.first_line_key, l.table_code, u.in_gap,
       CASE WHEN u.in_force AND NOT u.in_gap AND k.any_budget THEN NOT u.has_budget END AS no_budget,
       CASE WHEN u.in_force AND NOT u.in_gap AND k.any_actual THEN NOT u.has_actual END AS no_actual,
       CASE WHEN u.in_force AND NOT u.in_gap AND k.any_indicators THEN NOT u.has_indicators END AS no_indicators,
       CASE WHEN u.in_force AND NOT u.in_gap AND k.any_conclusion THEN NOT u.has_conclusion END AS no_conclusion,
       CASE WHEN u.in_gap THEN true WHEN u.has_data THEN false END AS year_gap,
       CASE WHEN u.has_data AND t.is_imported THEN NOT u.is_in_unit_table AND l.unit_code IS NULL END AS unknown_unit,
       CASE WHEN u.has_data AND t.is_imported THEN l.unit_code IS NOT NULL END AS leading_zero,
       CASE WHEN u.has_data THEN coalesce(u.fiscal_year >= u.replaced_year, false) END AS both_codes
FROM unit_of_year u
JOIN kinds k ON k.fiscal_year = u.fiscal_year
CROSS JOIN (SELECT count(*) > 0 AS is_imported FROM unit) t
LEFT JOIN lost l ON l.unit_code = u.unit_code;

CREATE OR REPLACE TABLE ledger_presence AS
SELECT fiscal_year, unit_code, no_budget, no_actual, no_indicators, no_conclusion, year_gap, unknown_unit, leading_zero, both_codes
FROM check_presence;

INSERT INTO fact_finding BY NAME
WITH worded AS (
  SELECT *, 'no_budget' AS check_id, '本年其他单位有预算，本单位没有' AS words, NULL::BIGINT AS line_key, NULL::VARCHAR AS facts FROM check_presence WHERE no_budget
  UNION ALL SELECT *, 'no_actual', '本年其他单位有决算，本单位没有', NULL, NULL FROM check_presence WHERE no_actual
  UNION ALL SELECT *, 'no_indicators', '本年其他单位有绩效指标，本单位没有', NULL, NULL FROM check_presence WHERE no_indicators
  UNION ALL SELECT *, 'no_conclusion', '本年其他单位有自评结论，本单位没有', NULL, NULL FROM check_presence WHERE no_conclusion
  UNION ALL SELECT *, 'year_gap', '前后年度都有数据，' || fiscal_year || '年没有任何数据', NULL, NULL FROM check_presence WHERE year_gap
  UNION ALL SELECT *, 'unknown_unit', '单位表中没有编码 ' || unit_code, first_line_key, NULL FROM check_presence WHERE unknown_unit
  UNION ALL SELECT *, 'leading_zero', '单位表中只有 ' || table_code, first_line_key, facts_of([table_code]) FROM check_presence WHERE leading_zero
  UNION ALL SELECT *, 'both_codes', unit_code || ' 自' || replaced_year || '年起已由新编码替代，本年仍有数据', first_line_key, facts_of([CAST(replaced_year AS VARCHAR)])
  FROM check_presence WHERE both_codes
)
SELECT fiscal_year, unit_code, check_number(check_id) AS check_order, words, line_key, facts FROM worded;

DROP TABLE check_presence;
