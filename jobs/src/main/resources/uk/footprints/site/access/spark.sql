-- in the folder of the store, after the script: spark.sql(open("views_spark.sql").read())
SELECT area_name, period_start, round(value, 1) AS value
FROM indicators
WHERE geography = 'country' AND basis = 'as_was' AND period_kind = 'financial_year'
ORDER BY indicator, period_start;
