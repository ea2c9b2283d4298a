-- The units of the years $1…$2 in the order of the ranking, with nothing left out but by search ($3): which region or
-- category is in view only leaves some out, and that is the page's own work (inView.ts). $4 rule set; $5 least coverage,
-- NULL as the rule set says. Ordered as rankings.sql orders.
WITH rules AS (
  SELECT coalesce($5::DECIMAL(5,2), least_coverage) AS least_coverage FROM rule_set WHERE rule_set_id = $4::VARCHAR
),
listed AS (
  SELECT u.*,
         CASE WHEN u.execution_rate > 100 THEN 100 ELSE u.execution_rate END AS tie_rate,
         -- 0: ranked; 1: too little could be computed; 2: no total
         CASE WHEN u.recomputed_total IS NULL THEN 2 WHEN coalesce(u.coverage, 0) < r.least_coverage THEN 1 ELSE 0 END AS place_group
  FROM unit_result_in_view($4::VARCHAR, $1::INTEGER, $2::INTEGER, NULL, NULL, $3::VARCHAR) u CROSS JOIN rules r
)
SELECT fiscal_year, place_group, unit_code, unit_name, region, unit_category,
       recomputed_total, recomputed_grade, reported_total, reported_grade,
       reported_total - recomputed_total AS score_gap,
       execution_rate, completion_rate, control_rate, coverage
FROM listed
ORDER BY fiscal_year, place_group, recomputed_total DESC NULLS LAST,
         CASE WHEN place_group < 2 THEN tie_rate END DESC NULLS LAST, unit_code
