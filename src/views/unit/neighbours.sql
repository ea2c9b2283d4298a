-- The units before and after this one, by code, among those in view: `[` and `]` walk through what the filters show.
WITH param AS (
  SELECT $1::INTEGER AS year_from, $2::INTEGER AS year_to, $3::VARCHAR AS region, $4::VARCHAR AS category,
         $5::VARCHAR AS q, $6::VARCHAR AS rule_set_id, $7::VARCHAR AS unit_code
),
in_view AS (
  SELECT u.unit_code, u.unit_name, u.fiscal_year, p.unit_code AS own_code
  FROM unit_year_in_view($1::INTEGER, $2::INTEGER, $3::VARCHAR, $4::VARCHAR, $5::VARCHAR) u CROSS JOIN param p
),
beside AS (
  SELECT max(unit_code) FILTER (unit_code < own_code) AS before, min(unit_code) FILTER (unit_code > own_code) AS after FROM in_view
)
SELECT s.side, s.unit_code, arg_max(v.unit_name, v.fiscal_year) AS unit_name
FROM (SELECT 'previous' AS side, before AS unit_code FROM beside UNION ALL SELECT 'next', after FROM beside) s
LEFT JOIN in_view v ON v.unit_code = s.unit_code
GROUP BY s.side, s.unit_code
ORDER BY s.side DESC
