-- magnitude: a given amount that is about ten thousand times as large, or as small, as every other one of the code and item
-- (元 taken for 万元). The factor lies between 10^3.5 and 10^4.5: compared by squares, in whole numbers.
CREATE OR REPLACE MACRO is_magnitude_apart(large, small) AS CASE
  WHEN large < 3162 * small OR large > 31623 * small THEN false
  WHEN large < 1000000000000000000 THEN large * large >= 10000000 * small * small AND large * large <= 1000000000 * small * small
  ELSE large::DOUBLE / small::DOUBLE BETWEEN 3162.2776601683795 AND 31622.776601683792
END;

CREATE OR REPLACE TABLE check_amount AS
SELECT fiscal_year, unit_code, item, 'initial_budget' AS stage, initial_budget AS amount, initial_key AS line_key
FROM finance_given WHERE initial_budget <> 0
UNION ALL
SELECT fiscal_year, unit_code, item, 'adjusted_budget', adjusted_budget, adjusted_key FROM finance_given WHERE adjusted_budget <> 0
UNION ALL
SELECT fiscal_year, unit_code, item, 'actual', actual, actual_key FROM finance_given WHERE actual <> 0;

-- Only where the extremes of a code and item are far apart can anything fire: few, and only these are looked at closely.
CREATE OR REPLACE TABLE check_series AS
SELECT unit_code, item, count(*) AS figures, max(abs(amount)) >= 3162 * min(abs(amount)) AS is_wide
FROM check_amount GROUP BY unit_code, item HAVING count(*) > 1;

CREATE OR REPLACE TABLE fired_magnitude AS
WITH sized AS (
  SELECT a.*, s.figures, whole_number(abs(a.amount)) AS size
  FROM check_amount a JOIN check_series s ON s.unit_code = a.unit_code AND s.item = a.item WHERE s.is_wide
),
extreme AS (
  SELECT unit_code, item, min(size, 2) AS smallest, max(size, 2) AS largest FROM sized GROUP BY ALL
),
compared AS (
  SELECT a.*,
         CASE WHEN a.size = e.smallest[1] THEN e.smallest[2] ELSE e.smallest[1] END AS least_other,
         CASE WHEN a.size = e.largest[1] THEN e.largest[2] ELSE e.largest[1] END AS most_other
  FROM sized a JOIN extreme e ON e.unit_code = a.unit_code AND e.item = a.item
)
SELECT * FROM compared
WHERE (is_magnitude_apart(least_other, size) AND is_magnitude_apart(most_other, size))
   OR (figures > 2 AND is_magnitude_apart(size, least_other) AND is_magnitude_apart(size, most_other));

CREATE OR REPLACE TABLE ledger_magnitude AS
WITH checked AS (
  SELECT DISTINCT a.fiscal_year, a.unit_code
  FROM check_amount a JOIN check_series s ON s.unit_code = a.unit_code AND s.item = a.item
),
fired AS (SELECT DISTINCT fiscal_year, unit_code FROM fired_magnitude)
SELECT c.fiscal_year, c.unit_code, f.unit_code IS NOT NULL AS magnitude
FROM checked c LEFT JOIN fired f ON f.fiscal_year = c.fiscal_year AND f.unit_code = c.unit_code;

INSERT INTO fact_finding
SELECT fiscal_year, unit_code, 'magnitude', c.item, stage, NULL, NULL, exact_text(amount), NULL, NULL,
       stage_word(stage) || ' ' || i.label || ' ' || exact_text(amount) || ' 与本单位该科目其他 ' || (figures - 1)
         || ' 个金额相差约一万倍，疑为元、万元混用', line_key, facts_of([CAST(figures - 1 AS VARCHAR)])
FROM fired_magnitude c JOIN finance_item i ON i.item = c.item;

DROP TABLE check_amount;
DROP TABLE check_series;
DROP TABLE fired_magnitude;
