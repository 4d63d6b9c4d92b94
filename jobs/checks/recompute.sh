#!/usr/bin/env bash
# Answers of a release computed again in Python from its observations, population and memberships: 0 disagreements.
#   jobs/checks/recompute.sh STORE/releases/ID [CELLS]          maximum rows of each table; default: 400
#   jobs/checks/recompute.sh STORE/releases/ID 400 --spoil      one number changed in copies of tables: all are reported
set -euo pipefail
if [ $# -lt 1 ] || [ ! -f "$1/datapackage.json" ]; then
  echo "usage: recompute.sh RELEASE [CELLS], where RELEASE/datapackage.json is a release's" >&2
  exit 1
fi
release=$(cd "$1" && pwd -P)
cd "$(dirname "$0")/../.."
venv=jobs/target/checks/recompute
if ! [ -x "$venv/bin/python" ]; then
  python3 -m venv "$venv"
  "$venv/bin/pip" install --quiet --disable-pip-version-check \
    numpy==2.4.6 pandas==2.3.3 scipy==1.17.1 statsmodels==0.15.0 pyarrow==22.0.0
fi
"$venv/bin/python" jobs/checks/recompute.py "$release" "${2:-400}" ${3:+"$3"}
