-- How complete the data are: for each of six years, how many units are in force or filed, and how many of them have which kind.
SELECT t.fiscal_year, count(*) AS units, count(*) FILTER (WHERE t.has_data) AS filed,
       count(*) FILTER (WHERE t.has_budget) AS budgets, count(*) FILTER (WHERE t.has_actual) AS actuals,
       count(*) FILTER (WHERE t.has_indicators) AS indicators, count(*) FILTER (WHERE t.has_conclusion) AS conclusions
FROM unit_of_year t, param p
WHERE t.fiscal_year BETWEEN (SELECT fiscal_year FROM focus) - 5 AND (SELECT fiscal_year FROM focus)
  AND (t.in_force OR t.has_data)
  AND (p.region IS NULL OR t.region = p.region) AND (p.category IS NULL OR t.unit_category = p.category)
  AND (p.q IS NULL OR contains(lower(t.unit_code), lower(p.q)) OR contains(lower(t.unit_name), lower(p.q)))
GROUP BY t.fiscal_year ORDER BY t.fiscal_year
