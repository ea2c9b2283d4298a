-- income_vs_expenditure: both totals (given or summed) of one stage.
CREATE OR REPLACE TABLE check_balance AS
WITH pair AS (
  SELECT i.fiscal_year, i.unit_code, i.initial_budget AS income_initial, i.adjusted_budget AS income_adjusted, i.actual AS income_actual,
         e.initial_budget AS spent_initial, e.adjusted_budget AS spent_adjusted, e.actual AS spent_actual,
         i.initial_key, i.adjusted_key, i.actual_key
  FROM finance_line i
  JOIN finance_line e ON e.fiscal_year = i.fiscal_year AND e.unit_code = i.unit_code AND e.item = 'expenditure.total'
  WHERE i.item = 'income.total'
),
staged AS (
  SELECT fiscal_year, unit_code, 'initial_budget' AS stage, income_initial AS income, spent_initial AS spent, initial_key AS line_key FROM pair
  UNION ALL SELECT fiscal_year, unit_code, 'adjusted_budget', income_adjusted, spent_adjusted, adjusted_key FROM pair
  UNION ALL SELECT fiscal_year, unit_code, 'actual', income_actual, spent_actual, actual_key FROM pair
)
SELECT s.*, abs(income - spent) > r.income_gap AS fired
FROM staged s CROSS JOIN finding_rule r WHERE income IS NOT NULL AND spent IS NOT NULL;

CREATE OR REPLACE TABLE ledger_balance AS
SELECT fiscal_year, unit_code, bool_or(fired) AS income_vs_expenditure FROM check_balance GROUP BY ALL;

INSERT INTO raw_finding
SELECT fiscal_year, unit_code, 'income_vs_expenditure', 'income.total', stage, NULL, NULL,
       exact_text(income), exact_text(spent), difference_of(income, spent),
       stage_word(stage) || '：收入合计 ' || exact_text(income) || '，支出合计 ' || exact_text(spent), line_key, NULL
FROM check_balance WHERE fired;

DROP TABLE check_balance;
