-- The three public expenses of the units in view, item by item, all years of the address. $1…$6: years from and to, region,
-- category, search, rule set; they stand where they are used, so that what narrows nothing is not looked at.
-- 'three_public.vehicle_alone': vehicles of units that never split them into purchase and operation that year.
WITH rules AS (SELECT $6::VARCHAR AS rule_set_id),  -- money has none, but it is asked like everything else
itemised AS (
  SELECT * FROM finance_line WHERE item_group = 'three_public' AND item <> 'three_public.vehicle'
  UNION ALL
  SELECT v.* REPLACE ('three_public.vehicle_alone' AS item)
  FROM (FROM finance_line WHERE item = 'three_public.vehicle') v
  ANTI JOIN (FROM finance_line WHERE item IN ('three_public.vehicle_purchase', 'three_public.vehicle_operation')) s
    ON s.fiscal_year = v.fiscal_year AND s.unit_code = v.unit_code
),
line AS (
  SELECT f.fiscal_year, f.unit_code, u.unit_name, u.staff_actual, f.item, f.base, f.budget, f.actual, f.last_actual,
         f.rate, f.change, f.change_rate
  FROM itemised f
  JOIN unit_year_in_view($1::INTEGER, $2::INTEGER, $3::VARCHAR, $4::VARCHAR, $5::VARCHAR) u
    ON u.fiscal_year = f.fiscal_year AND u.unit_code = f.unit_code
)
