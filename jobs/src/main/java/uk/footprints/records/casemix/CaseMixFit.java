package uk.footprints.records.casemix;

import java.io.Serializable;

/**
 * A fitted model.
 *
 * @param outcome what it explains
 * @param design its features
 * @param intercept its constant, on the scale of log odds, or of logarithms for a count
 * @param interceptError the standard error of the constant
 * @param coefficients one a feature, on the same scale
 * @param errors their standard errors
 * @param iterations how many steps the fit took
 * @param dispersion the variance of a count over its mean; 1 for a proportion
 */
record CaseMixFit(CaseMixOutcome outcome, CaseMixDesign design, double intercept, double interceptError,
    double[] coefficients, double[] errors, int iterations, double dispersion) implements Serializable {

  /** Returns the linear predictor of a pattern; infinite for one that is left out of the fit. */
  double predictor(long pattern, int[] work) {
    int n = design.features(pattern, work);
    if (n < 0) {
      return n == CaseMixDesign.NEVER ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }
    double sum = intercept;
    for (int i = 0; i < n; i++) {
      sum += coefficients[work[i]];
    }
    return sum;
  }

  /** Returns what is expected of one spell with such a predictor: a probability, or a mean count. */
  double expected(double predictor) {
    return outcome.isCount() ? Math.exp(predictor) : 1 / (1 + Math.exp(-predictor));
  }

  /** Returns the variance of one spell of which so much is expected. */
  double variance(double expected) {
    return outcome.isCount() ? dispersion * expected : expected * (1 - expected);
  }

  CaseMixFit dispersed(double phi) {
    double root = Math.sqrt(phi);
    double[] wider = errors.clone();
    for (int i = 0; i < wider.length; i++) {
      wider[i] *= root;
    }
    return new CaseMixFit(outcome, design, intercept, interceptError * root, coefficients, wider, iterations, phi);
  }
}
