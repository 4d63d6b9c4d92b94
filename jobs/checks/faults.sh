#!/usr/bin/env bash
# Prints the fault table: kinds of faults, points at which they were injected, and how often the store was intact
# afterwards and the next run finished.
#
#   jobs/checks/faults.sh [POINTS] [PART ...]    default: 200 points, all parts
#
#   process   in one process: stopped before, during and after changes to the store, full disk, folders that cannot be
#             written, clock changes, two runs at once, a source that changes, damaged files
#   kill      the whole program killed by kill -9                            (jobs/checks/kill.sh)
#   cluster   an executor, a worker and the driver of a cluster killed       (jobs/checks/cluster.sh)
#   stores    HDFS with a datanode gone; S3 with a bad network               (jobs/checks/stores.sh)
set -euo pipefail
cd "$(dirname "$0")/../.."
points=200
if [[ ${1:-} =~ ^[0-9]+$ ]]; then
  points=$1
  shift
fi
parts=${*:-process kill cluster stores}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# A line a kind of fault and a part of the check: words|points|lost.
export FAULT_TABLE=$work/table
touch "$FAULT_TABLE"

# In two processes where there are two cores: much of a refresh of a few small files is one thread's.
process() {
  local lanes n failed=0
  lanes=$(($(nproc) > 1 ? 2 : 1))
  ./mvnw -B -ntp -q test-compile
  for n in $(seq 0 $((lanes - 1))); do
    ./mvnw -B -ntp surefire:test -Dtest=FaultsTest -Dfootprints.fault.points="$points" -Dfootprints.fault.parts="$lanes" \
      -Dfootprints.fault.part="$n" -Dsurefire.reportNameSuffix="part-$n" -DtempDir="surefire-part-$n" \
      >"$work/process-$n" 2>&1 &
    pids[n]=$!
  done
  for n in $(seq 0 $((lanes - 1))); do
    wait "${pids[n]}" || {
      failed=1
      grep -A30 -E 'FAILURE|Expecting' "$work/process-$n" | head -n 60 >&2
    }
    sed -n '/^fault (/,/^\[INFO\]/p' "$work/process-$n" |
      sed -nE 's/^(.{58}) ([ 0-9]{7}) [ 0-9]{9} ([ 0-9]{5})$/\1|\2|\3/p' | sed -E 's/ +\|/|/g; s/\| +/|/g' >>"$FAULT_TABLE"
  done
  return $failed
}

failed=0
pids=()
for part in $parts; do
  case $part in
    process) process || failed=1 ;;
    kill | stores) "jobs/checks/$part.sh" || failed=1 ;;
    cluster) jobs/checks/cluster.sh executor driver worker || failed=1 ;;
    *) echo "There is no part \"$part\"." >&2; exit 1 ;;
  esac
done

printf '\n%-58s %7s %9s %5s\n' fault points survived lost
awk -F'|' '!($1 in points) {order[++n] = $1} {points[$1] += $2; lost[$1] += $3}
  END {for (i = 1; i <= n; i++) {k = order[i]; printf "%-58s %7d %9d %5d\n", k, points[k], points[k] - lost[k], lost[k]
      p += points[k]; l += lost[k]}
    printf "faults: %d points of %d kinds, %d survived, %d lost\n", p, n, p - l, l; exit l > 0 || p == 0}' "$FAULT_TABLE" || failed=1
exit $failed
