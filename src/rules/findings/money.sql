-- Checks that read one finance line: against its budget, its threshold, or last year.
CREATE OR REPLACE TABLE check_line AS
SELECT f.fiscal_year, f.unit_code, f.item, f.item_name, f.adjusted_budget, f.budget, f.base, f.actual, f.execution_rate, f.last_actual,
       f.actual_key, r.low_execution,
       CASE WHEN f.item_group = 'expenditure' AND NOT f.actual_summed THEN f.actual > f.adjusted_budget END AS above_adjusted,
       CASE WHEN f.item = 'expenditure.total' THEN f.execution_rate < r.low_execution END AS low_execution_fired,
       CASE
         WHEN f.item NOT IN ('income.general_public', 'income.government_fund', 'income.state_capital') OR f.budget < 0 THEN NULL
         WHEN f.budget = 0 THEN f.actual <> 0
         -- Beyond 38 digits nothing is said rather than something wrong.
         ELSE TRY(f.actual >= r.fund_shift * f.budget OR f.actual * r.fund_shift <= f.budget)
       END AS fund_shift,
       CASE WHEN f.item = 'three_public.total' THEN f.actual > f.budget END AS public_over,
       CASE WHEN f.item_group = 'three_public' AND f.item <> 'three_public.total' AND NOT f.actual_summed THEN f.actual > f.budget END AS public_item_over,
       CASE WHEN f.item = 'three_public.total' THEN f.actual > f.last_actual END AS public_up,
       CASE WHEN f.item_group = 'three_public' AND f.item <> 'three_public.total' AND NOT f.actual_summed THEN f.actual > f.last_actual END AS public_item_up
FROM finance_line f CROSS JOIN finding_rule r
WHERE f.actual IS NOT NULL;

CREATE OR REPLACE TABLE ledger_money AS
SELECT fiscal_year, unit_code, bool_or(above_adjusted) AS above_adjusted, bool_or(low_execution_fired) AS low_execution,
       bool_or(fund_shift) AS fund_shift, bool_or(public_over) AS three_public_over_budget,
       bool_or(public_item_over) AS three_public_item_over_budget, bool_or(public_up) AS three_public_up,
       bool_or(public_item_up) AS three_public_item_up
FROM check_line GROUP BY ALL;

INSERT INTO raw_finding
WITH fired AS (
  SELECT *, 'above_adjusted' AS check_id FROM check_line WHERE above_adjusted
  UNION ALL SELECT *, 'fund_shift' FROM check_line WHERE fund_shift
  UNION ALL SELECT *, 'three_public_over_budget' FROM check_line WHERE public_over
  UNION ALL SELECT *, 'three_public_item_over_budget' FROM check_line WHERE public_item_over
)
SELECT fiscal_year, unit_code, check_id, item, 'actual', NULL, NULL, exact_text(actual), exact_text(budget), difference_of(actual, budget),
       item_name || '决算 ' || exact_text(actual) || '，' || stage_word(base) || ' ' || exact_text(budget), actual_key, facts_of([base])
FROM fired
UNION ALL
SELECT fiscal_year, unit_code, CASE WHEN public_up THEN 'three_public_up' ELSE 'three_public_item_up' END, item, 'actual', NULL, NULL,
       exact_text(actual), exact_text(last_actual), difference_of(actual, last_actual),
       item_name || '决算 ' || exact_text(actual) || '，上年 ' || exact_text(last_actual), actual_key, NULL
FROM check_line WHERE public_up OR public_item_up
UNION ALL
SELECT fiscal_year, unit_code, 'low_execution', item, 'actual', NULL, NULL,
       exact_text(execution_rate), exact_text(low_execution), difference_of(execution_rate, low_execution),
       item_name || '决算 ' || exact_text(actual) || ' ÷ 调整预算 ' || exact_text(adjusted_budget), actual_key, facts_of([exact_text(actual), exact_text(adjusted_budget)])
FROM check_line WHERE low_execution_fired;

DROP TABLE check_line;
