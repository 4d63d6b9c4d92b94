#!/usr/bin/env bash
# Statistics on made-up tables, by `footprints stat` and by statsmodels, scipy and pyMannKendall: the answers agree.
#   jobs/checks/second_opinion.sh [SEEDS]        number of tables of each kind; default: 10
set -euo pipefail
cd "$(dirname "$0")/../.."
venv=jobs/target/checks/second-opinion
if ! [ -x "$venv/bin/python" ]; then
  python3 -m venv "$venv"
  "$venv/bin/pip" install --quiet --disable-pip-version-check \
    numpy==2.4.6 pandas==2.3.3 scipy==1.17.1 statsmodels==0.15.0 pymannkendall==1.4.3
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$venv/bin/python" jobs/checks/second_opinion.py ./footprints "$work" "${1:-10}"
