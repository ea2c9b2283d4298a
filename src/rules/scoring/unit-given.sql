-- What no rule set changes of a unit-year's result: names, what was filed, money, and the sums over its indicators. One row
-- per unit-year with data. Depends on unit_year, finance_line and the cases.
CREATE OR REPLACE TABLE unit_given AS
WITH summed AS (
  SELECT c.place_id, sum(k.reported_score) AS sum_of_scores, /*sums*/
  FROM indicator_case c
  JOIN (SELECT case_id, reported_score, /*shares*/ FROM score_case) k ON k.case_id = c.case_id
  GROUP BY c.place_id
)
SELECT u.fiscal_year, u.unit_code, u.unit_name, u.region, u.unit_category, c.reported_total, c.reported_grade,
       from_amount(s.sum_of_scores) AS sum_of_scores, e.execution_rate, e.completion_rate, e.rate, t.rate AS control_rate,
       s.* EXCLUDE (sum_of_scores)
FROM unit_year u
LEFT JOIN conclusion c ON c.fiscal_year = u.fiscal_year AND c.unit_code = u.unit_code
LEFT JOIN (FROM finance_line WHERE item = 'expenditure.total') e ON e.fiscal_year = u.fiscal_year AND e.unit_code = u.unit_code
LEFT JOIN (FROM finance_line WHERE item = 'three_public.total') t ON t.fiscal_year = u.fiscal_year AND t.unit_code = u.unit_code
LEFT JOIN (
  SELECT p.fiscal_year, p.unit_code, s.* FROM summed s JOIN indicator_place p ON p.place_id = s.place_id
) s ON s.fiscal_year = u.fiscal_year AND s.unit_code = u.unit_code
ORDER BY u.fiscal_year, u.unit_code;
