-- Findings of the year looked at and of the year before, by check and region. What concerns no single unit counts only
-- where nothing narrows the view.
, known AS (
  SELECT t.fiscal_year, t.unit_code, t.region FROM unit_of_year t, param p
  WHERE (p.region IS NULL OR t.region = p.region) AND (p.category IS NULL OR t.unit_category = p.category)
    AND (p.q IS NULL OR contains(lower(t.unit_code), lower(p.q)) OR contains(lower(t.unit_name), lower(p.q)))
)
SELECT f.check_id, f.check_order, f.severity, k.region, f.fiscal_year = (SELECT fiscal_year FROM focus) AS is_focus,
       count(*) AS findings, count(DISTINCT f.unit_code) AS units
FROM finding f
CROSS JOIN param p
LEFT JOIN known k ON k.fiscal_year = f.fiscal_year AND k.unit_code = f.unit_code
WHERE f.rule_set_id = p.rule_set_id
  AND f.fiscal_year BETWEEN (SELECT fiscal_year FROM focus) - 1 AND (SELECT fiscal_year FROM focus)
  AND (k.unit_code IS NOT NULL OR (f.unit_code IS NULL AND p.region IS NULL AND p.category IS NULL AND p.q IS NULL))
GROUP BY ALL
ORDER BY f.check_order, k.region, is_focus
