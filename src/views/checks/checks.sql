-- Every finding of one rule set among the units in view, in the order of the list of checks.
WITH param AS (
  SELECT $1::INTEGER AS year_from, $2::INTEGER AS year_to, $3::VARCHAR AS region, $4::VARCHAR AS category,
         $5::VARCHAR AS q, $6::VARCHAR AS rule_set_id
)
SELECT f.fiscal_year, f.unit_code, u.unit_name, f.check_name, f.severity_word, f.reported_text, f.expected_text, f.difference,
       f.sentence, f.file_name, f.line,
       f.check_id, f.check_order, f.severity, f.item, f.item_order, f.stage, f.indicator_no, f.indicator, f.facts, u.region, u.unit_category
FROM finding f
CROSS JOIN param p
LEFT JOIN unit_of_year u ON u.fiscal_year = f.fiscal_year AND u.unit_code = f.unit_code
WHERE f.rule_set_id = p.rule_set_id
  AND (p.year_from IS NULL OR f.fiscal_year >= p.year_from)
  AND (p.year_to IS NULL OR f.fiscal_year <= p.year_to)
  AND (p.region IS NULL OR u.region = p.region)
  AND (p.category IS NULL OR u.unit_category = p.category)
  AND (p.q IS NULL OR contains(lower(f.unit_code), lower(p.q)) OR contains(lower(u.unit_name), lower(p.q)))
ORDER BY f.fiscal_year, f.unit_code NULLS FIRST, f.check_order, f.item_order, f.stage_order, f.indicator_order, f.indicator
