-- Many rows stand under few heads (year, unit and name): what each head's rows say, once. An amount without a figure states
-- nothing; an indicator always has a weight.
CREATE OR REPLACE TABLE filed_head AS
SELECT h.fiscal_year, h.unit_code, h.unit_name, r.* EXCLUDE (head_id)
FROM (
  SELECT head_id, min(f.first_key + line) AS named_key, min(f.first_key + line) FILTER (WHERE amount IS NOT NULL) AS line_key,
         bool_or(amount IS NOT NULL AND NOT s.is_actual) AS is_budget, bool_or(amount IS NOT NULL AND s.is_actual) AS is_actual,
         bool_or(amount IS NOT NULL) AS is_stated, false AS is_indicator
  FROM finance_row r
  JOIN (SELECT id, stage = 'actual' AS is_actual FROM finance_subject) s ON s.id = r.subject_id
  LEFT JOIN file_order f ON f.file_id = r.file_id
  GROUP BY head_id
) r JOIN finance_head h ON h.id = r.head_id
UNION ALL
SELECT h.fiscal_year, h.unit_code, h.unit_name, r.line_key, r.line_key, false, false, true, true
FROM (
  SELECT head_id, min(f.first_key + line) AS line_key FROM indicator_row LEFT JOIN file_order f USING (file_id) GROUP BY head_id
) r JOIN indicator_head h ON h.id = r.head_id;

-- Every unit-year that states anything, with what kinds of data it has and its first line.
CREATE OR REPLACE TABLE unit_year_data AS
WITH stated AS (
  SELECT fiscal_year, unit_code, line_key, is_budget, is_actual, is_indicator, false AS is_conclusion FROM filed_head WHERE is_stated
  UNION ALL
  SELECT fiscal_year, unit_code, f.first_key + line, false, false, false, true
  FROM conclusion LEFT JOIN file_order f USING (file_id) WHERE reported_total IS NOT NULL OR reported_grade IS NOT NULL
)
SELECT fiscal_year, unit_code, min(line_key) AS first_line_key,
       bool_or(is_budget) AS has_budget, bool_or(is_actual) AS has_actual,
       bool_or(is_indicator) AS has_indicators, bool_or(is_conclusion) AS has_conclusion
FROM stated GROUP BY ALL;

-- Units by year, whether they filed or not: from the first year with data (or the year in which the code came
-- to be, if earlier) to the year before it is replaced, and every year with data or between two such years.
CREATE OR REPLACE TABLE unit_timeline AS
WITH filed AS (
  SELECT unit_code, min(fiscal_year) AS first_filed, max(fiscal_year) AS last_filed FROM unit_year_data GROUP BY ALL
),
born AS (SELECT to_code AS unit_code, min(effective_year) AS born_year FROM unit_change GROUP BY ALL),
replaced AS (SELECT from_code AS unit_code, min(effective_year) AS replaced_year FROM unit_change GROUP BY ALL),
span AS (
  SELECT coalesce(f.unit_code, b.unit_code) AS unit_code, first_filed, last_filed, replaced_year,
         CASE WHEN b.born_year < f.first_filed OR f.first_filed IS NULL THEN b.born_year ELSE f.first_filed END AS from_year,
         CASE WHEN r.replaced_year - 1 < everyone.last_year THEN r.replaced_year - 1 ELSE everyone.last_year END AS to_year
  FROM filed f FULL JOIN born b ON b.unit_code = f.unit_code
  LEFT JOIN replaced r ON r.unit_code = coalesce(f.unit_code, b.unit_code)
  CROSS JOIN (SELECT max(last_filed) AS last_year FROM filed) AS everyone
),
years AS (
  SELECT unit_code, unnest(generate_series(from_year, CASE WHEN last_filed > to_year THEN last_filed ELSE to_year END))::INTEGER AS fiscal_year,
         first_filed, last_filed, replaced_year, to_year
  FROM span
)
SELECT y.fiscal_year, y.unit_code, replaced_year,
       d.unit_code IS NOT NULL AS has_data,
       y.fiscal_year <= to_year AS in_force,
       coalesce(d.unit_code IS NULL AND y.fiscal_year > first_filed AND y.fiscal_year < last_filed, false) AS in_gap,
       coalesce(d.has_budget, false) AS has_budget, coalesce(d.has_actual, false) AS has_actual,
       coalesce(d.has_indicators, false) AS has_indicators, coalesce(d.has_conclusion, false) AS has_conclusion,
       d.first_line_key
FROM years y LEFT JOIN unit_year_data d ON d.unit_code = y.unit_code AND d.fiscal_year = y.fiscal_year
WHERE d.unit_code IS NOT NULL OR y.fiscal_year <= to_year OR (y.fiscal_year > first_filed AND y.fiscal_year < last_filed);

-- Names of codes that no unit table has: those of the year's own rows, else of the nearest earlier, else of the
-- first later year; in a year, the first line's.
CREATE OR REPLACE TABLE unit_name_by_year AS
WITH named AS (
  SELECT fiscal_year, unit_code, unit_name, named_key AS line_key FROM filed_head
  UNION ALL SELECT fiscal_year, unit_code, unit_name, f.first_key + line FROM conclusion JOIN file_order f USING (file_id)
)
SELECT fiscal_year, unit_code, arg_min(unit_name, line_key) AS unit_name
FROM named
WHERE unit_name IS NOT NULL AND line_key IS NOT NULL AND unit_code NOT IN (SELECT unit_code FROM unit)
GROUP BY ALL;

DROP TABLE filed_head;

-- Regions and categories that differ only by width, brackets or blanks are one: the first spelling stands for all.
CREATE OR REPLACE TABLE unit_group AS
WITH spelled AS (
  SELECT 'region' AS is_of, region AS spelling, f.first_key + line AS place FROM unit LEFT JOIN file_order f USING (file_id)
  UNION ALL
  SELECT 'category', unit_category, f.first_key + line FROM unit LEFT JOIN file_order f USING (file_id)
),
once AS (SELECT is_of, spelling, min(place) AS place FROM spelled WHERE spelling IS NOT NULL GROUP BY is_of, spelling)
SELECT is_of, spelling,
       first_value(spelling) OVER (PARTITION BY is_of, name_key(spelling) ORDER BY place, spelling) AS shown
FROM once;

-- A year without a name of its own borrows one: few do, so that only for those all names of the unit are looked at.
CREATE OR REPLACE TABLE unit_of_year AS
WITH borrowed_name AS (
  SELECT t.fiscal_year, t.unit_code,
         coalesce(
           arg_max(n.unit_name, n.fiscal_year) FILTER (WHERE n.fiscal_year <= t.fiscal_year),
           arg_min(n.unit_name, n.fiscal_year)
         ) AS unit_name
  FROM (
    FROM unit_timeline t ANTI JOIN unit_name_by_year n ON n.fiscal_year = t.fiscal_year AND n.unit_code = t.unit_code
  ) t JOIN unit_name_by_year n ON n.unit_code = t.unit_code
  GROUP BY ALL
)
SELECT t.fiscal_year, t.unit_code, coalesce(u.unit_name, n.unit_name, b.unit_name) AS unit_name, c.shown AS unit_category, r.shown AS region, u.parent_code,
       u.staff_quota, u.staff_actual, u.unit_code IS NOT NULL AS is_in_unit_table, t.* EXCLUDE (fiscal_year, unit_code)
FROM unit_timeline t
LEFT JOIN unit u ON u.unit_code = t.unit_code
LEFT JOIN unit_group r ON r.is_of = 'region' AND r.spelling = u.region
LEFT JOIN unit_group c ON c.is_of = 'category' AND c.spelling = u.unit_category
LEFT JOIN unit_name_by_year n ON n.fiscal_year = t.fiscal_year AND n.unit_code = t.unit_code
LEFT JOIN borrowed_name b ON b.fiscal_year = t.fiscal_year AND b.unit_code = t.unit_code;

CREATE OR REPLACE TABLE unit_year AS
SELECT * EXCLUDE (has_data, in_gap) FROM unit_of_year WHERE has_data ORDER BY fiscal_year, unit_code;

-- The units in view.
CREATE OR REPLACE MACRO unit_year_in_view(year_from, year_to, region, category, q) AS TABLE
SELECT u.* FROM unit_year u
WHERE is_in_years(u.fiscal_year, year_from, year_to)
  AND is_in_view(u.unit_code, u.unit_name, u.region, u.unit_category, region, category, q);
