-- How many parts of a total have a figure in one stage: the check allows 0.01 万元 of rounding for each.
SELECT count(CASE $4::VARCHAR
         WHEN 'initial_budget' THEN a.initial_budget
         WHEN 'adjusted_budget' THEN a.adjusted_budget
         WHEN 'actual' THEN a.actual
       END) AS parts
FROM finance_amount a
JOIN finance_item i ON i.item = a.item
WHERE a.fiscal_year = $1::INTEGER AND a.unit_code = $2::VARCHAR AND i.parent = $3::VARCHAR
