"""Compares the tables of two releases: by bytes, and by rows where bytes differ.

    python same_release.py RELEASE RELEASE [TABLE NOT TO COMPARE ...]

RENAMED=FILE names a CSV (kind,old,new) of tables, columns and kinds of finding that have another name in the second
release; renamed.csv has those of November 2026. DIGITS=N compares numbers with decimals at N significant digits, for
releases of two versions of Java, whose logarithms may differ in the last bit. Ends with 1 when a table is missing on one side or a row is in one
of them only.
"""

import csv
import hashlib
import os
import sys
from pathlib import Path

import duckdb


def tables(release):
    return {f.name: sorted(f.glob("*.parquet")) for f in sorted(release.iterdir()) if any(f.glob("*.parquet"))}


def digests(files):
    return [(f.name, hashlib.sha256(f.read_bytes()).hexdigest()) for f in files]


def renames(kind):
    """Old names and new ones, of one kind; none unless RENAMED names a file."""
    path = os.environ.get("RENAMED")
    if not path:
        return {}
    with open(path, newline="", encoding="utf-8") as file:
        return {row["old"]: row["new"] for row in csv.DictReader(file) if row["kind"] == kind}


def rows(table, changed):
    """A query of a table's rows, with the columns and kinds of finding of the first release named as in the second."""
    source = f"read_parquet('{table}/*.parquet')"
    digits = int(os.environ.get("DIGITS", "0"))
    if not changed and not digits:
        return f"select * from {source}"
    columns = []
    for (name, kind, *_) in duckdb.sql(f"describe select * from {source}").fetchall():
        value = f'"{name}"'
        if digits and kind == "DOUBLE":
            value = f"format('{{:.{digits - 1}e}}', {value})"
        if not changed:
            columns.append(f'{value} as "{name}"')
            continue
        if name == "kind":
            for old, new in renames("value").items():
                value = f"case when {value} = '{old}' then '{new}' else {value} end"
        columns.append(f'{value} as "{renames("column").get(name, name)}"')
    return f"select {', '.join(columns)} from {source}"


def only_in(one, other):
    """Rows of one query that the other does not give, counted as often as they occur."""
    return duckdb.sql(f"select count(*) from (({one}) except all ({other}))").fetchall()[0][0]


def main():
    first, second, passed_over = Path(sys.argv[1]), Path(sys.argv[2]), set(sys.argv[3:])
    ours = {renames("table").get(name, name): files for name, files in tables(first).items()}
    theirs = tables(second)
    same, by_rows, different = 0, 0, []
    for name in sorted((ours.keys() | theirs.keys()) - passed_over):
        if name not in ours or name not in theirs:
            different.append(f"{name}: in one of them only")
        elif digests(ours[name]) == digests(theirs[name]):
            same += 1
        else:
            before = rows(ours[name][0].parent, changed=True)
            after = rows(theirs[name][0].parent, changed=False)
            lost, added = only_in(before, after), only_in(after, before)
            if lost or added:
                different.append(f"{name}: {lost} rows in the first only, {added} in the second only")
            else:
                by_rows += 1
    print(f"{same} tables equal by bytes, {by_rows} by rows, {len(different)} different")
    for line in different:
        print(f"  {line}")
    sys.exit(1 if different or not same + by_rows else 0)


if __name__ == "__main__":
    main()
