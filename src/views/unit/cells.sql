-- The indicators of a unit-year as its file states them and as they were read: what every working starts from. The same
-- rows as of view `indicator`, but readings are fetched by row number: by their key, all readings there are would be read.
WITH own AS MATERIALIZED (
  SELECT r.* FROM indicator_row r JOIN indicator_head h ON h.id = r.head_id
  WHERE h.unit_code = $1::VARCHAR AND h.fiscal_year = $2::INTEGER
),
reading AS (
  SELECT * FROM indicator_reading WHERE rowid IN (SELECT rowid FROM indicator_reading WHERE id IN (SELECT reading_id FROM own))
)
SELECT o.indicator_id, s.indicator_no, s.indicator, i.level1, i.level2, i.kind, i.comparator, i.target, i.achieved,
       i.numerator, i.denominator, i.measure_unit, g.weight, g.reported_score, o.file_id, f.file_name, o.line, /*reading*/
FROM own o
JOIN indicator_subject s ON s.id = o.subject_id
JOIN indicator_grade g ON g.id = o.grade_id
JOIN reading i ON i.id = o.reading_id
JOIN source_file f ON f.file_id = o.file_id
ORDER BY natural_key(s.indicator_no), s.indicator, o.indicator_id
