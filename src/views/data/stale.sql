-- Indicators that a newer file of their year and unit no longer has, with that file's import.
SELECT t.import_id, i.fiscal_year, i.unit_code, coalesce(u.unit_name, i.unit_name, '') AS unit_name, i.indicator,
       coalesce(i.indicator_no, '') AS indicator_no, CAST(i.weight AS VARCHAR) AS weight, f.file_name, i.line
FROM stale_indicator t
JOIN indicator i ON i.file_id = t.file_id AND i.line = t.line
LEFT JOIN source_file f ON f.file_id = i.file_id
LEFT JOIN unit_year u ON u.fiscal_year = i.fiscal_year AND u.unit_code = i.unit_code
ORDER BY i.fiscal_year DESC, i.unit_code, i.file_id, i.line
