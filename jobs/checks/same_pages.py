"""Compares two folders of Parquet files: every page must have the same bytes.

    python3 same_pages.py FOLDER FOLDER
    python3 same_pages.py FOLDER            a digest of every file, but for the run's own table

A footer lists the encodings of a column in an order that parquet-java takes from a set, and that a Java process chooses
for itself; so of footers the bytes are compared without their order. Hidden files are passed over. Ends with 1, and
names the files, when something else differs.
"""

import hashlib
import sys
from pathlib import Path


def parts(path):
    data = path.read_bytes()
    length = int.from_bytes(data[-8:-4], "little")
    return data[: -8 - length], sorted(data[-8 - length :]), len(data)


def files(folder):
    return {f.relative_to(folder): f for f in sorted(Path(folder).rglob("*.parquet"))
            if not any(p.startswith(".") for p in f.relative_to(folder).parts)}


if len(sys.argv) == 2:
    for name, file in sorted(files(sys.argv[1]).items()):
        if name.parts[0] != "runs":
            print(hashlib.sha256(repr(parts(file)).encode()).hexdigest(), name)
    sys.exit(0)

ours, theirs = files(sys.argv[1]), files(sys.argv[2])
different = sorted(str(name) for name in ours.keys() ^ theirs.keys())
different += [str(name) for name in ours.keys() & theirs.keys() if parts(ours[name]) != parts(theirs[name])]
if different or not ours:
    print("different: " + (", ".join(different) or "there are no files"))
    sys.exit(1)
size = sum(parts(f)[2] for f in ours.values())
print(f"{len(ours)} files, {size:,} bytes: every page the same")
