-- Budget against actual, item by item, of the units in view.
WITH rules AS (SELECT $6::VARCHAR AS rule_set_id)  -- money has none, but it is asked like everything else
SELECT f.fiscal_year, f.unit_code, u.unit_name, f.item_name,
       f.initial_budget, f.adjusted_budget, f.actual, f.difference, f.rate, f.base,
       CASE f.base WHEN 'adjusted_budget' THEN '调整预算' WHEN 'initial_budget' THEN '年初预算' END AS base_word,
       CASE WHEN f.initial_summed OR f.adjusted_summed OR f.actual_summed THEN '由分项合计' ELSE '填报' END AS origin,
       u.region, u.unit_category, f.item, f.item_group, f.item_order,
       f.budget, f.execution_rate, f.completion_rate, f.adjustment_rate,
       f.initial_summed, f.adjusted_summed, f.actual_summed, f.last_actual, f.change, f.change_rate,
       file_of_key(f.budget_key) AS budget_file, (f.budget_key % 10000000000)::INTEGER AS budget_line,
       file_of_key(f.actual_key) AS actual_file, (f.actual_key % 10000000000)::INTEGER AS actual_line
FROM finance_line f
JOIN unit_year_in_view($1::INTEGER, $2::INTEGER, $3::VARCHAR, $4::VARCHAR, $5::VARCHAR) u
  ON u.fiscal_year = f.fiscal_year AND u.unit_code = f.unit_code
ORDER BY f.fiscal_year, f.unit_code, f.item_order
