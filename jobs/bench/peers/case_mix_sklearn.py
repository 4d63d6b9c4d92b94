"""The models of case mix in scikit-learn: the same spells, features and penalty (none), and expected sums by provider.

    case_mix_sklearn.py FOLDER [SOLVER]        the --to of `footprints stays --case-mix`; lbfgs or newton-cholesky

Prints the largest difference of coefficients, relative to their size, or to 0.01 where they are smaller; exits with 1 where
it is larger than 1e-4. Newton's steps are the default: L-BFGS stops where the loss changes by less than 64 roundings,
which leaves coefficients of rare levels far from the optimum whatever its tolerance is.
"""
import sys

import numpy as np
import pandas as pd
import pyarrow.parquet as pq
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression, PoissonRegressor

BITS = {"age_sex": (0, 64), "deprivation_tenth": (6, 16), "admission_method": (10, 16), "admission_source": (14, 8),
        "diagnosis_group": (17, 128), "emergencies_before": (24, 8), "month": (27, 1024)}
CONDITIONS = 37
CLOSE = 1e-4
# The largest slope of the mean loss at the end. A level of one spell in a million has a curvature of about 1e-6.
TOLERANCE = 1e-11
STEPS = 10000


def features(patterns, table):
    """Sparse ones by the table of coefficients, and which rows are left out."""
    conditions = [name for name in table.covariate.unique() if name not in BITS and name != "intercept"]
    rows, columns, left = [], [], np.zeros(len(patterns), dtype=bool)
    for covariate, levels in table[table.covariate != "intercept"].groupby("covariate"):
        first, values = BITS[covariate] if covariate in BITS else (CONDITIONS + conditions.index(covariate), 2)
        feature = np.full(values, -1)
        out = np.zeros(values, dtype=bool)
        for row in levels.itertuples():
            out[int(row.level_number)] = row.use == "left_out"
            if not np.isnan(row.feature):
                feature[int(row.level_number)] = int(row.feature)
        level = (patterns >> first) & (values - 1)
        which = feature[level]
        at = np.nonzero(which >= 0)[0]
        rows.append(at)
        columns.append(which[at])
        left |= out[level]
    at, column = np.concatenate(rows), np.concatenate(columns)
    shape = (len(patterns), int(table.feature.max()) + 1)
    return csr_matrix((np.ones(len(at)), (at, column)), shape=shape), left


def main(folder, solver):
    spells = pq.read_table(f"{folder}/stays/case_mix_spells").to_pandas()
    coefficients = pd.read_csv(f"{folder}/case_mix/case_mix_coefficients.csv")
    outcomes = {
        "readmission": (spells[(spells.kind == 0) & (spells["flags"] % 2 == 1)], lambda t: t["flags"] // 2 % 2),
        "death": (spells[spells.kind == 0], lambda t: t["flags"] // 4),
        "zero_day": (spells[spells.kind == 1], lambda t: (t.nights == 0).astype(int)),
        "bed_days": (spells[spells.kind == 1], lambda t: t.nights),
    }
    worst = 0.0
    for outcome, (some, events) in outcomes.items():
        table = coefficients[coefficients.outcome == outcome]
        if table.empty:
            continue
        x, left = features(some.pattern.to_numpy(), table)
        y = events(some).to_numpy()
        model = (PoissonRegressor(alpha=0, solver=solver, tol=TOLERANCE, max_iter=STEPS) if outcome == "bed_days"
                 else LogisticRegression(C=np.inf, solver=solver, tol=TOLERANCE, max_iter=STEPS))
        model.fit(x[~left], y[~left])
        expected = model.predict(x[~left]) if outcome == "bed_days" else model.predict_proba(x[~left])[:, 1]
        sums = pd.Series(expected).groupby(some.provider.to_numpy()[~left]).sum()
        mine = table[table.feature.notna()].drop_duplicates("feature").sort_values("feature").coefficient.to_numpy()
        theirs = np.ravel(model.coef_)
        off = np.max(np.abs(mine - theirs) / np.maximum(np.abs(theirs), 0.01))
        worst = max(worst, off)
        print(f"{outcome}: {len(y):,} spells, {x.shape[1]} features, {len(sums)} providers, "
              f"{int(np.max(model.n_iter_))} steps of {solver}, coefficients within {off:.0e}")
    return 0 if 0 < worst <= CLOSE else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else "newton-cholesky"))
