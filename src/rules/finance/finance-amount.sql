-- Money by number, on the way to finance_line: a unit-year is its place, an item its place in the order of items.
CREATE OR REPLACE TABLE finance_place AS
SELECT fiscal_year, unit_code, row_number() OVER (ORDER BY fiscal_year, unit_code)::INTEGER AS place_id
FROM (SELECT DISTINCT fiscal_year, unit_code FROM finance_head);

-- What the files state: one row per unit-year and item. Different names of income.other add up, and the sum counts as given.
CREATE OR REPLACE TABLE given_amount AS
SELECT h.place_id, s.item_order,
       sum(amount) FILTER (WHERE s.stage = 'initial_budget') AS initial_budget,
       sum(amount) FILTER (WHERE s.stage = 'adjusted_budget') AS adjusted_budget,
       sum(amount) FILTER (WHERE s.stage = 'actual') AS actual,
       min(f.first_key + line) FILTER (WHERE s.stage = 'initial_budget') AS initial_key,
       min(f.first_key + line) FILTER (WHERE s.stage = 'adjusted_budget') AS adjusted_key,
       min(f.first_key + line) FILTER (WHERE s.stage = 'actual') AS actual_key
FROM finance_row r
JOIN (
  SELECT h.id, p.place_id FROM finance_head h JOIN finance_place p ON p.fiscal_year = h.fiscal_year AND p.unit_code = h.unit_code
) h ON h.id = r.head_id
JOIN (SELECT s.id, s.stage, i.item_order FROM finance_subject s JOIN finance_item i ON i.item = s.item) s ON s.id = r.subject_id
LEFT JOIN file_order f ON f.file_id = r.file_id
WHERE amount IS NOT NULL
GROUP BY h.place_id, s.item_order;

CREATE OR REPLACE VIEW finance_given AS
SELECT p.fiscal_year, p.unit_code, i.item, g.* EXCLUDE (place_id, item_order)
FROM given_amount g
JOIN finance_place p ON p.place_id = g.place_id
JOIN finance_item i ON i.item_order = g.item_order;

-- Given amounts, with the totals that are left to be summed: those of items without parts here, the others below, level by
-- level (finance-sum.sql).
CREATE OR REPLACE TABLE total_amount AS
SELECT *, false AS initial_summed, false AS adjusted_summed, false AS actual_summed FROM given_amount
WHERE item_order IN (SELECT item_order FROM finance_item WHERE height = 0);

CREATE OR REPLACE VIEW finance_amount AS
SELECT p.fiscal_year, p.unit_code, i.item, a.* EXCLUDE (place_id, item_order)
FROM total_amount a
JOIN finance_place p ON p.place_id = a.place_id
JOIN finance_item i ON i.item_order = a.item_order;
