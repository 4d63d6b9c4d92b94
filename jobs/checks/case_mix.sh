#!/usr/bin/env bash
# Models of case mix on made-up records, by `footprints stays --case-mix` and again by statsmodels and scikit-learn.
#   jobs/checks/case_mix.sh [ROWS]        number of made-up episodes; default: 60000
set -euo pipefail
cd "$(dirname "$0")/../.."
venv=jobs/target/checks/case-mix
if ! [ -x "$venv/bin/python" ]; then
  python3 -m venv "$venv"
  "$venv/bin/pip" install --quiet --disable-pip-version-check \
    numpy==2.4.6 pandas==2.3.3 scipy==1.17.1 statsmodels==0.15.0 scikit-learn==1.8.0 pyarrow==22.0.0
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
./footprints sample hes --rows "${1:-60000}" --seed 11 --to "$work/hes" >"$work/sample.txt"
./footprints stays --from "$work/hes" --to "$work/out" --case-mix >"$work/stays.txt"
"$venv/bin/python" jobs/checks/case_mix.py "$work/out"
