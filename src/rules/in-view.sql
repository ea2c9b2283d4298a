-- Of a row: whether its year, and its unit, are in view. What is chosen may be NULL, each for itself; q is text to be found in
-- code or name, never a pattern.
CREATE OR REPLACE MACRO is_in_years(fiscal_year, year_from, year_to) AS
  (year_from IS NULL OR fiscal_year >= year_from) AND (year_to IS NULL OR fiscal_year <= year_to);
CREATE OR REPLACE MACRO is_in_view(unit_code, unit_name, own_region, own_category, region, category, q) AS
  (region IS NULL OR own_region = region) AND (category IS NULL OR own_category = category)
  AND (q IS NULL OR contains(lower(unit_code), lower(q)) OR contains(lower(unit_name), lower(q)));
