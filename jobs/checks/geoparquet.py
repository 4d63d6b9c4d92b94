"""Opens a boundaries file with geopandas and with DuckDB: the same areas, valid shapes, the same extents.
    python jobs/checks/geoparquet.py BOUNDARIES.parquet
DuckDB measures the shapes only where its spatial extension can be had; without it, it reads the columns."""
import json
import sys

import duckdb
import geopandas
import pyarrow.parquet

path = sys.argv[1]
geo = json.loads(pyarrow.parquet.read_metadata(path).metadata[b"geo"])
assert geo["version"] == "1.1.0" and geo["columns"]["geometry"]["encoding"] == "WKB", geo
areas = geopandas.read_parquet(path)
assert areas.crs == "OGC:CRS84", areas.crs
assert areas.geometry.is_valid.all()
measured = areas.to_crs(27700).area / 1e6
worst = (measured / areas["area_km2"] - 1).abs().max()
assert worst < 1e-4, worst
boxes = pyarrow.parquet.read_table(path, columns=["bbox"]).to_pydict()["bbox"]
assert all(tuple(bounds) == tuple(box.values()) for bounds, box in zip(areas.bounds.itertuples(index=False), boxes))
database = duckdb.connect()
rows = database.sql(
    f"select geography, count(*), sum(area_km2) from read_parquet('{path}') group by 1 order by 1").fetchall()
sums = areas.groupby("geography")["area_km2"].agg(["size", "sum"])
for geography, count, total in rows:
    assert count == sums.loc[geography, "size"] and abs(total - sums.loc[geography, "sum"]) < 1e-6
    print(f"{geography}: {count} areas, {total:,.0f} km2")
kind = database.sql(f"select typeof(geometry) from '{path}' limit 1").fetchall()[0][0]
print("DuckDB sees the column geometry as", kind)
try:
    database.sql("install spatial; load spatial")
    measure = "sum(st_area_spheroid(geometry)) / 1e6"
    print(database.sql(f"select geography, {measure} as km2 from '{path}' group by 1 order by 1"))
except duckdb.Error as e:
    print("DuckDB's spatial extension is not to be had here:", str(e).splitlines()[0])
print(f"geopandas and DuckDB agree; extents differ by {worst:.1e} at most")
