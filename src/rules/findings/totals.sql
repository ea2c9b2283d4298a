-- total_vs_parts, parts_incomplete: given totals against the sum of their parts (which may themselves be sums).
-- NULL: not checked. Half a 分 of rounding per part is no error (0.01 万元 each).
CREATE OR REPLACE TABLE check_total AS
WITH part AS (
  SELECT a.fiscal_year, a.unit_code, i.parent AS item,
         count(initial_budget) AS initial_count, sum(initial_budget) AS initial_sum,
         count(adjusted_budget) AS adjusted_count, sum(adjusted_budget) AS adjusted_sum,
         count(actual) AS actual_count, sum(actual) AS actual_sum
  FROM finance_amount a JOIN finance_item i ON i.item = a.item
  WHERE i.parent IS NOT NULL
  GROUP BY ALL
),
total AS (
  SELECT g.*, p.* EXCLUDE (fiscal_year, unit_code, item), n.part_count
  FROM finance_given g
  JOIN (SELECT parent AS item, count(*) AS part_count FROM finance_item GROUP BY parent) n ON n.item = g.item
  JOIN part p ON p.fiscal_year = g.fiscal_year AND p.unit_code = g.unit_code AND p.item = g.item
),
staged AS (
  SELECT fiscal_year, unit_code, item, part_count, 'initial_budget' AS stage,
         initial_budget AS total, initial_count AS filled, initial_sum AS parts, initial_key AS line_key FROM total
  UNION ALL
  SELECT fiscal_year, unit_code, item, part_count, 'adjusted_budget', adjusted_budget, adjusted_count, adjusted_sum, adjusted_key FROM total
  UNION ALL
  SELECT fiscal_year, unit_code, item, part_count, 'actual', actual, actual_count, actual_sum, actual_key FROM total
)
SELECT *,
       CASE
         WHEN filled = part_count THEN abs(total - parts) > 0.01 * filled
         WHEN total > parts THEN NULL
         ELSE parts - total > 0.01 * filled
       END AS differs,
       filled < part_count AND total - parts > 0.01 * filled AS is_incomplete
FROM staged WHERE total IS NOT NULL AND filled > 0;

CREATE OR REPLACE TABLE ledger_totals AS
SELECT fiscal_year, unit_code, bool_or(differs) AS total_vs_parts, bool_or(is_incomplete) AS parts_incomplete
FROM check_total GROUP BY ALL;

INSERT INTO fact_finding
WITH fired AS (SELECT * FROM check_total WHERE differs OR is_incomplete),
worded AS (
  SELECT f.fiscal_year, f.unit_code, f.item, f.stage,
         string_agg(exact_text(amount), ' + ' ORDER BY i.item_order) FILTER (WHERE amount IS NOT NULL) AS summands,
         string_agg(i.label, '、' ORDER BY i.item_order) FILTER (WHERE amount IS NULL) AS lacking,
         string_agg(i.item, ',' ORDER BY i.item_order) FILTER (WHERE amount IS NULL) AS lacking_items
  FROM (
    SELECT f.fiscal_year, f.unit_code, f.item, f.stage, i.item_order, i.label,
           CASE f.stage WHEN 'initial_budget' THEN a.initial_budget WHEN 'adjusted_budget' THEN a.adjusted_budget ELSE a.actual END AS amount
    FROM fired f
    JOIN finance_item i ON i.parent = f.item
    LEFT JOIN finance_amount a ON a.fiscal_year = f.fiscal_year AND a.unit_code = f.unit_code AND a.item = i.item
  ) AS f JOIN finance_item i ON i.item_order = f.item_order
  GROUP BY ALL
)
SELECT f.fiscal_year, f.unit_code, CASE WHEN f.differs THEN 'total_vs_parts' ELSE 'parts_incomplete' END,
       f.item, f.stage, NULL, NULL, exact_text(f.total), exact_text(f.parts), difference_of(f.total, f.parts),
       stage_word(f.stage) || '：' || i.label || ' ' || exact_text(f.total) || '，分项之和 ' || w.summands
         || CASE WHEN f.filled > 1 THEN ' = ' || exact_text(f.parts) ELSE '' END
         || CASE WHEN w.lacking IS NOT NULL THEN '；缺分项：' || w.lacking ELSE '' END,
       f.line_key, facts_of([w.summands, w.lacking_items])
FROM fired f
JOIN worded w ON w.fiscal_year = f.fiscal_year AND w.unit_code = f.unit_code AND w.item = f.item AND w.stage = f.stage
JOIN finance_item i ON i.item = f.item;

DROP TABLE check_total;
