#!/usr/bin/env bash
# A standalone cluster of a real Spark distribution: a master and two workers on this machine. Refreshes the sample
# locally and on the cluster and compares the tables; then kills an executor, a worker and the driver during a run.
#
#   jobs/checks/cluster.sh [submitted|executor|driver|worker|speed ...]        default: the first four
#
# Needs python3 with venv, and PyPI for pyspark and duckdb (once; kept in jobs/target/checks).
# SPARK_HOME names another distribution to use.
set -euo pipefail
cd "$(dirname "$0")/../.."
# shellcheck source=jobs/checks/spark.sh
. jobs/checks/spark.sh
python=$(python_with_duckdb)

release() {
  printf '%s/releases/%s' "$1" "$(cat "$1/CURRENT")"
}
# The table of runs differs: it has the time and the build.
same() {
  "$python" jobs/checks/same_release.py "$(release "$1")" "$(release "$2")" runs ||
    fail "$3: the tables differ from those of the local run."
  passed=$((passed + 1))
}
options=(--master "" --driver-memory 1g --executor-memory 1g --executors 2)
submit() {
  ./footprints submit "${options[@]}" "$@"
}
# Runs the printed command line in place of this shell, so that the process is the driver's.
driven() {
  eval "exec $(./footprints submit --dry-run "${options[@]}" "$@")"
}
parsed() {
  find "$1/parsed" -type f 2>/dev/null | wc -l
}
# Waits until a run has read some files and is not done.
reading() {
  local before
  before=$(parsed "$2")
  for _ in $(seq 1200); do
    kill -0 "$1" 2>/dev/null || fail "The run ended before it could be disturbed."
    if [ "$(parsed "$2")" -ge $((before + 10)) ]; then return; fi
    sleep 0.1
  done
  fail "The run did not begin to read."
}

echo "Spark of $SPARK_HOME: $(spark_version)"
./footprints sample published --to "$work/in" --from 2015-04 --months 12 --seed 7 >"$work/made.txt" 2>"$work/made.err" ||
  fail "The sample could not be made."
./footprints refresh --from "$work/in" --to "$work/local" 2>"$work/local.err" || fail "The local run failed."
./footprints refresh --from "$work/in" --to "$work/before" --only kh03_beds 2>"$work/before.err" ||
  fail "The local run failed."
start_cluster "$work/cluster" 2
options[1]=$master
echo "Two workers registered with $master"

# Whole commands in turn; the median of three. With small data most of the time is start-up.
speed() {
  local n began here=() there=()
  for n in 1 2 3; do
    began=$(date +%s%N)
    FOOTPRINTS_JAVA_OPTS="${FOOTPRINTS_JAVA_OPTS:-}" ./footprints refresh --from "$work/in" --to "$work/here-$n" \
      --master 'local[2]' 2>"$work/here-$n.err" || fail "The local run failed."
    here+=($(($(date +%s%N) - began)))
    began=$(date +%s%N)
    submit refresh --from "$work/in" --to "$work/there-$n" 2>"$work/there-$n.err" || fail "The submitted run failed."
    there+=($(($(date +%s%N) - began)))
  done
  compare_medians "${here[*]}" "${there[*]}"
  passed=$((passed + 1))
}
submitted() {
  submit refresh --from "$work/in" --to "$work/store" 2>"$work/submit.err" || fail "The submitted run failed."
  printf '%-46s' "submitted: "
  same "$work/local" "$work/store" "Submitted"
}
# disturbed WHAT HOW: during a run, into a store with a release that must survive it.
disturbed() {
  local what=$1 how=$2 to=$work/$2 before run
  cp -a "$work/before" "$to"
  before=$(cat "$to/CURRENT")
  driven refresh --from "$work/in" --to "$to" 2>"$work/$how.err" &
  run=$!
  reading "$run" "$to"
  "$how" "$run"
  if wait "$run" 2>/dev/null; then
    [ "$(cat "$to/CURRENT")" != "$before" ] || fail "$what: the run ended well and published nothing."
    printf '%-46s' "$what, the run continued: "
  else
    # Wait until the killed process is gone.
    [ "$how" != driver ] || [ -z "$(pgrep -f -- "--to $to" || true)" ] || fail "$what: the driver is still there."
    [ "$(cat "$to/CURRENT")" = "$before" ] || fail "$what: the run failed and something was published."
    ./footprints verify --at "$to" >"$work/verify.err" 2>&1 || fail "$what: the previous release is damaged."
    submit refresh --from "$work/in" --to "$to" 2>"$work/$how-again.err" || fail "$what: the next run failed."
    printf '%-46s' "$what, the next run finished: "
  fi
  same "$work/local" "$to" "$what"
  printf 'cluster: %s|1|0\n' "$what" >>"${FAULT_TABLE:-/dev/null}"
}
executor() {
  kill -9 "$(executors | head -n 1)"
}
driver() {
  kill -9 "$1"
}
worker() {
  lose_worker
}

parts=${*:-submitted executor driver worker}
for part in $parts; do
  case $part in
    submitted | speed) "$part" ;;
    executor | driver | worker) disturbed "$part killed" "$part" ;;
    *) fail "There is no part \"$part\"." ;;
  esac
done
# shellcheck disable=SC2086
set -- $parts
echo "$passed of $# parts passed on a cluster of two workers"
