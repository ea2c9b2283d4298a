-- What the files state: one row per year, unit and item. Different names of income.other add up, and the sum counts as given.
CREATE OR REPLACE TABLE finance_given AS
SELECT fiscal_year, unit_code, item,
       sum(amount) FILTER (WHERE stage = 'initial_budget') AS initial_budget,
       sum(amount) FILTER (WHERE stage = 'adjusted_budget') AS adjusted_budget,
       sum(amount) FILTER (WHERE stage = 'actual') AS actual,
       min(f.first_key + line) FILTER (WHERE stage = 'initial_budget') AS initial_key,
       min(f.first_key + line) FILTER (WHERE stage = 'adjusted_budget') AS adjusted_key,
       min(f.first_key + line) FILTER (WHERE stage = 'actual') AS actual_key
FROM finance LEFT JOIN file_order f USING (file_id)
WHERE amount IS NOT NULL
GROUP BY fiscal_year, unit_code, item;

-- Given amounts, and below them the totals that are left to be summed (finance-sum.sql fills these in, level by level).
CREATE OR REPLACE TABLE finance_amount AS
SELECT *, false AS initial_summed, false AS adjusted_summed, false AS actual_summed FROM finance_given;
