-- What the checks find, and the ledger of what was checked at all. Rows of several rule sets stand side by side.
CREATE TABLE IF NOT EXISTS finding (
  rule_set_id VARCHAR, fiscal_year INTEGER, unit_code VARCHAR, unit_name VARCHAR,
  check_id VARCHAR, check_order INTEGER, check_name VARCHAR, severity VARCHAR, severity_word VARCHAR,
  item VARCHAR, item_order INTEGER, stage VARCHAR, stage_order INTEGER, indicator_no VARCHAR, indicator VARCHAR,
  reported_text VARCHAR, expected_text VARCHAR, difference DECIMAL(38,10), sentence VARCHAR,
  file_name VARCHAR, line INTEGER,
  indicator_order VARCHAR  -- indicator number in natural order
);

-- outcome: fired 不符 | passed 通过 | unknown 资料不足
CREATE TABLE IF NOT EXISTS outcome (
  rule_set_id VARCHAR, fiscal_year INTEGER, unit_code VARCHAR, check_id VARCHAR, check_order INTEGER, outcome VARCHAR
);

-- A figure as lists print it: exact, at least two decimals, zeros beyond two cut.
CREATE OR REPLACE MACRO exact_text(amount) AS regexp_replace(amount::VARCHAR, '(\.\d\d\d*?)0+$', '\1');

-- A figure inside a formula: no zeros at its end.
CREATE OR REPLACE MACRO short_text(amount) AS regexp_replace(amount::VARCHAR, '\.?0+$', '');

-- What the checks of one rule set have found so far; moved into `finding` with names and sources at the end.
CREATE OR REPLACE TABLE raw_finding (
  fiscal_year INTEGER, unit_code VARCHAR, check_id VARCHAR,
  item VARCHAR, stage VARCHAR, indicator_no VARCHAR, indicator VARCHAR,
  reported_text VARCHAR, expected_text VARCHAR, difference DECIMAL(38,10), sentence VARCHAR, line_key BIGINT
);

-- Whether each check fired (true), passed (false) or had nothing to check (NULL, or no row).
CREATE OR REPLACE TABLE raw_outcome (fiscal_year INTEGER, unit_code VARCHAR, check_id VARCHAR, fired BOOLEAN);

-- Names that differ only by width, brackets or blanks are one (the importer has already narrowed them).
CREATE OR REPLACE MACRO name_key(label) AS translate(replace(label, ' ', ''), '【〔［（）］〕】', '[[[()]]]');
