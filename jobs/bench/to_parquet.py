"""CSV of episodes to Parquet in DuckDB on two threads: its own reader, types given, the columns that `footprints stays`
writes, among them the codes that its lists ask for.

    to_parquet.py FOLDER TO REFERENCE        REFERENCE is the project's data/reference
"""
import csv
import glob
import sys

import duckdb

source, to, reference = sys.argv[1:4]
wanted = """FYEAR EPIKEY PSEUDO_HESID ADMIDATE DISDATE EPISTART EPIEND EPIORDER EPISTAT EPITYPE SEX STARTAGE ADMIMETH
    ADMISORC CCG_RESIDENCE CLASSPAT DIAG_4_01 DISDEST DISMETH LSOA11 MAINSPEF PROCODE3 TRETSPEF""".split()
types = dict.fromkeys("ADMIDATE DISDATE EPISTART EPIEND".split(), "DATE")
types |= dict.fromkeys("EPIORDER EPISTAT EPITYPE SEX STARTAGE".split(), "INTEGER") | {"EPIKEY": "BIGINT"}
files = sorted(glob.glob(f"{source}/artificial_hes_apc_*.csv"))
with open(files[0], encoding="utf-8") as first:
    columns = {name: types.get(name, "VARCHAR") for name in first.readline().strip().split(",")}


def rows(name):
    with open(f"{reference}/{name}", newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def starts(table, *names):
    return sorted({code for row in table for name in names for code in (row[name] or "").split()})


def joined(prefix, first, last):
    """Codes of several columns as one text, a space before each."""
    there = [f"{prefix}{n:02}" for n in range(first, last + 1) if f"{prefix}{n:02}" in columns]
    return "' ' || concat_ws(' ', " + ", ".join(there) + ")"


def listed(codes, text):
    """Those starts that some code has."""
    return "nullif(concat_ws(' ', " + ", ".join(f"CASE WHEN contains({text}, ' {c}') THEN '{c}' END" for c in codes) + "), '')"


acs, charlson = rows("acs_conditions.csv"), rows("charlson.csv")
conditions = {}
for row in charlson:
    conditions.setdefault(row["condition"], []).append(row["icd10_prefix"])
letters = ", ".join(
    f"CASE WHEN regexp_matches(secondary, ' ({'|'.join(codes)})') THEN '{chr(ord('a') + n)}' END"
    for n, codes in enumerate(conditions.values()))
known = ", ".join(
    f"CASE WHEN {name} >= DATE '1900-01-01' THEN {name} END AS {name}" if types.get(name) == "DATE" else name
    for name in wanted)
connection = duckdb.connect(config={"threads": 2, "preserve_insertion_order": False})
connection.execute(f"""
    COPY (SELECT {known}, {listed(starts(acs, 'secondary_needed', 'secondary_excluded'), 'secondary')} AS secondary_diagnoses,
        {listed(starts(acs, 'operations_excluded'), 'operated')} AS operations,
        nullif(concat_ws('', {letters}), '') AS comorbidities,
        nullif(regexp_extract(OPERTN_4_01, '^[A-Z]'), '') AS procedure_chapter
      FROM (SELECT *, {joined('DIAG_4_', 2, 20)} AS secondary, {joined('OPERTN_4_', 1, 24)} AS operated
        FROM read_csv({files}, header = true, auto_detect = false, delim = ',', quote = '"',
        escape = '"', columns = {columns}, nullstr = '')))
    TO '{to}' (FORMAT parquet, COMPRESSION zstd, PARTITION_BY (FYEAR), OVERWRITE_OR_IGNORE)""")
