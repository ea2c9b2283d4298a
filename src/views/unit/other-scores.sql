-- What the other rule sets give the indicators of a unit-year. $4 is NULL until their scores have been computed.
SELECT s.rule_set_id, s.indicator_id, s.state, s.score
FROM indicator_score s JOIN indicator i ON i.indicator_id = s.indicator_id
WHERE i.unit_code = $1::VARCHAR AND i.fiscal_year = $2::INTEGER AND s.rule_set_id <> $3::VARCHAR AND $4::INTEGER IS NOT NULL
