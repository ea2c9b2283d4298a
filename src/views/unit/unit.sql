-- The indicators of the units in view, each with its score and working. $7: one unit's code, or NULL for all.
WITH param AS (
  SELECT $1::INTEGER AS year_from, $2::INTEGER AS year_to, $3::VARCHAR AS region, $4::VARCHAR AS category,
         $5::VARCHAR AS q, $6::VARCHAR AS rule_set_id, $7::VARCHAR AS unit_code
),
unit_in_view AS (
  SELECT fiscal_year, unit_code, unit_name FROM unit_year_in_view(
    (SELECT year_from FROM param), (SELECT year_to FROM param), (SELECT region FROM param), (SELECT category FROM param), (SELECT q FROM param)
  )
)
SELECT s.fiscal_year, s.unit_code, s.indicator_no, s.indicator, s.target_form AS target, s.achieved_form AS achieved,
       s.weight, s.reported_score, s.score AS computed_score, s.working,
       CASE s.state
         WHEN 'computed' THEN '已重算' WHEN 'banded' THEN '分档核定' WHEN 'reported' THEN '采用自评'
         WHEN 'manual' THEN '规则无法判定' WHEN 'missing' THEN '缺失' ELSE '不适用' END AS state,
       u.unit_name, s.indicator_id, s.state AS state_code, s.basis, s.reason, s.ratio_top, s.ratio_bottom,
       s.rule_set, s.rule_source, s.file_name, s.line
FROM indicator_working s
JOIN unit_in_view u ON u.fiscal_year = s.fiscal_year AND u.unit_code = s.unit_code
-- The values themselves, not from param: only so do they reach the tables below the view before anything is joined.
WHERE s.rule_set_id = $6::VARCHAR AND s.unit_code = coalesce($7::VARCHAR, s.unit_code)
  AND is_in_years(s.fiscal_year, $1::INTEGER, $2::INTEGER)
ORDER BY s.fiscal_year, s.unit_code, natural_key(s.indicator_no), s.indicator, s.indicator_id
