-- Every year in which a unit has data: its totals, money and the number of findings, whatever years are in view.
-- Places are among all units of the year.
WITH param AS (SELECT $1::VARCHAR AS unit_code, $2::VARCHAR AS rule_set_id),
own AS (SELECT fiscal_year, unit_code FROM unit_year WHERE unit_code = (SELECT unit_code FROM param)),
-- Ranked as the rankings page ranks: by the printed total, units of too little coverage without a place.
eligible AS (
  SELECT s.*, r.ranking,
         s.recomputed_total IS NOT NULL AND coalesce(s.coverage, 0) >= r.least_coverage AS is_ranked
  FROM unit_score s JOIN rule_set r ON r.rule_set_id = s.rule_set_id
  JOIN unit_year u ON u.fiscal_year = s.fiscal_year AND u.unit_code = s.unit_code
  WHERE s.rule_set_id = (SELECT rule_set_id FROM param)
),
placed AS (
  SELECT *,
         CASE WHEN is_ranked THEN CASE ranking
           WHEN 'dense' THEN dense_rank() OVER (PARTITION BY fiscal_year, is_ranked ORDER BY recomputed_total DESC)
           ELSE rank() OVER (PARTITION BY fiscal_year, is_ranked ORDER BY recomputed_total DESC) END END AS unit_rank,
         count(*) FILTER (WHERE is_ranked) OVER (PARTITION BY fiscal_year) AS ranked_units,
         CASE WHEN reported_total IS NOT NULL THEN
           rank() OVER (PARTITION BY fiscal_year ORDER BY reported_total DESC NULLS LAST) END AS reported_rank
  FROM eligible
),
found AS (
  SELECT fiscal_year, count(*) AS finding_count FROM finding
  WHERE unit_code = (SELECT unit_code FROM param) AND rule_set_id = (SELECT rule_set_id FROM param)
  GROUP BY fiscal_year
)
SELECT o.fiscal_year, c.reported_total, c.reported_grade,
       c.file_id AS conclusion_file_id, f.file_name AS conclusion_file, c.line AS conclusion_line,
       s.sum_of_scores, s.recomputed_total, s.recomputed_grade, s.coverage,
       CAST(s.unit_rank AS INTEGER) AS unit_rank, CAST(coalesce(s.ranked_units, 0) AS INTEGER) AS ranked_units,
       CAST(s.reported_rank AS INTEGER) AS reported_rank,
       e.initial_budget, e.adjusted_budget, e.actual, e.execution_rate, e.completion_rate, e.adjustment_rate,
       b.rate AS operating_rate,
       t.budget AS three_public_budget, t.actual AS three_public_actual, t.rate AS control_rate,
       t.change_rate AS three_public_change,
       CAST(coalesce(n.finding_count, 0) AS INTEGER) AS finding_count
FROM own o
LEFT JOIN conclusion c ON c.unit_code = o.unit_code AND c.fiscal_year = o.fiscal_year
LEFT JOIN source_file f ON f.file_id = c.file_id
LEFT JOIN placed s ON s.unit_code = o.unit_code AND s.fiscal_year = o.fiscal_year
LEFT JOIN finance_line e ON e.unit_code = o.unit_code AND e.fiscal_year = o.fiscal_year AND e.item = 'expenditure.total'
LEFT JOIN finance_line b ON b.unit_code = o.unit_code AND b.fiscal_year = o.fiscal_year AND b.item = 'expenditure.basic.operating'
LEFT JOIN finance_line t ON t.unit_code = o.unit_code AND t.fiscal_year = o.fiscal_year AND t.item = 'three_public.total'
LEFT JOIN found n ON n.fiscal_year = o.fiscal_year
ORDER BY o.fiscal_year
