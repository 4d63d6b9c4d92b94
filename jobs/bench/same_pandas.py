"""Compares what pandas printed with the tables of stays; exits 1 when they differ."""
import sys

import duckdb

ours, line = sys.argv[1:3]
names = ["spells", "continuous_spells", "emergency_admissions", "emergency_zero_day", "emergency_bed_days",
         "readmissions_30_days"]
table = f"read_parquet('{ours}/stay_measures/*.parquet')"
mine = [
    duckdb.sql(f"""SELECT sum(value) FROM {table} WHERE measure = '{name}' AND provider = 'all' AND residence = 'all'
        AND age_band = 'all'""").fetchone()[0] for name in names]
theirs = [int(v) for v in line.split()[1:]]
print("pandas: " + ("equal" if mine == theirs else f"different: {dict(zip(names, zip(mine, theirs)))}"))
sys.exit(0 if mine == theirs else 1)
