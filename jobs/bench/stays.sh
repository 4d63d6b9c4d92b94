#!/usr/bin/env bash
# Times the record level against DuckDB and pandas: whole processes in turn, results compared for equality first.
#   jobs/bench/stays.sh FOLDER [MILLIONS…]      for example: jobs/bench/stays.sh /tmp/bench 1 4 16
# FOLDER takes about 0.8 GB for each million rows. ROUNDS (3) rounds; HEAP (4g) for Footprints; the others take what
# they want; PANDAS (4) is the maximum millions for pandas, which keeps everything in memory. Two threads each. Prints
# ratios of wall and processor time (medians), the most memory each took, and the exponent of time with rows.
# The machine should be quiet: the load is shown next to each pair.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd -P)
home=$(cd "$here/../.." && pwd -P)
folder=${1:?a folder to work in}
shift
rounds=${ROUNDS:-3}
pandas=${PANDAS:-4}
export FOOTPRINTS_JAVA_OPTS="-Xmx${HEAP:-4g} ${FOOTPRINTS_JAVA_OPTS:-}"
mkdir -p "$folder"
if [ ! -x "$folder/venv/bin/python" ]; then
  python3 -m venv "$folder/venv"
  "$folder/venv/bin/pip" -q install --disable-pip-version-check duckdb==1.4.2 pandas==2.3.3 pyarrow==22.0.0
fi
python=$folder/venv/bin/python

# Wall seconds, processor seconds and the most memory (MiB) of a command; what it answers goes to FOLDER/answer.
timed() {
  "$python" - "$folder/answer" "$@" <<'PY'
import resource, subprocess, sys, time
start = time.monotonic()
with open(sys.argv[1], "w") as answer:
    done = subprocess.run(sys.argv[2:], stdout=answer, stderr=subprocess.PIPE, text=True)
wall = time.monotonic() - start
if done.returncode:
    sys.exit(f"{' '.join(sys.argv[2:5])} failed: {done.stderr[-2000:]}")
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(f"{wall:.2f} {used.ru_utime + used.ru_stime:.2f} {used.ru_maxrss // 1024}")
PY
}
load() {
  cut -d' ' -f1 /proc/loadavg
}

"$home/footprints" describe >/dev/null # built, and its classes kept, before anything is timed
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
    busy=$(load)
    a=$(timed "$home/footprints" stays --only-episodes --from "$data" --to "$work" --master 'local[2]')
    rm -rf "$work/duck_episodes"
    b=$(timed "$python" "$here/to_parquet.py" "$data" "$work/duck_episodes" \
      "$home/data/reference")
    [ "$round" != 1 ] || "$python" "$here/same_episodes.py" "$work/episodes" "$work/duck_episodes"
    echo "csv_to_parquet $millions duckdb $a $b $busy" | tee -a "$work/times"
    rm -rf "$work/duck_episodes"
    busy=$(load)
    c=$(timed "$home/footprints" stays --to "$work" --master 'local[2]')
    b=$(timed "$python" "$here/duck.py" "$here/stays.sql" "episodes=$work/episodes" "to=$work/duck_stays" \
      "reference=$home/data/reference")
    [ "$round" != 1 ] || "$python" "$here/same_stays.py" "$work/stays" "$work/duck_stays"
    echo "stays $millions duckdb $c $b $busy" | tee -a "$work/times"
    if [ "$round" = 1 ] && [ "$millions" -le "$pandas" ]; then
      busy=$(load)
      b=$(timed "$python" "$here/stays_pandas.py" "$data" "$work/pandas_episodes" csv)
      rm -rf "$work/pandas_episodes"
      echo "csv_to_parquet $millions pandas $a $b $busy" | tee -a "$work/times"
      b=$(timed "$python" "$here/stays_pandas.py" "$work/episodes" "$work/duck_stays")
      "$python" "$here/same_pandas.py" "$work/stays" "$(tail -n 1 "$folder/answer")"
      echo "stays $millions pandas $c $b $busy" | tee -a "$work/times"
    fi
  done
done
"$python" - "$folder" "${HEAP:-4g}" <<'PY'
import glob, math, statistics, sys
rows = [line.split() for path in glob.glob(f"{sys.argv[1]}/work_*m/times") for line in open(path)]
print(f"\n{'work':16}{'rows':>6}  {'peer':8}{'wall ratio':>11}{'cpu ratio':>11}{'memory MiB':>12}{'of peer':>9}"
      f"   Footprints over peer, medians; heap {sys.argv[2]}")
best = {}
for work, millions, peer in sorted({(row[0], int(row[1]), row[2]) for row in rows}):
    mine = [[float(v) for v in row[3:9]] for row in rows if row[:3] == [work, str(millions), peer]]
    wall = statistics.median(m[0] / m[3] for m in mine)
    cpu = statistics.median(m[1] / m[4] for m in mine)
    best[work, millions] = min([m[0] for m in mine] + [best.get((work, millions), math.inf)])
    print(f"{work:16}{millions:>5}M  {peer:8}{wall:>11.2f}{cpu:>11.2f}{max(m[2] for m in mine):>12.0f}"
          f"{max(m[5] for m in mine):>9.0f}")
for work in sorted({key[0] for key in best}):
    sizes = sorted(key[1] for key in best if key[0] == work)
    for small, large in zip(sizes, sizes[1:]):
        grew = math.log(best[work, large] / best[work, small]) / math.log(large / small)
        print(f"{work}: exponent of wall time from {small}M to {large}M: {grew:.2f}")
PY
