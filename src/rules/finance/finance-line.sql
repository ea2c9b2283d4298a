-- The figures of each unit-year and item with at least one of them. What a list can tell from a row alone is in the view:
-- every column less is a tenth of the time that writing them takes.
CREATE OR REPLACE TABLE finance_figure AS
WITH before AS (
  SELECT p.place_id, b.place_id AS last_place_id
  FROM finance_place p JOIN finance_place b ON b.unit_code = p.unit_code AND b.fiscal_year = p.fiscal_year - 1
),
chain AS (
  SELECT p.place_id, i.item_order, c.last_actual, c.member_count
  FROM last_year_of_chain c
  JOIN finance_place p ON p.fiscal_year = c.fiscal_year AND p.unit_code = c.unit_code
  JOIN finance_item i ON i.item = c.item
),
line AS (
  SELECT a.*, CASE WHEN c.place_id IS NOT NULL THEN c.last_actual ELSE l.actual END AS last_actual,
         coalesce(c.member_count, 1) AS last_member_count
  FROM total_amount a
  LEFT JOIN before b ON b.place_id = a.place_id
  LEFT JOIN (SELECT place_id, item_order, actual FROM total_amount) l ON l.place_id = b.last_place_id AND l.item_order = a.item_order
  LEFT JOIN chain c ON c.place_id = a.place_id AND c.item_order = a.item_order
  WHERE a.initial_budget IS NOT NULL OR a.adjusted_budget IS NOT NULL OR a.actual IS NOT NULL
),
counted AS (
  SELECT *, whole_number(initial_budget) AS initial_whole, whole_number(adjusted_budget) AS adjusted_whole,
         whole_number(actual) AS actual_whole, whole_number(last_actual) AS last_whole
  FROM line
)
SELECT p.fiscal_year, p.unit_code, c.item_order, c.initial_budget, c.adjusted_budget, c.actual, c.last_actual, c.last_member_count,
       c.initial_summed, c.adjusted_summed, c.actual_summed, c.initial_key, c.adjusted_key, c.actual_key, /*rates*/
FROM counted c JOIN finance_place p ON p.place_id = c.place_id;

CREATE OR REPLACE VIEW finance_line AS
WITH line AS (
  SELECT f.*, i.item, i.item_group, i.label AS item_name, f.adjusted_budget IS NOT NULL AS on_adjusted
  FROM finance_figure f JOIN finance_item i ON i.item_order = f.item_order
)
SELECT fiscal_year, unit_code, item, item_group, item_order, item_name,
       initial_budget, adjusted_budget, actual, initial_summed, adjusted_summed, actual_summed,
       CASE WHEN on_adjusted THEN 'adjusted_budget' WHEN initial_budget IS NOT NULL THEN 'initial_budget' END AS base,
       CASE WHEN on_adjusted THEN adjusted_budget ELSE initial_budget END AS budget,
       CASE WHEN on_adjusted THEN adjusted_summed ELSE initial_summed END AS budget_summed,
       actual - CASE WHEN on_adjusted THEN adjusted_budget ELSE initial_budget END AS difference,
       CASE WHEN on_adjusted THEN execution_rate ELSE completion_rate END AS rate,
       execution_rate, completion_rate, adjustment_rate,
       last_actual, last_member_count, actual - last_actual AS change, change_rate,
       initial_key, adjusted_key, CASE WHEN on_adjusted THEN adjusted_key ELSE initial_key END AS budget_key, actual_key
FROM line;
