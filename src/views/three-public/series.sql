-- Totals over the years of the units named in $7, one code a line.
SELECT fiscal_year, unit_code, unit_name, budget, actual, staff_actual
FROM line
WHERE item = 'three_public.total' AND list_contains(string_split($7::VARCHAR, chr(10)), unit_code)
ORDER BY unit_code, fiscal_year
