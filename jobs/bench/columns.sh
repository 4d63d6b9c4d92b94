#!/bin/sh
# Our reader and writer of Parquet columns against parquet-java's own, in one process, in turn, results compared first:
# made-up episodes, and files of a release.
#   jobs/bench/columns.sh [STORE/releases/ID] [ROWS]
set -eu
cd "$(dirname "$0")/../.."
release=${1:-}
rows=${2:-1000000}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
./mvnw -q -o test-compile dependency:build-classpath -Dmdep.outputFile="$work/classpath"
bench() {
  classes="jobs/target/classes:jobs/target/test-classes:$(cat "$work/classpath")"
  java -Xmx2g -cp "$classes" uk.footprints.parquet.column.ColumnsBench "$@" 2>"$work/errors" ||
    { cat "$work/errors" >&2; exit 1; }
}
bench episodes "$rows" "$work/episodes"
[ -n "$release" ] || exit 0
largest() { ls -S "$release/$1"/*.parquet | head -1; }
bench release "$(largest observations)" org_code measure status period_start period_end source_sha256
bench release "$(largest indicators)" indicator area_code period_start period_end status
