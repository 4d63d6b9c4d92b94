"""Made-up tables through `footprints stat` and through statsmodels, scipy and pyMannKendall; how far the answers differ.

second_opinion.py FOOTPRINTS FOLDER SEEDS. Prints a line a method, and ends with 1 when one is further off than it may be.
"""

import math
import subprocess
import sys
import warnings

import numpy as np
import pandas as pd
import pymannkendall
import statsmodels.api as sm
from scipy import stats
from statsmodels.stats.proportion import proportion_confint
from statsmodels.tsa.api import STL, ExponentialSmoothing, seasonal_decompose

warnings.simplefilter("ignore")
footprints, folder, seeds = sys.argv[1], sys.argv[2], int(sys.argv[3])
PERIOD = 12
worst = {}
compared = {}


def ask(method, table, **settings):
    """The answer of one method, a group a seed."""
    given, answer = f"{folder}/{method}.csv", f"{folder}/{method}-answer.csv"
    table.to_csv(given, index=False)
    words = [word for name, value in settings.items() for word in ("--set", f"{name}={value}")]
    done = subprocess.run(
        [footprints, "stat", method, "--in", given, "--out", answer, *words], capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"stat {method} ended with {done.returncode}: {done.stderr}")
    return pd.read_csv(answer, keep_default_na=False, na_values=[""])


def beside(name, ours, theirs, scale=None):
    """Largest difference, in parts of the scale (the largest of their values, unless another is given)."""
    ours, theirs = np.atleast_1d(np.asarray(ours, float)), np.atleast_1d(np.asarray(theirs, float))
    if ours.shape != theirs.shape or not (np.isfinite(ours) == np.isfinite(theirs)).all():
        worst[name] = math.inf
        return
    there = np.isfinite(theirs)
    size = scale or max(np.abs(theirs[there]).max(), 1e-300)
    worst[name] = max(worst.get(name, 0), np.abs(ours[there] - theirs[there]).max() / size)
    compared[name] = compared.get(name, 0) + int(there.sum())


def series(seed):
    """Months with a season, a slope, noise, and some outliers."""
    chance = np.random.default_rng(seed)
    t = np.arange(chance.integers(60, 130))
    y = chance.uniform(50, 5000) * (1 + 0.002 * chance.normal() * t + 0.1 * np.sin(t / PERIOD * 2 * np.pi))
    y = y * (1 + 0.03 * chance.standard_normal(t.size))
    y[chance.integers(0, t.size, 3)] *= 1.3
    return pd.DataFrame({"set": seed, "seq": t + 1, "y": y})


def counts(seed):
    """Counts out of people, by a number and a category, spread wider than Poisson's."""
    chance = np.random.default_rng(1000 + seed)
    n = chance.integers(80, 300)
    x, band, people = chance.normal(size=n), chance.choice(list("abc"), n), chance.integers(200, 20000, n)
    mean = people * np.exp(-4 + 0.4 * x + 0.6 * (band == "b") - 0.3 * (band == "c"))
    y = chance.poisson(mean * chance.gamma(6, 1 / 6, n))
    return pd.DataFrame({"set": seed, "y": y, "x": x, "band": band, "people": people})


def small(seed):
    """Small numerators and denominators."""
    chance = np.random.default_rng(2000 + seed)
    n = chance.integers(1, 400, 40)
    return pd.DataFrame({"set": seed, "numerator": chance.binomial(n, chance.uniform(0, 1, 40)), "denominator": n})


def of(answer, seed):
    return answer[answer["set"] == seed]


months = {seed: series(seed) for seed in range(seeds)}
tables = {seed: counts(seed) for seed in range(seeds)}
smalls = {seed: small(seed) for seed in range(seeds)}
all_months = pd.concat(months.values())

for robust in ("no", "yes"):
    # The spans and jumps of one and the other are set, since the packages' own differ.
    answer = ask(
        "stl", all_months, s_window=13, t_window=23, l_window=13, s_degree=1, t_degree=1, l_degree=1, s_jump=1,
        t_jump=1, l_jump=1, inner=2, outer=15 if robust == "yes" else 0, robust=robust)
    for seed, one in months.items():
        theirs = STL(
            one["y"].to_numpy(), period=PERIOD, seasonal=13, trend=23, low_pass=13, robust=robust == "yes",
        ).fit(inner_iter=2, outer_iter=15 if robust == "yes" else 0)
        ours = of(answer, seed)
        span = float(np.ptp(one["y"]))
        beside(f"stl, robust {robust}: season", ours["seasonal"], theirs.seasonal, span)
        beside(f"stl, robust {robust}: trend", ours["trend"], theirs.trend, span)

answer = ask("decompose", all_months)
for seed, one in months.items():
    theirs = seasonal_decompose(one["y"].to_numpy(), period=PERIOD)
    beside("decompose: season", of(answer, seed)["seasonal"], theirs.seasonal, float(np.ptp(one["y"])))
    beside("decompose: trend", of(answer, seed)["trend"], theirs.trend)

alpha, beta, gamma = 0.4, 0.1, 0.3
answer = ask("holt-winters", all_months, alpha=alpha, beta=beta, gamma=gamma, ahead=24)
for seed, one in months.items():
    y = one["y"].to_numpy()
    first = seasonal_decompose(y[: 2 * PERIOD], period=PERIOD)
    trend = first.trend[np.isfinite(first.trend)]
    slope, level = np.polyfit(np.arange(1, trend.size + 1), trend, 1)
    # R's gamma is of what the new level leaves over, statsmodels' of what the old one foretold.
    theirs = ExponentialSmoothing(
        y[PERIOD:], trend="add", seasonal="add", seasonal_periods=PERIOD, initialization_method="known",
        initial_level=level, initial_trend=slope, initial_seasonal=first.seasonal[:PERIOD],
    ).fit(
        smoothing_level=alpha, smoothing_trend=beta, smoothing_seasonal=gamma * (1 - alpha), optimized=False)
    # The season of the last month is left as it was before that month's value by statsmodels: every 12th is R's alone.
    ahead = np.arange(1, 25) % PERIOD != 0
    beside("holt-winters: forecast", of(answer, seed)["fit"][ahead], theirs.forecast(24)[ahead])
    beside("holt-winters: SSE", of(answer, seed)["SSE"].iloc[0], theirs.sse)

answer = ask("theil-sen", all_months)
trends = ask("mann-kendall", all_months)
for seed, one in months.items():
    y, ours = one["y"].to_numpy(), of(answer, seed).iloc[0]
    slope = stats.theilslopes(y, np.arange(y.size))
    beside("theil-sen: slope", ours["slope"], slope.slope)
    beside("theil-sen: limits", [ours["slope_lo95"], ours["slope_hi95"]], [slope.low_slope, slope.high_slope])
    test, ours = pymannkendall.original_test(y), of(trends, seed).iloc[0]
    beside("mann-kendall: s, var, z, p", ours[["s", "var_s", "z", "p"]].astype(float),
           [test.s, test.var_s, test.z, test.p])

for family in ("poisson", "negbin"):
    answer = ask("glm", pd.concat(tables.values()), response="y", terms="x,band", offset="people", family=family)
    for seed, one in tables.items():
        design = pd.DataFrame(
            {"one": 1.0, "x": one["x"], "b": (one["band"] == "b") * 1.0, "c": (one["band"] == "c") * 1.0})
        offset = np.log(one["people"])
        ours = of(answer, seed)
        if family == "poisson":
            theirs = sm.GLM(one["y"], design, offset=offset, family=sm.families.Poisson()).fit(tol=1e-12)
        else:
            found = sm.NegativeBinomial(one["y"], design, offset=offset).fit(
                method="newton", maxiter=200, tol=1e-12, disp=False)
            beside("glm negbin: theta", ours["theta"].iloc[0], 1 / found.params["alpha"])
            theirs = sm.GLM(
                one["y"], design, offset=offset, family=sm.families.NegativeBinomial(alpha=found.params["alpha"]),
            ).fit(tol=1e-12)
        beside(f"glm {family}: coefficients", ours["estimate"], theirs.params)
        beside(f"glm {family}: standard errors", ours["se"], theirs.bse)
        beside(f"glm {family}: deviance", ours["deviance"].iloc[0], theirs.deviance)

everything = pd.concat(smalls.values(), ignore_index=True)
answer = ask("proportion", everything, multiplier=1)
low, high = proportion_confint(everything["numerator"], everything["denominator"], method="wilson")
beside("proportion: Wilson's limits", answer["lower_95"], low)
beside("proportion: Wilson's limits", answer["upper_95"], high)
few = everything[everything["numerator"] < 10].reset_index(drop=True)
answer = ask("rate", few, multiplier=1)
events, people = few["numerator"], few["denominator"]
beside("rate: exact limits", answer["lower_95"], np.nan_to_num(stats.chi2.ppf(0.025, 2 * events)) / 2 / people)
beside("rate: exact limits", answer["upper_95"], stats.chi2.ppf(0.975, 2 * events + 2) / 2 / people)

may = {"glm negbin": 1e-5, "holt-winters": 1e-8, "rate": 1e-9, "proportion": 1e-9}
failed = 0
for name, off in worst.items():
    most = may.get(name.split(":")[0], 1e-7)
    failed += not off <= most
    print(f"{name:32} {compared.get(name, 0):6} numbers, at most {off:.1e} off (may be {most:.0e}){'' if off <= most else '  FAILED'}")
print(f"{sum(compared.values())} numbers of {len(worst)} kinds compared with other packages: {failed} kinds differ")
sys.exit(1 if failed else 0)
