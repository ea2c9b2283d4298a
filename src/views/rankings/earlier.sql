-- The same units in earlier years, with nothing but what places are counted by: $9 names the one figure that is wanted.
-- Ranked as rankings.sql ranks.
WITH param AS (
  SELECT $1::INTEGER AS year_from, $2::INTEGER AS year_to, $3::VARCHAR AS region, $4::VARCHAR AS category,
         $5::VARCHAR AS q, $6::VARCHAR AS rule_set_id,
         $7::DECIMAL(5,2) AS least_coverage, $8::VARCHAR AS ranking, $9::VARCHAR AS figure
),
rules AS (
  SELECT coalesce(p.ranking, r.ranking) AS ranking, coalesce(p.least_coverage, r.least_coverage) AS least_coverage, p.figure
  FROM rule_set r JOIN param p ON p.rule_set_id = r.rule_set_id
),
scored AS (
  SELECT u.*, r.ranking, r.figure,
         u.recomputed_total IS NOT NULL AND coalesce(u.coverage, 0) >= r.least_coverage AS is_ranked
  FROM unit_result_in_view($6::VARCHAR, $1::INTEGER, $2::INTEGER, $3::VARCHAR, $4::VARCHAR, $5::VARCHAR) u
  CROSS JOIN rules r
)
SELECT fiscal_year, unit_code,
       CASE WHEN is_ranked THEN CAST(CASE ranking
         WHEN 'dense' THEN dense_rank() OVER (PARTITION BY fiscal_year, is_ranked ORDER BY recomputed_total DESC)
         ELSE rank() OVER (PARTITION BY fiscal_year, is_ranked ORDER BY recomputed_total DESC) END AS INTEGER) END AS rank,
       CASE figure WHEN 'recomputed_total' THEN recomputed_total END AS recomputed_total,
       CASE figure WHEN 'reported_total' THEN reported_total END AS reported_total,
       CASE figure WHEN 'score_gap' THEN reported_total - recomputed_total END AS score_gap,
       CASE figure WHEN 'execution_rate' THEN execution_rate END AS execution_rate,
       CASE figure WHEN 'completion_rate' THEN completion_rate END AS completion_rate,
       CASE figure WHEN 'control_rate' THEN control_rate END AS control_rate
FROM scored
