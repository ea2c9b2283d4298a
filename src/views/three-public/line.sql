-- The three public expenses of the units in view, item by item, all years of the address ($1, $2 may be null).
-- 'three_public.vehicle_alone': vehicles of units that never split them into purchase and operation that year.
WITH param AS (
  SELECT $1::INTEGER AS year_from, $2::INTEGER AS year_to, $3::VARCHAR AS region, $4::VARCHAR AS category,
         $5::VARCHAR AS q, $6::VARCHAR AS rule_set_id
),
unit_in_view AS (
  SELECT * FROM unit_year_in_view(
    (SELECT year_from FROM param), (SELECT year_to FROM param), (SELECT region FROM param), (SELECT category FROM param), (SELECT q FROM param)
  )
),
in_view AS (
  SELECT f.fiscal_year, f.unit_code, u.unit_name, u.staff_actual, f.item, f.base, f.budget, f.actual, f.last_actual,
         f.rate, f.change, f.change_rate
  FROM finance_line f JOIN unit_in_view u ON u.fiscal_year = f.fiscal_year AND u.unit_code = f.unit_code
  WHERE f.item_group = 'three_public'
),
split_vehicle AS (
  SELECT DISTINCT fiscal_year, unit_code FROM in_view WHERE item IN ('three_public.vehicle_purchase', 'three_public.vehicle_operation')
),
line AS (
  SELECT * FROM in_view WHERE item <> 'three_public.vehicle'
  UNION ALL
  SELECT v.* REPLACE ('three_public.vehicle_alone' AS item) FROM in_view v
  LEFT JOIN split_vehicle s ON s.fiscal_year = v.fiscal_year AND s.unit_code = v.unit_code
  WHERE v.item = 'three_public.vehicle' AND s.unit_code IS NULL
)
