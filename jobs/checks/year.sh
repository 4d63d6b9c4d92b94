#!/usr/bin/env bash
# Simulates a year of scheduled runs on made-up files: late, early, revised, truncated and missing publications, and
# runs that are started twice or interrupted. It must end with twelve releases.
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
