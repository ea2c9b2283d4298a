-- The ledger in sums: for each check, how many unit-years in view fired, passed, or had nothing to check.
WITH param AS (
  SELECT $1::INTEGER AS year_from, $2::INTEGER AS year_to, $3::VARCHAR AS region, $4::VARCHAR AS category,
         $5::VARCHAR AS q, $6::VARCHAR AS rule_set_id
),
viewed AS (
  SELECT l.* EXCLUDE (rule_set_id, fiscal_year, unit_code)
  FROM ledger l
  CROSS JOIN param p
  JOIN unit_of_year u ON u.fiscal_year = l.fiscal_year AND u.unit_code = l.unit_code
  WHERE l.rule_set_id = p.rule_set_id
    AND (p.year_from IS NULL OR l.fiscal_year >= p.year_from)
    AND (p.year_to IS NULL OR l.fiscal_year <= p.year_to)
    AND (p.region IS NULL OR u.region = p.region)
    AND (p.category IS NULL OR u.unit_category = p.category)
    AND (p.q IS NULL OR contains(lower(u.unit_code), lower(p.q)) OR contains(lower(u.unit_name), lower(p.q)))
),
-- One row per unit-year stands for all its checks: only those in view are laid out.
laid_out AS (FROM viewed UNPIVOT INCLUDE NULLS (fired FOR check_id IN (COLUMNS(*))))
SELECT l.check_id,
       count(*) FILTER (WHERE l.fired) AS fired,
       count(*) FILTER (WHERE NOT l.fired) AS passed,
       count(*) FILTER (WHERE l.fired IS NULL) AS unknown
FROM laid_out l JOIN finding_check k ON k.check_id = l.check_id
GROUP BY l.check_id, k.check_order
ORDER BY k.check_order
