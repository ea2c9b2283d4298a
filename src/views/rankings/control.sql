-- Three-public control rate of the units in view: actual ÷ budget, printed.
WITH param AS (
  SELECT $1::INTEGER AS year_from, $2::INTEGER AS year_to, $3::VARCHAR AS region, $4::VARCHAR AS category,
         $5::VARCHAR AS q, $6::VARCHAR AS rule_set_id
)
SELECT u.fiscal_year, u.unit_code, f.rate AS control_rate
FROM unit_year_in_view(
  (SELECT year_from FROM param), (SELECT year_to FROM param), (SELECT region FROM param), (SELECT category FROM param), (SELECT q FROM param)
) u
JOIN finance_line f ON f.fiscal_year = u.fiscal_year AND f.unit_code = u.unit_code
WHERE f.item = 'three_public.total' AND f.rate IS NOT NULL
ORDER BY u.fiscal_year, u.unit_code
