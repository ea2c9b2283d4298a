-- What a rule set says of the data. Rows of several rule sets stand side by side. Empty: scores of earlier data are nobody's.
CREATE OR REPLACE TABLE rule_set (
  rule_set_id VARCHAR, title VARCHAR, source VARCHAR, version VARCHAR,
  ratio_places INTEGER, score_places INTEGER, total_places INTEGER,
  ranking VARCHAR,                 -- competition | dense
  least_coverage DECIMAL(5,2),     -- percent; units below it have no rank
  band_words VARCHAR[]             -- the three bands of level words, as the working prints them
);

-- Indicators that the program adds (execution rate): under negative ids, so that they are never taken for filed ones.
CREATE OR REPLACE TABLE added_indicator (
  rule_set_id VARCHAR, indicator_id BIGINT, fiscal_year INTEGER, unit_code VARCHAR, indicator VARCHAR,
  weight DECIMAL(38,16), target_form VARCHAR, achieved_form VARCHAR, reading VARCHAR, reason VARCHAR, reached BOOLEAN,
  part HUGEINT, whole HUGEINT, ratio_top VARCHAR, ratio_bottom VARCHAR, value_part HUGEINT, value_whole HUGEINT, value_kind VARCHAR,
  file_id INTEGER, line INTEGER    -- of the actual
);

-- Names that a step table of the rule set is for.
CREATE OR REPLACE TABLE named_step (rule_set_id VARCHAR, name_id INTEGER, step INTEGER);

-- weight, scores: amounts, whole numbers of 10⁻¹⁶. step: number of the step table, 0 for none.
-- state: computed | banded | reported | manual | missing | not_applicable.
CREATE OR REPLACE TABLE case_score (
  rule_set_id VARCHAR, case_id INTEGER, step INTEGER, weight HUGEINT, reported_score HUGEINT,
  state VARCHAR, score HUGEINT, basis VARCHAR, reason VARCHAR, kept_part HUGEINT, kept_whole HUGEINT
);

CREATE OR REPLACE TABLE added_score (
  rule_set_id VARCHAR, indicator_id BIGINT, fiscal_year INTEGER, unit_code VARCHAR,
  weight HUGEINT, reported_score HUGEINT,
  state VARCHAR, score HUGEINT, basis VARCHAR, reason VARCHAR, kept_part HUGEINT, kept_whole HUGEINT
);

-- Every indicator with its score in amounts, filed and added ones alike; the unit-year by its number.
CREATE OR REPLACE VIEW placed_amount AS
SELECT s.rule_set_id, c.indicator_id, c.place_id, s.weight, s.reported_score,
       s.state, s.score, s.basis, s.reason, s.kept_part, s.kept_whole
FROM indicator_case c
JOIN case_score s ON s.case_id = c.case_id
LEFT JOIN named_step n ON n.rule_set_id = s.rule_set_id AND n.name_id = c.name_id
WHERE s.step = coalesce(n.step, 0)
UNION ALL
SELECT a.rule_set_id, a.indicator_id, p.place_id, a.* EXCLUDE (rule_set_id, indicator_id, fiscal_year, unit_code)
FROM added_score a JOIN indicator_place p ON p.fiscal_year = a.fiscal_year AND p.unit_code = a.unit_code;

CREATE OR REPLACE VIEW indicator_amount AS
SELECT a.rule_set_id, a.indicator_id, p.fiscal_year, p.unit_code, a.* EXCLUDE (rule_set_id, indicator_id, place_id)
FROM placed_amount a JOIN indicator_place p ON p.place_id = a.place_id;

-- The same in decimals.
CREATE OR REPLACE VIEW indicator_score AS
SELECT * REPLACE (from_amount(weight) AS weight, from_amount(reported_score) AS reported_score, from_amount(score) AS score)
FROM indicator_amount;

-- Natural order of indicator numbers: blank first, runs of digits by value (to 40 digits).
CREATE OR REPLACE MACRO natural_key(text_value) AS
  coalesce(array_to_string([
    CASE WHEN run[1] BETWEEN '0' AND '9' THEN lpad(ltrim(run, '0'), 40, '0') ELSE run END
    FOR run IN regexp_extract_all(text_value, '[0-9]+|[^0-9]+')], ''), '');

-- Filed and added indicators alike, as lists print them.
CREATE OR REPLACE VIEW scored_indicator AS
SELECT s.rule_set_id, s.indicator_id, s.fiscal_year, s.unit_code, s.weight, s.reported_score, s.state, s.score, s.basis, s.reason,
       s.kept_part, s.kept_whole,
       i.indicator_no, coalesce(i.indicator, a.indicator) AS indicator, coalesce(i.target_form, a.target_form) AS target_form,
       coalesce(i.achieved_form, a.achieved_form) AS achieved_form,
       i.comparator_sign, i.comparator_assumed, i.level, coalesce(i.part, a.part) AS part, coalesce(i.whole, a.whole) AS whole,
       coalesce(i.ratio_top, a.ratio_top) AS ratio_top, coalesce(i.ratio_bottom, a.ratio_bottom) AS ratio_bottom,
       i.is_bound, coalesce(i.file_id, a.file_id) AS file_id, coalesce(i.line, a.line) AS line, a.indicator_id IS NOT NULL AS is_added
FROM indicator_score s
LEFT JOIN indicator i ON i.indicator_id = s.indicator_id
LEFT JOIN added_indicator a ON a.indicator_id = s.indicator_id AND a.rule_set_id = s.rule_set_id;

-- What lists of units show, one row per rule set and unit-year with data: totals beside money and names, so that a filter
-- touches one narrow table and joins nothing.
CREATE OR REPLACE TABLE unit_result (
  rule_set_id VARCHAR, fiscal_year INTEGER, unit_code VARCHAR, unit_name VARCHAR, region VARCHAR, unit_category VARCHAR,
  recomputed_total DECIMAL(38,16), recomputed_grade VARCHAR, reported_total DECIMAL(38,16), reported_grade VARCHAR,
  sum_of_scores DECIMAL(38,16),
  coverage DECIMAL(38,2),                                       -- percent of the weight that could be computed
  -- of 支出合计: on the adjusted budget, on the initial one, and the one that counts
  execution_rate DECIMAL(38,2), completion_rate DECIMAL(38,2), rate DECIMAL(38,2),
  control_rate DECIMAL(38,2),                                   -- of 三公经费合计: actual ÷ budget
  indicator_count INTEGER,
  computed_weight HUGEINT, applicable_weight HUGEINT            -- amounts: coverage of several units is that of their sums
);

-- Those of unit-years of which indicators or a conclusion were filed.
CREATE OR REPLACE VIEW unit_score AS
SELECT rule_set_id, fiscal_year, unit_code, reported_total, reported_grade, sum_of_scores, recomputed_total, recomputed_grade,
       coverage, indicator_count, computed_weight, applicable_weight
FROM unit_result
WHERE indicator_count IS NOT NULL OR reported_total IS NOT NULL OR reported_grade IS NOT NULL;

-- The units in view, with their results under a rule set.
CREATE OR REPLACE MACRO unit_result_in_view(rule_set, year_from, year_to, region, category, q) AS TABLE
SELECT u.* FROM unit_result u
WHERE u.rule_set_id = rule_set AND is_in_years(u.fiscal_year, year_from, year_to)
  AND is_in_view(u.unit_code, u.unit_name, u.region, u.unit_category, region, category, q);
