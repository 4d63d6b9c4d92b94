#!/bin/sh
# Directly standardised rates of many areas: `footprints stat dsr` against phstatsmethods (Python) on the same table.
# Whole processes in turn, from CSV to CSV; equal results are checked first. Usage: jobs/bench/dsr.sh [AREAS] [TURNS]
set -eu
cd "$(dirname "$0")/../.."
areas=${1:-100000}
turns=${2:-3}
peers=jobs/bench/peers
work=${TMPDIR:-/tmp}/footprints-bench-dsr
mkdir -p "$work"

if [ ! -d "$work/venv" ]; then
  python3 -m venv "$work/venv"
  "$work/venv/bin/pip" install --quiet PHStatsMethods==0.1.16
fi
if [ ! -f jobs/target/footprints.jar ]; then
  ./mvnw -q -DskipTests package
fi
[ -f "$work/table-$areas.csv" ] || python3 "$peers/dsr_table.py" "$areas" "$work/table-$areas.csv"

ours() {
  java -cp "jobs/target/footprints.jar:jobs/target/lib/*" uk.footprints.Main \
    stat dsr --in "$work/table-$areas.csv" --out "$work/ours.csv"
}
theirs() {
  "$work/venv/bin/python" "$peers/dsr_phstatsmethods.py" "$work/table-$areas.csv" "$work/theirs.csv"
}
seconds() {
  start=$(date +%s.%N)
  "$1" 2> "$work/$1.log"
  end=$(date +%s.%N)
  echo "$end $start" | awk '{ printf "%.2f\n", $1 - $2 }'
}
median() {
  sort -n | awk '{ s[NR] = $1 } END { print NR % 2 ? s[(NR + 1) / 2] : (s[NR / 2] + s[NR / 2 + 1]) / 2 }'
}

ours
theirs 2> "$work/theirs.log"
"$work/venv/bin/python" "$peers/dsr_compare.py" "$work/ours.csv" "$work/theirs.csv"

: > "$work/ours.times"
: > "$work/theirs.times"
for turn in $(seq "$turns"); do
  seconds ours >> "$work/ours.times"
  seconds theirs >> "$work/theirs.times"
done
mine=$(median < "$work/ours.times")
yours=$(median < "$work/theirs.times")
echo "areas $areas, median of $turns turns: footprints $mine s, phstatsmethods $yours s"
echo "$yours $mine" | awk '{ printf "footprints is %.1f times as fast\n", $1 / $2 }'
