-- Findings in view, counted; those that may have been reviewed ($7: check, year and unit of each review, one a line)
-- stand apart, since only the page can tell by their names whether they have been.
-- Counted by unit-year first: there are several findings to each, and only then is asked which of them are in view.
WITH param AS (
  SELECT $1::INTEGER AS year_from, $2::INTEGER AS year_to, $3::VARCHAR AS region, $4::VARCHAR AS category,
         $5::VARCHAR AS q, $6::VARCHAR AS rule_set_id, $7::VARCHAR AS reviewed
),
reviewed AS (
  SELECT DISTINCT unnest(string_split(p.reviewed, chr(10))) AS place FROM param p
),
found AS (
  SELECT f.check_id, f.fiscal_year, f.unit_code, f.item, f.stage, f.indicator_no, f.indicator, f.facts,
         $7::VARCHAR <> '' AND concat_ws('|', f.check_id, f.fiscal_year, coalesce(f.unit_code, '')) IN (SELECT place FROM reviewed) AS maybe
  FROM finding f
  WHERE f.rule_set_id = $6::VARCHAR
    AND is_in_years(f.fiscal_year, $1::INTEGER, $2::INTEGER)
),
counted AS (
  SELECT fiscal_year, unit_code, maybe,
         CASE WHEN maybe THEN check_id END AS check_id, CASE WHEN maybe THEN item END AS item,
         CASE WHEN maybe THEN stage END AS stage, CASE WHEN maybe THEN indicator_no END AS indicator_no,
         CASE WHEN maybe THEN indicator END AS indicator, CASE WHEN maybe THEN facts END AS facts, count(*) AS findings
  FROM found GROUP BY ALL
)
SELECT c.check_id, CASE WHEN c.maybe THEN c.fiscal_year END AS fiscal_year, CASE WHEN c.maybe THEN c.unit_code END AS unit_code,
       c.item, c.stage, c.indicator_no, c.indicator, c.facts, CAST(sum(c.findings) AS BIGINT) AS findings
FROM counted c
LEFT JOIN unit_of_year u ON u.fiscal_year = c.fiscal_year AND u.unit_code = c.unit_code
WHERE is_in_view(c.unit_code, u.unit_name, u.region, u.unit_category, $3::VARCHAR, $4::VARCHAR, $5::VARCHAR)
GROUP BY ALL
