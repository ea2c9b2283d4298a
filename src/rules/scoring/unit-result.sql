-- One row per unit-year with data. Depends on unit_year, finance_line and unit_score.
INSERT INTO unit_result
SELECT /*rule set*/'', u.fiscal_year, u.unit_code, u.unit_name, u.region, u.unit_category,
       s.recomputed_total, s.recomputed_grade, s.reported_total, s.reported_grade, s.sum_of_scores, s.coverage,
       e.execution_rate, e.completion_rate, e.rate, t.rate
FROM unit_year u
LEFT JOIN (FROM unit_score WHERE rule_set_id = /*rule set*/'') s ON s.fiscal_year = u.fiscal_year AND s.unit_code = u.unit_code
LEFT JOIN (FROM finance_line WHERE item = 'expenditure.total') e ON e.fiscal_year = u.fiscal_year AND e.unit_code = u.unit_code
LEFT JOIN (FROM finance_line WHERE item = 'three_public.total') t ON t.fiscal_year = u.fiscal_year AND t.unit_code = u.unit_code;
