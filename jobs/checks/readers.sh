#!/bin/sh
# Reads every table of a release with pyarrow, pandas, DuckDB, polars and Spark, which have to agree; checks the data
# package; prints the bytes that one area's series costs: readers.sh RELEASE [ANOTHER, whose series are read as well]
# Needs python3 with venv, a JDK, and PyPI; PYTHON names a python that has everything in readers.txt already.
set -eu
here=$(cd "$(dirname "$0")" && pwd -P)
if [ $# -lt 1 ] || [ ! -f "$1/datapackage.json" ]; then
  echo "usage: readers.sh RELEASE [RELEASE], where RELEASE/datapackage.json is a release's" >&2
  exit 1
fi
work=
if [ -z "${PYTHON:-}" ]; then
  work=$(mktemp -d)
  trap 'rm -rf "$work"' EXIT
  python3 -m venv "$work/venv"
  "$work/venv/bin/pip" install --quiet --disable-pip-version-check -r "$here/readers.txt"
  PYTHON=$work/venv/bin/python
fi
"$PYTHON" "$here/package.py" "$1"
"$PYTHON" "$here/readers.py" "$1"
for release in "$@"; do
  "$PYTHON" "$here/series.py" "$release"
done
