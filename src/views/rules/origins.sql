-- Where the totals of one year move between two rule sets: of each unit in view the two indicators whose scores differ
-- most, and the rest of them in one figure. An indicator that a rule set adds is the same one in both.
WITH param AS (
  SELECT $1::INTEGER AS fiscal_year, $2::VARCHAR AS region, $3::VARCHAR AS category, $4::VARCHAR AS q,
         $5::VARCHAR AS left_id, $6::VARCHAR AS right_id
),
unit_in_view AS (
  SELECT unit_code FROM unit_year_in_view(
    (SELECT fiscal_year FROM param), (SELECT fiscal_year FROM param), (SELECT region FROM param), (SELECT category FROM param), (SELECT q FROM param)
  ) WHERE fiscal_year = (SELECT fiscal_year FROM param)
),
score_of AS (
  SELECT s.rule_set_id, s.unit_code, CASE WHEN s.indicator_id < 0 THEN 0 ELSE s.indicator_id END AS indicator_id, s.indicator_id AS own_id, s.score
  FROM indicator_score s JOIN unit_in_view u ON u.unit_code = s.unit_code
  WHERE s.fiscal_year = (SELECT fiscal_year FROM param)
),
moved AS (
  SELECT coalesce(l.unit_code, r.unit_code) AS unit_code, coalesce(r.own_id, l.own_id) AS own_id,
         l.score AS left_score, r.score AS right_score, coalesce(r.score, 0) - coalesce(l.score, 0) AS difference,
         CASE WHEN r.own_id IS NULL THEN (SELECT left_id FROM param) ELSE (SELECT right_id FROM param) END AS named_by
  FROM (SELECT * FROM score_of WHERE rule_set_id = (SELECT left_id FROM param)) l
  FULL JOIN (SELECT * FROM score_of WHERE rule_set_id = (SELECT right_id FROM param)) r
    ON r.unit_code = l.unit_code AND r.indicator_id = l.indicator_id
  WHERE l.score IS DISTINCT FROM r.score
),
placed AS (
  SELECT *, CAST(row_number() OVER (PARTITION BY unit_code ORDER BY abs(difference) DESC, own_id) AS INTEGER) AS place,
         count(*) OVER (PARTITION BY unit_code) AS moved_count,
         CAST(sum(difference) OVER (PARTITION BY unit_code) AS DECIMAL(38,16)) AS moved_by
  FROM moved
)
SELECT p.unit_code, p.place, coalesce(i.indicator, a.indicator) AS indicator, p.left_score, p.right_score, p.difference,
       CAST(p.moved_count AS INTEGER) AS moved_count, p.moved_by
FROM placed p
LEFT JOIN indicator i ON i.indicator_id = p.own_id
LEFT JOIN added_indicator a ON a.indicator_id = p.own_id AND a.rule_set_id = p.named_by
WHERE p.place <= 2
ORDER BY p.unit_code, p.place
