-- Names, sources and order for what was found; the ledger for every unit-year with data or in force.
DELETE FROM finding WHERE rule_set_id IN (SELECT rule_set_id FROM finding_rule);

INSERT INTO finding
SELECT r.rule_set_id, w.fiscal_year, w.unit_code, u.unit_name,
       k.check_id, k.check_order, k.check_name, k.severity, k.severity_word,
       w.item, i.item_order, w.stage, stage_rank(w.stage), w.indicator_no, w.indicator,
       w.reported_text, w.expected_text, w.difference, w.sentence,
       f.file_name, (w.line_key % 10000000000)::INTEGER,
       CASE WHEN w.indicator IS NOT NULL THEN natural_key(w.indicator_no) END, w.facts
FROM (FROM raw_finding UNION ALL FROM fact_finding) w
CROSS JOIN finding_rule r
JOIN finding_check k ON k.check_id = w.check_id
LEFT JOIN unit_of_year u ON u.fiscal_year = w.fiscal_year AND u.unit_code = w.unit_code
LEFT JOIN finance_item i ON i.item = w.item
LEFT JOIN file_order f ON f.first_key = w.line_key // 10000000000 * 10000000000;

DELETE FROM ledger WHERE rule_set_id IN (SELECT rule_set_id FROM finding_rule);

-- A unit-year that a family does not know had nothing to check there.
INSERT INTO ledger BY NAME
SELECT r.rule_set_id, u.fiscal_year, u.unit_code, t.* EXCLUDE (fiscal_year, unit_code), b.* EXCLUDE (fiscal_year, unit_code),
       i.* EXCLUDE (fiscal_year, unit_code), d.no_comparator, d.quotient_differs, c.* EXCLUDE (fiscal_year, unit_code),
       a.* EXCLUDE (fiscal_year, unit_code), m.* EXCLUDE (fiscal_year, unit_code), p.* EXCLUDE (fiscal_year, unit_code)
FROM unit_of_year u
CROSS JOIN finding_rule r
LEFT JOIN ledger_totals t ON t.fiscal_year = u.fiscal_year AND t.unit_code = u.unit_code
LEFT JOIN ledger_balance b ON b.fiscal_year = u.fiscal_year AND b.unit_code = u.unit_code
LEFT JOIN ledger_readings d ON d.fiscal_year = u.fiscal_year AND d.unit_code = u.unit_code
LEFT JOIN ledger_indicators i ON i.fiscal_year = u.fiscal_year AND i.unit_code = u.unit_code
LEFT JOIN ledger_conclusions c ON c.fiscal_year = u.fiscal_year AND c.unit_code = u.unit_code
LEFT JOIN ledger_magnitude a ON a.fiscal_year = u.fiscal_year AND a.unit_code = u.unit_code
LEFT JOIN ledger_money m ON m.fiscal_year = u.fiscal_year AND m.unit_code = u.unit_code
LEFT JOIN ledger_presence p ON p.fiscal_year = u.fiscal_year AND p.unit_code = u.unit_code
WHERE u.has_data OR u.in_force;

DROP TABLE raw_finding;
DROP TABLE ledger_balance;
DROP TABLE ledger_indicators;
DROP TABLE ledger_conclusions;
DROP TABLE ledger_money;
