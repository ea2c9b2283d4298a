-- Where the totals of one year move between two rule sets: of each unit in view the two indicators whose scores differ
-- most, and the rest of them in one figure. An indicator that a rule set adds is the same one in both. Only the year's
-- indicators are looked at, and alike ones by their case, whose scores stand side by side.
WITH param AS (
  SELECT $1::INTEGER AS fiscal_year, $2::VARCHAR AS region, $3::VARCHAR AS category, $4::VARCHAR AS q
),
place AS (
  SELECT p.place_id, p.unit_code
  FROM indicator_place p
  JOIN unit_year_in_view(
    (SELECT fiscal_year FROM param), (SELECT fiscal_year FROM param), (SELECT region FROM param), (SELECT category FROM param), (SELECT q FROM param)
  ) u ON u.fiscal_year = p.fiscal_year AND u.unit_code = p.unit_code
  WHERE p.fiscal_year = $1::INTEGER
),
named AS (
  SELECT n.name_id, n.indicator, coalesce(l.step, 0) AS left_step, coalesce(r.step, 0) AS right_step
  FROM indicator_name n
  LEFT JOIN named_step l ON l.rule_set_id = $5::VARCHAR AND l.name_id = n.name_id
  LEFT JOIN named_step r ON r.rule_set_id = $6::VARCHAR AND r.name_id = n.name_id
),
added AS (
  SELECT s.rule_set_id, s.unit_code, s.indicator_id, s.score, a.indicator
  FROM added_score s
  JOIN added_indicator a ON a.rule_set_id = s.rule_set_id AND a.indicator_id = s.indicator_id
  JOIN place p ON p.unit_code = s.unit_code
  WHERE s.fiscal_year = $1::INTEGER
),
moved AS (
  SELECT p.unit_code, c.indicator_id, n.indicator, l.score AS left_score, r.score AS right_score
  FROM indicator_case c
  JOIN place p ON p.place_id = c.place_id
  JOIN named n ON n.name_id = c.name_id
  JOIN case_score l ON l.rule_set_id = $5::VARCHAR AND l.case_id = c.case_id AND l.step = n.left_step
  JOIN case_score r ON r.rule_set_id = $6::VARCHAR AND r.case_id = c.case_id AND r.step = n.right_step
  WHERE l.score IS DISTINCT FROM r.score
  UNION ALL
  SELECT coalesce(l.unit_code, r.unit_code), coalesce(r.indicator_id, l.indicator_id), coalesce(r.indicator, l.indicator), l.score, r.score
  FROM (SELECT * FROM added WHERE rule_set_id = $5::VARCHAR) l
  FULL JOIN (SELECT * FROM added WHERE rule_set_id = $6::VARCHAR) r ON r.unit_code = l.unit_code
  WHERE l.score IS DISTINCT FROM r.score
),
placed AS (
  SELECT *, coalesce(right_score, 0) - coalesce(left_score, 0) AS difference,
         CAST(row_number() OVER (
           PARTITION BY unit_code ORDER BY abs(coalesce(right_score, 0) - coalesce(left_score, 0)) DESC, indicator_id
         ) AS INTEGER) AS place,
         count(*) OVER (PARTITION BY unit_code) AS moved_count,
         sum(coalesce(right_score, 0) - coalesce(left_score, 0)) OVER (PARTITION BY unit_code) AS moved_by
  FROM moved
)
SELECT unit_code, place, indicator, from_amount(left_score) AS left_score, from_amount(right_score) AS right_score,
       from_amount(difference) AS difference, CAST(moved_count AS INTEGER) AS moved_count, from_amount(moved_by) AS moved_by
FROM placed
WHERE place <= 2
ORDER BY unit_code, place
