-- A million indicators hold far fewer different ones. What a rule looks at (the reading, weight and reported score) is a
-- case: it is scored once, and every indicator points to its case. Depends on the rows alone, not on a rule set. All of it
-- by number: texts are looked up where there is one of each.
CREATE OR REPLACE TABLE indicator_name AS
SELECT indicator, row_number() OVER ()::INTEGER AS name_id FROM (SELECT DISTINCT indicator FROM indicator_subject);

-- Unit-years.
CREATE OR REPLACE TABLE indicator_place AS
SELECT fiscal_year, unit_code, row_number() OVER (ORDER BY fiscal_year, unit_code)::INTEGER AS place_id
FROM (SELECT DISTINCT fiscal_year, unit_code FROM indicator_head);

CREATE OR REPLACE TABLE case_key AS
SELECT reading_id, grade_id, row_number() OVER ()::INTEGER AS case_id
FROM (SELECT DISTINCT reading_id, grade_id FROM indicator_row);

CREATE OR REPLACE TABLE indicator_case AS
SELECT r.indicator_id, h.place_id, s.name_id, k.case_id
FROM indicator_row r
JOIN case_key k ON k.reading_id = r.reading_id AND k.grade_id = r.grade_id
JOIN (
  SELECT h.id, p.place_id FROM indicator_head h JOIN indicator_place p ON p.fiscal_year = h.fiscal_year AND p.unit_code = h.unit_code
) h ON h.id = r.head_id
JOIN (SELECT s.id, n.name_id FROM indicator_subject s JOIN indicator_name n ON n.indicator = s.indicator) s ON s.id = r.subject_id;

-- Weights and scores as whole numbers, as rules compute.
CREATE OR REPLACE TABLE score_case AS
SELECT k.case_id, g.weight, g.reported_score, /*read*/
FROM case_key k
JOIN indicator_reading d ON d.id = k.reading_id
JOIN (SELECT id, to_amount(weight) AS weight, to_amount(reported_score) AS reported_score FROM indicator_grade) g ON g.id = k.grade_id;

DROP TABLE case_key;
