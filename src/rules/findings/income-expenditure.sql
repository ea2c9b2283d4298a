-- income_vs_expenditure: both totals (given or summed) of one stage.
CREATE OR REPLACE TABLE check_balance AS
WITH pair AS (
  SELECT i.fiscal_year, i.unit_code, i.initial_budget AS initial_income, i.adjusted_budget AS adjusted_income, i.actual AS actual_income,
         e.initial_budget AS initial_spent, e.adjusted_budget AS adjusted_spent, e.actual AS actual_spent,
         i.initial_key, i.adjusted_key, i.actual_key
  FROM finance_line i
  JOIN finance_line e ON e.fiscal_year = i.fiscal_year AND e.unit_code = i.unit_code AND e.item = 'expenditure.total'
  WHERE i.item = 'income.total'
)
SELECT p.*, abs(initial_income - initial_spent) > r.income_gap AS initial_fired,
       abs(adjusted_income - adjusted_spent) > r.income_gap AS adjusted_fired,
       abs(actual_income - actual_spent) > r.income_gap AS actual_fired
FROM pair p CROSS JOIN finding_rule r;

CREATE OR REPLACE TABLE ledger_balance AS
SELECT fiscal_year, unit_code,
       bits_check(check_bits(initial_fired) | check_bits(adjusted_fired) | check_bits(actual_fired)) AS income_vs_expenditure
FROM check_balance;

INSERT INTO rule_finding BY NAME
WITH fired AS (
  SELECT fiscal_year, unit_code, 'initial_budget' AS stage, initial_income AS income, initial_spent AS spent, initial_key AS line_key
  FROM check_balance WHERE initial_fired
  UNION ALL SELECT fiscal_year, unit_code, 'adjusted_budget', adjusted_income, adjusted_spent, adjusted_key FROM check_balance WHERE adjusted_fired
  UNION ALL SELECT fiscal_year, unit_code, 'actual', actual_income, actual_spent, actual_key FROM check_balance WHERE actual_fired
)
SELECT r.rule_set_id, f.fiscal_year, f.unit_code, check_number('income_vs_expenditure') AS check_order, i.item_order,
       stage_rank(stage) AS stage_order, exact_text(income) AS reported_text, exact_text(spent) AS expected_text,
       difference_of(income, spent) AS difference,
       stage_word(stage) || '：收入合计 ' || exact_text(income) || '，支出合计 ' || exact_text(spent) AS words, f.line_key
FROM fired f CROSS JOIN finding_rule r JOIN finance_item i ON i.item = 'income.total';

DROP TABLE check_balance;
