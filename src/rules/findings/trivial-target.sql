-- trivial_target: a target that every unit that has it (at least five in a year) overshoots. One row, no unit, no outcome.
-- Grouped first by the names as filed, so that the few that are left may be compared without width, brackets and blanks.
INSERT INTO raw_finding
WITH filed AS (
  SELECT i.fiscal_year, i.indicator, i.target_key, bool_and(coalesce(c.overshoot, false)) AS all_overshoot
  FROM check_indicator c JOIN indicator i ON i.indicator_id = c.indicator_id
  WHERE i.target_key IS NOT NULL
  GROUP BY ALL
),
named AS (SELECT *, name_key(indicator) AS name FROM filed),
easy AS (
  SELECT fiscal_year, name, target_key FROM named GROUP BY ALL HAVING bool_and(all_overshoot)
),
alike AS (
  SELECT e.fiscal_year, e.name, e.target_key, count(DISTINCT i.unit_code) AS units,
         arg_min(i.indicator_id, c.line_key) AS first_id, min(c.line_key) AS line_key
  FROM easy e
  JOIN named n ON n.fiscal_year = e.fiscal_year AND n.name = e.name AND n.target_key = e.target_key
  JOIN indicator i ON i.fiscal_year = n.fiscal_year AND i.indicator = n.indicator AND i.target_key = n.target_key
  JOIN check_indicator c ON c.indicator_id = i.indicator_id
  GROUP BY ALL
  HAVING count(DISTINCT i.unit_code) >= 5
)
SELECT a.fiscal_year, NULL, 'trivial_target', NULL, NULL, i.indicator_no, i.indicator, NULL, NULL, NULL,
       '指标“' || i.indicator || '”目标值 ' || i.target_form || '，' || a.units || ' 个单位全部远超目标', a.line_key
FROM alike a JOIN indicator i ON i.indicator_id = a.first_id;

DROP TABLE check_indicator;
