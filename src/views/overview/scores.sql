-- Both totals of every unit of the year looked at: the distribution, the cross table of grades and the sentence stand on these rows.
SELECT fiscal_year, unit_code, unit_name, reported_total, reported_grade, recomputed_total, recomputed_grade, is_evaluated
FROM unit_in_focus
ORDER BY unit_code
