#!/usr/bin/env bash
# Kills a refresh with kill -9 at different moments: after so many seconds, and when certain files appear. After each, the
# store is read (the old or the new release, whole), the refresh runs again, and its tables are those of a run that
# was not disturbed.
#
#   jobs/checks/kill.sh [MOMENT...]      a number of seconds, or the part of a path that appears; 13 moments without
set -euo pipefail
cd "$(dirname "$0")/../.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
moments=("$@")
if [ $# = 0 ]; then
  moments=(1 2 4 lock/ archive/.. observations/ indicators/ headlines/ reports/index.html datapackage.json
    manifest.json '!pointer' '!pointer')
fi

current() {
  cat "$1/CURRENT"
}
tables() {
  python3 jobs/checks/same_pages.py "$1/releases/$(current "$1")"
}
fail() {
  echo "$*" >&2
  tail -n 20 "$work"/*.err >&2
  exit 1
}
# Returns whether the moment has come; considers new files only.
come() {
  case $1 in
    '!pointer') [ "$(current "$2")" != "$old" ] ;;
    */* | *.*) find "$2" -newer "$work/began" -path "*${1%..}*" 2>/dev/null | grep -q . ;;
    *) [ "$(($(date +%s%N) / 1000000 - began))" -ge "$(($1 * 1000))" ] ;;
  esac
}

mkdir -p "$work/in"
cp data/sample/ae_attendances/* data/sample/kh03_beds/* "$work/in"
mv "$work/in/March-2021-revised-130521-sample.csv" "$work/later.csv"
./footprints refresh --from "$work/in" --to "$work/base" 2>"$work/base.err" || fail "The first refresh failed."
mv "$work/later.csv" "$work/in/"
cp -a "$work/base" "$work/quiet"
./footprints refresh --from "$work/in" --to "$work/quiet" 2>"$work/quiet.err" || fail "The quiet refresh failed."
tables "$work/base" >"$work/base.txt"
tables "$work/quiet" >"$work/quiet.txt"
old=$(current "$work/base")

killed=0 ended=0 seen_old=0 seen_new=0
for moment in "${moments[@]}"; do
  rm -rf "$work/store"
  cp -a "$work/base" "$work/store"
  touch "$work/began"
  began=$(($(date +%s%N) / 1000000))
  ./footprints refresh --from "$work/in" --to "$work/store" >"$work/run.err" 2>&1 &
  run=$!
  until come "$moment" "$work/store" || ! kill -0 $run 2>/dev/null; do sleep 0.02; done
  if kill -9 $run 2>/dev/null; then killed=$((killed + 1)); else ended=$((ended + 1)); fi
  wait $run 2>/dev/null || true
  ./footprints verify --at "$work/store" 2>"$work/verify.err" || fail "Killed at $moment: the release is damaged."
  tables "$work/store" >"$work/now.txt"
  if [ "$(current "$work/store")" = "$old" ]; then
    seen_old=$((seen_old + 1))
    cmp -s "$work/now.txt" "$work/base.txt" || fail "Killed at $moment: the old release changed."
  else
    seen_new=$((seen_new + 1))
    cmp -s "$work/now.txt" "$work/quiet.txt" || fail "Killed at $moment: the new release is another."
  fi
  ./footprints refresh --from "$work/in" --to "$work/store" 2>"$work/again.err" || fail "Killed at $moment: the next refresh fails."
  tables "$work/store" >"$work/now.txt"
  cmp -s "$work/now.txt" "$work/quiet.txt" || fail "Killed at $moment: the release made again is another."
  left=$(./footprints release list --at "$work/store" | grep -c unfinished || true)
  [ "$left" = 0 ] || fail "Killed at $moment: $left half releases were left."
  printf 'killed at %-20s intact, and the next run finished\n' "$moment"
done
echo "kill -9: $killed of ${#moments[@]} moments in time, $seen_old read the old release and $seen_new the new one, all survived, 0 lost"
printf 'kill -9 of the whole program|%d|0\n' "$killed" >>"${FAULT_TABLE:-/dev/null}"
[ "$ended" -le 1 ] || fail "$ended runs had ended before they were killed."
