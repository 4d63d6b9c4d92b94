#!/usr/bin/env bash
# Measures the share of publishing in a refresh, and the speed of verify.
#
#   jobs/bench/publish.sh [FOLDER ...]      default: data/sample; TURNS=3
#
# Publishing is what a run does for a release to be whole and seen, by its own record (runs/ID.json): the manifest with
# the SHA-256 of every file ("manifest"), and writing it to the disk, the lock and the pointer ("publish"). Keeping the
# inputs in the archive is part of reading them, in tasks; what coreutils take to copy and hash the same bytes is added.
# verify is run in turn with sha256sum and cat over the same files, which are in the memory of the machine by then; what
# the program takes to start is measured by a command that reads almost nothing. Medians of elapsed time.
set -euo pipefail
cd "$(dirname "$0")/../.."
turns=${TURNS:-3}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
[ $# -gt 0 ] || set -- data/sample

seconds() {
  TIMEFORMAT=%R
  { time "$@" >"$work/out" 2>&1 || [ $? = 4 ]; } 2>&1
}
median() {
  sort -n "$1" | awk '{s[NR] = $1} END {print NR % 2 ? s[(NR + 1) / 2] : (s[NR / 2] + s[NR / 2 + 1]) / 2}'
}
copied() {
  rm -rf "$work/copy"
  mkdir "$work/copy"
  find "$1" -type f -print0 | xargs -0 cp -t "$work/copy" --backup=numbered
  find "$1" -type f -print0 | xargs -0 sha256sum
}
hashed() {
  xargs -0 sha256sum <"$work/files"
}
read_all() {
  xargs -0 cat <"$work/files" >/dev/null
}

./footprints --version
for folder in "$@"; do
  rm -f "$work"/*.s
  for _ in $(seq "$turns"); do
    rm -rf "$work/store"
    seconds ./footprints refresh --from "$folder" --to "$work/store" >/dev/null
    seconds copied "$folder" >"$work/copied"
    python3 - "$work"/store/runs/*.json "$work/copied" >>"$work/share.s" <<'P'
import json, sys
s = json.load(open(sys.argv[1]))["seconds"]
copied = float(open(sys.argv[2]).read())
publishing = s["manifest"] + s["publish"] + copied
print(publishing / s["all"], s["manifest"], s["publish"], copied, s["all"])
P
    release=$work/store/releases/$(cat "$work/store/CURRENT")
    find "$release" "$work/store/archive" -type f -print0 >"$work/files"
    seconds ./footprints verify --at "$work/store" >>"$work/verify.s"
    seconds ./footprints release list --at "$work/store" >>"$work/start.s"
    seconds hashed >>"$work/hashed.s"
    seconds read_all >>"$work/cat.s"
  done
  mb=$(xargs -0 du -cb <"$work/files" | awk '/total$/ {b += $1} END {print b / 1e6}')
  files=$(tr -cd '\0' <"$work/files" | wc -c)
  sort -n "$work/share.s" | awk -v of="$folder" '{l[NR] = $0} END {split(l[int((NR + 1) / 2)], a, " ")
    printf "publishing %s: %.1f%% of the refresh (aim: at most 10%%): manifest %.2f s, publish %.2f s, archive %.2f s, of %.1f s\n",
      of, 100 * a[1], a[2], a[3], a[4], a[5]}'
  awk -v v="$(median "$work/verify.s")" -v s="$(median "$work/start.s")" -v h="$(median "$work/hashed.s")" \
    -v c="$(median "$work/cat.s")" -v mb="$mb" -v n="$files" -v of="$folder" 'BEGIN {
    r = v - s > 0.01 ? v - s : 0.01
    printf "verify %s: %d files, %.0f MB in %.2f s, of which %.2f s to start: %.0f MB/s; sha256sum %.2f s (%.0f MB/s), cat %.2f s (%.0f MB/s): ratio to sha256sum %.2f\n",
      of, n, mb, v, s, mb / r, h, mb / h, c, mb / c, r / h}'
done
