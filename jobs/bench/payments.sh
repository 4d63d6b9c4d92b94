#!/usr/bin/env bash
# One table of many payments: time, memory and how equal the tasks are, with a heap of 2 GiB.
#   jobs/bench/payments.sh [ROWS]        20,000,000 rows unless another number is given; they take 3 GB of disk
set -euo pipefail
cd "$(dirname "$0")/../.."
rows=${1:-20000000}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/events"
python3 jobs/bench/payments.py "$work/in" "$rows"
export FOOTPRINTS_JAVA_OPTS="-Dspark.eventLog.enabled=true -Dspark.eventLog.dir=$work/events -Dspark.eventLog.compress=false
  -Dspark.eventLog.rolling.enabled=false ${FOOTPRINTS_JAVA_OPTS:-}"
TIMEFORMAT="$rows payments: %R s elapsed, %U s of CPU"
exit=0
time ./footprints refresh --from "$work/in" --to "$work/store" >"$work/log" 2>&1 || exit=$?
if [ "$exit" != 0 ] && [ "$exit" != 4 ]; then
  cat "$work/log" >&2
  exit 1
fi
for log in "$work/events"/*; do python3 jobs/bench/tasks.py "$log"; done
