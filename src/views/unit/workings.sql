-- How each rule set came to the scores of a unit-year. $4 is NULL until all rule sets have been computed.
WITH param AS (SELECT $1::VARCHAR AS unit_code, $2::INTEGER AS fiscal_year, $3::VARCHAR AS rule_set_id, $4::INTEGER AS all_scored)
SELECT rule_set_id, indicator_id, state, weight, score, basis, reason, comparator_sign, comparator_assumed, middle
FROM indicator_working
WHERE unit_code = (SELECT unit_code FROM param) AND fiscal_year = (SELECT fiscal_year FROM param)
  AND (rule_set_id = (SELECT rule_set_id FROM param) OR (SELECT all_scored FROM param) IS NOT NULL)
