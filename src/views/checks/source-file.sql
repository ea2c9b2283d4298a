-- A finding names its file; the name leads to its newest import.
SELECT max(file_id) AS file_id FROM source_file WHERE file_name = $1::VARCHAR
