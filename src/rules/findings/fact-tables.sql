-- What was found, by number; view `finding` says it in words (tables.sql). Here what rests on the data alone.
CREATE OR REPLACE TABLE fact_finding (
  fiscal_year INTEGER, unit_code VARCHAR, check_order INTEGER, item_order INTEGER, stage_order INTEGER,
  subject_id INTEGER,      -- the indicator, in finding_subject
  reported_text VARCHAR, expected_text VARCHAR, difference DECIMAL(38,16),
  words VARCHAR,           -- the sentence; of a unit's indicator what follows its title
  line_key BIGINT,
  facts VARCHAR            -- what the sentence says beyond these columns, for other languages (sentences.ts)
);

-- Indicators as findings name them. A million of them have few different names and numbers.
CREATE OR REPLACE TABLE finding_subject AS
SELECT subject_id, indicator_no, indicator, '指标' || coalesce(indicator_no, '') || '“' || indicator || '”' AS title,
       natural_key(indicator_no) AS indicator_order
FROM (
  SELECT id AS subject_id, indicator_no, indicator FROM indicator_subject
  UNION ALL SELECT /*added subject*/-1, NULL, /*added indicator*/''
);
