-- Views of the current release for Spark SQL, version 4.1 or later: a script for spark.sql(text of this file).
-- Start Spark in the folder of the store. The script reads CURRENT when it runs; run it again after a refresh.
BEGIN
  DECLARE folder STRING;
  DECLARE statement STRING;
  SET folder = (SELECT 'releases/' || trim(first(value)) FROM text.`CURRENT`);
  SET statement = 'CREATE OR REPLACE TEMPORARY VIEW datapackage USING json OPTIONS (path "' || folder
    || '/datapackage.json", multiLine "true")';
  EXECUTE IMMEDIATE statement;
  FOR resource AS SELECT each.title AS name FROM (SELECT explode(resources) AS each FROM datapackage)
    WHERE each.format = 'parquet' DO
    SET statement = 'CREATE OR REPLACE TEMPORARY VIEW `' || resource.name || '` USING parquet OPTIONS (path "' || folder
      || '/' || resource.name || '", recursiveFileLookup "true")';
    EXECUTE IMMEDIATE statement;
  END FOR;
END
