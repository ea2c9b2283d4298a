-- Findings of each region, whatever region is chosen: what the list of regions counts. By unit-year first: there are
-- several findings to each.
WITH chosen AS (SELECT $3::VARCHAR AS region),  -- not looked at
counted AS (
  SELECT fiscal_year, unit_code, count(*) AS findings FROM finding
  WHERE rule_set_id = $6::VARCHAR
    AND ($1::INTEGER IS NULL OR fiscal_year >= $1::INTEGER)
    AND ($2::INTEGER IS NULL OR fiscal_year <= $2::INTEGER)
  GROUP BY fiscal_year, unit_code
)
SELECT u.region, CAST(sum(c.findings) AS BIGINT) AS findings
FROM counted c
JOIN unit_of_year u ON u.fiscal_year = c.fiscal_year AND u.unit_code = c.unit_code
WHERE u.region IS NOT NULL
  AND ($4::VARCHAR IS NULL OR u.unit_category = $4::VARCHAR)
  AND ($5::VARCHAR IS NULL OR contains(lower(c.unit_code), lower($5::VARCHAR)) OR contains(lower(u.unit_name), lower($5::VARCHAR)))
GROUP BY u.region
ORDER BY u.region
