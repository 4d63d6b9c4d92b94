#!/bin/sh
# A million points into 42 real boundaries: ours against geopandas' sjoin, on one machine, in turn, answers compared
# before times.
#   jobs/bench/points.sh [SHAPEFILE] [COUNT]
# Needs a Python with geopandas; PYTHON says which. Each side's seconds are of the join with its index, without reading.
set -eu
cd "$(dirname "$0")/../.."
shp=${1:-${FOOTPRINTS_SHARED:-../shared}/published/boundaries/stp_shp/stp.shp}
count=${2:-1000000}
python=${PYTHON:-python3}
[ -f "$shp" ] || { echo "There is no shapefile at $shp. Try: jobs/bench/points.sh SHAPEFILE" >&2; exit 2; }
"$python" -c 'import geopandas' 2>/dev/null || { echo "$python has no geopandas. Try: PYTHON=... $0" >&2; exit 2; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
./mvnw -q -o test-compile dependency:build-classpath -Dmdep.outputFile="$work/classpath"
ours() {
  classes="jobs/target/classes:jobs/target/test-classes:$(cat "$work/classpath")"
  java -Xmx1g -cp "$classes" uk.footprints.area.PointsBench "$@" 2>"$work/errors" || { cat "$work/errors" >&2; exit 1; }
}
ours boundaries "$shp" "$work/boundaries.parquet"
"$python" jobs/bench/points.py points "$work/points" "$count"
a= b=
for turn in 1 2 3; do
  a="$a $(ours join "$work/boundaries.parquet" "$work/points" "$work/ours")"
  b="$b $("$python" jobs/bench/points.py join "$work/boundaries.parquet" "$work/points" "$work/theirs")"
done
"$python" jobs/bench/points.py compare "$work/ours" "$work/theirs"
"$python" jobs/bench/points.py ratio $a $b
