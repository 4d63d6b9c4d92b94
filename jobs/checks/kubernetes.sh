#!/usr/bin/env bash
# Kubernetes on this machine (an API server that is fabric8's mock, and a node that starts pods as processes) and the
# spark-submit of a real Spark distribution, by the line that `footprints submit` makes. Pods are as asked, tables those
# of a local run, exit codes those of the run; then an executor's pod and the driver's are killed.
#
#   jobs/checks/kubernetes.sh [submitted|wrong|executor|driver ...]      default: all
#
#   submitted   refresh: pods have the image, account and arguments that were asked for, and no secret
#   wrong       a run that cannot succeed, whose exit code is the container's
#   executor    an executor's pod killed: the run goes on
#   driver      the driver's pod killed: nothing is published, and the next run finishes
#
# Needs python3 with venv, PyPI for pyspark and duckdb, and Maven Central for the mock (kept in jobs/target/checks).
# SPARK_HOME names another distribution to use.
set -euo pipefail
cd "$(dirname "$0")/../.."
# shellcheck source=jobs/checks/spark.sh
. jobs/checks/spark.sh
python=$(python_with_duckdb)

# The mock of the version of the client that Spark brings, and what it needs beside Spark's libraries.
version_of() {
  local jar
  jar=$(basename "$(ls "$SPARK_HOME/jars/$1"-[0-9]*.jar)" .jar)
  echo "${jar#"$1"-}"
}
fabric8=$(version_of kubernetes-client)
vertx=$(version_of vertx-core)
class_path=
for artifact in "io.fabric8:kubernetes-server-mock:$fabric8" "io.fabric8:mockwebserver:$fabric8" \
  "io.vertx:vertx-web:$vertx" "io.vertx:vertx-bridge-common:$vertx" org.bouncycastle:bcprov-jdk18on:1.82 \
  org.bouncycastle:bcpkix-jdk18on:1.82 org.bouncycastle:bcutil-jdk18on:1.82; do
  maven_jar "$artifact" kubernetes
  class_path=$class_path$jar_path:
done
class_path=$class_path$SPARK_HOME/jars/*
java_home
mkdir -p "$work/classes" "$work/node" "$work/in"
"$JAVA_HOME/bin/javac" -nowarn -proc:none -d "$work/classes" -cp "$class_path" jobs/checks/KubernetesNode.java
# Built before anything is submitted.
./footprints describe >/dev/null 2>"$work/build.err" || fail "The program could not be built."
"$JAVA_HOME/bin/java" -Xmx300m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -cp "$work/classes:$class_path" \
  KubernetesNode "$work/node" "$SPARK_HOME" "$PWD/jobs/target/footprints-cluster.jar" >"$work/node.log" 2>&1 &
daemons+=($!)
for _ in $(seq 300); do
  if [ -s "$work/node/ready" ]; then break; fi
  sleep 0.2
done
[ -s "$work/node/ready" ] || fail "The API server did not start: $(tail -n 5 "$work/node.log")"
server=$(cat "$work/node/ready")
# What a pod of a real cluster has under /var/run/secrets.
printf made-up >"$work/token"

# The line of docs/operation.md; the last two settings say what a pod knows of its own cluster.
submit() {
  AWS_SECRET_ACCESS_KEY=made-up-secret ./footprints submit --master "k8s://$server" --image registry/footprints:1 \
    --namespace health --jar local:///opt/footprints/footprints-cluster.jar --driver-memory 1g --executor-memory 1g \
    --executors 2 --conf spark.kubernetes.authenticate.driver.serviceAccountName=footprints \
    --conf "spark.kubernetes.driver.master=$server" \
    --conf "spark.kubernetes.authenticate.driver.mounted.oauthTokenFile=$work/token" "$@"
}
current() {
  cat "$1/CURRENT" 2>/dev/null || true
}
same() {
  printf '%-58s' "$2:"
  "$python" jobs/checks/same_release.py "$work/local/releases/$(current "$work/local")" "$1/releases/$(current "$1")" \
    runs || fail "$2: the tables differ from those of the local run."
  passed=$((passed + 1))
}
asked() {
  grep -q -- "$2" "$1" || fail "$(basename "$1") has no $2: $(cat "$1")"
}

cp -r data/sample/kh03_beds data/sample/ods data/sample/lookups data/sample/ae_attendances "$work/in"
./footprints refresh --from "$work/in" --to "$work/local" 2>"$work/local.err" || fail "The local run failed."
./footprints refresh --from "$work/in" --to "$work/before" --only kh03_beds 2>"$work/before.err" ||
  fail "The local run failed."
echo "Spark of $SPARK_HOME: $(spark_version); fabric8 $fabric8"

submitted() {
  local pods=$work/node/pods pod drivers executors
  submit refresh --from "$work/in" --to "$work/store" 2>"$work/submit.err" || fail "The submitted run failed."
  same "$work/store" "refresh"
  drivers=$(ls "$pods"/*-driver.yaml | wc -l) executors=$(ls "$pods"/*-exec-*.yaml | wc -l)
  [ "$drivers" = 1 ] && [ "$executors" -ge 2 ] || fail "There were $drivers drivers and $executors executors."
  for pod in "$pods"/*.yaml; do
    asked "$pod" 'image: "\?registry/footprints:1'
    asked "$pod" 'namespace: "\?health'
  done
  asked "$(ls "$pods"/*-driver.yaml)" 'serviceAccountName: "\?footprints'
  asked "$(ls "$pods"/*-driver.yaml)" 'uk.footprints.ClusterMain'
  asked "$(ls "$pods"/*-driver.words)" "$work/in"
  if grep -rl made-up-secret "$pods"; then fail "A pod was given a secret of this machine."; fi
  printf '%-58s%s\n' "pods:" "1 driver, $executors executors: image, namespace, account, arguments; no secret"
  passed=$((passed + 1))
}
wrong() {
  local exit=0
  submit refresh --from "$work/nowhere" --to "$work/none" 2>"$work/wrong.err" || exit=$?
  [ "$exit" = 2 ] || fail "A run without input ended with $exit, not with 2."
  [ ! -e "$work/none/CURRENT" ] || fail "A run without input published something."
  printf '%-58s%s\n' "a folder that is not there:" "exit code 2, nothing published"
  passed=$((passed + 1))
}
# disturbed NAME WHAT: during a run into a store with a release, kills the newest pod of that name.
disturbed() {
  local to=$work/$1 before run began
  cp -a "$work/before" "$to"
  before=$(current "$to")
  touch "$work/began"
  submit refresh --from "$work/in" --to "$to" 2>"$work/$1.err" &
  run=$!
  began=$(find "$to/parsed" -type f | wc -l)
  for _ in $(seq 1800); do
    kill -0 "$run" 2>/dev/null || fail "The run ended before it could be disturbed."
    if [ "$(find "$to/parsed" -type f | wc -l)" -ge $((began + 3)) ]; then break; fi
    sleep 0.1
  done
  kill -9 "$(cat "$(find "$work/node/pods" -newer "$work/began" -name "*-$3*.pid" | sort | head -n 1)")"
  if wait "$run"; then
    [ "$(current "$to")" != "$before" ] || fail "$2: the run ended well and published nothing."
    same "$to" "$2, the run continued"
  else
    [ "$(current "$to")" = "$before" ] || fail "$2: the run failed and something was published."
    ./footprints verify --at "$to" >"$work/verify.err" 2>&1 || fail "$2: the previous release is damaged."
    submit refresh --from "$work/in" --to "$to" 2>"$work/$1-again.err" || fail "$2: the next run failed."
    same "$to" "$2, nothing published, the next run"
  fi
  printf 'Kubernetes: %s|1|0\n' "$2" >>"${FAULT_TABLE:-/dev/null}"
}
executor() {
  disturbed executor "an executor's pod killed" exec-
}
driver() {
  disturbed driver "the driver's pod killed" driver
}

parts=${*:-submitted wrong executor driver}
for part in $parts; do
  case $part in
    submitted | wrong | executor | driver) "$part" ;;
    *) fail "There is no part \"$part\"." ;;
  esac
done
echo "$passed findings on Kubernetes as expected, after $SECONDS s"
