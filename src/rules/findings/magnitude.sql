-- magnitude: a given amount that is about ten thousand times as large, or as small, as every other one of the code and item
-- (元 taken for 万元). The factor lies between 10^3.5 and 10^4.5: compared by squares, in whole numbers.
CREATE OR REPLACE MACRO is_magnitude_apart(large, small) AS CASE
  WHEN large < 3162 * small OR large > 31623 * small THEN false
  WHEN large < 1000000000000000000 THEN large * large >= 10000000 * small * small AND large * large <= 1000000000 * small * small
  ELSE large::DOUBLE / small::DOUBLE BETWEEN 3162.2776601683795 AND 31622.776601683792
END;

-- Only where the extremes of a code and item are far apart can anything fire: few, and only these are looked at closely.
CREATE OR REPLACE TABLE check_series AS
WITH sized AS (
  SELECT place_id, item_order,
         CASE WHEN initial_budget <> 0 THEN abs(initial_budget) END AS initial_size,
         CASE WHEN adjusted_budget <> 0 THEN abs(adjusted_budget) END AS adjusted_size,
         CASE WHEN actual <> 0 THEN abs(actual) END AS actual_size
  FROM given_amount
)
SELECT p.unit_code, s.item_order, count(initial_size) + count(adjusted_size) + count(actual_size) AS figures,
       greatest(max(initial_size), max(adjusted_size), max(actual_size))
         >= 3162 * least(min(initial_size), min(adjusted_size), min(actual_size)) AS is_wide
FROM sized s JOIN finance_place p ON p.place_id = s.place_id
GROUP BY p.unit_code, s.item_order
HAVING figures > 1;

CREATE OR REPLACE TABLE fired_magnitude AS
WITH wide AS (
  SELECT p.fiscal_year, p.unit_code, s.figures, g.*
  FROM check_series s
  JOIN finance_place p ON p.unit_code = s.unit_code
  JOIN given_amount g ON g.place_id = p.place_id AND g.item_order = s.item_order
  WHERE s.is_wide
),
staged AS (
  SELECT fiscal_year, unit_code, item_order, figures, 'initial_budget' AS stage, initial_budget AS amount, initial_key AS line_key FROM wide
  UNION ALL SELECT fiscal_year, unit_code, item_order, figures, 'adjusted_budget', adjusted_budget, adjusted_key FROM wide
  UNION ALL SELECT fiscal_year, unit_code, item_order, figures, 'actual', actual, actual_key FROM wide
),
sized AS (SELECT *, whole_number(abs(amount)) AS size FROM staged WHERE amount <> 0),
extreme AS (
  SELECT unit_code, item_order, min(size, 2) AS smallest, max(size, 2) AS largest FROM sized GROUP BY unit_code, item_order
),
compared AS (
  SELECT s.*,
         CASE WHEN s.size = e.smallest[1] THEN e.smallest[2] ELSE e.smallest[1] END AS least_other,
         CASE WHEN s.size = e.largest[1] THEN e.largest[2] ELSE e.largest[1] END AS most_other
  FROM sized s JOIN extreme e ON e.unit_code = s.unit_code AND e.item_order = s.item_order
)
SELECT * FROM compared
WHERE (is_magnitude_apart(least_other, size) AND is_magnitude_apart(most_other, size))
   OR (figures > 2 AND is_magnitude_apart(size, least_other) AND is_magnitude_apart(size, most_other));

-- Items as bits: those of which the unit has a series, and those of which it states a figure in the year.
CREATE OR REPLACE TABLE ledger_magnitude AS
WITH series AS (SELECT unit_code, bit_or(1 << item_order) AS items FROM check_series GROUP BY unit_code),
stated AS (
  SELECT place_id, bit_or(1 << item_order) AS items FROM given_amount
  WHERE initial_budget <> 0 OR adjusted_budget <> 0 OR actual <> 0 GROUP BY place_id
),
checked AS (
  SELECT p.fiscal_year, p.unit_code
  FROM stated g
  JOIN finance_place p ON p.place_id = g.place_id
  JOIN series s ON s.unit_code = p.unit_code
  WHERE g.items & s.items <> 0
),
fired AS (SELECT DISTINCT fiscal_year, unit_code FROM fired_magnitude)
SELECT c.fiscal_year, c.unit_code, f.unit_code IS NOT NULL AS magnitude
FROM checked c LEFT JOIN fired f ON f.fiscal_year = c.fiscal_year AND f.unit_code = c.unit_code;

INSERT INTO fact_finding BY NAME
SELECT fiscal_year, unit_code, check_number('magnitude') AS check_order, c.item_order, stage_rank(stage) AS stage_order,
       exact_text(amount) AS reported_text,
       stage_word(stage) || ' ' || i.label || ' ' || exact_text(amount) || ' 与本单位该科目其他 ' || (figures - 1)
         || ' 个金额相差约一万倍，疑为元、万元混用' AS words,
       line_key, facts_of([CAST(figures - 1 AS VARCHAR)]) AS facts
FROM fired_magnitude c JOIN finance_item i ON i.item_order = c.item_order;

DROP TABLE check_series;
DROP TABLE fired_magnitude;
