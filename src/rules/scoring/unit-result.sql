-- What lists of units show, one row per rule set and unit-year with data: totals beside money and names, so that a filter
-- touches one narrow table and joins nothing. Depends on unit_year, finance_line and unit_score.
CREATE TABLE IF NOT EXISTS unit_result (
  rule_set_id VARCHAR, fiscal_year INTEGER, unit_code VARCHAR, unit_name VARCHAR, region VARCHAR, unit_category VARCHAR,
  recomputed_total DECIMAL(38,16), recomputed_grade VARCHAR, reported_total DECIMAL(38,16), reported_grade VARCHAR,
  sum_of_scores DECIMAL(38,16), coverage DECIMAL(38,2),
  -- of 支出合计: on the adjusted budget, on the initial one, and the one that counts
  execution_rate DECIMAL(38,2), completion_rate DECIMAL(38,2), rate DECIMAL(38,2),
  control_rate DECIMAL(38,2)                                    -- of 三公经费合计: actual ÷ budget
);

-- Every argument after the rule set may be NULL; q is text to be found in code or name, never a pattern.
CREATE OR REPLACE MACRO unit_result_in_view(rule_set, year_from, year_to, region, category, q) AS TABLE
SELECT u.* FROM unit_result u
WHERE u.rule_set_id = rule_set
  AND (year_from IS NULL OR u.fiscal_year >= year_from)
  AND (year_to IS NULL OR u.fiscal_year <= year_to)
  AND (region IS NULL OR u.region = region)
  AND (category IS NULL OR u.unit_category = category)
  AND (q IS NULL OR contains(lower(u.unit_code), lower(q)) OR contains(lower(u.unit_name), lower(q)));

DELETE FROM unit_result WHERE rule_set_id = /*rule set*/'';

INSERT INTO unit_result
SELECT /*rule set*/'', u.fiscal_year, u.unit_code, u.unit_name, u.region, u.unit_category,
       s.recomputed_total, s.recomputed_grade, s.reported_total, s.reported_grade, s.sum_of_scores, s.coverage,
       e.execution_rate, e.completion_rate, e.rate, t.rate
FROM unit_year u
LEFT JOIN (FROM unit_score WHERE rule_set_id = /*rule set*/'') s ON s.fiscal_year = u.fiscal_year AND s.unit_code = u.unit_code
LEFT JOIN (FROM finance_line WHERE item = 'expenditure.total') e ON e.fiscal_year = u.fiscal_year AND e.unit_code = u.unit_code
LEFT JOIN (FROM finance_line WHERE item = 'three_public.total') t ON t.fiscal_year = u.fiscal_year AND t.unit_code = u.unit_code;
