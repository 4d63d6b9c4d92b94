"""Models of case mix of `footprints stays --case-mix`, fitted again with statsmodels and scikit-learn on the same spells.

    case_mix.py FOLDER        FOLDER is the --to of the command

Compares coefficients and standard errors (statsmodels), coefficients and c statistic (scikit-learn), and the sums that
are expected of providers. Exits with 1 where they differ by more than 1e-4 of their size.
"""
import sys

import numpy as np
import pandas as pd
import pyarrow.parquet as pq
import statsmodels.api as sm
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score

CLOSE = 1e-4
# The bits of a pattern, as CaseMixPattern has them: first bit and number of values.
BITS = {"age_sex": (0, 64), "deprivation_tenth": (6, 16), "admission_method": (10, 16), "admission_source": (14, 8),
        "diagnosis_group": (17, 128), "emergencies_before": (24, 8), "month": (27, 1024)}
CONDITIONS = 37
OUTCOMES = {
    "readmission": lambda s: (s[(s.kind == 0) & (s["flags"] % 2 == 1)], lambda t: t["flags"] // 2 % 2),
    "death": lambda s: (s[s.kind == 0], lambda t: t["flags"] // 4),
    "zero_day": lambda s: (s[s.kind == 1], lambda t: (t.nights == 0).astype(int)),
    "bed_days": lambda s: (s[s.kind == 1], lambda t: t.nights),
}


def design(patterns, table):
    """Columns of ones and zeros by the table of coefficients, and which rows are left out."""
    conditions = [name for name in table.covariate.unique() if name not in BITS and name != "intercept"]
    size = int(table.feature.max()) + 1
    columns = np.zeros((len(patterns), size + 1), dtype=np.float64)
    columns[:, 0] = 1
    left = np.zeros(len(patterns), dtype=bool)
    for covariate, rows in table[table.covariate != "intercept"].groupby("covariate"):
        if covariate in BITS:
            first, values = BITS[covariate]
        else:
            first, values = CONDITIONS + conditions.index(covariate), 2
        level = (patterns >> first) & (values - 1)
        feature = np.full(values, -1)
        out = np.zeros(values, dtype=bool)
        for row in rows.itertuples():
            out[int(row.level_number)] = row.use == "left_out"
            if not np.isnan(row.feature):
                feature[int(row.level_number)] = int(row.feature)
        which = feature[level]
        columns[np.nonzero(which >= 0)[0], which[which >= 0] + 1] = 1
        left |= out[level]
    return columns, left


def largest(ours, theirs):
    """The largest difference, relative to the size of the numbers or to a hundredth where they are smaller."""
    ours, theirs = np.asarray(ours, dtype=float), np.asarray(theirs, dtype=float)
    return float(np.max(np.abs(ours - theirs) / np.maximum(np.abs(theirs), 0.01)))


def main(folder):
    spells = pq.read_table(f"{folder}/stays/case_mix_spells").to_pandas()
    coefficients = pd.read_csv(f"{folder}/case_mix/case_mix_coefficients.csv")
    models = pd.read_csv(f"{folder}/case_mix/case_mix_model.csv")
    ratios = pd.read_csv(f"{folder}/case_mix/case_mix_ratios.csv", low_memory=False)
    worst = 0.0
    for outcome, choose in OUTCOMES.items():
        table = coefficients[coefficients.outcome == outcome]
        if table.empty:
            print(f"{outcome}: no model")
            continue
        some, events = choose(spells)
        some = some.assign(y=events(some))
        patterns, place = np.unique(some.pattern.to_numpy(), return_inverse=True)
        trials = np.bincount(place).astype(float)
        happened = np.bincount(place, weights=some.y).astype(float)
        x, left = design(patterns, table)
        keep = ~left
        count = outcome == "bed_days"
        family = sm.families.Poisson() if count else sm.families.Binomial()
        fit = sm.GLM(happened[keep] / trials[keep], x[keep], family=family, freq_weights=trials[keep]).fit(
            tol=1e-14, maxiter=100)
        features = table[table.feature.notna()].drop_duplicates("feature").sort_values("feature")
        constant = table[table.covariate == "intercept"].iloc[0]
        ours = np.concatenate([[constant.coefficient], features.coefficient])
        errors = np.concatenate([[constant.standard_error], features.standard_error])
        expected = np.zeros(len(patterns))
        expected[keep] = fit.predict(x[keep])
        theirs = fit.bse
        if count:
            squares = np.bincount(place, weights=some.y.astype(float) ** 2)
            pearson = np.sum((squares - 2 * expected * happened + trials * expected ** 2)[keep] / expected[keep])
            theirs = fit.bse * np.sqrt(pearson / (trials[keep].sum() - x.shape[1]))
        differences = {"coefficients": largest(ours, fit.params), "standard errors": largest(errors, theirs)}
        if not count:
            weights = np.concatenate([happened[keep], (trials - happened)[keep]])
            labels = np.repeat([1, 0], keep.sum())
            twice = np.vstack([x[keep][:, 1:], x[keep][:, 1:]])
            with_any = weights > 0
            other = LogisticRegression(C=np.inf, solver="newton-cholesky", tol=1e-10, max_iter=200).fit(
                twice[with_any], labels[with_any], sample_weight=weights[with_any])
            differences["coefficients of scikit-learn"] = largest(
                ours, np.concatenate([other.intercept_, other.coef_[0]]))
            risk = np.tile(expected[keep], 2)
            c = roc_auc_score(labels[with_any], risk[with_any], sample_weight=weights[with_any])
            mine = models[(models.outcome == outcome) & (models.item == "c_statistic")].value.iloc[0]
            differences["c statistic"] = abs(c - mine)
        year = (some.pattern.to_numpy() >> 27 & 1023) + 1990 * 12
        some = some.assign(expected=expected[place], year=(year - 3) // 12)
        sums = some.groupby(["provider", "year"]).expected.sum()
        published = ratios[(ratios.outcome == outcome) & (ratios.method == "model") & (ratios.area_role == "provider")]
        published = published[published.expected.notna()]
        keys = list(zip(published.area_code, published.period_start.str[:4].astype(int)))
        differences["expected of providers"] = largest(published.expected, sums.loc[keys].to_numpy())
        worst = max(worst, *differences.values())
        print(f"{outcome}: {int(trials.sum()):,} spells, {len(ours)} coefficients, {len(keys)} providers and years; "
              + ", ".join(f"{what} {size:.1e}" for what, size in differences.items()))
    print(f"Case mix beside statsmodels and scikit-learn: the largest difference is {worst:.1e} of {CLOSE:.0e} allowed.")
    return 0 if 0 < worst <= CLOSE else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
