-- Checks that hold an actual against its own budget, or against last year's: no rule set has a say in them.
CREATE OR REPLACE VIEW overspent_line AS
SELECT fiscal_year, unit_code, item_order, item_name, base, budget, actual, last_actual, actual_key,
       CASE WHEN item_group = 'expenditure' AND NOT actual_summed THEN actual > adjusted_budget END AS above_adjusted,
       CASE WHEN item = 'three_public.total' THEN actual > budget END AS public_over,
       CASE WHEN item_group = 'three_public' AND item <> 'three_public.total' AND NOT actual_summed THEN actual > budget END AS public_item_over,
       CASE WHEN item = 'three_public.total' THEN actual > last_actual END AS public_up,
       CASE WHEN item_group = 'three_public' AND item <> 'three_public.total' AND NOT actual_summed THEN actual > last_actual END AS public_item_up
FROM finance_line WHERE item_group IN ('expenditure', 'three_public') AND actual IS NOT NULL;

CREATE OR REPLACE TABLE ledger_overspent AS
SELECT fiscal_year, unit_code, bool_or(above_adjusted) AS above_adjusted, bool_or(public_over) AS three_public_over_budget,
       bool_or(public_item_over) AS three_public_item_over_budget, bool_or(public_up) AS three_public_up,
       bool_or(public_item_up) AS three_public_item_up
FROM overspent_line GROUP BY fiscal_year, unit_code;

INSERT INTO fact_finding BY NAME
WITH over AS (
  SELECT *, amount_text(actual) AS reported_text, amount_text(budget) AS expected_text,
         CASE WHEN above_adjusted THEN 'above_adjusted' WHEN public_over THEN 'three_public_over_budget' ELSE 'three_public_item_over_budget' END AS check_id
  FROM overspent_line WHERE above_adjusted OR public_over OR public_item_over
),
up AS (
  SELECT *, amount_text(actual) AS reported_text, amount_text(last_actual) AS expected_text
  FROM overspent_line WHERE public_up OR public_item_up
)
SELECT fiscal_year, unit_code, check_number(check_id) AS check_order, item_order, stage_rank('actual') AS stage_order,
       reported_text, expected_text, difference_of(actual, budget) AS difference,
       item_name || '决算 ' || reported_text || '，' || stage_word(base) || ' ' || expected_text AS words, actual_key AS line_key, facts_of([base]) AS facts
FROM over
UNION ALL
SELECT fiscal_year, unit_code, CASE WHEN public_up THEN check_number('three_public_up') ELSE check_number('three_public_item_up') END,
       item_order, stage_rank('actual'), reported_text, expected_text, difference_of(actual, last_actual),
       item_name || '决算 ' || reported_text || '，上年 ' || expected_text, actual_key, NULL
FROM up;

DROP VIEW overspent_line;
