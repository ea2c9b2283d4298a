-- trivial_target: a target that every unit that has it (at least five in a year) overshoots. One row, no unit, no outcome.
-- From the few that overshoot to all that have the same target, and back to those groups where none falls short.
INSERT INTO raw_finding
WITH named AS (SELECT indicator, name_key(indicator) AS name FROM indicator_name),
easy AS (
  SELECT f.fiscal_year, n.name, f.target_key
  FROM fired_indicator f JOIN named n ON n.indicator = f.indicator
  WHERE f.overshoot AND f.target_key IS NOT NULL
  GROUP BY ALL
  HAVING count(DISTINCT f.unit_code) >= 5
),
alike AS (
  SELECT e.fiscal_year, e.name, e.target_key, count(DISTINCT i.unit_code) AS units,
         arg_min(i.indicator_id, f.line_key) AS first_id, min(f.line_key) AS line_key
  FROM easy e
  JOIN named n ON n.name = e.name
  JOIN indicator i ON i.fiscal_year = e.fiscal_year AND i.indicator = n.indicator AND i.target_key = e.target_key
  LEFT JOIN fired_indicator f ON f.indicator_id = i.indicator_id AND f.overshoot
  GROUP BY ALL
  HAVING count(f.indicator_id) = count(*)
)
SELECT a.fiscal_year, NULL, 'trivial_target', NULL, NULL, i.indicator_no, i.indicator, NULL, NULL, NULL,
       '指标“' || i.indicator || '”目标值 ' || i.target_form || '，' || a.units || ' 个单位全部远超目标', a.line_key,
       facts_of([i.target_form, CAST(a.units AS VARCHAR), a.target_key])
FROM alike a JOIN indicator i ON i.indicator_id = a.first_id;

DROP VIEW checked_indicator;
DROP TABLE check_case;
DROP TABLE fired_indicator;
