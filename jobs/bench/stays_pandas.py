"""The work of `footprints stays` in pandas, as an analyst writes it: episodes -> spells -> continuous spells -> counts.

Reads the table of episodes, and prints rows, spells, continuous spells, emergency spells, zero-day ones, nights and
readmissions, which the benchmark compares with ours. With a third word, first turns the CSV into Parquet.
"""
import glob
import sys

import pandas as pd

source, to = sys.argv[1:3]
moved = {"67", "81", "2B"}
hospital = {"51", "52", "53"}
urgent = {"21", "22", "23", "24", "25", "28", "2A", "2B", "2C", "2D"}

if len(sys.argv) > 3:
    wanted = """FYEAR EPIKEY PSEUDO_HESID ADMIDATE DISDATE EPISTART EPIEND EPIORDER EPISTAT EPITYPE SEX STARTAGE ADMIMETH
        ADMISORC CCG_RESIDENCE CLASSPAT DIAG_4_01 DIAG_4_02 DISDEST DISMETH LSOA11 MAINSPEF OPERTN_4_01 PROCODE3
        TRETSPEF""".split()
    days = ["ADMIDATE", "DISDATE", "EPISTART", "EPIEND"]
    texts = dict.fromkeys(set(wanted) - {"EPIKEY", *days} - set("EPIORDER EPISTAT EPITYPE SEX STARTAGE".split()), "str")
    frames = [pd.read_csv(f, usecols=wanted, dtype=texts, engine="c") for f in sorted(glob.glob(f"{source}/*.csv"))]
    table = pd.concat(frames, ignore_index=True)
    for day in days:
        table[day] = pd.to_datetime(table[day], errors="coerce").where(lambda d: d >= "1900-01-01")
    table.to_parquet(to, compression="zstd", partition_cols=["FYEAR"])
    print(len(table))
    sys.exit()

e = pd.read_parquet(source)
n = len(e)
e = e[(e.epistat == 3) & e.person.notna() & e.procode3.notna() & e.epikey.notna() & e.epistart.notna() & e.epiend.notna()]
for day in ("admidate", "epistart", "epiend"):
    e[day] = pd.to_datetime(e[day])
tin = e.admimeth.isin(moved) | e.admisorc.isin(hospital)
e["admitted"] = e.admidate.where(e.admidate.notna() | tin | (e.epiorder != 1), e.epistart)
e["tin"] = tin
e["tout"] = e.disdest.isin(hospital)
e = e[e.admitted.notna()]
rank = {(True, True): 2, (True, False): 3, (False, True): 1, (False, False): 0}
e["rank"] = [rank[pair] for pair in zip(e.tin, e.tout)]
diag = e.diag_4_01.fillna("")
e["excluded"] = (diag.str.match("C|D37|D38|D39|D4|Z511|O")) | e.mainspef.isin({"501", "560"})
e = e.sort_values(["person", "procode3", "epistart", "epiend", "epiorder", "rank", "epikey"], ignore_index=True)
before = e.shift()
same = (e.person == before.person) & (e.procode3 == before.procode3) & (
    (e.admitted == before.admitted) | (e.epistart == before.epistart)
    | before.dismeth.isin({"8", "9"}) & (before.epiend == e.epistart))
e["spell"] = (~same).cumsum()
s = e.groupby("spell", sort=False).agg(
    person=("person", "first"), admitted=("admitted", "first"), epikey=("epikey", "first"), method=("admimeth", "first"),
    tin=("tin", "first"), tout=("tout", "last"), dismeth=("dismeth", "last"), discharged=("epiend", "max"),
    excluded=("excluded", "any"))
s["rank"] = [rank[pair] for pair in zip(s.tin, s.tout)]
s["emergency"] = s.method.isin(urgent)
s["nights"] = (s.discharged - s.admitted).dt.days.clip(lower=0)
s = s.sort_values(["person", "admitted", "discharged", "rank", "epikey"], ignore_index=True)
before = s.shift()
same = (s.person == before.person) & ((s.admitted - before.discharged).dt.days <= 3) & (before.tout.eq(True) | s.tin)
s["stay"] = (~same).cumsum()
c = s.groupby("stay", sort=False).agg(
    person=("person", "first"), admitted=("admitted", "first"), emergency=("emergency", "first"),
    dismeth=("dismeth", "last"), discharged=("discharged", "max"), excluded=("excluded", "any"))
after = c.shift(-1)
days = (after.admitted - c.discharged).dt.days
again = (after.person == c.person) & after.emergency.eq(True) & days.between(0, 30)
index = (c.dismeth != "4") & ~c.excluded
emergency = s[s.emergency]
s.to_parquet(f"{to}/spells_pandas.parquet", compression="zstd")
c.to_parquet(f"{to}/continuous_spells_pandas.parquet", compression="zstd")
print(n, len(s), len(c), len(emergency), (emergency.nights == 0).sum(), emergency.nights.sum(), (index & again).sum())
