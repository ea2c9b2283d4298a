-- Units that came of exactly one other code, of which nothing else came: its places of the year before may be shown.
-- (rankings.sql knows the same for the recomputed total; this serves the other measures.)
WITH single AS (
  SELECT to_code AS unit_code, min(from_code) AS predecessor, min(effective_year) AS effective_year
  FROM unit_change GROUP BY to_code HAVING count(DISTINCT from_code) = 1
)
SELECT s.unit_code, s.predecessor, s.effective_year FROM single s
WHERE (SELECT count(DISTINCT c.to_code) FROM unit_change c WHERE c.from_code = s.predecessor) = 1
ORDER BY s.unit_code
