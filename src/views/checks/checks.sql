-- Every finding of one rule set among the units in view, in the order of the list of checks. $1…$6: years from and to, region,
-- category, search, rule set; they stand where they are used, so that names are looked up for what is in view alone.
SELECT f.fiscal_year, f.unit_code, u.unit_name, f.check_name, f.severity_word, f.reported_text, f.expected_text, f.difference,
       f.sentence, f.file_name, f.line,
       f.check_id, f.severity, f.item, f.stage, f.indicator_no, f.indicator, f.facts, u.region
FROM finding f
LEFT JOIN unit_of_year u ON u.fiscal_year = f.fiscal_year AND u.unit_code = f.unit_code
WHERE f.rule_set_id = $6::VARCHAR
  AND is_in_years(f.fiscal_year, $1::INTEGER, $2::INTEGER)
  AND is_in_view(f.unit_code, u.unit_name, u.region, u.unit_category, $3::VARCHAR, $4::VARCHAR, $5::VARCHAR)
ORDER BY f.fiscal_year, f.unit_code NULLS FIRST, f.check_order, f.item_order, f.stage_order, f.indicator_order, f.indicator,
  f.line_key  -- one name with several targets
