-- The key figures, year by year. Rates are of sums over the units that have both figures; a change against last year
-- is of the units whose last year can be compared (renamed and merged ones through their chain).
-- Sums, whole numbers and rates one after the other: a macro repeats what it is given, a column is computed once.
, summed AS (
  SELECT u.fiscal_year, count(*) AS units,
         count(*) FILTER (WHERE u.is_evaluated) AS evaluated_units,
         count(u.recomputed_total) AS scored_units, count(u.reported_total) AS reported_units,
         sum(u.recomputed_total) AS recomputed, sum(u.reported_total) AS reported,
         count(u.reported_total - u.recomputed_total) AS paired_units, sum(u.reported_total - u.recomputed_total) AS gap,
         sum(u.computed_weight) FILTER (WHERE u.indicator_count > 0) AS computed_weight,
         sum(u.applicable_weight) FILTER (WHERE u.indicator_count > 0) AS applicable_weight,
         sum(e.actual) AS expenditure, count(e.actual) AS expenditure_units, count(e.change) AS expenditure_compared,
         sum(e.change) AS expenditure_more, sum(e.last_actual) FILTER (WHERE e.change IS NOT NULL) AS expenditure_last,
         sum(e.actual) FILTER (WHERE e.adjusted_budget IS NOT NULL) AS spent_of_adjusted,
         sum(e.adjusted_budget) FILTER (WHERE e.actual IS NOT NULL) AS adjusted,
         sum(e.actual) FILTER (WHERE e.initial_budget IS NOT NULL) AS spent_of_initial,
         sum(e.initial_budget) FILTER (WHERE e.actual IS NOT NULL) AS initial,
         sum(t.actual) AS three_public, count(t.actual) AS three_public_units, count(t.change) AS three_public_compared,
         sum(t.change) AS three_public_more, sum(t.last_actual) FILTER (WHERE t.change IS NOT NULL) AS three_public_last
  FROM unit_of_six_years u
  LEFT JOIN finance_line e ON e.fiscal_year = u.fiscal_year AND e.unit_code = u.unit_code AND e.item = 'expenditure.total'
  LEFT JOIN finance_line t ON t.fiscal_year = u.fiscal_year AND t.unit_code = u.unit_code AND t.item = 'three_public.total'
  GROUP BY u.fiscal_year
),
whole AS (
  SELECT *,
         whole_number(recomputed) AS recomputed_whole, whole_number(reported) AS reported_whole, whole_number(gap) AS gap_whole,
         -- An average, half-up at two decimals: 100 × Σ ÷ (100 × n).
         whole_number(100 * scored_units) AS scored_whole, whole_number(100 * reported_units) AS counted_whole,
         whole_number(100 * paired_units) AS paired_whole,
         whole_number(expenditure_more) AS expenditure_more_whole, whole_number(expenditure_last) AS expenditure_last_whole,
         whole_number(spent_of_adjusted) AS spent_of_adjusted_whole, whole_number(adjusted) AS adjusted_whole,
         whole_number(spent_of_initial) AS spent_of_initial_whole, whole_number(initial) AS initial_whole,
         whole_number(three_public_more) AS three_public_more_whole, whole_number(three_public_last) AS three_public_last_whole
  FROM summed
)
SELECT fiscal_year, units, evaluated_units, scored_units, reported_units,
       percent_of(recomputed_whole, scored_whole) AS recomputed_average,
       percent_of(reported_whole, counted_whole) AS reported_average,
       paired_units, percent_of(gap_whole, paired_whole) AS average_gap,
       expenditure, expenditure_units, percent_of(expenditure_more_whole, expenditure_last_whole) AS expenditure_change, expenditure_compared,
       percent_of(spent_of_adjusted_whole, adjusted_whole) AS execution_rate,
       percent_of(spent_of_initial_whole, initial_whole) AS completion_rate,
       three_public, three_public_units, percent_of(three_public_more_whole, three_public_last_whole) AS three_public_change, three_public_compared,
       percent_of(computed_weight, applicable_weight) AS coverage
FROM whole
ORDER BY fiscal_year
