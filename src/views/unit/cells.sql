-- The cells of each indicator of a unit-year as its file states them, for the working: what was read, and from where.
SELECT i.indicator_id, i.level1, i.level2, i.kind, i.comparator, i.target, i.achieved, i.numerator, i.denominator,
       i.measure_unit, i.weight, i.reported_score, i.file_id, f.file_name, i.line
FROM indicator i JOIN source_file f ON f.file_id = i.file_id
WHERE i.unit_code = $1::VARCHAR AND i.fiscal_year = $2::INTEGER
