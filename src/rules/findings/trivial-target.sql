-- trivial_target: a target that every unit that has it (at least five in a year) overshoots. One row, no unit, no outcome.
-- Those that overshoot are few: of their names and targets it is counted, by number, how many indicators have them.
INSERT INTO rule_finding BY NAME
WITH named AS (SELECT name_id, indicator, min(name_id) OVER (PARTITION BY name_key(indicator)) AS name_no FROM indicator_name),
easy AS (
  SELECT p.fiscal_year, n.name_no, d.target_key, count(*) AS indicators, count(DISTINCT p.unit_code) AS units,
         arg_min(f.subject_id, f.line_key) AS subject_id, arg_min(d.target_form, f.line_key) AS target_form, min(f.line_key) AS line_key
  FROM fired_indicator f
  JOIN indicator_place p ON p.place_id = f.place_id
  JOIN named n ON n.name_id = f.name_id
  JOIN indicator_reading d ON d.id = f.reading_id
  WHERE f.bits & 32 <> 0 AND d.target_key IS NOT NULL
  GROUP BY p.fiscal_year, n.name_no, d.target_key
  HAVING units >= 5
),
target AS (SELECT target_key, row_number() OVER () AS target_no FROM (SELECT DISTINCT target_key FROM easy)),
subject AS (SELECT s.id, n.name_no FROM indicator_subject s JOIN named n ON n.indicator = s.indicator),
alike AS (
  SELECT h.fiscal_year, s.name_no, d.target_no, count(*) AS indicators
  FROM indicator_row r
  JOIN (SELECT d.id, t.target_no FROM indicator_reading d JOIN target t ON t.target_key = d.target_key) d ON d.id = r.reading_id
  JOIN subject s ON s.id = r.subject_id
  JOIN indicator_head h ON h.id = r.head_id
  GROUP BY h.fiscal_year, s.name_no, d.target_no
)
SELECT r.rule_set_id, e.fiscal_year, check_number('trivial_target') AS check_order, e.subject_id,
       '指标“' || i.indicator || '”目标值 ' || e.target_form || '，' || e.units || ' 个单位全部远超目标' AS words, e.line_key,
       facts_of([e.target_form, CAST(e.units AS VARCHAR), e.target_key]) AS facts
FROM easy e
JOIN target t ON t.target_key = e.target_key
JOIN alike a ON a.fiscal_year = e.fiscal_year AND a.name_no = e.name_no AND a.target_no = t.target_no AND a.indicators = e.indicators
JOIN indicator_subject i ON i.id = e.subject_id
CROSS JOIN finding_rule r;

DROP VIEW checked_indicator;
DROP TABLE check_case;
DROP TABLE fired_indicator;
