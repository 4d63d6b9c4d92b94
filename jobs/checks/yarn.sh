#!/usr/bin/env bash
# Hadoop on this machine (HDFS with two datanodes, YARN with two node managers, each a process of its own) and the
# spark-submit of a real Spark distribution, by the line that `footprints submit` makes. Refresh, query and stays with
# the driver on this machine and on the cluster, their files on HDFS; then a node manager is killed with all that runs
# on it, and the driver's container. Tables are those of a local run, and nothing is published by halves.
#
#   jobs/checks/yarn.sh [client|cluster|query|stays|node|driver|attempts ...]      default: all
#
#   client, cluster   refresh, with the driver here and on the cluster
#   query, stays      both with the driver here and on the cluster
#   node              a node manager and its containers killed during a refresh
#   driver            the driver's container killed: the application ends, and the next run finishes
#   attempts          the same where the site allows a second attempt, which takes over
#
# Needs python3 with venv, PyPI for pyspark and duckdb, and Maven Central for Hadoop's own mini cluster (kept in
# jobs/target/checks). SPARK_HOME names another distribution to use.
set -euo pipefail
cd "$(dirname "$0")/../.."
# shellcheck source=jobs/checks/spark.sh
. jobs/checks/spark.sh
python=$(python_with_duckdb)

# Hadoop of the version that Spark brings; only the mini cluster's jar has its daemons, which want Bouncy Castle too.
hadoop_version=$(basename "$(ls "$SPARK_HOME"/jars/hadoop-client-api-*.jar)" .jar)
hadoop_version=${hadoop_version#hadoop-client-api-}
hadoop_jars=
for artifact in "org.apache.hadoop:hadoop-client-minicluster:$hadoop_version" org.bouncycastle:bcprov-jdk18on:1.82 \
  org.bouncycastle:bcpkix-jdk18on:1.82 org.bouncycastle:bcutil-jdk18on:1.82; do
  maven_jar "$artifact" hadoop
  hadoop_jars=$hadoop_jars$jar_path:
done
hadoop_jars=$hadoop_jars$SPARK_HOME/jars/*
java_home
cluster=$work/hadoop
mkdir -p "$cluster" "$work/spark" "$work/classes"
"$JAVA_HOME/bin/javac" -nowarn -proc:none -d "$work/classes" -cp "$hadoop_jars" jobs/checks/HadoopDaemons.java

daemon() {
  "$JAVA_HOME/bin/java" -Xmx400m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -cp "$work/classes:$hadoop_jars" \
    HadoopDaemons "$1" "$cluster" "${2:-}" >"$cluster/$1${2:-}.log" 2>&1 &
  daemons+=($!)
}
eventually() {
  for _ in $(seq 600); do
    if "$@"; then return; fi
    sleep 0.2
  done
  tail -n 5 "$cluster"/*.log >&2
  fail "Not so after two minutes: $*"
}
ready() {
  [ -s "$cluster/ready" ]
}
nodes() {
  [ "$(curl -sf "$manager/metrics" | sed -n 's/.*"activeNodes":\([0-9]*\).*/\1/p')" = "$1" ]
}
daemon masters
eventually ready
read -r web manager <"$cluster/ready"
# Processes of node managers by their names.
declare -A node_manager
start_node() {
  daemon node "$1"
  node_manager[$1]=${daemons[-1]}
}
start_node n1
start_node n2
eventually nodes 2

export HADOOP_CONF_DIR=$cluster/conf SPARK_CONF_DIR=$work/spark
# A site has Spark's libraries on its nodes; otherwise each submission sends half a gigabyte.
printf 'spark.yarn.jars local:%s\nspark.yarn.am.memory 512m\n' "$SPARK_HOME/jars/*" \
  >"$SPARK_CONF_DIR/spark-defaults.conf"
hdfs() {
  "$SPARK_HOME/bin/spark-class" org.apache.hadoop.fs.FsShell "$@" 2>"$work/hdfs.err" || fail "hdfs dfs $* failed."
}
# Asks HDFS about a file or folder; prints nothing where there is none.
ask() {
  curl -sfL "$web$1?op=$2" || true
}
current() {
  ask "$1/CURRENT" OPEN
}
files_in() {
  ask "$1" GETCONTENTSUMMARY | sed -n 's/.*"fileCount":\([0-9]*\).*/\1/p'
}
# What runs in containers of a node, or of all nodes, and has this word in its command line.
containers() {
  pgrep -f "^[^ ]*java .*$cluster/$2.* .*$1" || true
}

submit() {
  local mode=$1
  shift
  ./footprints submit --master yarn --deploy-mode "$mode" --driver-memory 1g --executor-memory 1g --executors 2 "$@"
}
# same STORE WHAT: a store on HDFS has the release of the local run. The table of runs has the time and the build.
same() {
  local id
  id=$(current "$1")
  mkdir -p "$work/fetched$1"
  hdfs -get "$1/releases/$id" "$work/fetched$1/release"
  printf '%-64s' "$2:"
  "$python" jobs/checks/same_release.py "$local_release" "$work/fetched$1/release" runs ||
    fail "$2: the tables differ from those of the local run."
  rm -rf "$work/fetched$1"
  passed=$((passed + 1))
}

echo "Spark of $SPARK_HOME: $(spark_version); Hadoop $hadoop_version, two node managers"
./footprints refresh --from data/sample --to "$work/local" 2>"$work/local.err" || fail "The local run failed."
local_release=$work/local/releases/$(cat "$work/local/CURRENT")
hdfs -put data/sample /in

client() {
  submit client refresh --from hdfs:///in --to hdfs:///client 2>"$work/client.err" || fail "client: the run failed."
  same /client "refresh, driver on this machine"
}
cluster() {
  submit cluster refresh --from hdfs:///in --to hdfs:///cluster 2>"$work/cluster.err" || fail "cluster: the run failed."
  same /cluster "refresh, driver on the cluster"
}
# A release on HDFS to ask or to replace, made once.
release_before() {
  if [ -z "$(current /before)" ]; then
    ./footprints refresh --from data/sample --to "$work/before" --only kh03_beds 2>"$work/before.err" ||
      fail "The local run failed."
    hdfs -put "$work/before" /before
  fi
}
query() {
  local sql="select org_code, period_start, measure, value from observations order by all" mode
  release_before
  ./footprints query "$sql" --at "$work/before" >"$work/here.csv" 2>"$work/query.err" || fail "The local query failed."
  submit client query "$sql" --at hdfs:///before >"$work/there.csv" 2>"$work/query.err" || fail "query: it failed."
  cmp "$work/here.csv" "$work/there.csv" || fail "query: another answer than here."
  printf '%-64s%d lines, the same bytes\n' "query, driver on this machine:" "$(wc -l <"$work/there.csv")"
  # On the cluster the answer would go to the log of the driver's container.
  submit cluster query "$sql" --at hdfs:///before --format parquet --out hdfs:///answer 2>"$work/query.err" ||
    fail "query: it failed on the cluster."
  hdfs -get /answer "$work/answer"
  "$python" - "$work" <<'PY' || fail "query: another answer on the cluster than here."
import sys, duckdb
here = f"read_csv('{sys.argv[1]}/here.csv', all_varchar = true)"
there = f"read_parquet('{sys.argv[1]}/answer/*.parquet')"
rows = [duckdb.sql(f"select org_code, period_start::varchar, measure, value::double from {t} order by all").fetchall()
        for t in (here, there)]
equal = "equal" if rows[0] == rows[1] else "other"
print(f"{'query to Parquet, driver on the cluster:':64}{len(rows[1])} rows, {equal}")
sys.exit(rows[0] != rows[1] or not rows[0])
PY
  passed=$((passed + 2))
}
stays() {
  local mode
  ./footprints sample hes --rows 50000 --seed 9 --to "$work/hes" 2>"$work/hes.err" || fail "There are no episodes."
  ./footprints stays --from "$work/hes" --to "$work/stays" --master 'local[1]' >"$work/counts" 2>"$work/stays.err" ||
    fail "The local run failed."
  hdfs -put "$work/hes" /hes
  for mode in client cluster; do
    submit "$mode" stays --from hdfs:///hes --to "hdfs:///stays-$mode" >"$work/counts-$mode" 2>"$work/stays.err" ||
      fail "stays: it failed with the driver in mode $mode."
    hdfs -get "/stays-$mode" "$work/stays-$mode"
    printf '%-64s' "stays, driver in mode $mode:"
    python3 jobs/checks/same_pages.py "$work/stays" "$work/stays-$mode" || fail "stays: other tables than here."
    passed=$((passed + 1))
  done
  cmp "$work/counts" "$work/counts-client" || fail "stays: other counts than here."
}

# Waits until a run has read some files and is not done.
reading() {
  local before
  before=$(files_in "$2/parsed")
  for _ in $(seq 1800); do
    kill -0 "$1" 2>/dev/null || fail "The run ended before it could be disturbed."
    if [ "$(files_in "$2/parsed")" -ge $((before + 10)) ]; then return; fi
    sleep 0.1
  done
  fail "The run did not begin to read."
}
# disturbed NAME WHAT HOW MODE [OPTION ...]: during a run, into a store with a release that must survive it.
disturbed() {
  local to=/$1 what=$2 how=$3 mode=$4 before run
  shift 4
  release_before
  hdfs -cp /before "$to"
  before=$(current "$to")
  submit "$mode" "$@" refresh --from hdfs:///in --to "hdfs://$to" 2>"$work$to.err" &
  run=$!
  reading "$run" "$to"
  "$how"
  if wait "$run" 2>/dev/null; then
    [ "$(current "$to")" != "$before" ] || fail "$what: the run ended well and published nothing."
    same "$to" "$what, the run continued"
  else
    [ "$(current "$to")" = "$before" ] || fail "$what: the run failed and something was published."
    ./footprints verify --at "${filesystem}$to" >"$work/verify.err" 2>&1 ||
      fail "$what: the previous release is damaged."
    submit "$mode" refresh --from hdfs:///in --to "hdfs://$to" 2>"$work$to-again.err" ||
      fail "$what: the next run failed."
    same "$to" "$what, nothing published, the next run"
  fi
  printf 'YARN: %s|1|0\n' "$what" >>"${FAULT_TABLE:-/dev/null}"
}
filesystem=$(sed -n 's#.*<value>\(hdfs://[^<]*\)</value>.*#\1#p' "$cluster/conf/core-site.xml")
# A node manager and all that runs on it, at once, as when a machine goes; a node with an executor and without the
# application's master, if there is one.
lose_node() {
  local name lost=
  for name in "${!node_manager[@]}"; do
    if [ -n "$(containers ExecutorBackend "$name")" ]; then
      lost=$name
      if [ -z "$(containers spark.deploy.yarn.ExecutorLauncher "$name")" ]; then break; fi
    fi
  done
  [ -n "$lost" ] || fail "No node has an executor."
  # shellcheck disable=SC2046
  kill -9 "${node_manager[$lost]}" $(containers "" "$lost")
  unset "node_manager[$lost]"
}
lose_driver() {
  local its
  its=$(containers spark.deploy.yarn.ApplicationMaster n)
  [ -n "$its" ] || fail "No container has the driver."
  # shellcheck disable=SC2086
  kill -9 $its
}
node() {
  disturbed node "a node manager killed" lose_node client
  start_node "again$((++again))"
  eventually nodes 2
}
driver() {
  disturbed driver "the driver's container killed" lose_driver cluster
}
attempts() {
  disturbed attempts "the driver's container killed, two attempts" lose_driver cluster \
    --conf spark.yarn.maxAppAttempts=2
}

again=0
parts=${*:-client cluster query stays node driver attempts}
for part in $parts; do
  case $part in
    client | cluster | query | stays | node | driver | attempts) "$part" ;;
    *) fail "There is no part \"$part\"." ;;
  esac
done
echo "$passed runs on YARN gave what the local runs gave, after $SECONDS s"
