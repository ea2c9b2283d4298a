-- One number per line of a file, so that "the first line (file name, then line)" is a plain minimum.
CREATE OR REPLACE TABLE file_order AS
SELECT file_id, file_name, row_number() OVER (ORDER BY file_name, file_id) * 10000000000 AS first_key
FROM source_file;

CREATE OR REPLACE MACRO file_of_key(line_key) AS (
  SELECT f.file_name FROM file_order f WHERE f.first_key = line_key // 10000000000 * 10000000000
);
