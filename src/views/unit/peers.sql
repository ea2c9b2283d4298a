-- The units of the same category in one year, measure by measure. Places: total and execution rate, the higher the
-- better; the three-public control rate, the lower the better. Equal figures share a place.
WITH peer AS (
  SELECT unit_code, coalesce(unit_name, unit_code) AS unit_name, recomputed_total, rate, control_rate
  FROM unit_result_in_view($3::VARCHAR, $1::INTEGER, $1::INTEGER, NULL, NULL, NULL)
  WHERE unit_category = $2::VARCHAR
),
measured AS (
  SELECT 'total' AS measure, 1 AS measure_order, unit_code, unit_name, CAST(recomputed_total AS DECIMAL(38,10)) AS value, -1 AS better FROM peer
  UNION ALL
  SELECT 'execution', 2, unit_code, unit_name, CAST(rate AS DECIMAL(38,10)), -1 FROM peer
  UNION ALL
  SELECT 'control', 3, unit_code, unit_name, CAST(control_rate AS DECIMAL(38,10)), 1 FROM peer
)
SELECT measure, unit_code, unit_name, value,
       CAST(rank() OVER (PARTITION BY measure ORDER BY value * better) AS INTEGER) AS place,
       CAST(count(*) OVER (PARTITION BY measure) AS INTEGER) AS peers
FROM measured
WHERE value IS NOT NULL
ORDER BY measure_order, place, unit_code
