#!/usr/bin/env bash
# Commands that answer in a few lines, and a query of one figure beside a bare Spark session that writes one row: whole
# processes from a cold start, with the launcher's archive of classes, run in turn. Medians of elapsed and of CPU time; on
# a shared machine, CPU time is the reliable one.
#   jobs/bench/small.sh [STORE] [TURNS]      STORE has a release; by default a release of the sample is made
set -euo pipefail
cd "$(dirname "$0")/../.."
turns=${2:-5}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
./footprints --version
store=${1:-$work/store}
[ -f "$store/CURRENT" ] || ./footprints refresh --to "$store" >"$work/refresh.log" 2>&1

java=${JAVA_HOME:+$JAVA_HOME/bin/}java
classes="jobs/target/footprints.jar:jobs/target/lib/*"
"${java}c" -d "$work/classes" -cp "$classes" jobs/bench/BareSession.java
# The launcher's own lists, so that there is one.
read -r -d '' -a modules < <(sed -n '/^modules="/,/"$/p' footprints | sed 's/^modules="//; s/"$//'; printf '\0')
read -r -d '' -a compiler < <(sed -n '/^compiler="/,/"$/p' footprints | sed 's/^compiler="//; s/"$//'; printf '\0')
archives=(jobs/target/classes-*.jsa)

bare() {
  rm -rf "$work/row"
  "$java" "${modules[@]}" "${compiler[@]}" -Xms2g -Xmn600m -Xmx2g -XX:+UseSerialGC "$@" \
    -cp "$classes:$work/classes" BareSession "$work/row"
}
# The same session with the same archive of classes as the query has.
archived() {
  bare -XX:SharedArchiveFile="${archives[0]}" -Xshare:auto -Xlog:disable
}
# Elapsed, user and system seconds of one run.
clock() {
  local name=$1
  shift
  TIMEFORMAT='%R %U %S'
  if ! { time "$@" >"$work/out" 2>&1; } 2>"$work/time"; then
    echo "$name failed:" >&2
    cat "$work/out" >&2
    exit 1
  fi
  awk '{ print $1, $2 + $3 }' "$work/time" >>"$work/$name.times"
}
median() {
  awk -v c="$2" '{ print $c }' "$work/$1.times" | sort -n |
    awk '{ s[NR] = $1 } END { print NR % 2 ? s[(NR + 1) / 2] : (s[NR / 2] + s[NR / 2 + 1]) / 2 }'
}
one="select value from indicators where indicator = 'ga_bed_occupancy' and geography = 'country'
  and period_kind = 'financial_year' and basis = 'as_was' order by period_start desc limit 1"
for _ in $(seq "$turns"); do
  clock help ./footprints --help
  clock stat-list ./footprints stat --list
  clock stat-help ./footprints stat funnel-ratio --help
  clock describe ./footprints describe ga_bed_occupancy
  clock find ./footprints describe --find delayed
  clock bare bare
  clock archived archived
  clock query ./footprints query "$one" --at "$store"
done
for name in help stat-list stat-help describe find bare archived query; do
  echo "$name $(median "$name" 1) $(median "$name" 2)" |
    awk '{ printf "%-10s %.2f s elapsed, %.2f s of CPU\n", $1, $2, $3 }'
done
for other in bare archived; do
  echo "$other $(median query 1) $(median "$other" 1) $(median query 2) $(median "$other" 2)" |
    awk '{ printf "query to %s: ratio of elapsed time %.2f, of CPU %.2f (aim: at most 1.5)\n", $1, $2 / $3, $4 / $5 }'
done
