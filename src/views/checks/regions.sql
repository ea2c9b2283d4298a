-- Findings of each region, whatever region is chosen: what the list of regions counts.
WITH param AS (
  SELECT $1::INTEGER AS year_from, $2::INTEGER AS year_to, $3::VARCHAR AS region, $4::VARCHAR AS category,
         $5::VARCHAR AS q, $6::VARCHAR AS rule_set_id
)
SELECT u.region, count(*) AS findings
FROM finding f
CROSS JOIN param p
JOIN unit_of_year u ON u.fiscal_year = f.fiscal_year AND u.unit_code = f.unit_code
WHERE f.rule_set_id = p.rule_set_id AND u.region IS NOT NULL
  AND (p.year_from IS NULL OR f.fiscal_year >= p.year_from)
  AND (p.year_to IS NULL OR f.fiscal_year <= p.year_to)
  AND (p.category IS NULL OR u.unit_category = p.category)
  AND (p.q IS NULL OR contains(lower(u.unit_code), lower(p.q)) OR contains(lower(u.unit_name), lower(p.q)))
GROUP BY u.region
ORDER BY u.region
