-- One level of sums. A total is summed only where every part that has a figure in any stage has one in this stage;
-- a part that states nothing but through its own parts stands here as a row without amounts, and so prevents the sum.
INSERT INTO total_amount
WITH summed AS (
  SELECT a.place_id, t.item_order,
         CASE WHEN count(initial_budget) = count(*) THEN sum(initial_budget) END AS initial_budget,
         CASE WHEN count(adjusted_budget) = count(*) THEN sum(adjusted_budget) END AS adjusted_budget,
         CASE WHEN count(actual) = count(*) THEN sum(actual) END AS actual,
         min(initial_key) AS initial_key, min(adjusted_key) AS adjusted_key, min(actual_key) AS actual_key
  FROM total_amount a
  JOIN finance_item i ON i.item_order = a.item_order
  JOIN finance_item t ON t.item = i.parent AND t.height = /*height*/1
  GROUP BY a.place_id, t.item_order
),
given AS (FROM given_amount WHERE item_order IN (SELECT item_order FROM finance_item WHERE height = /*height*/1))
SELECT coalesce(g.place_id, s.place_id), coalesce(g.item_order, s.item_order),
       coalesce(g.initial_budget, s.initial_budget), coalesce(g.adjusted_budget, s.adjusted_budget), coalesce(g.actual, s.actual),
       CASE WHEN g.initial_budget IS NOT NULL THEN g.initial_key WHEN s.initial_budget IS NOT NULL THEN s.initial_key END,
       CASE WHEN g.adjusted_budget IS NOT NULL THEN g.adjusted_key WHEN s.adjusted_budget IS NOT NULL THEN s.adjusted_key END,
       CASE WHEN g.actual IS NOT NULL THEN g.actual_key WHEN s.actual IS NOT NULL THEN s.actual_key END,
       g.initial_budget IS NULL AND s.initial_budget IS NOT NULL,
       g.adjusted_budget IS NULL AND s.adjusted_budget IS NOT NULL,
       g.actual IS NULL AND s.actual IS NOT NULL
FROM given g FULL JOIN summed s ON s.place_id = g.place_id AND s.item_order = g.item_order;
