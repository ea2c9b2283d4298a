-- One year ($7) against a chosen earlier one ($8), item by item. The comparison follows renames and mergers as the one
-- with last year does: the sum over the unit itself and all codes that have become it by then and filed an actual of
-- the three public expenses in the earlier year; none where one of them lacks the item's actual or was split.
, present AS (
  SELECT unit_code, item, actual FROM line WHERE fiscal_year = $7::INTEGER AND actual IS NOT NULL
),
member AS (
  SELECT DISTINCT unit_code, unit_code AS member_code, false AS is_split FROM present
  UNION ALL
  SELECT DISTINCT p.unit_code, a.ancestor, coalesce(s.split_year <= $7::INTEGER, false)
  FROM present p
  JOIN unit_ancestor a ON a.unit_code = p.unit_code AND a.from_year <= $7::INTEGER
  LEFT JOIN unit_split s ON s.unit_code = a.ancestor
),
filed AS (
  SELECT DISTINCT g.unit_code FROM finance_given g
  JOIN finance_item i ON i.item = g.item
  WHERE g.fiscal_year = $8::INTEGER AND i.item_group = 'three_public' AND g.actual IS NOT NULL
),
base_amount AS (
  SELECT p.unit_code, p.item, any_value(p.actual) AS actual,
         CASE WHEN bool_or(m.is_split) OR count(a.actual) < count(*) THEN NULL ELSE sum(a.actual) END AS base_actual
  FROM present p
  JOIN member m ON m.unit_code = p.unit_code
  JOIN filed f ON f.unit_code = m.member_code
  LEFT JOIN finance_amount a ON a.unit_code = m.member_code AND a.fiscal_year = $8::INTEGER
    AND a.item = CASE p.item WHEN 'three_public.vehicle_alone' THEN 'three_public.vehicle' ELSE p.item END
  GROUP BY p.unit_code, p.item
)
SELECT p.item, count(*)::INTEGER AS actual_count, count(b.base_actual)::INTEGER AS comparable_count,
       sum(p.actual) FILTER (WHERE b.base_actual IS NOT NULL) AS actual, sum(b.base_actual) AS base_actual
FROM present p LEFT JOIN base_amount b ON b.unit_code = p.unit_code AND b.item = p.item
GROUP BY p.item
ORDER BY p.item
