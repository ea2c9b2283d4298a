-- The ledger in sums: for each check, how many unit-years in view fired, passed, or had nothing to check.
WITH viewed AS (
  SELECT l.* EXCLUDE (rule_set_id, fiscal_year, unit_code)
  FROM ledger l
  JOIN unit_of_year u ON u.fiscal_year = l.fiscal_year AND u.unit_code = l.unit_code
  WHERE l.rule_set_id = $6::VARCHAR
    AND is_in_years(l.fiscal_year, $1::INTEGER, $2::INTEGER)
    AND is_in_view(l.unit_code, u.unit_name, u.region, u.unit_category, $3::VARCHAR, $4::VARCHAR, $5::VARCHAR)
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
