-- Findings that rest on the data alone, whatever the rule set.
CREATE OR REPLACE TABLE fact_finding (
  fiscal_year INTEGER, unit_code VARCHAR, check_id VARCHAR,
  item VARCHAR, stage VARCHAR, indicator_no VARCHAR, indicator VARCHAR,
  reported_text VARCHAR, expected_text VARCHAR, difference DECIMAL(38,16), sentence VARCHAR, line_key BIGINT,
  facts VARCHAR  -- what the sentence says beyond these columns, for other languages (sentences.ts)
);
