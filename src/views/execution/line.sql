-- One item ($7) of the units in view over all years, with the rate on the chosen base ($8) alone: the two are never mixed.
-- $1…$6: years from and to, region, category, search, rule set; $9: the threshold below which a rate is low. They stand where
-- they are used, so that what narrows nothing is not looked at.
WITH rules AS (SELECT $6::VARCHAR AS rule_set_id),  -- money has none, but it is asked like everything else
line AS (
  SELECT f.fiscal_year, f.unit_code, u.unit_name, f.initial_budget, f.adjusted_budget, f.actual,
         CASE $8::VARCHAR WHEN 'initial_budget' THEN f.initial_budget ELSE f.adjusted_budget END AS budget,
         CASE $8::VARCHAR WHEN 'initial_budget' THEN f.completion_rate ELSE f.execution_rate END AS rate
  FROM finance_line f
  JOIN unit_year_in_view($1::INTEGER, $2::INTEGER, $3::VARCHAR, $4::VARCHAR, $5::VARCHAR) u
    ON u.fiscal_year = f.fiscal_year AND u.unit_code = f.unit_code
  WHERE f.item = $7::VARCHAR
)
