"""Compares two tables of episodes; exits 1 when they differ."""
import sys

import duckdb

ours, theirs = sys.argv[1:3]
names = """epikey admidate disdate epistart epiend epiorder epistat epitype sex startage admimeth admisorc ccg_residence
    classpat diag_4_01 disdest dismeth lsoa11 mainspef procode3 tretspef secondary_diagnoses operations comorbidities
    procedure_chapter""".split()


def rows(columns, table):
    """Rows, and sums of hashes that do not depend on the order."""
    sums = ", ".join(f"sum(hash(epikey, {column})::HUGEINT)" for column in columns)
    return duckdb.sql(f"SELECT count(*), {sums} FROM read_parquet('{table}/*/*.parquet')").fetchall()[0]


a = rows(names + ["person"], ours)
b = rows(names + ["pseudo_hesid"], theirs)
differ = [name for name, ours, theirs in zip(["rows", *names, "person"], a, b) if ours != theirs]
print(f"{a[0]:,} episodes compared: " + ("equal" if not differ else "different in " + ", ".join(differ)))
sys.exit(0 if a == b else 1)
