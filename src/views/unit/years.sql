-- Every year in which a unit has data: its totals and money, whatever years are in view.
-- Places are among all units of the year.
WITH
own AS MATERIALIZED (
  SELECT u.fiscal_year, u.reported_total, u.sum_of_scores, u.recomputed_total, u.recomputed_grade, u.coverage,
         r.ranking, r.least_coverage,
         u.recomputed_total IS NOT NULL AND coalesce(u.coverage, 0) >= r.least_coverage AS is_ranked
  FROM unit_result u JOIN rule_set r ON r.rule_set_id = u.rule_set_id
  WHERE u.rule_set_id = $2::VARCHAR AND u.unit_code = $1::VARCHAR
),
-- Ranked as the rankings page ranks: by the printed total, units of too little coverage without a place. One unit's
-- place is one more than there are better ones, or better totals: no need to rank them all.
beside AS (
  SELECT o.fiscal_year, o.ranking, o.recomputed_total AS own_total, o.reported_total AS own_reported,
         p.recomputed_total, p.reported_total,
         p.recomputed_total IS NOT NULL AND coalesce(p.coverage, 0) >= o.least_coverage AS is_ranked
  FROM own o JOIN unit_result p ON p.fiscal_year = o.fiscal_year AND p.rule_set_id = $2::VARCHAR
),
placed AS (
  SELECT fiscal_year, count(*) FILTER (is_ranked) AS ranked_units,
         1 + count(*) FILTER (is_ranked AND recomputed_total > own_total) AS better_units,
         -- Telling totals apart takes longer than all the rest: only where places are counted by it.
         1 + count(DISTINCT CASE WHEN ranking = 'dense' AND is_ranked AND recomputed_total > own_total THEN recomputed_total END)
           AS better_totals,
         1 + count(*) FILTER (reported_total > own_reported) AS reported_rank
  FROM beside GROUP BY fiscal_year
),
-- By name: every column more is read for all units that stand near this one.
money AS MATERIALIZED (
  SELECT fiscal_year, item, initial_budget, adjusted_budget, budget, actual, rate, change_rate,
         execution_rate, completion_rate, adjustment_rate
  FROM finance_line
  WHERE unit_code = $1::VARCHAR AND item IN ('expenditure.total', 'expenditure.basic.operating', 'three_public.total')
)
SELECT o.fiscal_year, c.reported_total, c.reported_grade,
       c.file_id AS conclusion_file_id, f.file_name AS conclusion_file, c.line AS conclusion_line,
       o.sum_of_scores, o.recomputed_total, o.recomputed_grade, o.coverage,
       CAST(CASE WHEN o.is_ranked THEN CASE o.ranking WHEN 'dense' THEN s.better_totals ELSE s.better_units END END AS INTEGER) AS unit_rank,
       CAST(s.ranked_units AS INTEGER) AS ranked_units,
       CAST(CASE WHEN o.reported_total IS NOT NULL THEN s.reported_rank END AS INTEGER) AS reported_rank,
       e.initial_budget, e.adjusted_budget, e.actual, e.execution_rate, e.completion_rate, e.adjustment_rate,
       b.rate AS operating_rate,
       t.budget AS three_public_budget, t.actual AS three_public_actual, t.rate AS control_rate,
       t.change_rate AS three_public_change
FROM own o
LEFT JOIN conclusion c ON c.unit_code = $1::VARCHAR AND c.fiscal_year = o.fiscal_year
LEFT JOIN source_file f ON f.file_id = c.file_id
LEFT JOIN placed s ON s.fiscal_year = o.fiscal_year
LEFT JOIN money e ON e.fiscal_year = o.fiscal_year AND e.item = 'expenditure.total'
LEFT JOIN money b ON b.fiscal_year = o.fiscal_year AND b.item = 'expenditure.basic.operating'
LEFT JOIN money t ON t.fiscal_year = o.fiscal_year AND t.item = 'three_public.total'
ORDER BY o.fiscal_year
