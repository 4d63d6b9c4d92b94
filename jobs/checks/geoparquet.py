"""Opens a boundaries file with geopandas and with DuckDB: the same areas, valid shapes, the same extents.
    python jobs/checks/geoparquet.py BOUNDARIES.parquet
DuckDB measures the shapes only where its spatial extension can be had: from DuckDB's own place, or without that from
    pip install duckdb-extensions duckdb-extension-spatial        in the version of duckdb
Without it, DuckDB reads the columns."""
import json
import sys

import duckdb
import geopandas
import pyarrow.parquet


def spatial(database):
    """Loads the extension: one that is there, one from PyPI, or one that is fetched."""
    try:
        database.sql("load spatial")
        return True
    except duckdb.Error:
        pass
    try:
        import duckdb_extensions
        duckdb_extensions.import_extension("spatial")
    except ImportError:
        pass
    try:
        database.sql("install spatial")
        database.sql("load spatial")
        return True
    except duckdb.Error as e:
        print(str(e).splitlines()[0])
        return False


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
if not spatial(database):
    print("DuckDB's spatial extension is not available here; it read the columns only")
else:
    # By DuckDB's own projection (PROJ), so the extents in the file are checked by a second program.
    grid = "st_area(st_transform(geometry, 'EPSG:4326', 'EPSG:27700', always_xy := true)) / 1e6"
    for geography, total, apart, invalid in database.sql(
            f"""select geography, sum({grid}), max(abs({grid} / area_km2 - 1)),
                count(*) filter (not st_isvalid(geometry))
                from '{path}' group by 1 order by 1""").fetchall():
        assert apart < 1e-4 and invalid == 0, (geography, apart, invalid)
        print(f"{geography}: {total:,.0f} km2 by DuckDB spatial, {apart:.1e} apart at most")
print(f"geopandas and DuckDB agree; extents differ by {worst:.1e} at most")
