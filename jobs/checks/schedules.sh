#!/usr/bin/env bash
# The files under jobs/schedule, each by its own tool: crontab, systemd, Airflow, and the schemas of Kubernetes and of
# the Spark operator. Needs python3 with venv, and PyPI (once; kept in jobs/target/checks). A tool that is not installed
# is named, with the check that replaces it.
set -euo pipefail
cd "$(dirname "$0")/../.."
schedule=$PWD/jobs/schedule
checks=$PWD/jobs/target/checks
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0

ok() {
  printf '%-40s %s\n' "$1" "$2"
  passed=$((passed + 1))
}
python_with() {
  local name=$1
  shift
  if ! [ -e "$checks/$name/ready" ]; then
    rm -rf "${checks:?}/$name"
    mkdir -p "$checks"
    python3 -m venv "$checks/$name" >&2
    "$checks/$name/bin/pip" install --quiet --disable-pip-version-check "$@" >&2
    touch "$checks/$name/ready"
  fi
  echo "$checks/$name/bin/python"
}

python=$(python_with schedules kubernetes-validate==1.33.1 croniter==6.0.0 pyyaml==6.0.3)

# crontab -T is cronie's; Debian's crontab has no dry run. The fields are checked in any case.
if crontab -T "$schedule/footprints.cron" 2>/dev/null; then
  ok footprints.cron "crontab -T"
else
  "$python" jobs/checks/crontab.py "$schedule/footprints.cron"
  ok footprints.cron "croniter (crontab -T is not available)"
fi

# The installation paths do not exist here: the units are checked with an existing program instead.
if command -v systemd-analyze >/dev/null; then
  for unit in footprints.service footprints.timer; do
    sed 's#/opt/footprints/footprints #/bin/true #' "$schedule/$unit" >"$work/$unit"
  done
  systemd-analyze verify "$work/footprints.service" "$work/footprints.timer" 2>"$work/systemd.txt" || {
    cat "$work/systemd.txt" >&2
    exit 1
  }
  if grep -E 'footprints\.(service|timer)' "$work/systemd.txt"; then exit 1; fi
  systemd-analyze calendar "$(sed -n 's/^OnCalendar=//p' "$schedule/footprints.timer")" >/dev/null
  ok "footprints.service, footprints.timer" "systemd-analyze verify"
else
  echo "Left out: systemd-analyze is not available."
fi

# Airflow says what its own parser makes of the file; where it cannot be had, Python still has to compile it.
python3 -m py_compile "$schedule/footprints_dag.py"
rm -rf "$schedule/__pycache__"
if [ "${AIRFLOW:-on}" = on ] && airflow=$(python_with airflow apache-airflow==3.1.3 \
  apache-airflow-providers-standard==1.9.1 2>"$work/airflow.txt"); then
  AIRFLOW_HOME="$work/airflow" AIRFLOW__CORE__LOAD_EXAMPLES=False PYTHONDONTWRITEBYTECODE=1 \
    "$airflow" jobs/checks/dag.py "$schedule/footprints_dag.py" >"$work/dag.txt" 2>&1 || {
    cat "$work/dag.txt" >&2
    exit 1
  }
  ok footprints_dag.py "$(tail -n 1 "$work/dag.txt")"
else
  echo "Left out: Airflow's DagBag, as pip has no Airflow here: $(tail -n 1 "$work/airflow.txt" 2>/dev/null)"
  ok footprints_dag.py "compiled by Python"
fi

"$checks/schedules/bin/kubernetes-validate" --strict -k 1.33 "$schedule/kubernetes/cronjob.yaml" >/dev/null
ok kubernetes/cronjob.yaml "kubernetes-validate, strict, 1.33"
"$python" jobs/checks/sparkapplication.py "$schedule/kubernetes/sparkapplication.yaml"
ok kubernetes/sparkapplication.yaml "fields of sparkoperator.k8s.io/v1beta2"

# Checks the metrics of a run with Prometheus' own Python parser.
./footprints refresh --from data/sample/kh03_beds --to "$work/store" --metrics "$work/footprints.prom" 2>"$work/refresh.txt" ||
  {
    cat "$work/refresh.txt" >&2
    exit 1
  }
ok "refresh --metrics" "prometheus-client: $("$(python_with metrics prometheus-client==0.23.1)" jobs/checks/metrics.py "$work/footprints.prom")"

echo "$passed schedules are valid"
