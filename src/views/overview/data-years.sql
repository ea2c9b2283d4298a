-- How complete the data are: for each of six years, how many units are in force or filed, and how many of them have which kind.
SELECT t.fiscal_year, count(*) AS units, count(*) FILTER (WHERE t.has_data) AS filed,
       count(*) FILTER (WHERE t.has_budget) AS budgets, count(*) FILTER (WHERE t.has_actual) AS actuals,
       count(*) FILTER (WHERE t.has_indicators) AS indicators, count(*) FILTER (WHERE t.has_conclusion) AS conclusions
FROM unit_of_year t JOIN focus f ON t.fiscal_year BETWEEN f.fiscal_year - 5 AND f.fiscal_year
WHERE (t.in_force OR t.has_data)
  AND is_in_view(t.unit_code, t.unit_name, t.region, t.unit_category, $3::VARCHAR, $4::VARCHAR, $5::VARCHAR)
GROUP BY t.fiscal_year ORDER BY t.fiscal_year
