"""Every table of a release in five readers: the same columns and types, rows, sums and lengths of text.
    python jobs/checks/readers.py RELEASE"""
import json
import math
import pathlib
import sys
import warnings

import duckdb
import pandas
import polars
import pyarrow.compute
import pyarrow.dataset

release = pathlib.Path(sys.argv[1])
package = json.loads((release / "datapackage.json").read_text())
tables = [r for r in package["resources"] if r["format"] == "parquet"]
PLAIN = {"string", "integer", "number", "date", "boolean"}


def paths(table):
    listed = table["path"]
    return [str(release / p) for p in ([listed] if isinstance(listed, str) else listed)]


def columns(table):
    """The columns that every reader has as a plain value; shapes and boxes are the check of boundaries."""
    return {f["name"]: f["type"] for f in table["schema"]["fields"] if f["type"] in PLAIN}


def by_pyarrow(table):
    data = pyarrow.dataset.dataset(paths(table)).to_table(columns=list(columns(table)))
    names = {"string": "string", "int64": "integer", "double": "number", "date32[day]": "date", "bool": "boolean"}
    seen = {f.name: names[str(f.type)] for f in data.schema}
    compute = pyarrow.compute
    figures = {}
    for name, kind in seen.items():
        column = data[name]
        if kind == "string":
            total = compute.sum(compute.utf8_length(column)).as_py()
        elif kind == "date":
            total = compute.sum(column.cast("int32")).as_py()
        else:
            total = compute.sum(column).as_py()
        figures[name] = (len(column) - column.null_count, total)
    return seen, data.num_rows, figures


def by_pandas(table):
    data = pandas.concat([pandas.read_parquet(p, columns=list(columns(table))) for p in paths(table)])
    figures = {}
    for name, kind in columns(table).items():
        column = data[name].dropna()
        if kind == "string":
            total = int(column.str.len().sum())
        elif kind == "date":
            total = int((pandas.to_datetime(column) - pandas.Timestamp(0)).dt.days.sum())
        else:
            total = column.sum()
        figures[name] = (len(column), total)
    return None, len(data), figures


def sql(table, source, length, days, ask, quote):
    asked = ["count(*)"]
    for name, kind in columns(table).items():
        name = quote(name)
        asked.append(f"count({name})")
        asked.append({"string": f"sum({length}({name}))", "date": f"sum({days.format(name)})",
                      "boolean": f"sum(cast({name} as int))"}.get(kind, f"sum({name})"))
    row = ask(f"select {', '.join(asked)} from {source}")
    figures = {n: (row[1 + 2 * i], row[2 + 2 * i]) for i, n in enumerate(columns(table))}
    return row[0], figures


def by_duckdb(table):
    source = f"read_parquet({paths(table)})"
    names = {"VARCHAR": "string", "BIGINT": "integer", "DOUBLE": "number", "DATE": "date", "BOOLEAN": "boolean"}
    described = duckdb.sql(f"""describe select {', '.join(f'"{c}"' for c in columns(table))} from {source}""").fetchall()
    rows, figures = sql(table, source, "length", "date_diff('day', date '1970-01-01', {})",
                        lambda q: duckdb.sql(q).fetchone(), '"{}"'.format)
    return {d[0]: names[d[1]] for d in described}, rows, figures


def by_polars(table):
    data = polars.scan_parquet(paths(table)).select(list(columns(table))).collect()
    names = {"String": "string", "Int64": "integer", "Float64": "number", "Date": "date", "Boolean": "boolean"}
    seen = {n: names[str(t)] for n, t in data.schema.items()}
    figures = {}
    for name, kind in seen.items():
        column = data[name]
        if kind == "string":
            total = column.str.len_chars().cast(polars.Int64).sum()
        elif kind == "date":
            total = column.cast(polars.Int64).sum()
        else:
            total = column.sum()
        figures[name] = (len(column) - column.null_count(), total)
    return seen, len(data), figures


def by_spark(table):
    data = spark.read.parquet(*paths(table)).select(*columns(table))
    data.createOrReplaceTempView("asked")
    names = {"string": "string", "bigint": "integer", "double": "number", "date": "date", "boolean": "boolean"}
    seen = {n: names[t] for n, t in data.dtypes}
    for field in data.schema.fields:
        assert field.metadata.get("comment"), f"Spark finds no comment of {table['title']}.{field.name}"
    rows, figures = sql(table, "asked", "char_length", "unix_date({})", lambda q: spark.sql(q).first(), "`{}`".format)
    return seen, rows, figures


def same(a, b):
    a = 0 if a is None or a != a else a
    b = 0 if b is None or b != b else b
    return math.isclose(float(a), float(b), rel_tol=1e-9, abs_tol=1e-6)


warnings.simplefilter("ignore")
from pyspark.sql import SparkSession

spark = (SparkSession.builder.master("local[2]").config("spark.ui.enabled", False)
         .config("spark.ui.showConsoleProgress", False)
         .config("spark.sql.shuffle.partitions", 2).config("spark.driver.memory", "2g").getOrCreate())
spark.sparkContext.setLogLevel("ERROR")
readers = {"pyarrow": by_pyarrow, "pandas": by_pandas, "DuckDB": by_duckdb, "polars": by_polars, "Spark": by_spark}
faults, compared, total_rows = [], 0, 0
for table in tables:
    promised = columns(table)
    answers = {name: read(table) for name, read in readers.items()}
    _, rows, figures = answers["pyarrow"]
    total_rows += rows
    for name, (seen, n, found) in answers.items():
        if seen is not None and seen != promised:
            faults.append(f"{name} has other columns of {table['title']}: {seen}")
        if n != rows:
            faults.append(f"{name} has {n} rows of {table['title']}, pyarrow {rows}")
        for column, (count, total) in found.items():
            compared += 1
            if count != figures[column][0] or not same(total, figures[column][1]):
                faults.append(f"{name}: {table['title']}.{column} is {count}, {total}; pyarrow: {figures[column]}")
    meta = pyarrow.dataset.dataset(paths(table)).schema
    for field in table["schema"]["fields"]:
        said = json.loads(pyarrow.parquet.read_metadata(paths(table)[0]).metadata[b"footprints.columns"])[field["name"]]
        if said["comment"] != field["description"] or said.get("unit", "") != field.get("unit", ""):
            faults.append(f"{table['title']}.{field['name']}: the footer and the data package differ")
        if field["type"] in PLAIN and table["title"] != "boundaries" and b"comment" not in (meta.field(field["name"]).metadata or {}):
            faults.append(f"pyarrow finds no comment of {table['title']}.{field['name']}")
spark.stop()
print("\n".join(faults[:50]))
print(f"{len(tables)} tables, {total_rows:,} rows: {compared:,} columns compared in {', '.join(readers)}: "
      f"{len(faults)} differences")
sys.exit(1 if faults else 0)
