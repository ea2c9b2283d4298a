-- The checks of the data alone, for every unit-year with data or in force. One that a family does not know had nothing to check there.
CREATE OR REPLACE TABLE fact_ledger AS
SELECT u.fiscal_year, u.unit_code, t.* EXCLUDE (fiscal_year, unit_code), d.* EXCLUDE (fiscal_year, unit_code),
       c.* EXCLUDE (fiscal_year, unit_code), a.* EXCLUDE (fiscal_year, unit_code), m.* EXCLUDE (fiscal_year, unit_code),
       p.* EXCLUDE (fiscal_year, unit_code)
FROM unit_of_year u
LEFT JOIN ledger_totals t ON t.fiscal_year = u.fiscal_year AND t.unit_code = u.unit_code
LEFT JOIN ledger_readings d ON d.fiscal_year = u.fiscal_year AND d.unit_code = u.unit_code
LEFT JOIN ledger_reported c ON c.fiscal_year = u.fiscal_year AND c.unit_code = u.unit_code
LEFT JOIN ledger_magnitude a ON a.fiscal_year = u.fiscal_year AND a.unit_code = u.unit_code
LEFT JOIN ledger_overspent m ON m.fiscal_year = u.fiscal_year AND m.unit_code = u.unit_code
LEFT JOIN ledger_presence p ON p.fiscal_year = u.fiscal_year AND p.unit_code = u.unit_code
WHERE u.has_data OR u.in_force;

DROP TABLE ledger_totals;
DROP TABLE ledger_readings;
DROP TABLE ledger_reported;
DROP TABLE ledger_magnitude;
DROP TABLE ledger_overspent;
DROP TABLE ledger_presence;
