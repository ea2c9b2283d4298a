-- The units of one year ($10), the largest shortfall first; since when each has been low without a break.
, focus AS (SELECT $10::INTEGER AS fiscal_year),
low AS (
  SELECT l.unit_code, l.fiscal_year, row_number() OVER (PARTITION BY l.unit_code ORDER BY l.fiscal_year DESC) AS place
  FROM line l CROSS JOIN param p CROSS JOIN focus f
  WHERE l.rate < p.threshold AND l.fiscal_year <= f.fiscal_year
),
low_run AS (
  SELECT low.unit_code, count(*)::INTEGER AS low_run
  FROM low CROSS JOIN focus f WHERE low.fiscal_year = f.fiscal_year - low.place + 1 GROUP BY low.unit_code
)
SELECT l.unit_code, l.unit_name, l.initial_budget, l.adjusted_budget, l.actual, l.budget,
       l.actual - l.budget AS gap, l.rate, b.rate AS last_rate, l.rate - b.rate AS rate_change,
       coalesce(r.low_run, 0) AS low_run
FROM line l
JOIN focus f ON f.fiscal_year = l.fiscal_year
LEFT JOIN line b ON b.unit_code = l.unit_code AND b.fiscal_year = l.fiscal_year - 1
LEFT JOIN low_run r ON r.unit_code = l.unit_code
ORDER BY gap NULLS LAST, l.unit_code
