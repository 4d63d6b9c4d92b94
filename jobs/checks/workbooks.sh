#!/bin/sh
# Opens every workbook of a release with openpyxl and with LibreOffice: workbooks.sh RELEASE
# Needs python3 with venv and PyPI; LibreOffice is installed where apt can, and skipped with a message otherwise.
set -eu
here=$(cd "$(dirname "$0")" && pwd -P)
if [ $# -lt 1 ] || [ ! -d "$1/reports/xlsx" ]; then
  echo "usage: workbooks.sh RELEASE, where RELEASE/reports/xlsx has workbooks" >&2
  exit 1
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
if [ -z "${PYTHON:-}" ]; then
  python3 -m venv "$work/venv"
  "$work/venv/bin/pip" install --quiet --disable-pip-version-check openpyxl==3.1.5
  PYTHON=$work/venv/bin/python
fi
if ! command -v soffice >/dev/null 2>&1; then
  { apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends \
    libreoffice-calc-nogui; } >"$work/apt.txt" 2>&1 || true
fi
if command -v soffice >/dev/null 2>&1; then
  mkdir "$work/ods"
  soffice -env:UserInstallation="file://$work/profile" --headless --convert-to ods --outdir "$work/ods" \
    "$1"/reports/xlsx/*.xlsx >"$work/soffice.txt" 2>&1 || { cat "$work/soffice.txt" >&2; exit 1; }
else
  echo "Left out LibreOffice: it is not installed, and apt cannot install it."
fi
"$PYTHON" "$here/workbooks.py" "$1" "$work/ods"
