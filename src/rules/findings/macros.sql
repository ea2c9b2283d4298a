-- A figure as lists print it: exact, at least two decimals, zeros beyond two cut.
CREATE OR REPLACE MACRO exact_text(amount) AS regexp_replace(amount::VARCHAR, '(\.\d\d\d*?)0+$', '\1');

-- A figure inside a formula: no zeros at its end.
CREATE OR REPLACE MACRO short_text(amount) AS regexp_replace(amount::VARCHAR, '\.?0+$', '');

-- 差额, exact; none where it would leave the 22 digits before the point.
CREATE OR REPLACE MACRO difference_of(a, b) AS TRY_CAST(TRY(a - b) AS DECIMAL(38,16));

-- NULL, false, true as two bits, and back.
CREATE OR REPLACE MACRO check_bits(fired) AS CASE WHEN fired THEN 3 WHEN NOT fired THEN 1 ELSE 0 END;
CREATE OR REPLACE MACRO bits_check(bits) AS CASE WHEN bits & 3 = 3 THEN true WHEN bits & 3 = 1 THEN false END;

-- Several texts as one; none is empty. chr(31) stands in no cell.
CREATE OR REPLACE MACRO facts_of(texts) AS array_to_string([coalesce(each, '') FOR each IN texts], chr(31));
