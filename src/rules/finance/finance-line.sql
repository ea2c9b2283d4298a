-- Amounts as whole numbers of their last place, so that a quotient can be rounded exactly (a division of decimals is a binary one).
-- Cut to six places first: a longer decimal times a million may leave 38 digits. Converting a decimal of 38 digits divides
-- by 128 bits, which is slow: amounts of an ordinary size go through 64 bits, what is before the point and the rest apart.
CREATE OR REPLACE MACRO split_number(amount) AS
  CAST(amount AS BIGINT) * 1000000 + CAST(CAST(amount - CAST(amount AS BIGINT) AS DECIMAL(9,6)) * 1000000 AS BIGINT);
CREATE OR REPLACE MACRO whole_number(amount) AS CASE
  WHEN amount > -100000000000 AND amount < 100000000000 THEN CAST(split_number(CAST(CAST(amount AS DECIMAL(38,6)) AS DECIMAL(18,6))) AS HUGEINT)
  ELSE CAST(CAST(amount AS DECIMAL(38,6)) * 1000000 AS HUGEINT) END;

-- 100 × part ÷ whole of two whole numbers as a decimal of two places (percent_count: ../expr/toSql.ts).
CREATE OR REPLACE MACRO percent_of(part, whole) AS CAST(percent_count(part, whole) AS DECIMAL(38,0)) * 0.01::DECIMAL(3,2);

-- One row per year, unit and item with at least one figure.
CREATE OR REPLACE TABLE finance_line AS
WITH line AS (
  SELECT a.*, i.item_group, i.item_order, i.label AS item_name,
         a.adjusted_budget IS NOT NULL AS on_adjusted,
         CASE WHEN c.unit_code IS NOT NULL THEN c.last_actual ELSE p.actual END AS last_actual,
         coalesce(c.member_count, 1) AS last_member_count,
         whole_number(a.initial_budget) AS initial_whole, whole_number(a.adjusted_budget) AS adjusted_whole,
         whole_number(a.actual) AS actual_whole,
         whole_number(CASE WHEN c.unit_code IS NOT NULL THEN c.last_actual ELSE p.actual END) AS last_whole
  FROM finance_amount a
  JOIN finance_item i ON i.item = a.item
  LEFT JOIN finance_amount p ON p.fiscal_year = a.fiscal_year - 1 AND p.unit_code = a.unit_code AND p.item = a.item
  LEFT JOIN last_year_of_chain c ON c.fiscal_year = a.fiscal_year AND c.unit_code = a.unit_code AND c.item = a.item
  WHERE a.initial_budget IS NOT NULL OR a.adjusted_budget IS NOT NULL OR a.actual IS NOT NULL
),
rated AS (
  SELECT *, /*rates*/
  FROM line
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
FROM rated
ORDER BY fiscal_year, unit_code, item_order;
