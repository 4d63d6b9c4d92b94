#!/usr/bin/env bash
# Times models of case mix against scikit-learn: whole processes in turn, coefficients and expected sums compared.
#   jobs/bench/case_mix.sh FOLDER [MILLIONS…]      for example: jobs/bench/case_mix.sh /tmp/bench 1 4 16
# Millions of episodes; fractions such as 0.5 as well. FOLDER takes about 1 GB for each million. HEAP (4g) for Footprints;
# two threads each. Footprints' time is that of `stays --case-mix` less that of `stays` on the same episodes: four models,
# ratios by model and by cells. The peer's is reading the same spells, the same features, three logistic regressions and a
# Poisson regression without a penalty, and expected sums by provider (PEER=0 leaves it out, as it takes much memory). The
# peer takes Newton's steps to a slope of 1e-11 (SOLVER=lbfgs: L-BFGS), Footprints ends when no coefficient moves by more
# than 1e-9. The script ends without times where coefficients differ by more than 1e-4 of their size.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd -P)
home=$(cd "$here/../.." && pwd -P)
folder=${1:?a folder to work in}
shift
export FOOTPRINTS_JAVA_OPTS="-Xmx${HEAP:-4g} ${FOOTPRINTS_JAVA_OPTS:-}"
export OMP_NUM_THREADS=2 OPENBLAS_NUM_THREADS=2
mkdir -p "$folder"
if [ ! -x "$folder/venv_case_mix/bin/python" ]; then
  python3 -m venv "$folder/venv_case_mix"
  "$folder/venv_case_mix/bin/pip" -q install --disable-pip-version-check \
    numpy==2.4.6 pandas==2.3.3 scipy==1.17.1 scikit-learn==1.8.0 pyarrow==22.0.0
fi
python=$folder/venv_case_mix/bin/python

# Wall seconds, processor seconds and the most memory (MiB) of a command.
timed() {
  "$python" - "$folder/answer" "$@" <<'PY'
import resource, subprocess, sys, time
start = time.monotonic()
with open(sys.argv[1], "w") as answer:
    done = subprocess.run(sys.argv[2:], stdout=answer, stderr=subprocess.PIPE, text=True)
wall = time.monotonic() - start
if done.returncode:
    said = open(sys.argv[1]).read()
    sys.exit(f"{' '.join(sys.argv[2:5])} failed: {said[-2000:]}{done.stderr[-2000:]}")
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(f"{wall:.2f} {used.ru_utime + used.ru_stime:.2f} {used.ru_maxrss // 1024}")
PY
}

"$home/footprints" describe >/dev/null # built, and its classes kept, before anything is timed
: >"$folder/case_mix_times"
for millions in "${@:-1}"; do
  data=$folder/hes_${millions}m
  work=$folder/case_mix_${millions}m
  rows=$("$python" -c "print(int(float('$millions') * 1e6))")
  if [ ! -f "$data/.truth.json" ]; then
    "$home/footprints" sample hes --rows "$rows" --seed 4 --spoilt 0 --to "$data"
  fi
  if [ ! -d "$work/episodes" ]; then
    "$home/footprints" stays --only-episodes --from "$data" --to "$work" --master 'local[2]' >"$folder/answer"
  fi
  stays=$(timed "$home/footprints" stays --to "$work" --master 'local[2]')
  both=$(timed "$home/footprints" stays --to "$work" --master 'local[2]' --case-mix)
  peer="nan nan nan"
  if [ "${PEER:-1}" != 0 ]; then
    peer=$(timed "$python" "$here/peers/case_mix_sklearn.py" "$work" "${SOLVER:-newton-cholesky}")
    cat "$folder/answer"
  fi
  echo "$millions $stays $both $peer $(cut -d' ' -f1 /proc/loadavg)" | tee -a "$folder/case_mix_times"
done
"$python" - "$folder/case_mix_times" <<'PY'
import math, sys
rows = [[float(v) for v in line.split()] for line in open(sys.argv[1])]
print(f"\n{'millions':>8}{'stays s':>9}{'with case mix s':>17}{'case mix s':>12}{'cpu s':>8}{'MiB':>7}{'peer s':>8}{'cpu s':>8}"
      f"{'ratio':>7}{'of cpu':>8}{'load':>6}")
for m, a, acpu, _, b, bcpu, memory, p, pcpu, _, load in rows:
    print(f"{m:>8g}{a:>9.1f}{b:>17.1f}{b - a:>12.1f}{bcpu - acpu:>8.1f}{memory:>7.0f}{p:>8.1f}{pcpu:>8.1f}"
          f"{(b - a) / p:>7.2f}{(bcpu - acpu) / pcpu:>8.2f}{load:>6.1f}")
for small, large in zip(rows, rows[1:]):
    grew = math.log((large[4] - large[1]) / (small[4] - small[1])) / math.log(large[0] / small[0])
    print(f"exponent of wall time from {small[0]:g} to {large[0]:g} million: {grew:.2f}")
PY
