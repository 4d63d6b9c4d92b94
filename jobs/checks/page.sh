#!/bin/sh
# Opens the site of a release in a browser and checks it: page.sh FOLDER [PICTURES]
# FOLDER holds reports/index.html; PICTURES is where screenshots go. Needs node and npm; installs the rest.
# page.sh --readme FOLDER writes the pictures of the README (data/pictures) from a release of the made-up sample.
# page.sh --tasks FOLDER does ten tasks of readers by clicks on the site of the made-up sample.
set -eu
here=$(cd "$(dirname "$0")" && pwd -P)
script=page.mjs
if [ "${1:-}" = --readme ]; then
  shift
  script=pictures.mjs
  set -- "$1" "$here/../../data/pictures"
fi
if [ "${1:-}" = --tasks ]; then
  shift
  script=tasks.mjs
fi
if [ $# -lt 1 ] || [ ! -f "$1/reports/index.html" ]; then
  echo "usage: page.sh [--readme|--tasks] FOLDER [PICTURES], where FOLDER/reports/index.html is a page" >&2
  exit 1
fi
if [ ! -x /usr/bin/chromium ]; then
  apt-get update -q && apt-get install -q -y --no-install-recommends chromium fonts-liberation
fi
if [ ! -d "$here/node_modules/playwright-core" ]; then
  (cd "$here" && npm install --silent --no-audit --no-fund)
fi
exec node "$here/$script" "$1" "${2:-}"
