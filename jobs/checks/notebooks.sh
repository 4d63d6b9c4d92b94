#!/bin/sh
# Runs the notebooks in a clean environment with the versions of notebooks/requirements.txt, and compares the numbers in
# their outputs with footprints query: notebooks.sh STORE
# Needs python3 with venv, a JDK, PyPI, and Maven Central for the one in Java; PYTHON names an interpreter that has all packages.
set -eu
here=$(cd "$(dirname "$0")" && pwd -P)
if [ $# -lt 1 ] || [ ! -f "$1/CURRENT" ]; then
  echo "usage: notebooks.sh STORE, where STORE/CURRENT names a release" >&2
  exit 1
fi
if [ -z "${PYTHON:-}" ]; then
  work=$(mktemp -d)
  trap 'rm -rf "$work"' EXIT
  python3 -m venv "$work/venv"
  "$work/venv/bin/pip" install --quiet --disable-pip-version-check -r "$here/../../notebooks/requirements.txt"
  PYTHON=$work/venv/bin/python
fi
"$PYTHON" "$here/notebooks.py" "$1"
