-- Checks of what a unit reports of itself, whatever the rule set: its weights, its total, and both against its scores.
CREATE OR REPLACE TABLE check_reported AS
WITH lost AS (SELECT DISTINCT fiscal_year, unit_code FROM reject WHERE kind = 'indicator' AND NOT is_cell AND mended_by IS NULL)
SELECT coalesce(s.fiscal_year, c.fiscal_year) AS fiscal_year, coalesce(s.unit_code, c.unit_code) AS unit_code,
       from_amount(g.all_weight) AS weights, g.sum_of_scores AS scores, c.reported_total, f.first_key + c.line AS total_key,
       from_amount(g.all_weight) <> 100 AS weights_not_100,
       c.reported_total < 0 OR c.reported_total > 100 AS total_out_of_range,
       CASE WHEN s.unscored = 0 AND l.unit_code IS NULL THEN c.reported_total <> g.sum_of_scores END AS total_vs_scores
FROM unit_cells s
FULL JOIN conclusion c ON c.fiscal_year = s.fiscal_year AND c.unit_code = s.unit_code
LEFT JOIN file_order f ON f.file_id = c.file_id
LEFT JOIN unit_given g ON g.fiscal_year = s.fiscal_year AND g.unit_code = s.unit_code
LEFT JOIN lost l ON l.fiscal_year = s.fiscal_year AND l.unit_code = s.unit_code;

CREATE OR REPLACE TABLE ledger_reported AS
SELECT fiscal_year, unit_code, weights_not_100, total_out_of_range, total_vs_scores FROM check_reported;

INSERT INTO fact_finding BY NAME
WITH unbalanced AS (SELECT fiscal_year, unit_code, weights FROM check_reported WHERE weights_not_100),
first_line AS (
  SELECT u.fiscal_year, u.unit_code, min(f.first_key + r.line) AS line_key
  FROM unbalanced u
  JOIN indicator_head h ON h.fiscal_year = u.fiscal_year AND h.unit_code = u.unit_code
  JOIN indicator_row r ON r.head_id = h.id
  LEFT JOIN file_order f ON f.file_id = r.file_id
  GROUP BY u.fiscal_year, u.unit_code
)
SELECT u.fiscal_year, u.unit_code, check_number('weights_not_100') AS check_order, exact_text(weights) AS reported_text,
       '100.00' AS expected_text, difference_of(weights, 100) AS difference, '分值合计 ' || short_text(weights) AS words, l.line_key
FROM unbalanced u JOIN first_line l ON l.fiscal_year = u.fiscal_year AND l.unit_code = u.unit_code
UNION ALL
SELECT fiscal_year, unit_code, check_number('total_out_of_range'), exact_text(reported_total),
       CASE WHEN reported_total < 0 THEN '0.00' ELSE '100.00' END,
       difference_of(reported_total, CASE WHEN reported_total < 0 THEN 0 ELSE 100 END), '自评总分 ' || short_text(reported_total), total_key
FROM check_reported WHERE total_out_of_range
UNION ALL
SELECT fiscal_year, unit_code, check_number('total_vs_scores'), exact_text(reported_total), exact_text(scores),
       difference_of(reported_total, scores),
       '自评总分 ' || short_text(reported_total) || '，各指标自评得分合计 ' || short_text(scores), total_key
FROM check_reported WHERE total_vs_scores;

DROP TABLE check_reported;
DROP TABLE unit_cells;
