-- The units of one year ($10), the largest shortfall first; since when each has been low without a break.
, low AS (
  SELECT unit_code, fiscal_year, row_number() OVER (PARTITION BY unit_code ORDER BY fiscal_year DESC) AS place
  FROM line WHERE rate < $9::VARCHAR::DECIMAL(18,2) AND fiscal_year <= $10::INTEGER
),
low_run AS (
  SELECT unit_code, count(*)::INTEGER AS low_run FROM low WHERE fiscal_year = $10::INTEGER - place + 1 GROUP BY unit_code
)
SELECT l.unit_code, l.unit_name, l.initial_budget, l.adjusted_budget, l.actual, l.budget,
       l.actual - l.budget AS gap, l.rate, b.rate AS last_rate, l.rate - b.rate AS rate_change,
       coalesce(r.low_run, 0) AS low_run
FROM (FROM line WHERE fiscal_year = $10::INTEGER) l
LEFT JOIN (FROM line WHERE fiscal_year = $10::INTEGER - 1) b ON b.unit_code = l.unit_code
LEFT JOIN low_run r ON r.unit_code = l.unit_code
ORDER BY gap NULLS LAST, l.unit_code
