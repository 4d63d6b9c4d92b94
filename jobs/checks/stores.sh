#!/usr/bin/env bash
# Stores on HDFS (a small cluster in one process) and on S3 (a mock, behind a proxy that misbehaves): refresh, read,
# kill, refresh. Their libraries come from Maven Central and are in this check only, not in the product.
set -euo pipefail
cd "$(dirname "$0")/../.."
out=$(mktemp)
trap 'rm -f "$out"' EXIT
./mvnw -B -ntp -Pstores ${STORES:+-Dtest="$STORES"} test 2>&1 | tee "$out" | grep -E '^(S3|HDFS)|Tests run:|ERROR|FAIL' || true
tests=$(grep -c 'Tests run:.*Time elapsed' "$out" || true)
if ! grep -q 'BUILD SUCCESS' "$out"; then
  tail -n 60 "$out" >&2
  exit 1
fi
echo "stores: $(grep -cE '^(S3|HDFS):' "$out") findings of $tests classes, all well"
