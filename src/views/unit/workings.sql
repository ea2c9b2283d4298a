-- How each rule set came to the scores of a unit-year. $4 is NULL until all rule sets have been computed.
SELECT rule_set_id, indicator_id, state, weight, score, basis, reason, comparator_sign, comparator_assumed, middle
FROM indicator_working
WHERE unit_code = $1::VARCHAR AND fiscal_year = $2::INTEGER AND (rule_set_id = $3::VARCHAR OR $4::INTEGER IS NOT NULL)
