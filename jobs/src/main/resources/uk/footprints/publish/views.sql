-- Views of the current release for DuckDB, version 1.2 or later. In the folder of the store:
--   duckdb -init views.sql
-- From another folder: SET VARIABLE store = 'PATH'; then .read PATH/views.sql
-- The file reads CURRENT when it is loaded; load it again after a refresh.
SET VARIABLE store = coalesce(getvariable('store'), '.');
SET VARIABLE release = (
  SELECT getvariable('store') || '/releases/' || trim(content, chr(13) || chr(10) || ' ')
  FROM read_text(getvariable('store') || '/CURRENT'));
CREATE OR REPLACE MACRO rows_of(name, columns) AS (
  SELECT CASE
    WHEN count(*) > 0 THEN
      'SELECT * FROM read_parquet(''' || getvariable('release') || '/' || name || '/**/*.parquet'', union_by_name = true)'
    ELSE 'SELECT ' || columns || ' WHERE false'
  END
  FROM glob(getvariable('release') || '/' || name || '/**/*.parquet'));
