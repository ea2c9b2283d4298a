-- What the checks find, and the ledger of what was checked at all. Rows of several rule sets stand side by side.
CREATE TABLE IF NOT EXISTS finding (
  rule_set_id VARCHAR, fiscal_year INTEGER, unit_code VARCHAR, unit_name VARCHAR,
  check_id VARCHAR, check_order INTEGER, check_name VARCHAR, severity VARCHAR, severity_word VARCHAR,
  item VARCHAR, item_order INTEGER, stage VARCHAR, stage_order INTEGER, indicator_no VARCHAR, indicator VARCHAR,
  reported_text VARCHAR, expected_text VARCHAR, difference DECIMAL(38,15), sentence VARCHAR,
  file_name VARCHAR, line INTEGER,
  indicator_order VARCHAR  -- indicator number in natural order
);

-- outcome: fired 不符 | passed 通过 | unknown 资料不足
CREATE TABLE IF NOT EXISTS outcome (
  rule_set_id VARCHAR, fiscal_year INTEGER, unit_code VARCHAR, check_id VARCHAR, check_order INTEGER, outcome VARCHAR
);

-- What the checks of this rule set have found so far; it moves into `finding` with names and sources at the end.
-- Each family also leaves a table ledger_… with a column for each of its checks: fired, passed, NULL for nothing to check.
CREATE OR REPLACE TABLE raw_finding (
  fiscal_year INTEGER, unit_code VARCHAR, check_id VARCHAR,
  item VARCHAR, stage VARCHAR, indicator_no VARCHAR, indicator VARCHAR,
  reported_text VARCHAR, expected_text VARCHAR, difference DECIMAL(38,15), sentence VARCHAR, line_key BIGINT
);
