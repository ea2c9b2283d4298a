-- What is in, year by year: units with any data, and the rows of each kind.
WITH counted AS (
  SELECT fiscal_year, 1 AS finance_rows, 0 AS indicator_rows, 0 AS conclusion_rows FROM finance
  UNION ALL SELECT fiscal_year, 0, 1, 0 FROM indicator
  UNION ALL SELECT fiscal_year, 0, 0, 1 FROM conclusion
),
rows_of AS (
  SELECT fiscal_year, sum(finance_rows) AS finance_rows, sum(indicator_rows) AS indicator_rows, sum(conclusion_rows) AS conclusion_rows
  FROM counted GROUP BY fiscal_year
),
units_of AS (SELECT fiscal_year, count(DISTINCT unit_code) AS units FROM unit_year GROUP BY fiscal_year)
SELECT r.fiscal_year, CAST(coalesce(u.units, 0) AS INTEGER) AS units, CAST(r.finance_rows AS INTEGER) AS finance_rows,
       CAST(r.indicator_rows AS INTEGER) AS indicator_rows, CAST(r.conclusion_rows AS INTEGER) AS conclusion_rows
FROM rows_of r LEFT JOIN units_of u ON u.fiscal_year = r.fiscal_year
ORDER BY r.fiscal_year DESC
