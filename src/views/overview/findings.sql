-- Findings of the year looked at and of the year before, by check and region. What concerns no single unit counts only
-- where nothing narrows the view. Counted by unit first: there are several findings to each.
, counted AS (
  SELECT f.check_order, f.fiscal_year, f.unit_code, count(*) AS findings
  FROM finding f JOIN focus y ON f.fiscal_year BETWEEN y.fiscal_year - 1 AND y.fiscal_year
  WHERE f.rule_set_id = $6::VARCHAR
  GROUP BY f.check_order, f.fiscal_year, f.unit_code
),
known AS (
  SELECT t.fiscal_year, t.unit_code, t.region
  FROM unit_of_year t JOIN focus y ON t.fiscal_year BETWEEN y.fiscal_year - 1 AND y.fiscal_year
  WHERE is_in_view(t.unit_code, t.unit_name, t.region, t.unit_category, $3::VARCHAR, $4::VARCHAR, $5::VARCHAR)
),
grouped AS (
  SELECT c.check_order, k.region, c.fiscal_year, CAST(sum(c.findings) AS BIGINT) AS findings, count(c.unit_code) AS units
  FROM counted c
  LEFT JOIN known k ON k.fiscal_year = c.fiscal_year AND k.unit_code = c.unit_code
  WHERE k.unit_code IS NOT NULL OR (c.unit_code IS NULL AND $3::VARCHAR IS NULL AND $4::VARCHAR IS NULL AND $5::VARCHAR IS NULL)
  GROUP BY c.check_order, k.region, c.fiscal_year
)
SELECT k.check_id, g.check_order, k.severity, g.region, g.fiscal_year = y.fiscal_year AS is_focus, g.findings, g.units
FROM grouped g CROSS JOIN focus y JOIN finding_check k ON k.check_order = g.check_order
ORDER BY g.check_order, g.region, is_focus
