-- Of the indicator that the program adds nothing is reported; all that can be said of it is that its rule cannot decide:
-- amounts beyond the exact range.
CREATE OR REPLACE TABLE fired_added AS
SELECT s.rule_set_id, s.fiscal_year, s.unit_code, s.reason, f.first_key + a.line AS line_key
FROM added_score s
JOIN finding_rule r ON r.rule_set_id = s.rule_set_id
JOIN added_indicator a ON a.rule_set_id = s.rule_set_id AND a.indicator_id = s.indicator_id
LEFT JOIN file_order f ON f.file_id = a.file_id
WHERE s.state = 'manual';

UPDATE ledger_indicators l SET cannot_decide = true FROM fired_added a
WHERE a.fiscal_year = l.fiscal_year AND a.unit_code = l.unit_code;

INSERT INTO rule_finding BY NAME
SELECT rule_set_id, fiscal_year, unit_code, check_number('cannot_decide') AS check_order, /*added subject*/-1 AS subject_id,
       coalesce('：' || reason, '') AS words, line_key, facts_of([reason]) AS facts
FROM fired_added;

DROP TABLE fired_added;
