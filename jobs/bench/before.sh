#!/usr/bin/env bash
# A refresh of published files by this program and by the program of an earlier commit: whole processes from a cold start
# without an archive of classes, run in turn on the same files. Medians of elapsed and of CPU time, and their ratios; on a
# shared machine, CPU time is the reliable one. The parts of a run come from the records of the runs.
#   jobs/bench/before.sh COMMIT [PUBLISHED] [TURNS]
# JAVA_NOW=FOLDER runs this program, and not the earlier one, on another Java (the program must have been built).
set -euo pipefail
cd "$(dirname "$0")/../.."
commit=$1
published=${2:-${FOOTPRINTS_SHARED:-../shared}/published}
turns=${3:-3}
if [ ! -d "$published" ]; then
  echo "There is no folder $published. Try: jobs/bench/before.sh $commit FOLDER" >&2
  exit 2
fi
work=$(mktemp -d)
trap 'git worktree remove --force "$work/before"; rm -rf "$work"' EXIT
git worktree add --quiet --detach "$work/before" "$commit"
export FOOTPRINTS_ARCHIVE=off
"$work/before/footprints" --version
./footprints --version

# Elapsed and CPU seconds of one run, then the parts of the run.
clock() {
  rm -rf "$work/store"
  local exit=0
  TIMEFORMAT='%R %U %S'
  { time {
    if [ "$1" = now ] && [ -n "${JAVA_NOW:-}" ]; then export JAVA_HOME=$JAVA_NOW; fi
    "$2" refresh --from "$published" --to "$work/store" >"$work/log" 2>&1 || exit=$?
  }; } 2>"$work/time"
  # 4: some files belong to no dataset, and were set aside.
  if [ "$exit" != 0 ] && [ "$exit" != 4 ]; then
    cat "$work/log" >&2
    exit 1
  fi
  awk '{ print $1, $2 + $3 }' "$work/time" >>"$work/$1.times"
  tail -n 1 "$work/$1.times" | awk -v who="$1" '{ printf "%-6s: %s s elapsed, %s s of CPU; ", who, $1, $2 }'
  python3 - "$work"/store/runs/*.json <<'P'
import json, sys
print(", ".join(f"{part} {seconds}" for part, seconds in json.load(open(sys.argv[1]))["seconds"].items()))
P
}
median() {
  awk -v c="$2" '{ print $c }' "$work/$1.times" | sort -n |
    awk '{ s[NR] = $1 } END { print NR % 2 ? s[(NR + 1) / 2] : (s[NR / 2] + s[NR / 2 + 1]) / 2 }'
}
for _ in $(seq "$turns"); do
  clock before "$work/before/footprints"
  clock now ./footprints
done
echo "$(median now 1) $(median before 1) $(median now 2) $(median before 2)" |
  awk '{ printf "now to before: %.1f s to %.1f s elapsed, ratio %.2f; %.1f s to %.1f s of CPU, ratio %.2f\n",
    $1, $2, $1 / $2, $3, $4, $3 / $4 }'
