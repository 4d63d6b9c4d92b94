#!/bin/sh
# Every method of `footprints stat` on a made-up table of 10,000 rows: seconds by the wall and of work, start included.
# Needs python3 for the tables only. jobs/bench/stat.sh [METHOD ...]
set -eu
home=$(cd "$(dirname "$0")/../.." && pwd -P)
made=$(mktemp -d)
trap 'rm -rf "$made"' EXIT
python3 - "$made" <<'PY'
import math, random, sys
random.seed(1)
n, to = 10_000, sys.argv[1] + "/"
def table(name, header, rows):
    with open(to + name + ".csv", "w") as out:
        out.write(header + "\n")
        out.writelines(",".join(map(str, row)) + "\n" for row in rows)
r, u = random.randint, random.uniform
table("counts", "area,numerator,denominator", ((f"A{i}", r(0, 80), r(100, 900)) for i in range(n)))
table("people", "area,count,pop", ((f"A{i}", r(0, 80), r(100, 900)) for i in range(n)))
table("ratios", "area,observed,expected", ((f"A{i}", r(20, 80), u(20, 80)) for i in range(n)))
table("values", "area,value", ((f"A{i}", u(0, 1)) for i in range(n)))
table("groups", "area,value", ((f"A{i // 20}", u(0, 1)) for i in range(n)))
ages = [f"{5 * i}-{5 * i + 4}" for i in range(18)] + ["90+"]
weights = [50, 55, 55, 55, 60, 60, 65, 70, 70, 70, 70, 65, 60, 55, 50, 40, 25, 15, 10]
table("dsr", "area,ageband,count,pop,stdpop",
      ((f"A{i // 19}", ages[i % 19], r(0, 9), r(500, 900), weights[i % 19]) for i in range(9_994)))
table("isr", "area,ageband,count,pop,ref_count,ref_pop",
      ((f"A{i // 19}", ages[i % 19], r(0, 9), r(500, 900), r(300, 600), r(40_000, 90_000)) for i in range(9_994)))
table("series", "seq,y", ((i, 100 + 0.002 * i + 20 * math.sin(i / 6 * math.pi) + random.gauss(0, 5)) for i in range(n)))
table("sii", "area,quantile,population,value,lower_cl,upper_cl",
      ((f"A{i // 10}", i % 10 + 1, r(500, 900), v, v - 1, v + 1) for i in range(n) for v in [u(70, 80)]))
table("factors", "area,pop,cell,factor,value", ((f"A{i // 40}", i // 20 % 2 + 1, i // 2 % 10, "share" if i % 2 else "rate", u(0, 1)) for i in range(n)))
table("parts", "area,component,y1,y2", ((f"A{i // 10}", f"c{i % 10}", r(1, 500), r(1, 500)) for i in range(n)))
table("like", "area,imd,rural,old", ((f"A{i}", u(0, 30), u(0, 1), u(0, 5)) for i in range(n)))
table("model", "area,y,x1,x2,pop", ((f"A{i}", r(0, 30), u(0, 1), random.choice("abc"), r(500, 900)) for i in range(n)))
PY
run() {
  method=$1
  file=$2
  shift 2
  case " $wanted " in "  " | *" $method "*) ;; *) return 0 ;; esac
  # shellcheck disable=SC2016
  /usr/bin/env bash -c 'TIMEFORMAT="%R %U"; time "$@" >/dev/null 2>&1' - \
    "$home/footprints" stat "$method" --in "$made/$file.csv" "$@" 2>"$made/time" || true
  printf '%-18s %s\n' "$method" "$(awk '{printf "%5.2f s by the wall, %5.2f s of work", $1, $2}' "$made/time")"
}
wanted=$*
"$home/footprints" stat --list >/dev/null
run rate counts
run proportion counts
run mean groups
run dsr dsr
run isr isr
run funnel-ratio ratios --set overdispersion=shmi
run funnel-proportion counts --set overdispersion=winsorised
run funnel-rate people
run quantile values
run scv ratios
run spc series
run mann-kendall series
run theil-sen series
run stl series
run decompose series
run holt-winters series
run sii sii
run dasgupta factors
run contribution parts
run peers like
run glm model --set response=y --set terms=x1,x2 --set offset=pop
run glm-fitted model --set response=y --set terms=x1,x2 --set offset=pop
