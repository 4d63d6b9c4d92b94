-- in the folder of the store: spark-sql -i views_spark.sql
SELECT area_name, period_start, round(value, 1) AS value
FROM indicators
WHERE geography = 'country' AND basis = 'as_was' AND period_kind = 'financial_year'
ORDER BY indicator, period_start;
