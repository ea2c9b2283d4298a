-- Findings in view, counted; those that may have been reviewed ($7: check, year and unit of each review, one a line)
-- stand apart, since only the page can tell by their names whether they have been.
WITH param AS (
  SELECT $1::INTEGER AS year_from, $2::INTEGER AS year_to, $3::VARCHAR AS region, $4::VARCHAR AS category,
         $5::VARCHAR AS q, $6::VARCHAR AS rule_set_id, $7::VARCHAR AS reviewed
),
reviewed AS (
  SELECT DISTINCT unnest(string_split(p.reviewed, chr(10))) AS place FROM param p
),
found AS (
  SELECT f.check_id, f.fiscal_year, f.unit_code, f.item, f.stage, f.indicator_no, f.indicator, f.facts, r.place IS NOT NULL AS maybe
  FROM finding f
  CROSS JOIN param p
  LEFT JOIN unit_of_year u ON u.fiscal_year = f.fiscal_year AND u.unit_code = f.unit_code
  LEFT JOIN reviewed r ON r.place = concat_ws('|', f.check_id, f.fiscal_year, coalesce(f.unit_code, ''))
  WHERE f.rule_set_id = p.rule_set_id
    AND (p.year_from IS NULL OR f.fiscal_year >= p.year_from)
    AND (p.year_to IS NULL OR f.fiscal_year <= p.year_to)
    AND (p.region IS NULL OR u.region = p.region)
    AND (p.category IS NULL OR u.unit_category = p.category)
    AND (p.q IS NULL OR contains(lower(f.unit_code), lower(p.q)) OR contains(lower(u.unit_name), lower(p.q)))
)
SELECT CASE WHEN maybe THEN check_id END AS check_id, CASE WHEN maybe THEN fiscal_year END AS fiscal_year,
       CASE WHEN maybe THEN unit_code END AS unit_code, CASE WHEN maybe THEN item END AS item,
       CASE WHEN maybe THEN stage END AS stage, CASE WHEN maybe THEN indicator_no END AS indicator_no,
       CASE WHEN maybe THEN indicator END AS indicator, CASE WHEN maybe THEN facts END AS facts, count(*) AS findings
FROM found
GROUP BY ALL
