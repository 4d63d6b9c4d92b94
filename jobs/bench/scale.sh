#!/usr/bin/env bash
# Made-up attendances at A&E of growing size, by organisations and months: time, and how equal the tasks are, with a heap
# of 2 GiB. Once the data are 3 million figures. The exponent says how time grows with the number of figures: 1 is in
# proportion.
#   jobs/bench/scale.sh [TIMES...]        1 10 30 unless other numbers are given
set -euo pipefail
cd "$(dirname "$0")/../.."
sizes=("$@")
[ ${#sizes[@]} -gt 0 ] || sizes=(1 10 30)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
fail() {
  cat "$work/log" >&2
  exit 1
}
options=${FOOTPRINTS_JAVA_OPTS:-}
for times in "${sizes[@]}"; do
  months=$((times < 3 ? 24 : times < 30 ? 60 : 96))
  rm -rf "$work/in" "$work/store" "$work/events"
  mkdir "$work/events"
  ./footprints sample published --to "$work/in" --from 2018-04 --months "$months" --only ae_attendances \
    >"$work/log" 2>&1 || fail
  python3 jobs/bench/scale.py "$work/in" "$((times * 3000000))"
  export FOOTPRINTS_JAVA_OPTS="-Dspark.eventLog.enabled=true -Dspark.eventLog.dir=$work/events
    -Dspark.eventLog.compress=false -Dspark.eventLog.rolling.enabled=false $options"
  exit=0
  TIMEFORMAT='%R %U %S'
  { time ./footprints refresh --from "$work/in" --to "$work/store" --timings >"$work/log" 2>&1 || exit=$?; } \
    2>"$work/time"
  if [ "$exit" != 0 ] && [ "$exit" != 4 ]; then fail; fi
  export FOOTPRINTS_JAVA_OPTS=$options
  figures=$(python3 -c "
import json, sys, glob
print(json.load(open(glob.glob('$work/store/runs/*.json')[0]))['counts']['observations'])")
  read -r elapsed user system <"$work/time"
  cpu=$(awk "BEGIN { print $user + $system }")
  echo "$figures $cpu" >>"$work/points"
  echo "$times times: $figures figures, $elapsed s elapsed, $cpu s of CPU"
  sed -n '/^  *\(start\|list\|records\|read\|answer\|manifest\|publish\) /p' "$work/log" | head -n 8
  for log in "$work/events"/*; do python3 jobs/bench/tasks.py "$log"; done
done
awk 'NR == 1 { f = $1; c = $2 } END { if (NR > 1) printf "exponent of CPU time: %.2f\n", log($2 / c) / log($1 / f) }' \
  "$work/points"
