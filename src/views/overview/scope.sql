-- What every question of the overview begins with: the units in view, the year looked at (the latest of the span in which
-- any of them has data), the units of that year, and those of the six years that end with it.
WITH param AS (
  SELECT $1::INTEGER AS year_from, $2::INTEGER AS year_to, $3::VARCHAR AS region, $4::VARCHAR AS category,
         $5::VARCHAR AS q, $6::VARCHAR AS rule_set_id
),
unit_of_any_year AS (
  SELECT * FROM unit_year_in_view(
    NULL::INTEGER, (SELECT year_to FROM param), (SELECT region FROM param), (SELECT category FROM param), (SELECT q FROM param)
  )
),
focus AS (
  SELECT max(fiscal_year) AS fiscal_year FROM unit_of_any_year
  WHERE (SELECT year_from FROM param) IS NULL OR fiscal_year >= (SELECT year_from FROM param)
),
unit_in_focus AS (SELECT * FROM unit_of_any_year WHERE fiscal_year = (SELECT fiscal_year FROM focus)),
unit_of_six_years AS (
  SELECT * FROM unit_of_any_year
  WHERE fiscal_year BETWEEN (SELECT fiscal_year FROM focus) - 5 AND (SELECT fiscal_year FROM focus)
),
score AS (SELECT * FROM unit_score WHERE rule_set_id = (SELECT rule_set_id FROM param))
