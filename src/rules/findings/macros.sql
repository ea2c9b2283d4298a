-- A figure as lists print it: exact, at least two decimals, zeros beyond two cut.
CREATE OR REPLACE MACRO exact_text(amount) AS regexp_replace(amount::VARCHAR, '(\.\d\d\d*?)0+$', '\1');

-- A figure inside a formula: no zeros at its end.
CREATE OR REPLACE MACRO short_text(amount) AS regexp_replace(amount::VARCHAR, '\.?0+$', '');
