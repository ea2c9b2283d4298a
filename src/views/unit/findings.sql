-- What the checks found for a unit, year by year, in their order. A file's name leads to its newest import.
SELECT f.fiscal_year, f.check_id, f.check_name, f.severity, f.item, f.stage, f.indicator,
       f.reported_text, f.expected_text, f.difference, f.sentence, f.indicator_no, f.facts, f.file_name, f.line,
       (SELECT max(s.file_id) FROM source_file s WHERE s.file_name = f.file_name) AS file_id
FROM finding f
WHERE f.unit_code = $1::VARCHAR AND f.rule_set_id = $2::VARCHAR
ORDER BY f.fiscal_year, f.check_order, f.item_order, f.stage_order, f.indicator_order, f.indicator, f.line_key
