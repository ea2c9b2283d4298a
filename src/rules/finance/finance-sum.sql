-- One level of sums. A total is summed only where every part that has a figure in any stage has one in this stage;
-- a part that states nothing but through its own parts stands here as a row without amounts, and so prevents the sum.
CREATE OR REPLACE TABLE finance_amount AS
WITH summed AS (
  SELECT a.fiscal_year, a.unit_code, i.parent AS item,
         CASE WHEN count(initial_budget) = count(*) THEN sum(initial_budget) END AS initial_budget,
         CASE WHEN count(adjusted_budget) = count(*) THEN sum(adjusted_budget) END AS adjusted_budget,
         CASE WHEN count(actual) = count(*) THEN sum(actual) END AS actual,
         min(initial_key) AS initial_key, min(adjusted_key) AS adjusted_key, min(actual_key) AS actual_key
  FROM finance_amount a JOIN finance_item i ON i.item = a.item
  WHERE i.parent_height = /*height*/1
  GROUP BY ALL
)
SELECT coalesce(g.fiscal_year, s.fiscal_year) AS fiscal_year, coalesce(g.unit_code, s.unit_code) AS unit_code,
       coalesce(g.item, s.item) AS item,
       coalesce(g.initial_budget, s.initial_budget) AS initial_budget,
       coalesce(g.adjusted_budget, s.adjusted_budget) AS adjusted_budget,
       coalesce(g.actual, s.actual) AS actual,
       CASE WHEN g.initial_budget IS NOT NULL THEN g.initial_key WHEN s.initial_budget IS NOT NULL THEN s.initial_key END AS initial_key,
       CASE WHEN g.adjusted_budget IS NOT NULL THEN g.adjusted_key WHEN s.adjusted_budget IS NOT NULL THEN s.adjusted_key END AS adjusted_key,
       CASE WHEN g.actual IS NOT NULL THEN g.actual_key WHEN s.actual IS NOT NULL THEN s.actual_key END AS actual_key,
       coalesce(g.initial_summed, false) OR (g.initial_budget IS NULL AND s.initial_budget IS NOT NULL) AS initial_summed,
       coalesce(g.adjusted_summed, false) OR (g.adjusted_budget IS NULL AND s.adjusted_budget IS NOT NULL) AS adjusted_summed,
       coalesce(g.actual_summed, false) OR (g.actual IS NULL AND s.actual IS NOT NULL) AS actual_summed
FROM finance_amount g FULL JOIN summed s ON s.fiscal_year = g.fiscal_year AND s.unit_code = g.unit_code AND s.item = g.item;
