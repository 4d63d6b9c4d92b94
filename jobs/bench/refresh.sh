#!/usr/bin/env bash
# A refresh of published files against a bare Spark session that writes one row, and against a pandas script that reads
# the same sheets and writes every cell, with pandas' usual engines and with calamine: whole processes from a cold start,
# run in turn. The two that are Java have the
# same flags of the virtual machine (2 GiB of heap, no archive of classes). That the script found the same figures is
# checked first. Medians of elapsed time and of CPU time; on a shared machine, CPU time is the reliable one.
# Of the refresh, its start, listing and reading are compared with the scripts as well, as these compute no indicators.
# A second refresh with nothing new, and one with one new file, are timed at the end.
#   jobs/bench/refresh.sh [PUBLISHED] [TURNS]        PUBLISHED is ../shared/published unless FOOTPRINTS_SHARED says more
# FOOTPRINTS_ARCHIVE=on lets the refresh use the launcher's archive of classes, as it does by default.
set -euo pipefail
cd "$(dirname "$0")/../.."
published=${1:-${FOOTPRINTS_SHARED:-../shared}/published}
turns=${2:-3}
if [ ! -d "$published" ]; then
  echo "There is no folder $published. Try: jobs/bench/refresh.sh FOLDER" >&2
  exit 2
fi
export FOOTPRINTS_ARCHIVE=${FOOTPRINTS_ARCHIVE:-off}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

./footprints --version
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
classes="jobs/target/footprints.jar:jobs/target/lib/*"
"${java}c" -d "$work/classes" -cp "$classes" jobs/bench/BareSession.java
# The launcher's own list, so that there is one.
read -r -d '' -a modules < <(sed -n '/^modules="/,/"$/p' footprints | sed 's/^modules="//; s/"$//'; printf '\0')

read -r -d '' -a compiler < <(sed -n '/^compiler="/,/"$/p' footprints | sed 's/^compiler="//; s/"$//'; printf '\0')
venv=${TMPDIR:-/tmp}/footprints-bench-refresh
if [ ! -x "$venv/bin/python" ]; then
  python3 -m venv "$venv"
  "$venv/bin/pip" install --quiet pandas==2.3.3 xlrd==2.0.2 openpyxl==3.1.5 python-calamine==0.9.1 pyarrow==22.0.0 duckdb==1.4.2
fi

ours() {
  exit=0
  ./footprints refresh --from "$published" --to "$work/store" >"$work/ours.log" 2>&1 || exit=$?
  # 4: some files belong to no dataset, and were set aside.
  [ "$exit" = 0 ] || [ "$exit" = 4 ]
}
bare() {
  "$java" "${modules[@]}" "${compiler[@]}" -Xms2g -Xmn600m -Xmx2g -XX:+UseSerialGC -cp "$work/classes:$classes" BareSession "$work/row" \
    >"$work/bare.log" 2>&1
}
pandas() {
  "$venv/bin/python" -W ignore jobs/bench/peers/refresh_pandas.py "$published" "$work/cells.parquet" >"$work/pandas.log" 2>&1
}
calamine() {
  "$venv/bin/python" -W ignore jobs/bench/peers/refresh_pandas.py "$published" "$work/cells.parquet" calamine \
    >"$work/calamine.log" 2>&1
}
# Seconds of listing, start and reading, and of the answers, by the record of the run.
parts() {
  python3 - "$work"/store/runs/*.json <<'P'
import json, sys
s = json.load(open(sys.argv[1]))["seconds"]
print(s["list"] + s["start"] + s["read"], s["answer"])
P
}
# Elapsed, user and system seconds of one run.
clock() {
  if [ "${2:-}" != keep ]; then rm -rf "$work/store" "$work/row" "$work/cells.parquet"; fi
  TIMEFORMAT='%R %U %S'
  if ! { time "$1"; } 2>"$work/time"; then
    echo "$1 failed:" >&2
    cat "$work/$1.log" >&2
    exit 1
  fi
  awk '{ print $1, $2 + $3 }' "$work/time" >>"$work/$1.times"
  if [ "$1" = ours ]; then parts >>"$work/reading.times"; fi
  tail -n 1 "$work/$1.times" | awk -v who="$1" '{ printf "%s: %s s elapsed, %s s of CPU\n", who, $1, $2 }'
}
median() {
  awk -v c="$2" '{ print $c }' "$work/$1.times" | sort -n |
    awk '{ s[NR] = $1 } END { print NR % 2 ? s[(NR + 1) / 2] : (s[NR / 2] + s[NR / 2 + 1]) / 2 }'
}

ours
pandas
"$venv/bin/python" jobs/bench/peers/refresh_compare.py "$work/store" "$work/cells.parquet"
for _ in $(seq "$turns"); do
  clock bare
  clock pandas
  clock calamine
  clock ours
done
again() { ours; }
clock again keep
# A new month: one file without its last line.
cp -r "$published" "$work/more"
published=$work/more
ours
one=$(find "$published" -name '*.csv' | sort | head -n 1)
sed '$d' "$one" >"$work/more/one-more.csv"
one() { ours; }
clock one keep

echo
files=$(find "$published" -type f | wc -l | tr -d ' ')
echo "$files files, median of $turns turns, archive of classes $FOOTPRINTS_ARCHIVE"
say() {
  echo "$(median "$1" 1) $(median "$2" 1) $(median "$1" 2) $(median "$2" 2)" |
    awk -v a="$1" -v b="$2" '{ printf "%-6s to %-6s: %.1f s to %.1f s elapsed, ratio %.2f; %.1f s to %.1f s of CPU, ratio %.2f\n",
      a, b, $1, $2, $1 / $2, $3, $4, $3 / $4 }'
}
say ours bare
say ours pandas
say ours calamine
say again bare
say one bare
for script in pandas calamine; do
  echo "$script $(median reading 1) $(median "$script" 1)" |
    awk '{ printf "start, listing and reading to %s: %.1f s to %.1f s elapsed, ratio %.2f\n", $1, $2, $3, $2 / $3 }'
done
echo "indicators, reports, site and workbooks: $(median reading 2) s elapsed (aim: 15 s)"
