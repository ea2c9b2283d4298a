-- Findings of each region, whatever region is chosen: what the list of regions counts. By unit-year first: there are
-- several findings to each.
WITH chosen AS (SELECT $3::VARCHAR AS region),  -- not looked at
counted AS (
  SELECT fiscal_year, unit_code, count(*) AS findings FROM finding
  WHERE rule_set_id = $6::VARCHAR
    AND is_in_years(fiscal_year, $1::INTEGER, $2::INTEGER)
  GROUP BY fiscal_year, unit_code
)
SELECT u.region, CAST(sum(c.findings) AS BIGINT) AS findings
FROM counted c
JOIN unit_of_year u ON u.fiscal_year = c.fiscal_year AND u.unit_code = c.unit_code
WHERE u.region IS NOT NULL
  AND is_in_view(c.unit_code, u.unit_name, u.region, u.unit_category, NULL, $4::VARCHAR, $5::VARCHAR)
GROUP BY u.region
ORDER BY u.region
