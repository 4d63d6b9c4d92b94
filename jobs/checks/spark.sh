# Sourced by checks that need a real Spark distribution, from the root of the project. Gives SPARK_HOME, master, and
# functions to start and end a standalone cluster on this machine. Nothing is downloaded but from PyPI. What runs goes
# to a folder, work, which is gone at the end unless KEEP is set; what a run says goes to files there that end in .err.

spark_wheel=4.2.0
checks=$PWD/jobs/target/checks

# A Python with these packages, kept between runs; prints its path.
python_with() {
  local name=$1
  shift
  local have
  have=$("$checks/$name/bin/pip" freeze --disable-pip-version-check 2>/dev/null || true)
  if [ -n "$(printf '%s\n' "$@" | grep -vxF "$have" || true)" ]; then
    mkdir -p "$checks"
    python3 -m venv "$checks/$name" >&2
    "$checks/$name/bin/pip" install --quiet --disable-pip-version-check "$@" >&2
  fi
  echo "$checks/$name/bin/python"
}

python_with_duckdb() {
  python_with duckdb duckdb==1.4.2
}

if [ -z "${SPARK_HOME:-}" ]; then
  SPARK_HOME=$("$(python_with spark "pyspark==$spark_wheel")" -c \
    'import importlib.util as u; print(u.find_spec("pyspark").submodule_search_locations[0])')
fi
export SPARK_HOME SPARK_LOCAL_IP=127.0.0.1 SPARK_DAEMON_MEMORY=256m
daemons=()
passed=0
work=$(mktemp -d)
trap 'stop_cluster; if [ -z "${KEEP:-}" ]; then rm -rf "$work"; fi' EXIT

fail() {
  echo "$*" >&2
  tail -n 30 "$work"/*.err >&2 || true
  exit 1
}

# The median of three durations in nanoseconds, in milliseconds.
median_ms() {
  echo $(($(printf '%s\n' "$@" | sort -n | sed -n 2p) / 1000000))
}
# compare_medians "NS NS NS" "NS NS NS": durations here, and on two workers.
compare_medians() {
  local here there
  # shellcheck disable=SC2086
  here=$(median_ms $1) there=$(median_ms $2)
  echo "speed: $here ms here on two cores, $there ms on two workers of a core: $((100 * there / here))% (aim: at most 115%)"
}

# maven_jar GROUP:NAME:VERSION FOLDER: fetches a library once; jar_path is where it is.
maven_jar() {
  local name version
  IFS=: read -r _ name version <<<"$1"
  jar_path=$checks/$2/$name-$version.jar
  if ! [ -f "$jar_path" ]; then
    ./mvnw -q -B -ntp dependency:copy -Dartifact="$1" -DoutputDirectory="$checks/$2"
  fi
}
# Sets JAVA_HOME where it is not set.
java_home() {
  JAVA_HOME=${JAVA_HOME:-$(dirname "$(dirname "$(readlink -f "$(command -v java)")")")}
  export JAVA_HOME
}

spark_version() {
  basename "$(ls "$SPARK_HOME"/jars/spark-core_*.jar)" .jar
}

free_port() {
  python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'
}

# start_cluster FOLDER WORKERS: each worker has one core.
start_cluster() {
  local folder=$1 workers=$2 port web n
  mkdir -p "$folder"
  port=$(free_port) web=$(free_port)
  master=spark://127.0.0.1:$port
  "$SPARK_HOME/bin/spark-class" org.apache.spark.deploy.master.Master --host 127.0.0.1 --port "$port" \
    --webui-port "$web" >"$folder/master.log" 2>&1 &
  daemons+=($!)
  for n in $(seq "$workers"); do
    "$SPARK_HOME/bin/spark-class" org.apache.spark.deploy.worker.Worker --host 127.0.0.1 --webui-port "$(free_port)" \
      --cores 1 --memory 2g --work-dir "$folder/work-$n" "$master" >"$folder/worker-$n.log" 2>&1 &
    daemons+=($!)
  done
  for _ in $(seq 300); do
    if [ "$(cat "$folder"/worker-*.log 2>/dev/null | grep -c 'Successfully registered with master')" -ge "$workers" ]; then
      return
    fi
    sleep 0.2
  done
  echo "The cluster did not start:" >&2
  tail -n 5 "$folder"/*.log >&2
  return 1
}

# Executors of this cluster's workers, by process.
executors() {
  local daemon
  for daemon in "${daemons[@]:1}"; do
    pgrep -P "$daemon" -f CoarseGrainedExecutorBackend || true
  done
}

# The last worker and what runs on it, at once, as when a machine goes.
lose_worker() {
  local worker=${daemons[-1]} its
  its=$(pgrep -P "$worker" || true)
  # shellcheck disable=SC2086
  kill -9 "$worker" $its
  unset 'daemons[-1]'
}

stop_cluster() {
  local daemon
  for daemon in "${daemons[@]}"; do
    kill "$daemon" 2>/dev/null || true
  done
  wait 2>/dev/null || true
}
