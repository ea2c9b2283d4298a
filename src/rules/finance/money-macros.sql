-- Amounts as whole numbers of their last place, so that a quotient can be rounded exactly (a division of decimals is a binary
-- one). Cut to six places first: a longer decimal times a million may leave 38 digits. Converting a decimal of 38 digits
-- divides by 128 bits, which takes forty times as long as by 64. A DECIMAL(18,6) below a million, times a million, is one
-- still; up to 10^11, what is before the point and the rest go apart.
CREATE OR REPLACE MACRO split_number(amount) AS
  CAST(amount AS BIGINT) * 1000000 + CAST(CAST(amount - CAST(amount AS BIGINT) AS DECIMAL(9,6)) * 1000000 AS BIGINT);
CREATE OR REPLACE MACRO whole_number(amount) AS CASE
  WHEN amount > -999999 AND amount < 999999 THEN CAST(CAST(CAST(CAST(amount AS DECIMAL(38,6)) AS DECIMAL(18,6)) * 1000000 AS BIGINT) AS HUGEINT)
  WHEN amount > -100000000000 AND amount < 100000000000 THEN CAST(split_number(CAST(CAST(amount AS DECIMAL(38,6)) AS DECIMAL(18,6))) AS HUGEINT)
  ELSE CAST(CAST(amount AS DECIMAL(38,6)) * 1000000 AS HUGEINT) END;

-- 100 × part ÷ whole of two whole numbers as a decimal of two places (percent_count: ../expr/toSql.ts).
CREATE OR REPLACE MACRO percent_of(part, whole) AS CAST(percent_count(part, whole) AS DECIMAL(38,0)) * 0.01::DECIMAL(3,2);
