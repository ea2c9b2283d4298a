-- The key figures, year by year. Rates are of sums over the units that have both figures; a change against last year
-- is of the units whose last year can be compared (renamed and merged ones through their chain).
, money AS (
  SELECT u.fiscal_year,
         sum(e.actual) AS expenditure, count(e.actual) AS expenditure_units,
         percent_of(
           whole_number(sum(e.change)),
           whole_number(sum(e.last_actual) FILTER (WHERE e.change IS NOT NULL))
         ) AS expenditure_change,
         count(e.change) AS expenditure_compared,
         percent_of(
           whole_number(sum(e.actual) FILTER (WHERE e.adjusted_budget IS NOT NULL)),
           whole_number(sum(e.adjusted_budget) FILTER (WHERE e.actual IS NOT NULL))
         ) AS execution_rate,
         percent_of(
           whole_number(sum(e.actual) FILTER (WHERE e.initial_budget IS NOT NULL)),
           whole_number(sum(e.initial_budget) FILTER (WHERE e.actual IS NOT NULL))
         ) AS completion_rate,
         sum(t.actual) AS three_public, count(t.actual) AS three_public_units,
         percent_of(
           whole_number(sum(t.change)),
           whole_number(sum(t.last_actual) FILTER (WHERE t.change IS NOT NULL))
         ) AS three_public_change,
         count(t.change) AS three_public_compared
  FROM unit_of_six_years u
  LEFT JOIN finance_line e ON e.fiscal_year = u.fiscal_year AND e.unit_code = u.unit_code AND e.item = 'expenditure.total'
  LEFT JOIN finance_line t ON t.fiscal_year = u.fiscal_year AND t.unit_code = u.unit_code AND t.item = 'three_public.total'
  GROUP BY u.fiscal_year
),
evaluation AS (
  SELECT u.fiscal_year, count(*) AS units,
         count(*) FILTER (WHERE u.has_indicators OR u.has_conclusion) AS evaluated_units,
         count(s.recomputed_total) AS scored_units, count(s.reported_total) AS reported_units,
         -- An average, half-up at two decimals: 100 × Σ ÷ (100 × n).
         percent_of(whole_number(sum(s.recomputed_total)), whole_number(100 * count(s.recomputed_total))) AS recomputed_average,
         percent_of(whole_number(sum(s.reported_total)), whole_number(100 * count(s.reported_total))) AS reported_average,
         count(s.reported_total - s.recomputed_total) AS paired_units,
         percent_of(
           whole_number(sum(s.reported_total - s.recomputed_total)),
           whole_number(100 * count(s.reported_total - s.recomputed_total))
         ) AS average_gap
  FROM unit_of_six_years u
  LEFT JOIN score s ON s.fiscal_year = u.fiscal_year AND s.unit_code = u.unit_code
  GROUP BY u.fiscal_year
),
weighed AS (
  SELECT u.fiscal_year,
         CAST(percent_count(sum(s.computed_weight), sum(s.applicable_weight)) AS DECIMAL(38,0)) * 0.01::DECIMAL(3,2) AS coverage
  FROM unit_of_six_years u
  JOIN score s ON s.fiscal_year = u.fiscal_year AND s.unit_code = u.unit_code
  WHERE s.indicator_count > 0
  GROUP BY u.fiscal_year
)
SELECT e.*, m.* EXCLUDE (fiscal_year), w.coverage
FROM evaluation e JOIN money m ON m.fiscal_year = e.fiscal_year LEFT JOIN weighed w ON w.fiscal_year = e.fiscal_year
ORDER BY e.fiscal_year
