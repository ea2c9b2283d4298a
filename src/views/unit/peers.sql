-- The units of the same category in one year, each with its figures and its place by each of them. Total and execution rate,
-- the higher the better; the three-public control rate, the lower the better. Equal figures share a place.
WITH peer AS (
  SELECT unit_code, coalesce(unit_name, unit_code) AS unit_name, CAST(recomputed_total AS DECIMAL(38,10)) AS total,
         CAST(rate AS DECIMAL(38,10)) AS execution, CAST(control_rate AS DECIMAL(38,10)) AS control
  FROM unit_result_in_view($3::VARCHAR, $1::INTEGER, $1::INTEGER, NULL, NULL, NULL)
  WHERE unit_category = $2::VARCHAR
)
SELECT unit_code, unit_name, total, execution, control,
       CAST(rank() OVER (ORDER BY total DESC NULLS LAST) AS INTEGER) AS total_place,
       CAST(rank() OVER (ORDER BY execution DESC NULLS LAST) AS INTEGER) AS execution_place,
       CAST(rank() OVER (ORDER BY control NULLS LAST) AS INTEGER) AS control_place
FROM peer
ORDER BY unit_code
