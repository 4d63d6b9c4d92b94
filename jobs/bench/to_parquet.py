"""CSV of episodes to Parquet in DuckDB on two threads, its own reader, types given, wanted columns only."""
import glob
import sys

import duckdb

source, to = sys.argv[1:3]
wanted = """FYEAR EPIKEY PSEUDO_HESID ADMIDATE DISDATE EPISTART EPIEND EPIORDER EPISTAT EPITYPE SEX STARTAGE ADMIMETH
    ADMISORC CCG_RESIDENCE CLASSPAT DIAG_4_01 DIAG_4_02 DISDEST DISMETH LSOA11 MAINSPEF OPERTN_4_01 PROCODE3
    TRETSPEF""".split()
types = dict.fromkeys("ADMIDATE DISDATE EPISTART EPIEND".split(), "DATE")
types |= dict.fromkeys("EPIORDER EPISTAT EPITYPE SEX STARTAGE".split(), "INTEGER") | {"EPIKEY": "BIGINT"}
files = sorted(glob.glob(f"{source}/artificial_hes_apc_*.csv"))
with open(files[0], encoding="utf-8") as first:
    columns = {name: types.get(name, "VARCHAR") for name in first.readline().strip().split(",")}
known = ", ".join(
    f"CASE WHEN {name} >= DATE '1900-01-01' THEN {name} END AS {name}" if types.get(name) == "DATE" else name
    for name in wanted)
connection = duckdb.connect(config={"threads": 2, "preserve_insertion_order": False})
connection.execute(f"""
    COPY (SELECT {known} FROM read_csv({files}, header = true, auto_detect = false, delim = ',', quote = '"',
        escape = '"', columns = {columns}, nullstr = ''))
    TO '{to}' (FORMAT parquet, COMPRESSION zstd, PARTITION_BY (FYEAR), OVERWRITE_OR_IGNORE)""")
