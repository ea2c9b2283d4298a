-- Names under which each code was filed, with the years and the first place. Finance and indicators hold few distinct
-- names among many rows: each table is put together before they are joined.
WITH filed AS (
  SELECT unit_code, unit_name, NULL::INTEGER AS first_year, NULL::INTEGER AS last_year,
         min(file_id::BIGINT * 2147483648 + line) AS place
  FROM unit GROUP BY ALL
  UNION ALL
  SELECT unit_code, unit_name, min(fiscal_year), max(fiscal_year), min(file_id::BIGINT * 2147483648 + line)
  FROM finance GROUP BY unit_code, unit_name
  UNION ALL
  SELECT h.unit_code, h.unit_name, min(h.fiscal_year), max(h.fiscal_year), min(r.file_id::BIGINT * 2147483648 + r.line)
  FROM indicator_row r JOIN indicator_head h ON h.id = r.head_id GROUP BY h.unit_code, h.unit_name
  UNION ALL
  SELECT unit_code, unit_name, min(fiscal_year), max(fiscal_year), min(file_id::BIGINT * 2147483648 + line)
  FROM conclusion GROUP BY unit_code, unit_name
),
named AS (
  SELECT unit_code, unit_name, min(first_year) AS first_year, max(last_year) AS last_year, min(place) AS place
  FROM filed WHERE unit_name IS NOT NULL GROUP BY unit_code, unit_name
)
SELECT n.unit_code, n.unit_name, n.first_year, n.last_year, f.file_name,
       (n.place % 2147483648)::INTEGER AS line
FROM named n JOIN source_file f ON f.file_id = n.place // 2147483648
ORDER BY n.unit_code, n.place
