-- One item of the units in view over all years, with the rate on the chosen base alone: the two are never mixed.
WITH param AS (
  SELECT $1::INTEGER AS year_from, $2::INTEGER AS year_to, $3::VARCHAR AS region, $4::VARCHAR AS category,
         $5::VARCHAR AS q, $6::VARCHAR AS rule_set_id,
         $7::VARCHAR AS item, $8::VARCHAR AS base, $9::VARCHAR::DECIMAL(18,2) AS threshold
),
unit_in_view AS (
  SELECT * FROM unit_year_in_view(
    (SELECT year_from FROM param), (SELECT year_to FROM param), (SELECT region FROM param), (SELECT category FROM param), (SELECT q FROM param)
  )
),
line AS (
  SELECT f.fiscal_year, f.unit_code, u.unit_name, f.initial_budget, f.adjusted_budget, f.actual,
         CASE p.base WHEN 'initial_budget' THEN f.initial_budget ELSE f.adjusted_budget END AS budget,
         CASE p.base WHEN 'initial_budget' THEN f.completion_rate ELSE f.execution_rate END AS rate
  FROM finance_line f
  JOIN unit_in_view u ON u.fiscal_year = f.fiscal_year AND u.unit_code = f.unit_code
  CROSS JOIN param p
  WHERE f.item = p.item
)
