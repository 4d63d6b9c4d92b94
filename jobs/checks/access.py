"""Loads the file of views of a store (the current folder), counts the rows of each view, and runs a snippet."""

import pathlib
import sys

tool, snippet = sys.argv[1], pathlib.Path(sys.argv[2]).read_text()
release = pathlib.Path("releases") / pathlib.Path("CURRENT").read_text().strip()
tables = [folder.name for folder in release.iterdir() if any(folder.glob("*.parquet"))]
if tool == "duckdb":
    import duckdb

    connection = duckdb.connect()
    connection.execute(pathlib.Path("views.sql").read_text())
    run = lambda sql: connection.execute(sql).fetchall()
else:
    from pyspark.sql import SparkSession

    session = SparkSession.builder.master("local[1]").config("spark.ui.enabled", "false").getOrCreate()
    session.sql(pathlib.Path("views_spark.sql").read_text()).collect()
    run = lambda sql: session.sql(sql).collect()
rows = {table: run(f"SELECT count(*) FROM {table}")[0][0] for table in tables}
answer = run(snippet.rstrip().rstrip(";"))
print(f"{tool}: {len(rows)} views, {sum(rows.values()):,} rows; the snippet gives {len(answer)} rows")
if not answer or not rows:
    sys.exit(1)
