-- What the indicators say whatever the rule set: sums that a unit-year is held against, and the checks of its cells.
-- Run after the money's checks (fact_finding) and the cases.
CREATE OR REPLACE TABLE ledger_readings AS
SELECT fiscal_year, unit_code,
       -- A target that is a number or a range, and something numeric to hold against it (无 against ≤ is nothing).
       bool_or(CASE WHEN reading IN ('manual', 'open', 'decided') AND achieved_form IS NOT NULL THEN no_comparator END) AS no_comparator,
       bool_or(CASE WHEN quotient_stated IS NOT NULL THEN quotient_differs END) AS quotient_differs,
       sum(weight) AS weights, min(f.first_key + line) AS weights_key, sum(reported_score) AS scores,
       count(*) FILTER (WHERE reported_score IS NULL AND reading IS DISTINCT FROM 'not_applicable') AS unscored
FROM indicator LEFT JOIN file_order f USING (file_id)
GROUP BY fiscal_year, unit_code;

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
