-- One unit-year under each rule set whose scores have been computed.
SELECT rule_set_id, recomputed_total, recomputed_grade, coverage
FROM unit_score WHERE unit_code = $1::VARCHAR AND fiscal_year = $2::INTEGER
