#!/usr/bin/env bash
# A year of a scheduler on made-up files: late, early, revised, cut off and missing publications, runs that are started
# twice or cut off; ends in twelve releases.
set -euo pipefail
cd "$(dirname "$0")/../.."
out=$(mktemp)
trap 'rm -f "$out"' EXIT
./mvnw -B -ntp -q test-compile
./mvnw -B -ntp surefire:test -Dtest=YearCheck >"$out" 2>&1 || {
  grep -A40 -E '^day  |FAILURE' "$out" | head -n 120 >&2
  exit 1
}
sed -n '/^day  /,/^year: /p' "$out"
