"""Compares the measures of two runs cell by cell; exits 1 at the first difference that matters."""
import sys

import duckdb

ours, theirs = sys.argv[1:3]
connection = duckdb.connect()
bands = "CASE age_band WHEN 31 THEN 'all' WHEN 19 THEN 'unknown' WHEN 18 THEN '90+' ELSE (age_band * 5) || '-' || (age_band * 5 + 4) END"
sexes = "CASE sex WHEN 3 THEN 'all' WHEN 1 THEN 'male' WHEN 2 THEN 'female' ELSE 'unknown' END"
here = f"SELECT * FROM read_parquet('{ours}/stay_measures/*.parquet')"
there = f"""SELECT lower(measure) AS measure, month, provider, residence, {bands} AS age_band, {sexes} AS sex, value
    FROM read_parquet('{theirs}/measures.parquet')"""
rows = connection.execute(f"SELECT count(*) FROM ({here})").fetchall()[0][0]
differ = connection.execute(f"({here} EXCEPT ALL {there}) UNION ALL ({there} EXCEPT ALL {here}) LIMIT 5").fetchall()
for name in ("spells", "continuous_spells"):
    a = connection.execute(f"SELECT count(*) FROM read_parquet('{ours}/{name}/*.parquet')").fetchall()[0][0]
    b = connection.execute(f"SELECT count(*) FROM read_parquet('{theirs}/{name}.parquet')").fetchall()[0][0]
    if a != b:
        differ.append((name, a, b))
print(f"{rows:,} cells compared: " + ("equal" if not differ else f"different, for example {differ}"))
sys.exit(1 if differ else 0)
