-- trivial_target: a target that every unit that has it (at least five in a year) overshoots. One row, no unit, no outcome.
INSERT INTO raw_finding
WITH alike AS (
  SELECT i.fiscal_year, name_key(i.indicator) AS name, i.target_key, count(DISTINCT i.unit_code) AS units,
         arg_min(i.indicator_id, c.line_key) AS first_id, min(c.line_key) AS line_key
  FROM indicator i JOIN check_indicator c ON c.indicator_id = i.indicator_id
  WHERE i.target_key IS NOT NULL
  GROUP BY ALL
  HAVING count(DISTINCT i.unit_code) >= 5 AND bool_and(coalesce(c.overshoot, false))
)
SELECT a.fiscal_year, NULL, 'trivial_target', NULL, NULL, i.indicator_no, i.indicator, NULL, NULL, NULL,
       '指标“' || i.indicator || '”目标值 ' || i.target_form || '，' || a.units || ' 个单位全部远超目标', a.line_key
FROM alike a JOIN indicator i ON i.indicator_id = a.first_id;

DROP TABLE check_indicator;
