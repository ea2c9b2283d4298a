-- Units in view, ranked within each year by their printed recomputed total. The year before the first in view is
-- ranked too, among the same units, for `last_rank`.
WITH param AS (
  SELECT $1::INTEGER AS year_from, $2::INTEGER AS year_to, $3::VARCHAR AS region, $4::VARCHAR AS category,
         $5::VARCHAR AS q, $6::VARCHAR AS rule_set_id,
         -- NULL: as the rule set says
         $7::DECIMAL(5,2) AS least_coverage, $8::VARCHAR AS ranking
),
rules AS (
  SELECT r.title, coalesce(p.ranking, r.ranking) AS ranking, coalesce(p.least_coverage, r.least_coverage) AS least_coverage
  FROM rule_set r JOIN param p ON p.rule_set_id = r.rule_set_id
),
scored AS (
  SELECT u.*, r.title AS rule_set, r.ranking,
         CASE WHEN u.execution_rate > 100 THEN 100 ELSE u.execution_rate END AS tie_rate,
         -- 0: ranked; 1: too little could be computed; 2: no total
         CASE WHEN u.recomputed_total IS NULL THEN 2 WHEN coalesce(u.coverage, 0) < r.least_coverage THEN 1 ELSE 0 END AS place_group
  -- The values themselves, not from param: only so do they reach the table before anything is joined.
  FROM unit_result_in_view($6::VARCHAR, $1::INTEGER - 1, $2::INTEGER, $3::VARCHAR, $4::VARCHAR, $5::VARCHAR) u
  CROSS JOIN rules r
),
ranked AS (
  SELECT *,
         CASE WHEN place_group = 0 THEN CAST(CASE ranking
           WHEN 'dense' THEN dense_rank() OVER (PARTITION BY fiscal_year, place_group ORDER BY recomputed_total DESC)
           ELSE rank() OVER (PARTITION BY fiscal_year, place_group ORDER BY recomputed_total DESC) END AS INTEGER) END AS rank
  FROM scored
)
SELECT r.fiscal_year, r.rank, r.unit_code, r.unit_name, r.recomputed_total, r.recomputed_grade, r.reported_total, r.reported_grade,
       r.reported_total - r.recomputed_total AS score_gap,
       r.execution_rate, r.completion_rate, r.control_rate, r.coverage, r.rule_set,
       r.region, r.unit_category, r.sum_of_scores,
       coalesce(own.rank, before.rank) AS last_rank,
       CASE WHEN own.rank IS NULL AND before.rank IS NOT NULL THEN before.unit_code END AS last_rank_unit
FROM ranked r
LEFT JOIN ranked own ON own.fiscal_year = r.fiscal_year - 1 AND own.unit_code = r.unit_code
LEFT JOIN unit_predecessor p ON p.unit_code = r.unit_code AND p.effective_year <= r.fiscal_year
LEFT JOIN ranked before ON before.fiscal_year = r.fiscal_year - 1 AND before.unit_code = p.predecessor
WHERE $1::INTEGER IS NULL OR r.fiscal_year >= $1::INTEGER
ORDER BY r.fiscal_year, r.place_group, r.recomputed_total DESC NULLS LAST,
         CASE WHEN r.place_group < 2 THEN r.tie_rate END DESC NULLS LAST, r.unit_code
