-- The ledger in sums: for each check, how many unit-years in view fired, passed, or had nothing to check.
WITH viewed AS (
  SELECT l.* EXCLUDE (rule_set_id, fiscal_year, unit_code)
  FROM ledger l
  JOIN unit_of_year u ON u.fiscal_year = l.fiscal_year AND u.unit_code = l.unit_code
  WHERE l.rule_set_id = $6::VARCHAR
    AND ($1::INTEGER IS NULL OR l.fiscal_year >= $1::INTEGER)
    AND ($2::INTEGER IS NULL OR l.fiscal_year <= $2::INTEGER)
    AND ($3::VARCHAR IS NULL OR u.region = $3::VARCHAR)
    AND ($4::VARCHAR IS NULL OR u.unit_category = $4::VARCHAR)
    AND ($5::VARCHAR IS NULL OR contains(lower(l.unit_code), lower($5::VARCHAR)) OR contains(lower(u.unit_name), lower($5::VARCHAR)))
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
