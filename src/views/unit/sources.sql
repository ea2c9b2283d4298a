-- The lines that say anything about a unit in a year: its own rows in each file, with the unit table and its changes.
WITH param AS (SELECT $1::VARCHAR AS unit_code, $2::INTEGER AS fiscal_year),
stated AS (
  SELECT file_id, line FROM finance
  WHERE unit_code = (SELECT unit_code FROM param) AND fiscal_year = (SELECT fiscal_year FROM param)
  UNION SELECT file_id, line FROM indicator
  WHERE unit_code = (SELECT unit_code FROM param) AND fiscal_year = (SELECT fiscal_year FROM param)
  UNION SELECT file_id, line FROM conclusion
  WHERE unit_code = (SELECT unit_code FROM param) AND fiscal_year = (SELECT fiscal_year FROM param)
  UNION SELECT file_id, line FROM unit WHERE unit_code = (SELECT unit_code FROM param)
  UNION SELECT file_id, line FROM unit_change
  WHERE from_code = (SELECT unit_code FROM param) OR to_code = (SELECT unit_code FROM param)
)
SELECT f.file_id, f.file_name, f.kind, f.import_id,
       min(s.line) AS first_line, max(s.line) AS last_line, CAST(count(DISTINCT s.line) AS INTEGER) AS line_count
FROM stated s JOIN source_file f ON f.file_id = s.file_id
GROUP BY f.file_id, f.file_name, f.kind, f.import_id
ORDER BY array_position(['finance', 'indicator', 'conclusion', 'unit', 'unit_change'], f.kind), f.file_name, f.file_id
