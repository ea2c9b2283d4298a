-- What the indicators say whatever the rule set: sums that a unit-year is held against, and the checks of its cells.
-- Run after the money's checks (fact_finding) and the cases.
-- By number first: what a reading says is told once for each, and a million rows stand under few heads.
CREATE OR REPLACE TABLE ledger_readings AS
WITH told AS (
  SELECT id,
         -- A target that is a number or a range, and something numeric to hold against it (无 against ≤ is nothing).
         CASE WHEN reading IN ('manual', 'open', 'decided') AND achieved_form IS NOT NULL THEN no_comparator END AS no_comparator,
         CASE WHEN quotient_stated IS NOT NULL THEN quotient_differs END AS quotient_differs,
         reading IS DISTINCT FROM 'not_applicable' AS is_applicable
  FROM indicator_reading
),
headed AS (
  SELECT r.head_id, bool_or(d.no_comparator) AS no_comparator, bool_or(d.quotient_differs) AS quotient_differs,
         sum(g.weight) AS weights, min(f.first_key + r.line) AS weights_key, sum(g.reported_score) AS scores,
         count(*) FILTER (WHERE g.reported_score IS NULL AND d.is_applicable) AS unscored
  FROM indicator_row r
  JOIN told d ON d.id = r.reading_id
  JOIN indicator_grade g ON g.id = r.grade_id
  LEFT JOIN file_order f ON f.file_id = r.file_id
  GROUP BY r.head_id
)
SELECT h.fiscal_year, h.unit_code, bool_or(no_comparator) AS no_comparator, bool_or(quotient_differs) AS quotient_differs,
       sum(weights) AS weights, min(weights_key) AS weights_key, sum(scores) AS scores, sum(unscored)::BIGINT AS unscored
FROM headed JOIN indicator_head h ON h.id = head_id
GROUP BY h.fiscal_year, h.unit_code;

DELETE FROM fact_finding WHERE check_id IN ('no_comparator', 'quotient_differs');

INSERT INTO fact_finding
WITH fired AS (
  SELECT i.*, f.first_key + i.line AS line_key, '指标' || coalesce(i.indicator_no, '') || '“' || i.indicator || '”' AS title
  FROM indicator i LEFT JOIN file_order f ON f.file_id = i.file_id
  WHERE (i.no_comparator AND i.reading IN ('manual', 'open', 'decided') AND i.achieved_form IS NOT NULL)
     OR (i.quotient_differs AND i.quotient_stated IS NOT NULL)
)
SELECT fiscal_year, unit_code, 'no_comparator', NULL, NULL, indicator_no, indicator, NULL, NULL, NULL,
       title || '目标值 ' || target_form || ' 未标明比较符', line_key, facts_of([target_form])
FROM fired WHERE no_comparator AND reading IN ('manual', 'open', 'decided') AND achieved_form IS NOT NULL
UNION ALL
SELECT fiscal_year, unit_code, 'quotient_differs', NULL, NULL, indicator_no, indicator, quotient_stated, quotient_figure,
       difference_of(TRY_CAST(rtrim(quotient_stated, '%‰') AS DECIMAL(38,16)), TRY_CAST(rtrim(quotient_figure, '%‰') AS DECIMAL(38,16))),
       title || '完成值 ' || quotient_stated || '，完成分子÷完成分母 = ' || achieved_form || ' = ' || quotient_figure, line_key, facts_of([achieved_form])
FROM fired WHERE quotient_differs AND quotient_stated IS NOT NULL;
