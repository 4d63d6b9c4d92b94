#!/usr/bin/env bash
# Stores on HDFS (a small cluster in one process) and on S3 (a mock, and moto's server, each behind a proxy that
# misbehaves): refresh, read, kill, refresh, two at once. Their libraries come from Maven Central and from PyPI (kept in
# jobs/target/checks) and are in this check only, not in the product.
#
#   jobs/checks/stores.sh [hdfs|s3|moto ...]      default: all
set -euo pipefail
cd "$(dirname "$0")/../.."
out=$(mktemp)
server=
trap 'rm -f "$out" "$out".*; if [ -n "$server" ]; then kill "$server" 2>/dev/null || true; fi' EXIT

# run CLASSES [OPTION ...]: prints what the checks found.
run() {
  local classes=$1
  shift
  ./mvnw -B -ntp -Pstores -Dtest="$classes" "$@" test >"$out" 2>&1 || true
  grep -E '^(S3|HDFS)|Tests run:|^\[ERROR\]' "$out" || true
  if ! grep -q 'BUILD SUCCESS' "$out"; then
    tail -n 60 "$out" >&2
    exit 1
  fi
  sed -n 's/^fault: //p' "$out" >>"${FAULT_TABLE:-/dev/null}"
  cat "$out" >>"$out.all"
}
start_moto() {
  local venv=$PWD/jobs/target/checks/moto port
  if ! [ -x "$venv/bin/moto_server" ]; then
    mkdir -p "$(dirname "$venv")"
    python3 -m venv "$venv"
    "$venv/bin/pip" install --quiet --disable-pip-version-check 'moto[s3,server]==5.1.18'
  fi
  port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
  "$venv/bin/moto_server" -H 127.0.0.1 -p "$port" >"$out.moto" 2>&1 &
  server=$!
  moto=http://127.0.0.1:$port
}

# Both stores of the same libraries in one go.
tests= moto=
for store in ${*:-hdfs s3 moto}; do
  case $store in
    hdfs) tests=$tests,HdfsStoreCheck ;;
    s3) tests=$tests,S3StoreCheck ;;
    moto) moto=wanted ;;
    *) echo "There is no store \"$store\"." >&2; exit 1 ;;
  esac
done
if [ -n "$tests" ]; then run "${tests#,}"; fi
if [ -n "$moto" ]; then
  start_moto
  echo "S3 by moto's server:"
  run S3StoreCheck -Dfootprints.s3.server="$moto"
fi
echo "stores: $(grep -cE '^(S3|HDFS):' "$out.all") findings of $(grep -c 'Tests run:.*Time elapsed' "$out.all") classes, no failures"
