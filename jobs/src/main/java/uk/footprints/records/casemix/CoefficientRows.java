package uk.footprints.records.casemix;

import java.util.ArrayList;
import java.util.List;

/**
 * The table of coefficients of a model: every level that spells have, what was made of it, and its estimate.
 *
 * @param factors the covariates
 * @param counts spells by level
 * @param all the design before aliased features were dropped
 * @param aliased which features were dropped
 * @param fit the model
 * @param records artificial or real
 */
record CoefficientRows(List<CaseMixFactor> factors, LevelCounts counts, CaseMixDesign all, boolean[] aliased,
    CaseMixFit fit, String records) {

  List<CaseMixCoefficient> rows() {
    List<CaseMixCoefficient> rows = new ArrayList<>();
    rows.add(CaseMixCoefficient.estimate(fit.outcome(), "intercept", "constant", "feature", null, null, fit.intercept(),
        fit.interceptError(), records));
    for (int f = 0; f < factors.size(); f++) {
      CaseMixFactor factor = factors.get(f);
      for (int level = 0; level < factor.levels(); level++) {
        if (counts.spells(f, level) > 0) {
          rows.add(row(f, factor, level));
        }
      }
    }
    return rows;
  }

  private CaseMixCoefficient row(int f, CaseMixFactor factor, int level) {
    String label = factor.labels().apply(level);
    int before = all.feature(f, level);
    if (before == CaseMixDesign.NEVER || before == CaseMixDesign.ALWAYS) {
      return CaseMixCoefficient.none(fit.outcome(), factor.id(), label, "left_out", level, records);
    }
    if (before == CaseMixDesign.REFERENCE) {
      boolean flagOfFew = factor.flag() && level == 1;
      return CaseMixCoefficient.none(fit.outcome(), factor.id(), label, flagOfFew ? "few" : "reference",
          level, records);
    }
    if (aliased[before]) {
      return CaseMixCoefficient.none(fit.outcome(), factor.id(), label, "aliased", level, records);
    }
    int feature = fit.design().feature(f, level);
    return CaseMixCoefficient.estimate(fit.outcome(), factor.id(), label,
        isShared(f, factor, level) ? "shared" : "feature", feature, level, fit.coefficients()[feature], fit.errors()[feature], records);
  }

  private boolean isShared(int f, CaseMixFactor factor, int level) {
    int same = 0;
    for (int other = 0; other < factor.levels(); other++) {
      same += counts.spells(f, other) > 0 && all.feature(f, other) == all.feature(f, level) ? 1 : 0;
    }
    return same > 1;
  }
}
