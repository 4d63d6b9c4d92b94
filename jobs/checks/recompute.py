"""Answer tables of a release computed again from observations, population and memberships with pandas and scipy.

recompute.py RELEASE CELLS. Prints a line a table, and ends with 1 when a cell disagrees.
recompute.py RELEASE CELLS --spoil. Copies each table with one number changed, and ends with 1 when a change is not
reported. The release itself is not touched.
"""

import json
import math
import pathlib
import sys
import tempfile

import numpy as np
import pandas as pd
import pyarrow
import pyarrow.dataset
import pyarrow.parquet
from scipy import stats
from statsmodels.stats.proportion import proportion_confint

release, most = pathlib.Path(sys.argv[1]), int(sys.argv[2])
package = json.loads((release / "datapackage.json").read_text())
resources = {r["name"].replace("-", "_"): r for r in package["resources"] if r["format"] == "parquet"}
finite_cells, compared, wrong, examples = {}, {}, {}, []
BOOKED = pd.Timestamp(2020, 8, 1)
AREA = ["geography", "area_code", "basis"]
KEY = ["indicator", "geography", "area_code", "basis", "period_start", "period_end"]
NON_ELECTIVE = "non_elective_per_1000"
CHART = ["indicator", "geography", "area_code", "basis", "era", "chart_start"]
# What the numerator and the denominator of an indicator add up: dataset, measures, measures of the denominator.
TYPES = ["type_1", "type_2", "other"]
TERMS = {
    "non_elective_per_1000": ("mar_commissioner", ["mar.non_elective"], [], "ccg"),
    "delayed_days_per_1000": ("dtoc", ["dtoc.delayed_days.total"], [], "council"),
    "ae_four_hour_type_1": ("ae_attendances", None, ["ae.attendances.type_1"], "provider"),
    "ae_four_hour_all_types": ("ae_attendances", None, [f"ae.attendances.{t}" for t in TYPES], "provider"),
}


class AbsentTableException(Exception):
    """A table that this release does not have."""


def table(name, columns=None):
    """A table of the release."""
    if name not in resources:
        raise AbsentTableException(name)
    path = resources[name]["path"]
    files = [str(release / p) for p in ([path] if isinstance(path, str) else path)]
    data = pyarrow.dataset.dataset(files).to_table(columns=columns).to_pandas()
    for column in data.columns:
        if column.startswith("period_") and column != "period_kind" or column.startswith("valid_"):
            data[column] = pd.to_datetime(data[column], errors="coerce")
    return data


def sample(rows):
    """Some rows; the first ones where numbers are spoilt, since the number that is changed is the first of its column."""
    if len(rows) <= most:
        return rows
    return rows.head(most) if "--spoil" in sys.argv else rows.sample(most, random_state=1)


def same(name, what, ours, theirs, close=1e-9):
    """Counts the cells and those that differ by more than a part of the larger."""
    ours, theirs = np.asarray(ours, float), np.asarray(theirs, float)
    absent = np.isnan(ours) & np.isnan(theirs)
    with np.errstate(invalid="ignore"):
        equal = absent | (np.abs(ours - theirs) <= close * np.maximum(1, np.maximum(np.abs(ours), np.abs(theirs))))
    compared[name] = compared.get(name, 0) + len(ours)
    wrong[name] = wrong.get(name, 0) + int((~equal).sum())
    for at in np.flatnonzero(~equal)[:3]:
        examples.append(f"{name} {what}: {ours[at]} in the release, {theirs[at]} here")


def finite():
    """No number of any table is infinite or not a number."""
    for name in resources:
        fields = {f["name"] for f in resources[name]["schema"]["fields"] if f["type"] == "number"}
        if fields and name not in ("observations", "vintages"):
            path = resources[name]["path"]
            files = [str(release / p) for p in ([path] if isinstance(path, str) else path)]
            data = pyarrow.dataset.dataset(files).to_table(columns=sorted(fields))
            for field in data.column_names:
                there = np.asarray(data[field].drop_null(), float)
                finite_cells[name] = finite_cells.get(name, 0) + len(there)
                bad = int((~np.isfinite(there)).sum())
                wrong[name] = wrong.get(name, 0) + bad
                if bad:
                    examples.append(f"{name} {field}: {bad} numbers that are not finite")


def load():
    """The tables that several checks use."""
    global observed, answers, memberships, population, reported, totals_of
    observed = table(
        "observations",
        ["dataset", "measure", "org_code", "org_role", "period_start", "period_end", "value", "status"])
    observed = observed[observed["value"].notna()]
    answers = table("indicators")
    memberships = table("memberships")
    population = table("population", ["geography", "area_code", "period_start", "sex", "persons"])
    reported = answers[(answers["status"] == "reported") & answers["value"].notna()]
    totals_of = observed.groupby(["dataset", "measure", "period_start"])["value"].sum().to_dict()


def indexed(rows):
    return rows.set_index(KEY)


def look(rows, index, column, **renamed):
    """A column of the answers for each of these rows."""
    keys = pd.MultiIndex.from_frame(
        pd.DataFrame({key: rows[renamed.get(key, key)].to_numpy() for key in KEY}))
    return index[column].reindex(keys).to_numpy(dtype=float)


def totals(dataset, measure):
    rows = observed[(observed["dataset"] == dataset) & (observed["measure"] == measure)]
    return rows.groupby(["period_start", "period_end"])["value"].sum()


def indicators():
    name = "indicators"
    drawn = sample(answers[answers["value"].notna()])
    same(name, "value", drawn["value"], drawn["numerator"] / drawn["denominator"] * drawn["multiplier"])
    wilson = sample(reported[reported["method"].str.contains("Wilson", na=False)])
    if len(wilson):
        low, high = proportion_confint(wilson["numerator"], wilson["denominator"], method="wilson")
        same(name, "lower_95", wilson["lower_95"], low * wilson["multiplier"], 1e-8)
        same(name, "upper_95", wilson["upper_95"], high * wilson["multiplier"], 1e-8)
    exact = sample(reported[(reported["method"] == "Exact") & (reported["numerator"] % 1 == 0)])
    if len(exact):
        per = exact["multiplier"] / exact["denominator"]
        low = np.where(exact["numerator"] == 0, 0, stats.chi2.ppf(0.025, 2 * exact["numerator"]) / 2)
        same(name, "lower_95", exact["lower_95"], low * per, 1e-8)
        same(name, "upper_95", exact["upper_95"], stats.chi2.ppf(0.975, 2 * exact["numerator"] + 2) / 2 * per, 1e-8)
    group = ["indicator", "geography", "basis", "period_start", "period_end"]
    ranked = reported[reported["rank"].notna()].copy()
    ranked["again"] = ranked.groupby(group)["value"].rank(method="min", ascending=False)
    drawn = sample(ranked)
    same(name, "rank", drawn["rank"], drawn["again"])
    for indicator, (dataset, up, down, kind) in TERMS.items():
        months = answers[(answers["indicator"] == indicator) & (answers["period_kind"] == "month")]
        england = sample(months[(months["geography"] == "country") & (months["status"] == "reported")])
        if up and len(england):
            sums = totals(dataset, up[0])
            keys = pd.MultiIndex.from_frame(england[["period_start", "period_end"]])
            same(name, f"numerator of {indicator}", england["numerator"], sums.reindex(keys).to_numpy())
        if up and kind == "ccg":
            areas(name, months, dataset, up[0], kind)
    england = population[(population["geography"] == "country") & (population["sex"] == "all")]
    people = set(england.groupby("period_start")["persons"].sum().round(3))
    drawn = sample(answers[(answers["indicator"] == "non_elective_per_1000") & (answers["geography"] == "country")])
    if people:
        known = [d if round(d, 3) in people else math.nan for d in drawn["denominator"]]
        same(name, "people of England", drawn["denominator"], known)
    observed_is_expected(name)


def observed_is_expected(name):
    """Over all areas, what was observed is what England's rate at each age expects."""
    aged = answers[(answers["indicator"] == "non_elective_age_standardised") & (answers["basis"] == "as_was")]
    england = sample(aged[(aged["geography"] == "country") & aged["value"].notna()])
    days = ["period_start", "period_end"]
    parts = aged[(aged["geography"] == "stp_2018") & (aged["area_code"] != "unassigned")]
    both = parts.groupby(days)[["numerator", "denominator"]].sum().reindex(pd.MultiIndex.from_frame(england[days]))
    if len(england):
        expected = both["denominator"].to_numpy() * england["value"].to_numpy() / england["multiplier"].to_numpy()
        same(name, "observed of all areas", england["numerator"], both["numerator"].to_numpy(), 1e-6)
        same(name, "expected of all areas", england["numerator"], expected, 1e-6)


def areas(name, months, dataset, measure, kind):
    """Sums of areas as they were, from the weight of each organisation on the first day of the month."""
    drawn = sample(months[(months["geography"] == "stp_2016") & (months["basis"] == "as_was")
                          & (months["area_code"] != "unassigned")])
    lists = memberships[(memberships["member_kind"] == kind) & (memberships["geography"] == "stp_2016")]
    figures = observed[(observed["dataset"] == dataset) & (observed["measure"] == measure)]
    sums = []
    for row in drawn.itertuples():
        here = lists[(lists["area_code"] == row.area_code)
                     & (lists["valid_from"].isna() | (lists["valid_from"] <= row.period_start))
                     & (lists["valid_to"].isna() | (lists["valid_to"] >= row.period_start))]
        now = figures[figures["period_start"] == row.period_start].merge(
            here, left_on="org_code", right_on="member_code")
        sums.append((now["value"] * now["weight"].fillna(1)).sum() if len(now) else math.nan)
    same(name, f"numerator of {measure} by area", drawn["numerator"], sums, 1e-6)


def variation():
    name, rows = "variation", table("variation")
    index = indexed(answers)
    drawn = sample(rows)
    same(name, "value", drawn["value"].dropna(), look(drawn[drawn["value"].notna()], index, "value"))
    group = ["indicator", "geography", "basis", "period_start", "period_end"]
    kept = reported[reported["area_code"] != "unassigned"]
    sums = kept.groupby(group)[["numerator", "denominator"]].sum()
    times = kept.groupby(group)["multiplier"].first()
    there = drawn[drawn["country_value"].notna() & ~drawn["geography"].str.startswith("own")]
    keys = pd.MultiIndex.from_frame(there[group])
    together = (sums["numerator"] / sums["denominator"] * times).reindex(keys)
    same(name, "country_value", there["country_value"], together)
    england = reported[reported["geography"] == "country"].set_index(
        ["indicator", "basis", "period_start", "period_end"])["value"]
    keys = pd.MultiIndex.from_frame(drawn[["indicator", "basis", "period_start", "period_end"]])
    same(name, "england_value", drawn["england_value"], england.reindex(keys))
    silent = drawn["country_reason"].isna() & (
        drawn["england_value"].isna() | ~np.isclose(drawn["country_value"], drawn["england_value"], rtol=1e-8))
    same(name, "country_reason is there", silent.astype(float), np.zeros(len(drawn)))


def trends():
    name, rows = "trends", table("trends")
    drawn = sample(rows[rows["growth_pct"].notna()])
    same(name, "growth_pct", drawn["growth_pct"], 100 * (drawn["numerator"] / drawn["numerator_year_before"] - 1), 1e-8)
    same(name, "numerator", drawn["numerator"], look(drawn, indexed(answers), "numerator"))


def year_start(labels):
    return pd.to_datetime(labels.str[:4] + "-04-01")


def growth():
    name, rows = "growth", table("growth")
    drawn = sample(rows[rows["change"].notna()])
    for end in ("from", "to"):
        start = year_start(drawn[f"{end}_year"])
        stop = start + pd.offsets.DateOffset(years=1) - pd.Timedelta(days=1)
        keyed = drawn.assign(period_start=start, period_end=stop)
        same(name, f"{end}_count", drawn[f"{end}_count"], look(keyed, indexed(answers), "numerator"))
    same(name, "change", drawn["change"], drawn["to_count"] - drawn["from_count"])
    split = drawn[drawn["age_specific_rate"].notna()]
    parts = split["population_size"] + split["age_structure"] + split["age_specific_rate"]
    same(name, "parts", parts, split["change"], 1e-8)
    silent = drawn["age_specific_rate"].isna() & drawn["reason"].isna()
    same(name, "reason is there", silent.astype(float), np.zeros(len(drawn)))


def contributions():
    name, rows = "contributions", table("contributions")
    whole = rows[rows["points"].notna()]
    groups = whole.groupby(["what", "geography", "from_year", "to_year", "basis"])
    sums = groups.agg(points=("points", "sum"), growth=("country_growth_pct", "first"))
    sums = sample(sums)
    same(name, "points add up", sums["points"], sums["growth"], 1e-8)
    routes = sample(rows[(rows["geography"] == "route") & (rows["what"] == "attendances")])
    figures = observed[observed["dataset"] == "ae_attendances"]
    for end in ("from", "to"):
        again = []
        for part, label in zip(routes["part"], routes[f"{end}_year"]):
            start = pd.Timestamp(int(label[:4]), 4, 1)
            year = figures[(figures["period_start"] >= start)
                           & (figures["period_start"] < start + pd.offsets.DateOffset(years=1))]
            booked = part.replace("ae.attendances.", "ae.attendances_booked.")
            both = (year["measure"] == part) | ((year["measure"] == booked) & (year["period_start"] >= BOOKED))
            again.append(year[both]["value"].sum())
        same(name, f"{end}_count of routes", routes[f"{end}_count"], again)


def costs():
    name, rows = "emergency_costs", table("emergency_costs")
    drawn = sample(rows[rows["cost"].notna()])
    same(name, "cost", drawn["cost"], drawn["activity"] * drawn["unit_cost"])
    england = rows[rows["geography"] == "country"].set_index(["financial_year", "scope", "basis"])["cost"]
    areas = rows[rows["geography"] != "country"].groupby(["geography", "financial_year", "scope", "basis"])["cost"]
    sums = areas.sum()[areas.count() == areas.size()]
    if len(sums):
        keys = pd.MultiIndex.from_frame(sums.reset_index()[["financial_year", "scope", "basis"]])
        same(name, "areas add to England", sums, england.reindex(keys), 1e-6)


def beds():
    name, rows = "beds", table("beds")
    drawn = sample(rows[rows["occupancy"].notna()])
    same(name, "occupancy", drawn["occupancy"], 100 * drawn["occupied"] / drawn["available"])
    flags = drawn[drawn["over_85"].notna()]
    same(name, "over_85", flags["over_85"].astype(float), (flags["occupancy"] > 85).astype(float))
    waits = table("beds_and_waits")
    name = "beds_and_waits"
    drawn = sample(waits[waits["correlation"].notna()])
    pearson, slopes = [], []
    for row in drawn.itertuples():
        here = rows[(rows["geography"] == row.geography) & (rows["basis"] == row.basis)
                    & (rows["period_start"] == row.period_start) & rows["four_hour_type_1"].notna()
                    & rows["over_85"].notna()]
        x, y = here["occupancy"].to_numpy(), here["four_hour_type_1"].to_numpy()
        pearson.append(stats.pearsonr(x, y).statistic)
        slopes.append(stats.theilslopes(y, x).slope)
    same(name, "correlation", drawn["correlation"], pearson, 1e-8)
    same(name, "slope", drawn["slope"], slopes, 1e-8)


def plans():
    name, rows = "plans", table("plans")
    drawn = sample(rows[rows["met"].notna()])
    judged = drawn["target_value"] + drawn["distance"]
    most_ = drawn["direction"] == "at_most"
    met = np.where(most_, judged <= drawn["target_value"], judged >= drawn["target_value"])
    same(name, "met", drawn["met"].astype(float), met.astype(float))
    due, on = pd.to_datetime(drawn["due"]), pd.to_datetime(drawn["judged_on"])
    passed = drawn[(due.notna() & (on == due)).to_numpy()]
    same(name, "distance on the day", passed["distance"], passed["at_due"] - passed["target_value"])


def charts_drawn(rows):
    """Some charts by their keys; the same ones whenever they are drawn of the same table."""
    keys = rows[CHART].drop_duplicates()
    return keys.sample(min(len(keys), max(10, min(most, 400) // 8)), random_state=1)


def charts():
    name, rows = "spc", table("spc")
    drawn = rows.merge(charts_drawn(rows), on=CHART).sort_values("period_start")
    for _, chart in drawn.groupby(CHART):
        y = chart["adjusted"].to_numpy(float)
        there = ~np.isnan(y)
        if there.sum() < 2:
            continue
        line = np.zeros(len(y))
        if chart["centre"].iloc[0] == "line":
            at = np.arange(len(y))
            slope = stats.theilslopes(y[there], at[there]).slope
            line = np.median(y[there]) - slope * np.median(at[there]) + slope * at
        rest = y - line
        ranges = np.abs(np.diff(rest))
        ranges = ranges[~np.isnan(ranges)]
        if not len(ranges):
            continue
        kept = ranges[ranges < 3.267 * ranges.mean()] if ranges.mean() > 0 else ranges
        # A series that hardly varies: screening must not leave nothing but rounding.
        if not len(kept) or kept.mean() <= 1e-9 * ranges.mean():
            kept = ranges
        mean = np.nanmean(rest) + line
        same(name, "mean", chart["mean"], mean, 1e-7)
        same(name, "upper_limit", chart["upper_limit"], mean + 2.66 * kept.mean(), 1e-3)
        special = (chart["special_cause"].notna() & (chart["special_cause"] != "Common Cause"))[there].mean()
        same(name, "special_share", chart["special_share"], np.full(len(y), special))


def long_trends():
    name, rows = "long_trends", table("long_trends")
    spc = table("spc")
    drawn = sample(rows[(rows["era"] != "across") & rows["first_year_mean"].notna()])
    for row in drawn.itertuples():
        here = spc[(spc["indicator"] == row.indicator) & (spc["geography"] == row.geography)
                   & (spc["area_code"] == row.area_code) & (spc["basis"] == row.basis) & (spc["era"] == row.era)
                   & (spc["period_start"] >= pd.Timestamp(row.first)) & spc["value"].notna()].sort_values("period_start")
        cycle = {"month": 12, "quarter": 4}.get(here["period_kind"].iloc[0] if len(here) else "", 1)
        same(name, "n", [row.n], [len(here)])
        same(name, "first_year_mean", [row.first_year_mean], [here["value"].head(cycle).mean()], 1e-8)
        same(name, "last_year_mean", [row.last_year_mean], [here["value"].tail(cycle).mean()], 1e-8)
        same(name, "first", [pd.Timestamp(row.first).value], [here["period_start"].min().value])


def drivers():
    name, rows = "drivers", table("drivers")
    drawn = rows[rows["coefficient"].notna()]
    if len(drawn):
        terms = drawn.groupby(["indicator", "geography", "period_start", "basis"])["term"].transform("count")
        half = stats.t.ppf(0.975, drawn["n"] - terms - 1) * drawn["standard_error"]
        same(name, "rate_ratio", drawn["rate_ratio"], np.exp(drawn["coefficient"]))
        same(name, "lower_95", drawn["lower_95"], np.exp(drawn["coefficient"] - half), 1e-7)
        same(name, "upper_95", drawn["upper_95"], np.exp(drawn["coefficient"] + half), 1e-7)


def reconciliation():
    name, rows = "reconciliation", table("reconciliation")
    own = rows["dataset"] == rows["held_against"]
    drawn = sample(rows[(rows["dataset"] != "ae_attendances") & ~own])
    for side, column in (("dataset", "ours"), ("held_against", "published")):
        again = [
            totals_of.get((row[side], row["measure"], row["period_start"]), math.nan)
            for row in drawn.to_dict("records")
        ]
        same(name, column, drawn[column], again)
    own_rows = sample(rows[own])
    for role, column in ((None, "ours"), ("country", "published")):
        again = []
        for row in own_rows.to_dict("records"):
            who = role or ("provider" if row["dataset"] == "hes_apc_provider" else "commissioner")
            here = observed[(observed["dataset"] == row["dataset"]) & (observed["measure"] == row["measure"])
                            & (observed["period_start"] == row["period_start"])
                            & (observed["period_end"] == row["period_end"]) & (observed["org_role"] == who)]
            again.append(here["value"].sum())
        same(name, column + " of the same publication", own_rows[column], again)
    differs = rows[rows["agreement"] == "differs"]
    same(name, "reason is there", differs["reason"].isna().astype(float), np.zeros(len(differs)))


def spread():
    name, rows = "spread", table("spread")
    drawn = sample(rows[rows["highest_over_lowest"].notna()])
    again = []
    for row in drawn.itertuples():
        here = reported[(reported["indicator"] == row.indicator) & (reported["geography"] == row.geography)
                        & (reported["basis"] == row.basis) & (reported["period_start"] == row.period_start)
                        & (reported["period_end"] == row.period_end) & (reported["area_code"] != "unassigned")]
        again.append(here["value"].max() / here["value"].min())
    same(name, "highest_over_lowest", drawn["highest_over_lowest"], again)


def year_total(dataset, measures, start, stop):
    """What organisations counted in the months of a period; nothing unless all twelve months are there."""
    rows = observed[(observed["dataset"] == dataset) & observed["measure"].isin(measures)
                    & (observed["period_start"] >= start) & (observed["period_end"] <= stop)]
    return rows["value"].sum() if rows["period_start"].nunique() == 12 else math.nan


def england_total(measure, first):
    """England's own figure of the annual tables of admitted patient care, by provider first; nothing without one."""
    for dataset in ("hes_apc_provider", "hes_apc_commissioner", "hes_apc_provider_level"):
        rows = observed[(observed["dataset"] == dataset) & (observed["measure"] == measure)
                        & (observed["org_code"] == "E92000001") & (observed["period_start"] == financial_year(first)[0])]
        if len(rows):
            return rows["value"].iloc[0]
    return math.nan


def england_within_four_hours(department, first, otherwise):
    """From England's monthly series where it has the twelve months, and from what trusts sent where it has not."""
    within, over = (
        year_total("ae_timeseries", [f"ae.{what}.{department}", f"ae.{what}_booked.{department}"], *financial_year(first))
        for what in ("within_4h", "over_4h"))
    return otherwise if math.isnan(within + over) else 100 * within / (within + over)


def financial_year(first):
    return pd.Timestamp(first, 4, 1), pd.Timestamp(first + 1, 3, 31)


def headlines():
    name, rows = "headlines", table("headlines")
    ours = rows[rows["ours"].notna()].set_index("headline")["ours"]
    admissions = {
        y: year_total("mar_commissioner", ["mar.non_elective"], *financial_year(y)) for y in (2013, 2015, 2016)}
    attended = [f"ae.attendances.{t}" for t in TYPES]
    england = reported[(reported["geography"] == "country") & (reported["period_kind"] == "financial_year")]

    def share(indicator, first):
        here = england[(england["indicator"] == indicator) & (england["period_start"] == financial_year(first)[0])]
        return 100 * (here["numerator"] / here["denominator"]).iloc[0] if len(here) else math.nan

    here_ = "hes_emergency_per_1000" if (reported["indicator"] == "hes_emergency_per_1000").any() else NON_ELECTIVE
    areas_ = reported[(reported["indicator"] == here_) & (reported["status"] == "reported") & (reported["geography"] == "stp_2016")
                      & (reported["basis"] == "as_was") & (reported["area_code"] != "unassigned")
                      & (reported["period_kind"] == "financial_year")
                      & (reported["period_start"] == financial_year(2016)[0])]
    rates = areas_["numerator"] / areas_["denominator"] * areas_["multiplier"]
    again = {
        "growth_on_year": 100 * (england_total("hes.admissions.emergency", 2016)
                                 / england_total("hes.admissions.emergency", 2015) - 1),
        "growth_on_year_mar": 100 * (admissions[2016] / admissions[2015] - 1),
        "growth_since_2013_mar": 100 * (admissions[2016] / admissions[2013] - 1),
        "admissions_2016_17_mar": admissions[2016] / 1e6,
        "no_overnight_share": 100 * england_total("hes.zero_day.emergency", 2016)
        / england_total("hes.admissions.emergency", 2016),
        "four_hour_type_1_2016_17": england_within_four_hours("type_1", 2016, share("ae_four_hour_type_1", 2016)),
        "all_departments_2017_18": england_within_four_hours("total", 2017, share("ae_four_hour_all_types", 2017)),
        "delayed_days_2016_17": year_total("dtoc", ["dtoc.delayed_days.total"], *financial_year(2016)),
        "variation_2016_17_highest": rates.max() if len(rates) else math.nan,
        "variation_2016_17_lowest": rates.min() if len(rates) else math.nan,
    }
    kept = {key: value for key, value in again.items() if key in ours and not math.isnan(value)}
    same(name, f"ours of {', '.join(kept)}", [ours[key] for key in kept], list(kept.values()), 1e-8)
    attended_16 = year_total("ae_attendances", attended, *financial_year(2017))
    here = england[(england["indicator"] == "ae_four_hour_all_types")
                   & (england["period_start"] == financial_year(2017)[0])]
    if len(here) and not math.isnan(attended_16):
        same(name, "attendances behind all_departments_2017_18", here["denominator"].head(1), [attended_16])
    answered = rows["status"].isin(["answered", "bounded"])
    same(name, "answered is a number", answered.astype(float), rows["ours"].notna().astype(float))


# What an activity of mapped_share is: dataset, measures and kind of member.
ACTIVITIES = {
    "non_elective_by_provider": ("mar_provider", ["mar.non_elective"], "provider"),
    "non_elective_by_commissioner": ("mar_commissioner", ["mar.non_elective"], "ccg"),
    "delayed_days": ("dtoc", ["dtoc.delayed_days.total"], "council"),
}


def mapped_share():
    name, rows = "mapped_share", table("mapped_share")
    same(name, "mapped_share_pct", rows["mapped_share_pct"], 100 * rows["in_areas"] / rows["england"])
    same(name, "difference", rows["difference"], rows["england"] - rows["in_areas"] - rows["unassigned"], 1e-6)
    same(name, "nothing is lost", rows["difference"] / rows["england"], np.zeros(len(rows)), 1e-9)
    for activity, (dataset, measures, kind) in ACTIVITIES.items():
        figures = observed[(observed["dataset"] == dataset) & observed["measure"].isin(measures)]
        drawn = sample(rows[rows["activity"] == activity])
        sums, placed, there = [], [], []
        for row in drawn.itertuples():
            now = figures[(figures["period_start"] >= row.period_start) & (figures["period_end"] <= row.period_end)]
            sums.append(now["value"].sum())
            if row.basis == "as_was" and row.geography == "stp_2016":
                there.append(row.in_areas)
                placed.append(in_areas(now, kind, row.geography))
        same(name, f"england of {activity}", drawn["england"], sums)
        same(name, f"in_areas of {activity}", there, placed, 1e-6)


def in_areas(figures, kind, geography):
    """What of some figures is in an area on the first day of its period, by the weights of members."""
    here = memberships[(memberships["member_kind"] == kind) & (memberships["geography"] == geography)]
    pairs = figures.merge(here, left_on="org_code", right_on="member_code")
    valid = ((pairs["valid_from"].isna() | (pairs["valid_from"] <= pairs["period_start"]))
             & (pairs["valid_to"].isna() | (pairs["valid_to"] >= pairs["period_start"])))
    return (pairs["value"] * pairs["weight"].fillna(1))[valid].sum()


def allocation():
    name, rows = "allocation", table("allocation")
    there = rows[rows["amount"].notna() & rows["people"].notna() & (rows["people"] != 0)]
    drawn = sample(there[there["quantity"] == "allocation_per_person"])
    same(name, "value", drawn["value"], drawn["amount"] / drawn["people"])
    ratio = sample(rows[rows["ratio"].notna()])
    same(name, "ratio", ratio["ratio"], ratio["value"] / ratio["england"])
    published = table("allocations")
    published["year"] = pd.to_datetime(published["period_start"])
    groups = published[published["area_kind"] == "ccg"]
    sums = groups.groupby(["year", "measure"])["value"].sum()
    ccgs = rows[(rows["quantity"] == "allocation_per_person")]
    england = ccgs[ccgs["geography"] == "country"]
    years = year_start(england["financial_year"])
    for column, measure, times in (("amount", "allocation.final", 1000), ("people", "allocation.population", 1)):
        again = [sums.get((year, measure), math.nan) * times for year in years]
        kept = [not math.isnan(value) for value in again]
        same(name, f"{column} of England", england[column][kept], [v for v in again if not math.isnan(v)])
        drawn = sample(ccgs[(ccgs["geography"] == "stp_2018") & (ccgs["basis"] == "as_was")
                            & (ccgs["area_code"] != "unassigned")])
        again = []
        for row in drawn.itertuples():
            year = pd.Timestamp(int(row.financial_year[:4]), 4, 1)
            here = memberships[(memberships["member_kind"] == "ccg") & (memberships["geography"] == "stp_2018")
                               & (memberships["area_code"] == row.area_code)
                               & (memberships["valid_from"].isna() | (memberships["valid_from"] <= year))
                               & (memberships["valid_to"].isna() | (memberships["valid_to"] >= year))]
            now = groups[(groups["year"] == year) & (groups["measure"] == measure)].merge(
                here, left_on="area_code", right_on="member_code")
            again.append((now["value"] * now["weight"].fillna(1)).sum() * times if len(now) else math.nan)
        same(name, f"{column} of areas", drawn[column], again, 1e-8)


def spending():
    name, rows = "spending", table("spending")
    lines = table("transactions")
    paid = pd.to_datetime(lines["paid_on"], errors="coerce")
    first = paid.dt.year - (paid.dt.month < 4)
    lines["financial_year"] = [
        "undated" if pd.isna(y) else f"{int(y)}/{(int(y) + 1) % 100:02d}" for y in first]
    lines["payer"] = lines["org_code"].fillna(lines["entity"])
    sums = lines.groupby(["payer", "financial_year", "category"])["amount"].agg(["sum", "size"])
    whole = lines.groupby(["payer", "financial_year"])["amount"].sum()
    drawn = sample(rows[(rows["dimension"] == "category") & ~rows["financial_year"].isin(["undated"])])
    keys = pd.MultiIndex.from_frame(drawn[["payer", "financial_year", "item"]])
    known = keys.isin(sums.index)
    same(name, "categories are there", known.astype(float), np.ones(len(keys)))
    drawn, keys = drawn[known], keys[known]
    same(name, "n", drawn["n"], sums["size"].reindex(keys).to_numpy())
    same(name, "amount", drawn["amount"], sums["sum"].reindex(keys).to_numpy(), 1e-8)
    shares = drawn[drawn["share_pct"].notna()]
    of = whole.reindex(pd.MultiIndex.from_frame(shares[["payer", "financial_year"]])).to_numpy()
    same(name, "share_pct", shares["share_pct"], 100 * shares["amount"] / of, 1e-8)
    order = rows.sort_values(["payer", "financial_year", "dimension", "place"])
    falls = order.groupby(["payer", "financial_year", "dimension"])["amount"].diff()
    same(name, "place", (falls > 1e-6).astype(float), np.zeros(len(order)))


def revisions():
    name, rows = "revisions", table("revisions")
    figure = ["dataset", "measure", "org_code", "org_role", "period_start", "period_end"]
    vintages = table("vintages", figure + ["value", "status", "source_sha256", "revision_status"])
    drawn = sample(rows)
    for side in ("old", "new"):
        there = drawn[drawn[f"{side}_status"] != "absent"]
        found = there.merge(vintages, how="left", left_on=figure + [f"{side}_source_sha256"],
                            right_on=figure + ["source_sha256"], suffixes=("", "_again"))
        found = found.drop_duplicates(figure + ["old_source_sha256", "new_source_sha256"])
        same(name, f"{side}_value", found[f"{side}_value"], found["value"])
        same(name, f"{side}_status", (found[f"{side}_status"] == found["status"]).astype(float), np.ones(len(found)))
    changed = (drawn["old_value"] != drawn["new_value"]) | (drawn["old_status"] != drawn["new_status"])
    same(name, "something changed", changed.astype(float), np.ones(len(drawn)))
    # A figure whose vintages have several values has a revision: none is left out. More digits are no other value, and
    # a table that somebody derived from publications revises none.
    own = vintages[vintages["value"].notna() & (vintages["revision_status"] != "derived")]
    several = own.assign(value=own["value"].round(6))
    several = several.groupby(figure)["value"].nunique()
    several = several[several > 1].reset_index()[figure]
    known = several.merge(rows[figure].drop_duplicates(), on=figure, how="left", indicator=True)
    same(name, "no revision is left out", (known["_merge"] == "both").astype(float), np.ones(len(known)))


CHECKS = (indicators, variation, trends, growth, contributions, costs, beds, plans, charts, long_trends, drivers,
          reconciliation, spread, headlines, mapped_share, allocation, spending, revisions)
# A number of each table that some check computes again, and the check.
SPOILT = {
    "indicators": ("value", indicators), "variation": ("country_value", variation), "trends": ("growth_pct", trends),
    "growth": ("change", growth), "contributions": ("points", contributions), "emergency_costs": ("cost", costs),
    "beds": ("occupancy", beds), "spc": ("upper_limit", charts), "long_trends": ("last_year_mean", long_trends),
    "reconciliation": ("ours", reconciliation), "spread": ("highest_over_lowest", spread),
    "headlines": ("ours", headlines), "mapped_share": ("in_areas", mapped_share), "allocation": ("ratio", allocation),
    "spending": ("amount", spending), "revisions": ("new_value", revisions),
}


def run(checks):
    for check in checks:
        try:
            check()
        except AbsentTableException as absent:
            print(f"{absent} is not in this release")


def spoil(name, column, check, folder):
    """Whether one changed number of a copied table is reported; None where the table has no number to change."""
    if name not in resources:
        return None
    path = resources[name]["path"]
    files = [str(release / p) for p in ([path] if isinstance(path, str) else path)]
    data = pyarrow.dataset.dataset(files).to_table()
    values = data[column].to_pylist()
    full = [i for i, value in enumerate(values) if value is not None and math.isfinite(value)]
    if name == "reconciliation":
        datasets, others = data["dataset"].to_pylist(), data["held_against"].to_pylist()
        full = [i for i in full if datasets[i] not in ("ae_attendances", others[i])]
    if name == "spc":
        rows = data.to_pandas()
        drawn = rows[CHART].merge(charts_drawn(rows), on=CHART, how="left", indicator=True)["_merge"] == "both"
        full = [i for i in full if drawn[i]]
    if not full:
        return None
    at = full[0]
    values[at] = values[at] * 1.01 + 1
    field = data.schema.field(column)
    spoilt = data.set_column(data.column_names.index(column), field, pyarrow.array(values, field.type))
    copy = folder / f"{name}.parquet"
    pyarrow.parquet.write_table(spoilt, copy)
    resources[name] = {**resources[name], "path": str(copy)}
    wrong.clear()
    load()
    run([check])
    found = wrong.get(name, 0)
    resources[name] = {**resources[name], "path": path}
    print(f"{name:<22} {column} of row {at + 1} changed: {found} disagreements")
    return found > 0


if "--spoil" in sys.argv:
    load()
    run(CHECKS)
    if sum(wrong.values()):
        print("\n".join(examples[:20]))
        print("The release disagrees before anything is spoilt.")
        sys.exit(1)
    with tempfile.TemporaryDirectory() as folder:
        reports = {name: spoil(name, *how, pathlib.Path(folder)) for name, how in SPOILT.items()}
    caught = [name for name, found in reports.items() if found]
    missed = [name for name, found in reports.items() if found is False]
    print(f"{len(caught)} spoilt tables reported, {len(missed)} not reported {missed},"
          f" {len(reports) - len(caught) - len(missed)} have no number here")
    sys.exit(1 if missed or not caught else 0)

finite()
load()
run(CHECKS)
for name in sorted(finite_cells | compared):
    print(
        f"{name:<22} {compared.get(name, 0):>8,} cells computed again, {finite_cells.get(name, 0):>10,} finite,"
        f" {wrong.get(name, 0):>6,} disagreements")
for example in examples[:40]:
    print("  " + example)
amiss = sum(wrong.values())
print(f"{sum(compared.values()):,} cells computed again, {sum(finite_cells.values()):,} finite, {amiss:,} disagreements")
sys.exit(1 if amiss else 0)
