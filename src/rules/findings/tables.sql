-- What the checks find, and the ledger of what was checked at all. Rows of several rule sets stand side by side.
CREATE TABLE IF NOT EXISTS finding (
  rule_set_id VARCHAR, fiscal_year INTEGER, unit_code VARCHAR, unit_name VARCHAR,
  check_id VARCHAR, check_order INTEGER, check_name VARCHAR, severity VARCHAR, severity_word VARCHAR,
  item VARCHAR, item_order INTEGER, stage VARCHAR, stage_order INTEGER, indicator_no VARCHAR, indicator VARCHAR,
  reported_text VARCHAR, expected_text VARCHAR, difference DECIMAL(38,16), sentence VARCHAR,
  file_name VARCHAR, line INTEGER,
  indicator_order VARCHAR, -- indicator number in natural order
  facts VARCHAR            -- what the sentence says beyond these columns, for other languages (sentences.ts)
);

-- A column for each check: fired, passed, NULL for nothing to check.
CREATE TABLE IF NOT EXISTS ledger (rule_set_id VARCHAR, fiscal_year INTEGER, unit_code VARCHAR, /*ledger columns*/);

-- The ledger line by line. outcome: fired 不符 | passed 通过 | unknown 资料不足
CREATE OR REPLACE VIEW outcome AS
SELECT e.rule_set_id, e.fiscal_year, e.unit_code, e.check_id, k.check_order,
       CASE WHEN e.fired THEN 'fired' WHEN NOT e.fired THEN 'passed' ELSE 'unknown' END AS outcome
FROM (FROM ledger UNPIVOT INCLUDE NULLS (fired FOR check_id IN (/*ledger names*/))) e
JOIN finding_check k ON k.check_id = e.check_id;

-- What the checks of this rule set have found so far; it moves into `finding` with names and sources at the end.
-- Each family also leaves a table ledger_… with a column for each of its checks: fired, passed, NULL for nothing to check.
CREATE OR REPLACE TABLE raw_finding (
  fiscal_year INTEGER, unit_code VARCHAR, check_id VARCHAR,
  item VARCHAR, stage VARCHAR, indicator_no VARCHAR, indicator VARCHAR,
  reported_text VARCHAR, expected_text VARCHAR, difference DECIMAL(38,16), sentence VARCHAR, line_key BIGINT, facts VARCHAR
);
