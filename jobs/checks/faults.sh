#!/usr/bin/env bash
# Disturbs a small refresh at many points, in one process: stopped before, during and after changes to the store, disk
# full, folders that cannot be written, clocks that jump, two at once, damaged files; reads, and runs again.
#
#   jobs/checks/faults.sh [POINTS]       200 without a word
set -euo pipefail
cd "$(dirname "$0")/../.."
out=$(mktemp)
trap 'rm -f "$out"' EXIT
./mvnw -B -ntp -q test-compile
./mvnw -B -ntp surefire:test -Dtest=FaultsTest -Dfootprints.fault.points="${1:-200}" >"$out" 2>&1 || {
  grep -A30 -E 'FAILURE|Expecting' "$out" | head -n 80 >&2
  exit 1
}
sed -n '/^fault (/,/^\[INFO\]/p' "$out" | grep -v '^\[INFO\]'
awk '/ points  survived  lost/ {on = 1; next} on && NF > 3 && $NF ~ /^[0-9]+$/ {p += $(NF-2); s += $(NF-1); l += $NF}
  /^\[INFO\]/ {on = 0} END {printf "faults: %d points, %d survived, %d lost\n", p, s, l; exit l > 0 || p == 0}' "$out"
