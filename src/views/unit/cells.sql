-- The indicators of a unit-year as its file states them and as they were read: what every working starts from.
SELECT i.indicator_id, i.indicator, i.level1, i.level2, i.kind, i.comparator, i.target, i.achieved, i.numerator, i.denominator,
       i.measure_unit, i.weight, i.reported_score, i.file_id, f.file_name, i.line, /*reading*/
FROM indicator i JOIN source_file f ON f.file_id = i.file_id
WHERE i.unit_code = $1::VARCHAR AND i.fiscal_year = $2::INTEGER
ORDER BY natural_key(i.indicator_no), i.indicator, i.indicator_id
