-- total_vs_parts, parts_incomplete: given totals against the sum of their parts (which may themselves be sums).
-- NULL: not checked. Half a 分 of rounding per part is no error (0.01 万元 each).
CREATE OR REPLACE MACRO total_differs(total, parts, filled, part_count) AS CASE
  WHEN filled = 0 THEN NULL
  WHEN filled = part_count THEN abs(total - parts) > 0.01 * filled
  WHEN total > parts THEN NULL
  ELSE parts - total > 0.01 * filled
END;
CREATE OR REPLACE MACRO total_lacks_parts(total, parts, filled, part_count) AS
  CASE WHEN total IS NOT NULL AND filled > 0 THEN filled < part_count AND total - parts > 0.01 * filled END;

-- Few totals fail: their figures are taken once more below, rather than those of all kept here.
CREATE OR REPLACE TABLE check_total AS
WITH parent AS (
  SELECT i.item_order AS part_order, t.item_order, count(*) OVER (PARTITION BY t.item_order) AS part_count
  FROM finance_item i JOIN finance_item t ON t.item = i.parent
),
part AS (
  SELECT a.place_id, p.item_order, p.part_count,
         count(initial_budget) AS initial_filled, sum(initial_budget) AS initial_parts,
         count(adjusted_budget) AS adjusted_filled, sum(adjusted_budget) AS adjusted_parts,
         count(actual) AS actual_filled, sum(actual) AS actual_parts
  FROM total_amount a JOIN parent p ON p.part_order = a.item_order
  GROUP BY a.place_id, p.item_order, p.part_count
)
SELECT g.place_id, g.item_order,
       total_differs(initial_budget, initial_parts, initial_filled, part_count) AS initial_differs,
       total_differs(adjusted_budget, adjusted_parts, adjusted_filled, part_count) AS adjusted_differs,
       total_differs(actual, actual_parts, actual_filled, part_count) AS actual_differs,
       total_lacks_parts(initial_budget, initial_parts, initial_filled, part_count) AS initial_lacks,
       total_lacks_parts(adjusted_budget, adjusted_parts, adjusted_filled, part_count) AS adjusted_lacks,
       total_lacks_parts(actual, actual_parts, actual_filled, part_count) AS actual_lacks
FROM given_amount g JOIN part p ON p.place_id = g.place_id AND p.item_order = g.item_order;

CREATE OR REPLACE TABLE ledger_totals AS
WITH summed AS (
  SELECT place_id, bit_or(check_bits(initial_differs) | check_bits(adjusted_differs) | check_bits(actual_differs)) AS differs,
         bit_or(check_bits(initial_lacks) | check_bits(adjusted_lacks) | check_bits(actual_lacks)) AS lacks
  FROM check_total GROUP BY place_id
)
SELECT p.fiscal_year, p.unit_code, bits_check(differs) AS total_vs_parts, bits_check(lacks) AS parts_incomplete
FROM summed s JOIN finance_place p ON p.place_id = s.place_id;

CREATE OR REPLACE TABLE fired_total AS
WITH fired AS (
  SELECT place_id, item_order, 'initial_budget' AS stage, initial_differs AS differs FROM check_total WHERE initial_differs OR initial_lacks
  UNION ALL SELECT place_id, item_order, 'adjusted_budget', adjusted_differs FROM check_total WHERE adjusted_differs OR adjusted_lacks
  UNION ALL SELECT place_id, item_order, 'actual', actual_differs FROM check_total WHERE actual_differs OR actual_lacks
)
SELECT f.*, t.item, t.label, p.fiscal_year, p.unit_code,
       CASE f.stage WHEN 'initial_budget' THEN g.initial_budget WHEN 'adjusted_budget' THEN g.adjusted_budget ELSE g.actual END AS total,
       CASE f.stage WHEN 'initial_budget' THEN g.initial_key WHEN 'adjusted_budget' THEN g.adjusted_key ELSE g.actual_key END AS line_key
FROM fired f
JOIN given_amount g ON g.place_id = f.place_id AND g.item_order = f.item_order
JOIN finance_place p ON p.place_id = f.place_id
JOIN finance_item t ON t.item_order = f.item_order;

INSERT INTO fact_finding BY NAME
WITH part AS (
  SELECT f.place_id, f.item_order, f.stage, i.item_order AS part_order, i.item AS part, i.label,
         CASE f.stage WHEN 'initial_budget' THEN a.initial_budget WHEN 'adjusted_budget' THEN a.adjusted_budget ELSE a.actual END AS amount
  FROM fired_total f
  JOIN finance_item i ON i.parent = f.item
  LEFT JOIN (FROM total_amount WHERE place_id IN (SELECT place_id FROM fired_total)) a
    ON a.place_id = f.place_id AND a.item_order = i.item_order
),
worded AS (
  SELECT place_id, item_order, stage, count(amount) AS filled, sum(amount) AS parts,
         string_agg(amount_text(amount), ' + ' ORDER BY part_order) FILTER (WHERE amount IS NOT NULL) AS summands,
         string_agg(label, '、' ORDER BY part_order) FILTER (WHERE amount IS NULL) AS lacking,
         string_agg(part, ',' ORDER BY part_order) FILTER (WHERE amount IS NULL) AS lacking_items
  FROM part GROUP BY place_id, item_order, stage
)
SELECT f.fiscal_year, f.unit_code, check_number(CASE WHEN f.differs THEN 'total_vs_parts' ELSE 'parts_incomplete' END) AS check_order,
       f.item_order, stage_rank(f.stage) AS stage_order,
       exact_text(f.total) AS reported_text, exact_text(w.parts) AS expected_text, difference_of(f.total, w.parts) AS difference,
       stage_word(f.stage) || '：' || f.label || ' ' || exact_text(f.total) || '，分项之和 ' || w.summands
         || CASE WHEN w.filled > 1 THEN ' = ' || exact_text(w.parts) ELSE '' END
         || CASE WHEN w.lacking IS NOT NULL THEN '；缺分项：' || w.lacking ELSE '' END AS words,
       f.line_key, facts_of([w.summands, w.lacking_items]) AS facts
FROM fired_total f
JOIN worded w ON w.place_id = f.place_id AND w.item_order = f.item_order AND w.stage = f.stage;

DROP TABLE check_total;
DROP TABLE fired_total;
