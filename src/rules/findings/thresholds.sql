-- Checks that hold one finance line against a threshold of the rule set.
CREATE OR REPLACE TABLE check_line AS
SELECT r.rule_set_id, f.fiscal_year, f.unit_code, f.item_order, f.item_name, f.adjusted_budget, f.budget, f.base, f.actual, f.execution_rate,
       f.actual_key, r.low_execution,
       CASE WHEN f.item = 'expenditure.total' THEN f.execution_rate < r.low_execution END AS is_low,
       CASE
         WHEN f.item = 'expenditure.total' OR f.budget < 0 THEN NULL
         WHEN f.budget = 0 THEN f.actual <> 0
         -- Beyond 38 digits nothing is said rather than something wrong.
         ELSE TRY(f.actual >= r.fund_shift * f.budget OR f.actual * r.fund_shift <= f.budget)
       END AS is_shifted
FROM finance_line f CROSS JOIN finding_rule r
WHERE f.item IN ('expenditure.total', 'income.general_public', 'income.government_fund', 'income.state_capital') AND f.actual IS NOT NULL;

CREATE OR REPLACE TABLE ledger_thresholds AS
SELECT fiscal_year, unit_code, bool_or(is_low) AS low_execution, bool_or(is_shifted) AS fund_shift
FROM check_line GROUP BY fiscal_year, unit_code;

INSERT INTO rule_finding BY NAME
WITH fired AS (
  SELECT *, amount_text(actual) AS actual_text, amount_text(budget) AS budget_text FROM check_line WHERE is_low OR is_shifted
)
SELECT rule_set_id, fiscal_year, unit_code, check_number('fund_shift') AS check_order, item_order, stage_rank('actual') AS stage_order,
       actual_text AS reported_text, budget_text AS expected_text, difference_of(actual, budget) AS difference,
       item_name || '决算 ' || actual_text || '，' || stage_word(base) || ' ' || budget_text AS words, actual_key AS line_key, facts_of([base]) AS facts
FROM fired WHERE is_shifted
UNION ALL
SELECT rule_set_id, fiscal_year, unit_code, check_number('low_execution'), item_order, stage_rank('actual'),
       exact_text(execution_rate), exact_text(low_execution), difference_of(execution_rate, low_execution),
       item_name || '决算 ' || actual_text || ' ÷ 调整预算 ' || amount_text(adjusted_budget), actual_key,
       facts_of([actual_text, amount_text(adjusted_budget)])
FROM fired WHERE is_low;

DROP TABLE check_line;
