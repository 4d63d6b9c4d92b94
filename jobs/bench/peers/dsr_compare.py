"""Whether two tables of standardised rates agree to nine digits; says how many did."""

import csv
import math
import sys

COLUMNS = {
    "value": "Value",
    "lower_95": "lower_95_ci",
    "upper_95": "upper_95_ci",
    "lower_998": "lower_99_8_ci",
    "upper_998": "upper_99_8_ci",
}


def number(cell):
    return float(cell) if cell not in ("", "nan", "NaN") else math.nan


def rows(path):
    with open(path, encoding="utf-8") as table:
        return {row["area"]: row for row in csv.DictReader(table)}


ours, theirs = rows(sys.argv[1]), rows(sys.argv[2])
if ours.keys() != theirs.keys():
    sys.exit("the two have different areas")
for area, row in ours.items():
    for own, other in COLUMNS.items():
        a, b = number(row[own]), number(theirs[area][other])
        if not (math.isclose(a, b, rel_tol=1e-9) or math.isnan(a) and math.isnan(b)):
            sys.exit(f"{area} {own}: ours {a}, theirs {b}")
print(f"{len(ours)} areas agree in value and limits to nine digits")
