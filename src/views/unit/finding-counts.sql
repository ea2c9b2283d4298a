-- How much the checks found for a unit in each year; no row for a year in which they found nothing.
SELECT fiscal_year, CAST(count(*) AS INTEGER) AS finding_count FROM finding
WHERE unit_code = $1::VARCHAR AND rule_set_id = $2::VARCHAR
GROUP BY fiscal_year
