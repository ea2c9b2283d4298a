-- Rates of the units ($12 at most) that were low in most years of the window ($10 to $11), the lowest rate first among equals.
, window_of_years AS (SELECT $10::INTEGER AS from_year, $11::INTEGER AS to_year, $12::INTEGER AS most),
shown AS (
  SELECT l.* FROM line l CROSS JOIN window_of_years w
  WHERE (w.from_year IS NULL OR l.fiscal_year >= w.from_year) AND (w.to_year IS NULL OR l.fiscal_year <= w.to_year)
),
standing AS (
  SELECT s.unit_code, arg_max(s.unit_name, s.fiscal_year) AS unit_name, min(s.rate) AS lowest,
         (count(*) FILTER (WHERE s.rate < p.threshold))::INTEGER AS low_years
  FROM shown s CROSS JOIN param p GROUP BY s.unit_code
),
placed AS (
  SELECT *, row_number() OVER (ORDER BY low_years DESC, lowest, unit_code)::INTEGER AS place FROM standing WHERE lowest IS NOT NULL
)
SELECT p.place, p.unit_code, p.unit_name, p.low_years, s.fiscal_year, s.rate, s.actual, s.budget
FROM placed p CROSS JOIN window_of_years w JOIN shown s ON s.unit_code = p.unit_code
WHERE p.place <= w.most
ORDER BY p.place, s.fiscal_year
