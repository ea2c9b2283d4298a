-- One unit-year under each rule set. $3 is NULL until the scores of all have been computed.
SELECT rule_set_id, recomputed_total, recomputed_grade, coverage
FROM unit_score WHERE unit_code = $1::VARCHAR AND fiscal_year = $2::INTEGER AND $3::INTEGER IS NOT NULL
