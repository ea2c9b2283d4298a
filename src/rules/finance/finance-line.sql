-- 100 × part ÷ whole, half-up at two decimals on the exact quotient: whole numbers only. Over zero or a negative base: none.
CREATE OR REPLACE MACRO whole_number(amount) AS CAST(CAST(amount AS DECIMAL(38,6)) * 1000000 AS HUGEINT);
CREATE OR REPLACE MACRO percent_of(part, whole) AS
  CASE WHEN whole > 0 THEN
    CAST(
      sign(part) * ((20000 * whole_number(abs(part)) + whole_number(whole)) // (2 * whole_number(whole)))
    AS DECIMAL(38,0)) * 0.01::DECIMAL(3,2)
  END;

-- One row per year, unit and item with at least one figure.
CREATE OR REPLACE TABLE finance_line AS
WITH line AS (
  SELECT a.*, i.item_group, i.item_order, i.label AS item_name,
         coalesce(a.adjusted_budget, a.initial_budget) AS budget,
         CASE WHEN a.adjusted_budget IS NOT NULL THEN 'adjusted_budget' WHEN a.initial_budget IS NOT NULL THEN 'initial_budget' END AS base,
         CASE WHEN a.adjusted_budget IS NOT NULL THEN a.adjusted_key ELSE a.initial_key END AS budget_key,
         CASE WHEN a.adjusted_budget IS NOT NULL THEN a.adjusted_summed ELSE a.initial_summed END AS budget_summed,
         CASE WHEN c.unit_code IS NOT NULL THEN c.last_actual ELSE p.actual END AS last_actual,
         coalesce(c.member_count, 1) AS last_member_count
  FROM finance_amount a
  JOIN finance_item i ON i.item = a.item
  LEFT JOIN finance_amount p ON p.fiscal_year = a.fiscal_year - 1 AND p.unit_code = a.unit_code AND p.item = a.item
  LEFT JOIN last_year_of_chain c ON c.fiscal_year = a.fiscal_year AND c.unit_code = a.unit_code AND c.item = a.item
  WHERE a.initial_budget IS NOT NULL OR a.adjusted_budget IS NOT NULL OR a.actual IS NOT NULL
)
SELECT fiscal_year, unit_code, item, item_group, item_order, item_name,
       initial_budget, adjusted_budget, actual, initial_summed, adjusted_summed, actual_summed,
       base, budget, budget_summed,
       actual - budget AS difference,
       percent_of(actual, budget) AS rate,
       percent_of(actual, adjusted_budget) AS execution_rate,
       percent_of(actual, initial_budget) AS completion_rate,
       percent_of(adjusted_budget - initial_budget, initial_budget) AS adjustment_rate,
       last_actual, last_member_count,
       actual - last_actual AS change,
       percent_of(actual - last_actual, last_actual) AS change_rate,
       initial_key, adjusted_key, budget_key, actual_key
FROM line
ORDER BY fiscal_year, unit_code, item_order;
