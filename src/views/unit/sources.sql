-- The lines that say anything about a unit in a year: its own rows in each file, with the unit table and its changes.
WITH stated AS (
  SELECT file_id, line FROM finance
  WHERE unit_code = $1::VARCHAR AND fiscal_year = $2::INTEGER
  UNION SELECT r.file_id, r.line FROM indicator_row r JOIN indicator_head h ON h.id = r.head_id
  WHERE h.unit_code = $1::VARCHAR AND h.fiscal_year = $2::INTEGER
  UNION SELECT file_id, line FROM conclusion
  WHERE unit_code = $1::VARCHAR AND fiscal_year = $2::INTEGER
  UNION SELECT file_id, line FROM unit WHERE unit_code = $1::VARCHAR
  UNION SELECT file_id, line FROM unit_change
  WHERE from_code = $1::VARCHAR OR to_code = $1::VARCHAR
)
SELECT f.file_id, f.file_name, f.kind, f.import_id,
       min(s.line) AS first_line, max(s.line) AS last_line, CAST(count(DISTINCT s.line) AS INTEGER) AS line_count
FROM stated s JOIN source_file f ON f.file_id = s.file_id
GROUP BY f.file_id, f.file_name, f.kind, f.import_id
ORDER BY array_position(['finance', 'indicator', 'conclusion', 'unit', 'unit_change'], f.kind), f.file_name, f.file_id
