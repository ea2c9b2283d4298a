-- The units of the same category in one year, measure by measure. Places: total and execution rate, the higher the
-- better; the three-public control rate, the lower the better. Equal figures share a place.
WITH param AS (SELECT $1::INTEGER AS fiscal_year, $2::VARCHAR AS unit_category, $3::VARCHAR AS rule_set_id),
peer AS (
  SELECT unit_code, unit_name FROM unit_year
  WHERE fiscal_year = (SELECT fiscal_year FROM param) AND unit_category = (SELECT unit_category FROM param)
),
measured AS (
  SELECT 'total' AS measure, 1 AS measure_order, unit_code, CAST(recomputed_total AS DECIMAL(38,10)) AS value, -1 AS better
  FROM unit_score
  WHERE fiscal_year = (SELECT fiscal_year FROM param) AND rule_set_id = (SELECT rule_set_id FROM param)
  UNION ALL
  SELECT 'execution', 2, unit_code, CAST(rate AS DECIMAL(38,10)), -1
  FROM finance_line
  WHERE fiscal_year = (SELECT fiscal_year FROM param) AND item = 'expenditure.total'
  UNION ALL
  SELECT 'control', 3, unit_code, CAST(rate AS DECIMAL(38,10)), 1
  FROM finance_line
  WHERE fiscal_year = (SELECT fiscal_year FROM param) AND item = 'three_public.total'
)
SELECT m.measure, p.unit_code, coalesce(p.unit_name, p.unit_code) AS unit_name, m.value,
       CAST(rank() OVER (PARTITION BY m.measure ORDER BY m.value * m.better) AS INTEGER) AS place,
       CAST(count(*) OVER (PARTITION BY m.measure) AS INTEGER) AS peers
FROM measured m JOIN peer p USING (unit_code)
WHERE m.value IS NOT NULL
ORDER BY m.measure_order, place, p.unit_code
