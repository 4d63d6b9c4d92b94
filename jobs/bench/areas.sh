#!/usr/bin/env bash
# What it costs to join all observations of every dataset to all geographies on both bases, against a refresh of the same
# files: seconds of CPU, which is reliable on a shared machine. The join is a program of its own that
# reads a release and adds up every figure by area; reading is not counted, the check that areas add up to England is.
#   jobs/bench/areas.sh [PUBLISHED]        PUBLISHED is ../shared/published unless FOOTPRINTS_SHARED says more
set -euo pipefail
cd "$(dirname "$0")/../.."
published=${1:-${FOOTPRINTS_SHARED:-../shared}/published}
if [ ! -d "$published" ]; then
  echo "There is no folder $published. Try: jobs/bench/areas.sh FOLDER" >&2
  exit 2
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
./footprints --version
./mvnw -q -o -B -ntp test-compile dependency:build-classpath -Dmdep.outputFile="$work/classpath"
TIMEFORMAT='%U %S'
exit=0
{ time ./footprints refresh --from "$published" --to "$work/store" >"$work/log" 2>&1 || exit=$?; } 2>"$work/time"
# 4: some files belong to no dataset, and were set aside.
if [ "$exit" != 0 ] && [ "$exit" != 4 ]; then
  cat "$work/log" >&2
  exit 1
fi
refresh=$(awk '{ print $1 + $2 }' "$work/time")
join=$(java -Xmx2g -XX:+UseSerialGC \
  -cp "jobs/target/classes:jobs/target/test-classes:$(cat "$work/classpath")" \
  uk.footprints.analysis.AreasBench "$work/store")
echo "$join $refresh" |
  awk '{ printf "join %.1f s of CPU, refresh %.1f s: the join is %.1f%% of it (at most 25%%)\n", $1, $2, 100 * $1 / $2
         exit $1 / $2 > 0.25 }'
