-- The only code that a unit came of, where nothing else came of that code: its place of the year before may be shown.
CREATE OR REPLACE TABLE unit_predecessor AS
SELECT to_code AS unit_code, min(from_code) AS predecessor, min(effective_year) AS effective_year
FROM unit_change
WHERE from_code IN (SELECT c.from_code FROM unit_change c GROUP BY c.from_code HAVING count(DISTINCT c.to_code) = 1)
GROUP BY to_code
HAVING count(DISTINCT from_code) = 1
  AND to_code NOT IN (SELECT m.to_code FROM unit_change m GROUP BY m.to_code HAVING count(DISTINCT m.from_code) > 1);
