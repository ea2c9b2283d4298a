-- The units of one year ($7): total against budget and last year, and the item that grew most.
, grown AS (
  SELECT unit_code, arg_max(item, change) FILTER (WHERE change > 0) AS main_item
  FROM line WHERE fiscal_year = $7::INTEGER AND item <> 'three_public.total' GROUP BY unit_code
)
SELECT l.unit_code, l.unit_name, l.budget, l.actual, l.base, l.rate, l.last_actual, l.change, l.change_rate, l.staff_actual, g.main_item
FROM line l LEFT JOIN grown g ON g.unit_code = l.unit_code
WHERE l.fiscal_year = $7::INTEGER AND l.item = 'three_public.total'
ORDER BY l.change DESC NULLS LAST, l.unit_code
