-- The ledger of all checks; from here on the rule set's findings are there.
INSERT INTO ledger BY NAME
SELECT r.rule_set_id, l.*, b.* EXCLUDE (fiscal_year, unit_code), i.* EXCLUDE (fiscal_year, unit_code),
       c.* EXCLUDE (fiscal_year, unit_code), t.* EXCLUDE (fiscal_year, unit_code)
FROM fact_ledger l
CROSS JOIN finding_rule r
LEFT JOIN ledger_balance b ON b.fiscal_year = l.fiscal_year AND b.unit_code = l.unit_code
LEFT JOIN ledger_indicators i ON i.fiscal_year = l.fiscal_year AND i.unit_code = l.unit_code
LEFT JOIN ledger_conclusions c ON c.fiscal_year = l.fiscal_year AND c.unit_code = l.unit_code
LEFT JOIN ledger_thresholds t ON t.fiscal_year = l.fiscal_year AND t.unit_code = l.unit_code;

INSERT INTO found_rule SELECT rule_set_id FROM finding_rule;

DROP TABLE ledger_balance;
DROP TABLE ledger_indicators;
DROP TABLE ledger_conclusions;
DROP TABLE ledger_thresholds;
