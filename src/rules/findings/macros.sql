-- A figure as lists print it: exact, at least two decimals, zeros beyond two cut. Of a decimal with two places or more.
CREATE OR REPLACE MACRO cut_zeros(digits) AS left(digits, strpos(digits, '.') + 2) || rtrim(substr(digits, strpos(digits, '.') + 3), '0');
CREATE OR REPLACE MACRO exact_text(figure) AS cut_zeros(figure::VARCHAR);

-- The same of money. Digits of 64 bits are written three times as fast as those of 128.
CREATE OR REPLACE MACRO amount_text(amount) AS CASE
  WHEN amount > -100000000000 AND amount < 100000000000 THEN cut_zeros(CAST(CAST(amount AS DECIMAL(18,6)) AS VARCHAR))
  ELSE exact_text(amount) END;

-- A figure inside a formula: no zeros at its end.
CREATE OR REPLACE MACRO short_text(figure) AS regexp_replace(figure::VARCHAR, '\.?0+$', '');

-- 差额, exact; none where it would leave the 22 digits before the point.
CREATE OR REPLACE MACRO difference_of(a, b) AS TRY_CAST(TRY(a - b) AS DECIMAL(38,16));

-- NULL, false, true as two bits, and back.
CREATE OR REPLACE MACRO check_bits(fired) AS CASE WHEN fired THEN 3 WHEN NOT fired THEN 1 ELSE 0 END;
CREATE OR REPLACE MACRO bits_check(bits) AS CASE WHEN bits & 3 = 3 THEN true WHEN bits & 3 = 1 THEN false END;

-- Several texts as one; none is empty. chr(31) stands in no cell.
CREATE OR REPLACE MACRO facts_of(texts) AS array_to_string([coalesce(each, '') FOR each IN texts], chr(31));
