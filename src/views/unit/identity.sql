-- Who a code is: from the unit table, else as its own rows name it in the year nearest to the one looked at.
WITH param AS (SELECT $1::VARCHAR AS unit_code, $2::INTEGER AS fiscal_year),
known AS (
  SELECT unit_code, unit_name, unit_category, region, parent_code, staff_quota, staff_actual, 0 AS distance
  FROM unit WHERE unit_code = (SELECT unit_code FROM param)
  UNION ALL
  SELECT unit_code, unit_name, unit_category, region, parent_code, staff_quota, staff_actual,
         1 + abs(fiscal_year - coalesce((SELECT fiscal_year FROM param), 9999))
  FROM unit_year WHERE unit_code = (SELECT unit_code FROM param)
)
SELECT unit_code, coalesce(unit_name, unit_code) AS unit_name, unit_category, region, parent_code, staff_quota, staff_actual
FROM known ORDER BY distance LIMIT 1
