"""Holds the tables of two releases against each other: by bytes, and by rows where bytes differ.

    python same_release.py RELEASE RELEASE [TABLE NOT TO COMPARE ...]

Ends with 1 when a table is missing on one side or a row is in one of them only.
"""

import hashlib
import sys
from pathlib import Path

import duckdb


def tables(release):
    return {f.name: sorted(f.glob("*.parquet")) for f in sorted(release.iterdir()) if any(f.glob("*.parquet"))}


def digests(files):
    return [(f.name, hashlib.sha256(f.read_bytes()).hexdigest()) for f in files]


def only_in(one, other):
    """Rows of one that the other has not, counted as often as they are there."""
    read = "select * from read_parquet('{}/*.parquet')"
    return duckdb.sql(
        f"select count(*) from ({read.format(one)} except all {read.format(other)})"
    ).fetchone()[0]


def main():
    first, second, passed_over = Path(sys.argv[1]), Path(sys.argv[2]), set(sys.argv[3:])
    ours, theirs = tables(first), tables(second)
    same, by_rows, different = 0, 0, []
    for name in sorted((ours.keys() | theirs.keys()) - passed_over):
        if name not in ours or name not in theirs:
            different.append(f"{name}: in one of them only")
        elif digests(ours[name]) == digests(theirs[name]):
            same += 1
        else:
            lost, added = only_in(first / name, second / name), only_in(second / name, first / name)
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
