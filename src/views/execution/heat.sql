-- Rates of the units ($12 at most) that were low in most years of the window ($10 to $11), the lowest rate first among equals.
, shown AS (
  SELECT * FROM line
  WHERE is_in_years(fiscal_year, $10::INTEGER, $11::INTEGER)
),
standing AS (
  SELECT unit_code, arg_max(unit_name, fiscal_year) AS unit_name, min(rate) AS lowest,
         (count(*) FILTER (WHERE rate < $9::VARCHAR::DECIMAL(18,2)))::INTEGER AS low_years
  FROM shown GROUP BY unit_code
),
placed AS (
  SELECT *, row_number() OVER (ORDER BY low_years DESC, lowest, unit_code)::INTEGER AS place FROM standing WHERE lowest IS NOT NULL
)
SELECT p.place, p.unit_code, p.unit_name, p.low_years, s.fiscal_year, s.rate, s.actual, s.budget
FROM placed p JOIN shown s ON s.unit_code = p.unit_code
WHERE p.place <= $12::INTEGER
ORDER BY p.place, s.fiscal_year
