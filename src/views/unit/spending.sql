-- 支出合计 of a unit-year, from which the program's own execution indicator is computed, and the lines it stands on.
SELECT l.initial_budget, l.adjusted_budget, l.actual,
       b.file_id AS initial_file_id, b.file_name AS initial_file, (l.initial_key - b.first_key)::INTEGER AS initial_line,
       d.file_id AS adjusted_file_id, d.file_name AS adjusted_file, (l.adjusted_key - d.first_key)::INTEGER AS adjusted_line,
       a.file_id AS actual_file_id, a.file_name AS actual_file, (l.actual_key - a.first_key)::INTEGER AS actual_line
FROM finance_line l
LEFT JOIN file_order b ON b.first_key = l.initial_key // 10000000000 * 10000000000
LEFT JOIN file_order d ON d.first_key = l.adjusted_key // 10000000000 * 10000000000
LEFT JOIN file_order a ON a.first_key = l.actual_key // 10000000000 * 10000000000
WHERE l.unit_code = $1::VARCHAR AND l.fiscal_year = $2::INTEGER AND l.item = 'expenditure.total'
