#!/usr/bin/env bash
# A refresh of published files against a bare Spark session that writes one row: whole processes from a cold start, run
# in turn, with the same flags of the virtual machine (2 GiB of heap, no archive of classes on either side). Medians of
# elapsed time and of CPU time; where others use the machine, CPU time is the one to believe.
#   jobs/bench/refresh.sh [PUBLISHED] [TURNS]        PUBLISHED is ../shared/published unless FOOTPRINTS_SHARED says more
# FOOTPRINTS_ARCHIVE=on lets the refresh use the launcher's archive of classes, as it does by default.
set -euo pipefail
cd "$(dirname "$0")/../.."
published=${1:-${FOOTPRINTS_SHARED:-../shared}/published}
turns=${2:-3}
if [ ! -d "$published" ]; then
  echo "There is no folder $published. Try: jobs/bench/refresh.sh FOLDER" >&2
  exit 2
fi
export FOOTPRINTS_ARCHIVE=${FOOTPRINTS_ARCHIVE:-off}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

./footprints --version
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
classes="jobs/target/footprints.jar:jobs/target/lib/*"
"${java}c" -d "$work/classes" -cp "$classes" jobs/bench/BareSession.java
# The launcher's own list, so that there is one.
read -r -d '' -a modules < <(sed -n '/^modules="/,/"$/p' footprints | sed 's/^modules="//; s/"$//'; printf '\0')

ours() {
  exit=0
  ./footprints refresh --from "$published" --to "$work/store" >"$work/ours.log" 2>&1 || exit=$?
  # 4: some files belong to no dataset, and were set aside.
  [ "$exit" = 0 ] || [ "$exit" = 4 ]
}
bare() {
  "$java" "${modules[@]}" -Xmx2g -XX:+UseSerialGC -cp "$work/classes:$classes" BareSession "$work/row" \
    >"$work/bare.log" 2>&1
}
# Elapsed, user and system seconds of one run.
clock() {
  rm -rf "$work/store" "$work/row"
  TIMEFORMAT='%R %U %S'
  if ! { time "$1"; } 2>"$work/time"; then
    echo "$1 failed:" >&2
    cat "$work/$1.log" >&2
    exit 1
  fi
  awk '{ print $1, $2 + $3 }' "$work/time" >>"$work/$1.times"
  tail -n 1 "$work/$1.times" | awk -v who="$1" '{ printf "%s: %s s elapsed, %s s of CPU\n", who, $1, $2 }'
}
median() {
  awk -v c="$2" '{ print $c }' "$work/$1.times" | sort -n |
    awk '{ s[NR] = $1 } END { print NR % 2 ? s[(NR + 1) / 2] : (s[NR / 2] + s[NR / 2 + 1]) / 2 }'
}

for _ in $(seq "$turns"); do
  clock bare
  clock ours
done
echo
files=$(find "$published" -type f | wc -l | tr -d ' ')
echo "$files files, median of $turns turns, archive of classes $FOOTPRINTS_ARCHIVE"
echo "$(median ours 1) $(median bare 1) elapsed
$(median ours 2) $(median bare 2) CPU" |
  awk '{ printf "%-8s refresh %6.1f s, bare session %5.1f s: ratio %.2f\n", $3, $1, $2, $1 / $2 }'
