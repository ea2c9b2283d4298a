-- Sums of each year and item. A ratio stands on the units that have both of its figures, and says how many lack one.
SELECT fiscal_year, item,
       sum(actual) AS actual, sum(budget) AS budget,
       count(actual)::INTEGER AS actual_count, count(budget)::INTEGER AS budget_count,
       sum(actual) FILTER (WHERE budget IS NOT NULL) AS paired_actual,
       sum(budget) FILTER (WHERE actual IS NOT NULL) AS paired_budget,
       (count(*) FILTER (WHERE actual IS NOT NULL AND budget IS NOT NULL))::INTEGER AS paired_count,
       (count(*) FILTER (WHERE actual IS NOT NULL AND base = 'adjusted_budget'))::INTEGER AS adjusted_count,
       sum(actual) FILTER (WHERE last_actual IS NOT NULL) AS comparable_actual,
       sum(last_actual) FILTER (WHERE actual IS NOT NULL) AS last_actual,
       (count(*) FILTER (WHERE actual IS NOT NULL AND last_actual IS NOT NULL))::INTEGER AS comparable_count,
       sum(actual) FILTER (WHERE staff_actual > 0) AS staffed_actual,
       sum(staff_actual) FILTER (WHERE staff_actual > 0 AND actual IS NOT NULL) AS staff,
       (count(*) FILTER (WHERE staff_actual > 0 AND actual IS NOT NULL))::INTEGER AS staffed_count,
       (count(*) FILTER (WHERE actual > last_actual))::INTEGER AS up_count,
       (count(*) FILTER (WHERE actual > budget))::INTEGER AS over_count
FROM line
GROUP BY fiscal_year, item
ORDER BY fiscal_year, item
