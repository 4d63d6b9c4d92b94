#!/bin/sh
# Runs the snippets of the page "How to read the tables" whose tools can be had: access.sh STORE
# Needs python3 with venv and PyPI; installs R with data.table and readxl from Debian where it may, else it says so.
set -eu
here=$(cd "$(dirname "$0")" && pwd -P)
if [ $# -lt 1 ] || [ ! -f "$1/CURRENT" ]; then
  echo "usage: access.sh STORE, where STORE/CURRENT names a release" >&2
  exit 1
fi
store=$(cd "$1" && pwd -P)
snippets=$here/../src/main/resources/uk/footprints/site/access
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
ln -s "$store" "$work/published"
if [ -z "${PYTHON:-}" ]; then
  python3 -m venv "$work/venv"
  "$work/venv/bin/pip" install --quiet --disable-pip-version-check -r "$here/readers.txt"
  PYTHON=$work/venv/bin/python
fi
echo "Python with pandas"
(cd "$work" && "$PYTHON" "$snippets/with_pandas.py")
echo "SQL with DuckDB, and every view"
(cd "$store" && "$PYTHON" "$here/access.py" duckdb "$snippets/duckdb.sql")
echo "SQL with Spark, and every view"
(cd "$store" && "$PYTHON" "$here/access.py" spark "$snippets/spark.sql")
if ! command -v Rscript >/dev/null 2>&1 && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
  (apt-get update -q && apt-get install -q -y --no-install-recommends r-base-core r-cran-data.table r-cran-readxl) \
    >/dev/null 2>&1 || true
fi
if command -v Rscript >/dev/null 2>&1 && Rscript -e 'library(data.table); library(readxl)' >/dev/null 2>&1; then
  echo "R with data.table and readxl"
  (cd "$work" && Rscript "$snippets/data_table.R")
else
  echo "R with data.table and readxl: not run, R is not installed (apt-get install r-cran-data.table r-cran-readxl)"
fi
echo "R with arrow, R with nanoparquet, Power Query: not run, their tools cannot be had here"
