#!/usr/bin/env bash
# Checks that two builds in two folders give the same jars, byte for byte.
set -euo pipefail
cd "$(dirname "$0")/../.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

for folder in one "another folder"; do
  mkdir "$work/$folder"
  git ls-files -z -- . ':!data/catalogue' ':!jobs/src/test' | tar -c --null -T - | tar -x -C "$work/$folder"
  # Give files different modification times.
  find "$work/$folder" -exec touch -d "2020-01-01 +$((RANDOM % 1000)) days" {} +
done
# Copy both before building, as the working folder may change meanwhile.
for folder in one "another folder"; do
  (cd "$work/$folder" && ./mvnw -B -ntp -q -Dmaven.test.skip=true package)
done

different=0
for jar in footprints.jar footprints-cluster.jar; do
  first=$(sha256sum <"$work/one/jobs/target/$jar" | cut -c 1-64)
  second=$(sha256sum <"$work/another folder/jobs/target/$jar" | cut -c 1-64)
  echo "$jar  $first"
  if [ "$first" != "$second" ]; then
    echo "$jar  $second  in the other folder" >&2
    different=$((different + 1))
  fi
done
if unzip -l "$work/one/jobs/target/footprints-cluster.jar" | grep -E 'META-INF/[^/]*\.(SF|RSA|DSA)$|org/apache/(spark|hadoop)/'; then
  echo "The jar for clusters has signatures or Spark in it." >&2
  exit 1
fi
echo "Two builds, $((2 - different)) of 2 jars with one hash"
[ "$different" = 0 ]
