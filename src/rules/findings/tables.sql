-- What the checks of each rule set find; they stand side by side. Columns as in fact_finding.
CREATE TABLE IF NOT EXISTS rule_finding AS SELECT ''::VARCHAR AS rule_set_id, * FROM fact_finding WITH NO DATA;

-- Rule sets whose findings are there.
CREATE TABLE IF NOT EXISTS found_rule (rule_set_id VARCHAR);

-- A column for each check: fired, passed, NULL for nothing to check.
CREATE TABLE IF NOT EXISTS ledger (rule_set_id VARCHAR, fiscal_year INTEGER, unit_code VARCHAR, /*ledger columns*/);

-- All findings under a rule set. Names and orders have few values: they are looked up where they are read.
CREATE OR REPLACE VIEW finding AS
SELECT w.rule_set_id, w.fiscal_year, w.unit_code, k.check_id, w.check_order, k.check_name, k.severity, k.severity_word,
       i.item, w.item_order, stage_code(w.stage_order) AS stage, w.stage_order, s.indicator_no, s.indicator,
       w.reported_text, w.expected_text, w.difference,
       -- What concerns no single unit says by itself which indicator is meant.
       CASE WHEN w.subject_id IS NULL OR w.unit_code IS NULL THEN w.words ELSE s.title || w.words END AS sentence,
       w.line_key, o.file_name, (w.line_key % 10000000000)::INTEGER AS line,
       s.indicator_order,  -- indicator number in natural order
       w.facts
FROM (
  FROM rule_finding
  UNION ALL
  SELECT r.rule_set_id, f.* FROM fact_finding f CROSS JOIN found_rule r
) w
JOIN finding_check k ON k.check_order = w.check_order
LEFT JOIN finance_item i ON i.item_order = w.item_order
LEFT JOIN finding_subject s ON s.subject_id = w.subject_id
LEFT JOIN file_order o ON o.first_key = w.line_key // 10000000000 * 10000000000;

-- The ledger line by line. outcome: fired 不符 | passed 通过 | unknown 资料不足
CREATE OR REPLACE VIEW outcome AS
SELECT e.rule_set_id, e.fiscal_year, e.unit_code, e.check_id, k.check_order,
       CASE WHEN e.fired THEN 'fired' WHEN NOT e.fired THEN 'passed' ELSE 'unknown' END AS outcome
FROM (FROM ledger UNPIVOT INCLUDE NULLS (fired FOR check_id IN (/*ledger names*/))) e
JOIN finding_check k ON k.check_id = e.check_id;

-- What was found before under this rule set. Each family of checks below leaves a table ledger_… with a column for each of
-- its checks: fired, passed, NULL for nothing to check.
DELETE FROM rule_finding WHERE rule_set_id IN (SELECT rule_set_id FROM finding_rule);
DELETE FROM ledger WHERE rule_set_id IN (SELECT rule_set_id FROM finding_rule);
DELETE FROM found_rule WHERE rule_set_id IN (SELECT rule_set_id FROM finding_rule);
