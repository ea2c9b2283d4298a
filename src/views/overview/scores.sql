-- Both totals of every unit of the year looked at: the distribution, the cross table of grades and the sentence stand on these rows.
SELECT u.fiscal_year, u.unit_code, u.unit_name, s.reported_total, s.reported_grade, s.recomputed_total, s.recomputed_grade,
       u.has_indicators OR u.has_conclusion AS is_evaluated
FROM unit_in_focus u
LEFT JOIN score s ON s.fiscal_year = u.fiscal_year AND s.unit_code = u.unit_code
ORDER BY u.unit_code
