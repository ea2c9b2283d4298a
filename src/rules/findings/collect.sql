-- Names, sources and order for what was found; the ledger for every unit-year with data or in force.
DELETE FROM finding WHERE rule_set_id IN (SELECT rule_set_id FROM finding_rule);

INSERT INTO finding
SELECT r.rule_set_id, w.fiscal_year, w.unit_code, u.unit_name,
       k.check_id, k.check_order, k.check_name, k.severity, k.severity_word,
       w.item, i.item_order, w.stage, stage_rank(w.stage), w.indicator_no, w.indicator,
       w.reported_text, w.expected_text, w.difference, w.sentence,
       f.file_name, (w.line_key % 10000000000)::INTEGER,
       CASE WHEN w.indicator IS NOT NULL THEN natural_key(w.indicator_no) END
FROM raw_finding w
CROSS JOIN finding_rule r
JOIN finding_check k ON k.check_id = w.check_id
LEFT JOIN unit_of_year u ON u.fiscal_year = w.fiscal_year AND u.unit_code = w.unit_code
LEFT JOIN finance_item i ON i.item = w.item
LEFT JOIN file_order f ON f.first_key = w.line_key // 10000000000 * 10000000000
ORDER BY w.fiscal_year, w.unit_code NULLS FIRST, k.check_order;

DELETE FROM outcome WHERE rule_set_id IN (SELECT rule_set_id FROM finding_rule);

INSERT INTO outcome
WITH known AS (SELECT fiscal_year, unit_code FROM unit_of_year WHERE has_data OR in_force)
SELECT r.rule_set_id, u.fiscal_year, u.unit_code, k.check_id, k.check_order,
       CASE o.fired WHEN true THEN 'fired' WHEN false THEN 'passed' ELSE 'unknown' END
FROM known u
CROSS JOIN finding_rule r
CROSS JOIN (SELECT * FROM finding_check WHERE in_ledger) k
LEFT JOIN raw_outcome o ON o.fiscal_year = u.fiscal_year AND o.unit_code = u.unit_code AND o.check_id = k.check_id;

DROP TABLE raw_finding;
DROP TABLE raw_outcome;
