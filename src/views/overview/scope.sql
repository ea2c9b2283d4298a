-- What every question of the overview begins with: the units in view, the year looked at (the latest of the span in which
-- any of them has data), the units of that year, and those of the six years that end with it. $1…$6: years from and to, region,
-- category, search, rule set; they stand where they are used, so that what narrows nothing is not looked at.
WITH unit_of_any_year AS (
  SELECT *, indicator_count IS NOT NULL OR reported_total IS NOT NULL OR reported_grade IS NOT NULL AS is_evaluated
  FROM unit_result_in_view($6::VARCHAR, NULL::INTEGER, $2::INTEGER, $3::VARCHAR, $4::VARCHAR, $5::VARCHAR)
),
focus AS (
  SELECT max(fiscal_year) AS fiscal_year FROM unit_of_any_year WHERE $1::INTEGER IS NULL OR fiscal_year >= $1::INTEGER
),
unit_in_focus AS (SELECT u.* FROM unit_of_any_year u JOIN focus f ON f.fiscal_year = u.fiscal_year),
unit_of_six_years AS (
  SELECT u.* FROM unit_of_any_year u JOIN focus f ON u.fiscal_year BETWEEN f.fiscal_year - 5 AND f.fiscal_year
)
