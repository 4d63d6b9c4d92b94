#!/usr/bin/env bash
# Times the record level against DuckDB: whole processes in turn, results compared for equality first, ratios printed.
#   jobs/bench/stays.sh FOLDER [MILLIONS…]      for example: jobs/bench/stays.sh /tmp/bench 1 4 16
# FOLDER takes about 0.6 GB for each million rows. ROUNDS (3) rounds; HEAP (4g) for Footprints; DuckDB takes what it wants.
# Two threads each. The machine should be quiet: see the load printed beside each pair.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd -P)
home=$(cd "$here/../.." && pwd -P)
folder=${1:?a folder to work in}
shift
rounds=${ROUNDS:-3}
export FOOTPRINTS_JAVA_OPTS="-Xmx${HEAP:-4g} ${FOOTPRINTS_JAVA_OPTS:-}"
mkdir -p "$folder"
if [ ! -x "$folder/venv/bin/python" ]; then
  python3 -m venv "$folder/venv"
  "$folder/venv/bin/pip" -q install duckdb pandas pyarrow
fi
python=$folder/venv/bin/python

# Wall seconds and processor seconds of a command.
timed() {
  "$python" - "$@" <<'PY'
import resource, subprocess, sys, time
start = time.monotonic()
done = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
wall = time.monotonic() - start
if done.returncode:
    sys.exit(f"{' '.join(sys.argv[1:3])} failed: {done.stderr[-2000:]}")
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(f"{wall:.2f} {used.ru_utime + used.ru_stime:.2f}")
PY
}

for millions in "${@:-1}"; do
  data=$folder/hes_${millions}m
  work=$folder/work_${millions}m
  if [ ! -f "$data/.truth.json" ]; then
    "$home/footprints" sample hes --rows "${millions}000000" --seed 4 --spoilt 0 --to "$data"
  fi
  rm -rf "$work"
  mkdir -p "$work/duck_stays"
  : >"$work/times"
  for round in $(seq "$rounds"); do
    load=$(cut -d' ' -f1 /proc/loadavg)
    a=$(timed "$home/footprints" stays --only-episodes --from "$data" --to "$work" --master 'local[2]')
    rm -rf "$work/duck_episodes"
    b=$(timed "$python" "$here/to_parquet.py" "$data" "$work/duck_episodes")
    [ "$round" != 1 ] || "$python" "$here/same_episodes.py" "$work/episodes" "$work/duck_episodes"
    echo "csv_to_parquet $millions $a $b $load" | tee -a "$work/times"
    load=$(cut -d' ' -f1 /proc/loadavg)
    a=$(timed "$home/footprints" stays --to "$work" --master 'local[2]')
    b=$(timed "$python" "$here/duck.py" "$here/stays.sql" "episodes=$work/episodes" "to=$work/duck_stays" \
      "reference=$home/data/reference")
    [ "$round" != 1 ] || "$python" "$here/same_stays.py" "$work/stays" "$work/duck_stays"
    echo "stays $millions $a $b $load" | tee -a "$work/times"
  done
done
"$python" - "$folder" <<'PY'
import glob, math, statistics, sys
rows = [line.split() for path in glob.glob(f"{sys.argv[1]}/work_*m/times") for line in open(path)]
print(f"{'work':16}{'rows':>6}{'wall ratio':>12}{'cpu ratio':>11}   Footprints over DuckDB, median of rounds")
best = {}
for work, millions in sorted({(row[0], int(row[1])) for row in rows}):
    mine = [[float(v) for v in row[2:6]] for row in rows if row[0] == work and int(row[1]) == millions]
    wall = statistics.median(m[0] / m[2] for m in mine)
    cpu = statistics.median(m[1] / m[3] for m in mine)
    best[work, millions] = min(m[0] for m in mine)
    print(f"{work:16}{millions:>5}M{wall:>12.2f}{cpu:>11.2f}")
for work in sorted({key[0] for key in best}):
    sizes = sorted(key[1] for key in best if key[0] == work)
    for small, large in zip(sizes, sizes[1:]):
        grew = math.log(best[work, large] / best[work, small]) / math.log(large / small)
        print(f"{work}: exponent of wall time from {small}M to {large}M: {grew:.2f}")
PY
