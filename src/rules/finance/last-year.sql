-- Codes that have become another code, over any number of steps, and from which year on.
CREATE OR REPLACE TABLE unit_ancestor AS
WITH RECURSIVE step AS (
  SELECT to_code AS unit_code, from_code AS ancestor, effective_year FROM unit_change
  UNION
  SELECT s.unit_code, c.from_code, CASE WHEN c.effective_year > s.effective_year THEN c.effective_year ELSE s.effective_year END
  FROM step s JOIN unit_change c ON c.to_code = s.ancestor
)
SELECT unit_code, ancestor, min(effective_year) AS from_year FROM step WHERE ancestor <> unit_code GROUP BY ALL;

-- Codes that have been split: from the year in which a second code has come of them.
CREATE OR REPLACE TABLE unit_split AS
SELECT from_code AS unit_code, list_sort(list(became_year))[2] AS split_year
FROM (SELECT from_code, to_code, min(effective_year) AS became_year FROM unit_change GROUP BY ALL)
GROUP BY from_code HAVING count(*) > 1;

-- Last year's actuals of units that have predecessors: the sum over the unit itself and its predecessors that filed an
-- actual of the item's group. No comparison where one of them lacks the item, or was split.
CREATE OR REPLACE TABLE last_year_of_chain AS
WITH chained AS (
  SELECT DISTINCT u.fiscal_year, u.unit_code
  FROM unit_year u JOIN unit_ancestor a ON a.unit_code = u.unit_code AND a.from_year <= u.fiscal_year
),
member AS (
  SELECT fiscal_year, unit_code, unit_code AS member_code, false AS is_split FROM chained
  UNION ALL
  SELECT c.fiscal_year, c.unit_code, a.ancestor, coalesce(s.split_year <= c.fiscal_year, false)
  FROM chained c JOIN unit_ancestor a ON a.unit_code = c.unit_code AND a.from_year <= c.fiscal_year
  LEFT JOIN unit_split s ON s.unit_code = a.ancestor
),
filed AS (
  SELECT DISTINCT g.fiscal_year, g.unit_code, i.item_group
  FROM finance_given g JOIN finance_item i ON i.item = g.item
  WHERE g.actual IS NOT NULL AND g.unit_code IN (SELECT member_code FROM member)
)
SELECT m.fiscal_year, m.unit_code, i.item,
       CASE WHEN bool_or(m.is_split) OR count(p.actual) < count(*) THEN NULL ELSE sum(p.actual) END AS last_actual,
       count(*) AS member_count
FROM member m
JOIN filed f ON f.unit_code = m.member_code AND f.fiscal_year = m.fiscal_year - 1
JOIN finance_item i ON i.item_group = f.item_group
LEFT JOIN finance_amount p ON p.unit_code = m.member_code AND p.fiscal_year = m.fiscal_year - 1 AND p.item = i.item
GROUP BY m.fiscal_year, m.unit_code, i.item;
