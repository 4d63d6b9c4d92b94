#!/usr/bin/env bash
# Stores on HDFS (a small cluster in one process) and on S3 (a mock, behind a proxy that misbehaves): refresh, read,
# kill, refresh. Their libraries come from Maven Central and are in this check only, not in the product.
#
#   jobs/checks/stores.sh [hdfs|s3 ...]      default: both
set -euo pipefail
cd "$(dirname "$0")/../.."
out=$(mktemp)
trap 'rm -f "$out"' EXIT
tests=
for store in ${*:-hdfs s3}; do
  case $store in
    hdfs) tests=$tests,HdfsStoreCheck ;;
    s3) tests=$tests,S3StoreCheck ;;
    *) echo "There is no store \"$store\"." >&2; exit 1 ;;
  esac
done
./mvnw -B -ntp -Pstores -Dtest="${tests#,}" test 2>&1 | tee "$out" | grep -E '^(S3|HDFS)|Tests run:|^\[ERROR\]' || true
if ! grep -q 'BUILD SUCCESS' "$out"; then
  tail -n 60 "$out" >&2
  exit 1
fi
sed -n 's/^fault: //p' "$out" >>"${FAULT_TABLE:-/dev/null}"
echo "stores: $(grep -cE '^(S3|HDFS):' "$out") findings of $(grep -c 'Tests run:.*Time elapsed' "$out") classes, no failures"
