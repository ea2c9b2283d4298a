-- Renames and mergers that a code took part in, in the order of time.
WITH part AS (
  SELECT effective_year, from_code AS other_code, 'from' AS direction
  FROM unit_change WHERE to_code = $1::VARCHAR
  UNION ALL
  SELECT effective_year, to_code, 'to' FROM unit_change WHERE from_code = $1::VARCHAR
),
name AS (
  SELECT unit_code, arg_max(unit_name, fiscal_year) AS unit_name FROM unit_year
  WHERE unit_code IN (SELECT other_code FROM part) GROUP BY unit_code
)
SELECT p.effective_year, p.other_code, coalesce(u.unit_name, n.unit_name) AS other_name, p.direction
FROM part p
LEFT JOIN unit u ON u.unit_code = p.other_code
LEFT JOIN name n ON n.unit_code = p.other_code
ORDER BY p.effective_year, p.direction, p.other_code
