-- A million indicators hold far fewer different ones. What a rule looks at (the reading, weight and reported score) is a
-- case: it is scored once, and every indicator points to its case. Depends on the rows alone, not on a rule set.
CREATE OR REPLACE TABLE indicator_name AS
SELECT indicator, row_number() OVER ()::INTEGER AS name_id FROM (SELECT DISTINCT indicator FROM indicator);

CREATE OR REPLACE TABLE case_key AS
SELECT reading_id, coalesce(grade_id, 0) AS grade, min(indicator_id) AS first_id, row_number() OVER ()::INTEGER AS case_id
FROM indicator GROUP BY ALL;

CREATE OR REPLACE TABLE indicator_case AS
SELECT i.indicator_id, i.fiscal_year, i.unit_code, n.name_id, k.case_id
FROM indicator i
JOIN case_key k ON k.reading_id = i.reading_id AND k.grade = coalesce(i.grade_id, 0)
JOIN indicator_name n ON n.indicator = i.indicator;

-- Weights and scores as whole numbers, as rules compute. Few are different, and converting a decimal is slow.
CREATE OR REPLACE TABLE score_case AS
WITH first AS (
  SELECT k.case_id, i.weight AS filed_weight, i.reported_score AS filed_score, /*read*/
  FROM case_key k JOIN indicator i ON i.indicator_id = k.first_id
),
amount AS (
  SELECT value, to_amount(value) AS amount
  FROM (SELECT filed_weight AS value FROM first UNION SELECT filed_score FROM first) WHERE value IS NOT NULL
)
SELECT f.case_id, w.amount AS weight, s.amount AS reported_score, /*read*/
FROM first f
LEFT JOIN amount w ON w.value = f.filed_weight
LEFT JOIN amount s ON s.value = f.filed_score;

DROP TABLE case_key;
