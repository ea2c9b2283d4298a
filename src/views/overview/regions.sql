-- The year looked at by region. Averages and rates are recomputed from sums; units without a region stand last.
, summed AS (
  SELECT u.region, count(*) AS units, count(u.recomputed_total) AS scored_units, sum(u.recomputed_total) AS recomputed,
         sum(e.actual) FILTER (WHERE e.adjusted_budget IS NOT NULL) AS spent_of_adjusted,
         sum(e.adjusted_budget) FILTER (WHERE e.actual IS NOT NULL) AS adjusted,
         sum(e.actual) FILTER (WHERE e.initial_budget IS NOT NULL) AS spent_of_initial,
         sum(e.initial_budget) FILTER (WHERE e.actual IS NOT NULL) AS initial,
         sum(t.actual) AS three_public
  FROM unit_in_focus u
  LEFT JOIN finance_line e ON e.fiscal_year = u.fiscal_year AND e.unit_code = u.unit_code AND e.item = 'expenditure.total'
  LEFT JOIN finance_line t ON t.fiscal_year = u.fiscal_year AND t.unit_code = u.unit_code AND t.item = 'three_public.total'
  GROUP BY u.region
),
whole AS (
  SELECT *, whole_number(recomputed) AS recomputed_whole, whole_number(100 * scored_units) AS scored_whole,
         whole_number(spent_of_adjusted) AS spent_of_adjusted_whole, whole_number(adjusted) AS adjusted_whole,
         whole_number(spent_of_initial) AS spent_of_initial_whole, whole_number(initial) AS initial_whole
  FROM summed
)
SELECT region, units, scored_units, percent_of(recomputed_whole, scored_whole) AS recomputed_average,
       percent_of(spent_of_adjusted_whole, adjusted_whole) AS execution_rate,
       percent_of(spent_of_initial_whole, initial_whole) AS completion_rate, three_public
FROM whole
ORDER BY region NULLS LAST
