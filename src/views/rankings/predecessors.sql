-- Units that came of exactly one other code, of which nothing else came: its places of the year before may be shown.
-- The page counts last year's places by it as rankings.sql does for the CSV.
SELECT unit_code, predecessor, effective_year FROM unit_predecessor ORDER BY unit_code
