#!/usr/bin/env bash
# Stays on a standalone cluster of a real Spark distribution: the tables of `footprints stays`, page for page the bytes of
# a local run, with one worker and with two, also if a worker is lost during the run. If the driver is killed, nothing is
# published and the next run finishes.
#
#   jobs/checks/stays_cluster.sh [workers|lost|driver|speed ...]  default: the first three
#   ROWS=200000                                                   artificial episodes
#
# Needs python3 with venv, and PyPI for pyspark (once; kept in jobs/target/checks).
set -euo pipefail
cd "$(dirname "$0")/../.."
# shellcheck source=jobs/checks/spark.sh
. jobs/checks/spark.sh

# The line as `footprints submit` prints it.
line() {
  ./footprints submit --dry-run --master "$master" --driver-memory 1g --executor-memory 1g \
    stays --from "$work/in" --to "$1"
}
submit() {
  eval "$(line "$1")"
}
# In place of this shell, so that the process is the driver's.
driven() {
  eval "exec $(line "$1")"
}
same() {
  printf '%-58s' "$2:"
  python3 jobs/checks/same_pages.py "$work/local" "$1" || fail "$2: the tables differ from the local run's."
  cmp -s "$work/counts" "$1.counts" || fail "$2: the counts differ from the local run's."
  passed=$((passed + 1))
}
# Waits until a run has written some of the table that the other tables are made of, and is not done.
writing() {
  for _ in $(seq 2400); do
    kill -0 "$1" 2>/dev/null || fail "The run ended before it could be disturbed."
    if [ -n "$(find "$2" -name 'bucket-*' 2>/dev/null | head -n 1)" ]; then return; fi
    sleep 0.05
  done
  fail "The run did not begin to write."
}

echo "Spark of $SPARK_HOME: $(spark_version)"
rows=${ROWS:-200000}
./footprints sample hes --rows "$rows" --seed 9 --to "$work/in" 2>"$work/made.err" || fail "There is no sample."
./footprints stays --from "$work/in" --to "$work/local" --master 'local[1]' >"$work/counts" 2>"$work/local.err" ||
  fail "The local run failed."

workers() {
  start_cluster "$work/one" 1
  submit "$work/w1" >"$work/w1.counts" 2>"$work/w1.err" || fail "The run on one worker failed."
  same "$work/w1" "one worker"
  stop_cluster
  daemons=()
  start_cluster "$work/two" 2
  submit "$work/w2" >"$work/w2.counts" 2>"$work/w2.err" || fail "The run on two workers failed."
  same "$work/w2" "two workers"
}
two() {
  if [ "${#daemons[@]}" != 3 ]; then
    stop_cluster
    daemons=()
    start_cluster "$work/again" 2
  fi
}
lost() {
  two
  submit "$work/lost" >"$work/lost.counts" 2>"$work/lost.err" &
  local run=$!
  writing "$run" "$work/lost"
  lose_worker
  wait "$run" || fail "The run did not outlive its worker."
  same "$work/lost" "a worker lost half-way, the run went on"
}
driver() {
  two
  driven "$work/driver" >"$work/driver.counts" 2>"$work/driver.err" &
  local run=$!
  writing "$run" "$work/driver"
  kill -9 "$run"
  wait "$run" 2>/dev/null || true
  if [ -e "$work/driver/episodes" ] || [ -e "$work/driver/stays" ]; then
    fail "The driver was killed and something was published."
  fi
  submit "$work/driver" >"$work/driver.counts" 2>"$work/again.err" || fail "The next run failed."
  same "$work/driver" "the driver killed, nothing published, the next run"
}

# The same jar and the same launcher in turn, on two cores of this process and on two workers of a core each.
speed() {
  two
  local turn cluster=$master here=() there=() began words
  for turn in 1 2 3; do
    master='local[2]'
    words=$(line "$work/here-$turn")
    began=$(date +%s%N)
    eval "$words" >"$work/here.counts" 2>"$work/here.err" || fail "The local run failed."
    here+=($(($(date +%s%N) - began)))
    master=$cluster
    words=$(line "$work/there-$turn")
    began=$(date +%s%N)
    eval "$words" >"$work/there-$turn.counts" 2>"$work/there.err" || fail "The run on two workers failed."
    there+=($(($(date +%s%N) - began)))
    rm -rf "$work/here-$turn"
    same "$work/there-$turn" "turn $turn"
    rm -rf "$work/there-$turn"
  done
  compare_medians "${here[*]}" "${there[*]}"
}

parts=${*:-workers lost driver}
for part in $parts; do
  case $part in
    workers | lost | driver | speed) "$part" ;;
    *) fail "There is no part \"$part\"." ;;
  esac
done
echo "$passed runs on a cluster gave the tables of the local run, $rows episodes"
