-- Each year's sums over the units that have both actual and budget, and how many were left out.
SELECT l.fiscal_year, $8::VARCHAR AS base,
       count(*)::INTEGER AS unit_count,
       (count(*) FILTER (WHERE l.actual IS NOT NULL AND l.budget IS NOT NULL))::INTEGER AS paired_count,
       (count(*) FILTER (WHERE l.actual IS NOT NULL AND l.budget IS NULL))::INTEGER AS no_budget_count,
       (count(*) FILTER (WHERE l.actual IS NULL))::INTEGER AS no_actual_count,
       (count(*) FILTER (WHERE l.actual IS NOT NULL AND l.budget <= 0))::INTEGER AS no_rate_count,
       count(l.initial_budget)::INTEGER AS initial_count, count(l.adjusted_budget)::INTEGER AS adjusted_count,
       sum(l.actual) FILTER (WHERE l.budget IS NOT NULL) AS actual,
       sum(l.budget) FILTER (WHERE l.actual IS NOT NULL) AS budget,
       sum(l.actual - l.budget) FILTER (WHERE l.actual < l.budget) AS shortfall,
       (count(*) FILTER (WHERE l.actual < l.budget))::INTEGER AS short_count,
       (count(*) FILTER (WHERE l.rate < $9::VARCHAR::DECIMAL(18,2)))::INTEGER AS low_count,
       (count(*) FILTER (WHERE l.rate > 100))::INTEGER AS over_count
FROM line l
GROUP BY l.fiscal_year
ORDER BY l.fiscal_year
