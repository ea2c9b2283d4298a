-- The units before and after this one, by code, among those in view: `[` and `]` walk through what the filters show.
WITH param AS (
  SELECT $1::INTEGER AS year_from, $2::INTEGER AS year_to, $3::VARCHAR AS region, $4::VARCHAR AS category,
         $5::VARCHAR AS q, $6::VARCHAR AS rule_set_id, $7::VARCHAR AS unit_code
),
in_view AS (
  SELECT unit_code, arg_max(unit_name, fiscal_year) AS unit_name
  FROM unit_year_in_view(
    (SELECT year_from FROM param), (SELECT year_to FROM param), (SELECT region FROM param), (SELECT category FROM param), (SELECT q FROM param)
  )
  GROUP BY unit_code
)
SELECT 'previous' AS side, max(unit_code) AS unit_code, arg_max(unit_name, unit_code) AS unit_name
FROM in_view WHERE unit_code < (SELECT unit_code FROM param)
UNION ALL
SELECT 'next', min(unit_code), arg_min(unit_name, unit_code)
FROM in_view WHERE unit_code > (SELECT unit_code FROM param)
