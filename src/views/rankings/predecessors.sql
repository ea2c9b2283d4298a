-- Units that came of exactly one other code, of which nothing else came: its places of the year before may be shown.
-- (rankings.sql knows the same for the recomputed total; this serves the other measures.)
SELECT unit_code, predecessor, effective_year FROM unit_predecessor ORDER BY unit_code
