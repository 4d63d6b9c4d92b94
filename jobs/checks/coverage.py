"""Computes the percentage of reported activity that is assigned to an area, by year, on both bases.
    python jobs/checks/coverage.py PUBLISHED      the folder that holds ae_monthly and kh03"""
import collections
import csv
import glob
import os
import sys

reference = os.path.join(os.path.dirname(__file__), "../../data/reference")
months = "JANUARY FEBRUARY MARCH APRIL MAY JUNE JULY AUGUST SEPTEMBER OCTOBER NOVEMBER DECEMBER".split()
geographies = ["stp_2016", "stp_2018", "stp_2021", "icb_2022", "icb_2026"]


def rows(path, encoding="utf-8-sig"):
    with open(path, encoding=encoding, newline="") as file:
        yield from csv.DictReader(file)


def year(calendar, month):
    first = calendar - (month < 4)
    return f"{first}/{(first + 1) % 100:02d}"


def monthly(path):
    try:
        found = list(rows(path))
    except UnicodeDecodeError:
        found = list(rows(path, "cp1252"))
    for row in found:
        if row["Period"].startswith("MSitAE") and "TOTAL" not in (row["Org Code"] + row["Parent Org"]).upper():
            _, month, calendar = row["Period"].strip().split("-")
            when, code = year(int(calendar), months.index(month) + 1), row["Org Code"].strip().upper()
            admissions = sum(float(row[c] or 0) for c in row if c and "mergency admissions" in c)
            yield when, code, "type 1 attendances", float(row["A&E attendances Type 1"])
            yield when, code, "emergency admissions", admissions


def reported(published):
    for row in rows(f"{published}/ae_monthly/2016-19_NHSRdatasets/ae_attendances.csv"):
        when = year(int(row["period"][:4]), int(row["period"][5:7]))
        if row["type"] == "1":
            yield when, row["org_code"], "type 1 attendances", float(row["attendances"])
        yield when, row["org_code"], "emergency admissions", float(row["admissions"])
    for path in sorted(glob.glob(f"{published}/ae_monthly/20??-??/*.csv")):
        yield from monthly(path)
    for row in rows(f"{published}/kh03/derived/overnight_day_beds_2010_24_clean.csv"):
        first = int(row["year"])
        beds = row["general_acute_on_beds_available"]
        if beds not in ("", "NA") and row["org_name"].upper() != "ENGLAND":
            yield f"{first}/{(first + 1) % 100:02d}", row["org_code"], "general and acute beds", float(beds)


weights = collections.defaultdict(float)
for m in rows(f"{reference}/memberships.csv"):
    if m["member_kind"] == "provider":
        weights[m["member_code"], m["geography"]] += float(m["weight"])
heirs = collections.defaultdict(list)
for s in rows(f"{reference}/successions.csv"):
    if s["kind"] == "provider":
        heirs[s["old_code"]].append((s["new_code"], float(s["share"])))


def now(code, geography):
    return sum(p * now(c, geography) for c, p in heirs[code]) if code in heirs else weights.get((code, geography), 0)


totals, found = collections.Counter(), collections.Counter()
for when, code, measure, value in reported(sys.argv[1]):
    totals[measure, when] += value
    for geography in geographies:
        found[measure, when, geography, "as_was"] += value * weights.get((code, geography), 0)
        found[measure, when, geography, "as_now"] += value * now(code, geography)
for measure in ("type 1 attendances", "emergency admissions", "general and acute beds"):
    print(f"\n{measure:24}" + "".join(f"{g:>20}" for g in geographies))
    print(" " * 24 + "   as_was    as_now " * len(geographies))
    for when in sorted(w for m, w in totals if m == measure):
        parts = [found[measure, when, g, b] / totals[measure, when] for g in geographies for b in ("as_was", "as_now")]
        print(f"{when:24}" + "".join(f"{100 * p:9.3f} " for p in parts))
