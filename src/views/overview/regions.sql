-- The year looked at by region. Averages and rates are recomputed from sums; units without a region stand last.
SELECT u.region, count(*) AS units, count(s.recomputed_total) AS scored_units,
       percent_of(whole_number(sum(s.recomputed_total)), whole_number(100 * count(s.recomputed_total))) AS recomputed_average,
       percent_of(
           whole_number(sum(e.actual) FILTER (WHERE e.adjusted_budget IS NOT NULL)),
           whole_number(sum(e.adjusted_budget) FILTER (WHERE e.actual IS NOT NULL))
         ) AS execution_rate,
       percent_of(
           whole_number(sum(e.actual) FILTER (WHERE e.initial_budget IS NOT NULL)),
           whole_number(sum(e.initial_budget) FILTER (WHERE e.actual IS NOT NULL))
         ) AS completion_rate,
       sum(t.actual) AS three_public
FROM unit_in_focus u
LEFT JOIN score s ON s.fiscal_year = u.fiscal_year AND s.unit_code = u.unit_code
LEFT JOIN finance_line e ON e.fiscal_year = u.fiscal_year AND e.unit_code = u.unit_code AND e.item = 'expenditure.total'
LEFT JOIN finance_line t ON t.fiscal_year = u.fiscal_year AND t.unit_code = u.unit_code AND t.item = 'three_public.total'
GROUP BY u.region ORDER BY u.region NULLS LAST
