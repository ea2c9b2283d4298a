-- The whole dataset as it stands after every import of the journal has been replayed.
-- Derived, never the only home of anything: the files are the truth.
-- Amounts: 万元, exact to 分 (six decimals). Scores and weights: exact, sixteen decimals. NULL is "no figure", never 0.

CREATE TABLE source_file (
  file_id   INTEGER PRIMARY KEY,   -- counts over all imports of the journal
  import_id INTEGER NOT NULL,
  file_name VARCHAR NOT NULL,
  kind      VARCHAR NOT NULL,      -- unit | finance | indicator | conclusion | unit_change
  sha256    VARCHAR NOT NULL
);

CREATE TABLE unit (
  unit_code VARCHAR, unit_name VARCHAR, unit_category VARCHAR, region VARCHAR, parent_code VARCHAR,
  staff_quota DECIMAL(28,10), staff_actual DECIMAL(28,10),
  file_id INTEGER, line INTEGER
);

CREATE TABLE unit_change (
  from_code VARCHAR, to_code VARCHAR, effective_year INTEGER,
  file_id INTEGER, line INTEGER
);

-- One amount per year, unit, item and stage. item_name is the name as filed: different names of
-- income.other are added up, so that item may have several rows here; read it through finance_given.
-- Rows of numbers, as indicators are: a row names its year and unit, its item and stage. Read them through view `finance`.
CREATE TABLE finance_head (id INTEGER, fiscal_year INTEGER, unit_code VARCHAR, unit_name VARCHAR);
CREATE TABLE finance_subject (id INTEGER, item VARCHAR, item_name VARCHAR, stage VARCHAR);   -- ItemCode, name as filed (normalised), Stage
CREATE TABLE finance_row (head_id INTEGER, subject_id INTEGER, amount DECIMAL(38,6), file_id INTEGER, line INTEGER);

CREATE VIEW finance AS
SELECT h.fiscal_year, h.unit_code, h.unit_name, s.item, s.item_name, s.stage, r.amount, r.file_id, r.line
FROM finance_row r
JOIN finance_head h ON h.id = r.head_id
JOIN finance_subject s ON s.id = r.subject_id;

-- Indicators: a million rows hold few distinct combinations of cells, so that each stands in a table of its own and a row
-- names four of them. Read all of it through the view `indicator`.
CREATE TABLE indicator_head (id INTEGER, fiscal_year INTEGER, unit_code VARCHAR, unit_name VARCHAR);
-- name_key: the name without width, brackets and blanks. content, here and below: a fingerprint of what the cells say.
CREATE TABLE indicator_subject (id INTEGER, indicator_no VARCHAR, indicator VARCHAR, name_key BIGINT);
CREATE TABLE indicator_grade (id INTEGER, weight DECIMAL(38,16), reported_score DECIMAL(38,16), content BIGINT);
CREATE TABLE indicator_reading (
  id INTEGER,
  level1 VARCHAR, level2 VARCHAR, kind VARCHAR, comparator VARCHAR, target VARCHAR, achieved VARCHAR,
  numerator VARCHAR, denominator VARCHAR, measure_unit VARCHAR,
  -- What reading the cells yielded (src/domain/reading/columns.ts), the same for every rule set.
  target_form VARCHAR, achieved_form VARCHAR, reading VARCHAR, reason VARCHAR, level INTEGER,
  comparator_sign VARCHAR, comparator_assumed BOOLEAN, no_comparator BOOLEAN, reached BOOLEAN, at_target BOOLEAN,
  is_bound BOOLEAN, part HUGEINT, whole HUGEINT, ratio_top VARCHAR, ratio_bottom VARCHAR, over_part HUGEINT,
  over_whole HUGEINT, over_open BOOLEAN, quotient_differs BOOLEAN, quotient_stated VARCHAR, quotient_figure VARCHAR,
  target_key VARCHAR, value_part HUGEINT, value_whole HUGEINT, value_kind VARCHAR,
  content BIGINT
);
CREATE TABLE indicator_row (
  indicator_id BIGINT,             -- unique
  head_id INTEGER, subject_id INTEGER, grade_id INTEGER, reading_id INTEGER,
  file_id INTEGER, line INTEGER
);

-- reading_id: same number, same cells and same reading; so with grade_id for weight and score.
CREATE VIEW indicator AS
SELECT r.indicator_id, h.fiscal_year, h.unit_code, h.unit_name,
       s.indicator_no, d.level1, d.level2, s.indicator, d.kind,
       d.comparator, d.target, d.achieved, d.numerator, d.denominator, d.measure_unit,
       g.weight, g.reported_score, r.file_id, r.line,
       d.* EXCLUDE (id, level1, level2, kind, comparator, target, achieved, numerator, denominator, measure_unit, content),
       r.reading_id, r.grade_id, s.name_key, xor(d.content, g.content) AS content
FROM indicator_row r
JOIN indicator_head h ON h.id = r.head_id
JOIN indicator_subject s ON s.id = r.subject_id
JOIN indicator_grade g ON g.id = r.grade_id
JOIN indicator_reading d ON d.id = r.reading_id;

CREATE TABLE conclusion (
  fiscal_year INTEGER, unit_code VARCHAR, unit_name VARCHAR,
  reported_total DECIMAL(38,16), reported_grade VARCHAR,
  file_id INTEGER, line INTEGER
);

-- Rows that the importer rejected, and cells that it emptied: checks must know of them (total_vs_scores).
CREATE TABLE reject (
  import_id INTEGER, file_id INTEGER, file_name VARCHAR, line INTEGER, column_name VARCHAR,
  value VARCHAR, reason VARCHAR, remedy VARCHAR,
  is_cell BOOLEAN,                 -- true: only the cell is lost, the row is in
  kind VARCHAR, fiscal_year INTEGER, unit_code VARCHAR,  -- where the row said so
  row_key VARCHAR,                 -- the rest of its key (database/mended.ts), where the row said so
  mended_by INTEGER                -- the later import that brought the row in: it is lost no more
);

-- Beside the rows of unit, unit_change and conclusion: what the importer compares, a fingerprint of all that the row says.
CREATE TABLE row_mark (file_id INTEGER, line INTEGER, content BIGINT);

-- Indicators that a newer import of the same year and unit no longer has (database/stale.ts); import_id: that import.
CREATE TABLE stale_indicator (file_id INTEGER, line INTEGER, import_id INTEGER);
