-- The ledger in sums: for each check, how many unit-years in view fired, passed, or had nothing to check.
WITH param AS (
  SELECT $1::INTEGER AS year_from, $2::INTEGER AS year_to, $3::VARCHAR AS region, $4::VARCHAR AS category,
         $5::VARCHAR AS q, $6::VARCHAR AS rule_set_id
)
SELECT o.check_id,
       count(*) FILTER (WHERE o.outcome = 'fired') AS fired,
       count(*) FILTER (WHERE o.outcome = 'passed') AS passed,
       count(*) FILTER (WHERE o.outcome = 'unknown') AS unknown
FROM outcome o
CROSS JOIN param p
JOIN unit_of_year u ON u.fiscal_year = o.fiscal_year AND u.unit_code = o.unit_code
WHERE o.rule_set_id = p.rule_set_id
  AND (p.year_from IS NULL OR o.fiscal_year >= p.year_from)
  AND (p.year_to IS NULL OR o.fiscal_year <= p.year_to)
  AND (p.region IS NULL OR u.region = p.region)
  AND (p.category IS NULL OR u.unit_category = p.category)
  AND (p.q IS NULL OR contains(lower(u.unit_code), lower(p.q)) OR contains(lower(u.unit_name), lower(p.q)))
GROUP BY o.check_id, o.check_order
ORDER BY o.check_order
