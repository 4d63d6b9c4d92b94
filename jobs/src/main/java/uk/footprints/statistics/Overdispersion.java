package uk.footprints.statistics;

import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.IntStream;

/**
 * How much more areas differ than chance explains, and funnel limits that allow for it. Spiegelhalter, Handling
 * over-dispersion of performance indicators, BMJ Quality and Safety 2005; 14: 347-351; Spiegelhalter, Sherlaw-Johnson,
 * Bardsley and others, Statistical methods for healthcare regulation, JRSS A 2012; 175: 1-47.
 *
 * @param phi the mean of the squared z-scores after trimming: 1 when there is chance alone
 * @param tau2 the variance between areas that is added to each area's own, on the transformed scale; never below 0
 * @param kept how many areas were used
 */
public record Overdispersion(double phi, double tau2, int kept) {

  /** Treatment of the areas furthest out, so that they do not widen the limits that should reveal them. */
  public enum Trim {
    /** Left out, as the summary hospital-level mortality indicator does. */
    TRUNCATED,
    /** Pulled in to the quantiles at the trim fraction, as the Care Quality Commission does. */
    WINSORISED
  }

  /** The scale on which areas are compared. */
  public enum Scale {
    /** ln(observed / expected) with standard error 1/sqrt(expected); target 1. SHMI. */
    LOG_RATIO(Transformation.LOGARITHM, (x, d) -> x / d, (x, d) -> 1 / Math.sqrt(d)),
    /**
     * sqrt(observed / expected) with standard error 1/(2 sqrt(expected)); target 1. CQC. Limits are squared back to a
     * ratio: FunnelPlotR 0.6.0 does not, and draws half the width.
     */
    ROOT_RATIO(Transformation.ROOT, (x, d) -> x / d, Scale::half),
    /** asin(sqrt(x/n)) with standard error 1/(2 sqrt(n)); the target is all x over all n. */
    ARCSINE(Transformation.ARCSINE, (x, d) -> x / d, Scale::half),
    /** ln((x + 0.5)/(d + 0.5)) of two counts; the target is all x over all d. */
    LOG_RATE(Transformation.LOGARITHM, (x, d) -> (x + 0.5) / (d + 0.5), Scale::ofTwoCounts);

    private final Transformation transformation;
    private final DoubleBinaryOperator ratio;
    private final DoubleBinaryOperator error;

    Scale(Transformation transformation, DoubleBinaryOperator ratio, DoubleBinaryOperator error) {
      this.transformation = transformation;
      this.ratio = ratio;
      this.error = error;
    }

    private static double half(double x, double d) {
      return 1 / (2 * Math.sqrt(d));
    }

    private static double ofTwoCounts(double x, double d) {
      return Math.sqrt(x / (x + 0.5) / (x + 0.5) + d / (d + 0.5) / (d + 0.5));
    }

    private double error(double x, double d) {
      return error.applyAsDouble(x, d);
    }

    /** An area's z-score: its distance from the target in its own standard errors. */
    public double z(double numerator, double denominator, double target) {
      double place = transformation.forward(ratio.applyAsDouble(numerator, denominator));
      return (place - transformation.forward(target)) / error(numerator, denominator);
    }

    /**
     * Limits around a target for a denominator, with a variance between areas (0 for none).
     *
     * @param target on the natural scale: 1 for a ratio, the overall proportion or rate otherwise
     */
    public Interval limits(double target, double denominator, double tau2, Confidence confidence) {
      return around(target, error(target * denominator, denominator), tau2, confidence);
    }

    /**
     * Limits of a rate of counts as FunnelPlotR draws them: with 1/(2 sqrt(d)), although its z-scores have another
     * standard error.
     */
    public Interval limitsAsFunnelPlotR(
        double target, double denominator, double tau2, Confidence confidence) {
      return around(target, half(0, denominator), tau2, confidence);
    }

    private Interval around(double target, double error, double tau2, Confidence confidence) {
      double half = confidence.z() * Math.sqrt(error * error + tau2);
      double centre = transformation.forward(target);
      return new Interval(transformation.back(centre - half), transformation.back(centre + half));
    }
  }

  /**
   * The overdispersion of a set of areas.
   *
   * <p>phi and tau2 are NaN when an area that is kept has no z-score (no events on a log scale) or when fewer than
   * two are kept.
   *
   * @param scale how areas are compared
   * @param numerators observed events, one an area
   * @param denominators expected events or denominators, one an area
   * @param target as in {@link Scale#limits}
   * @param trim treatment of the extremes
   * @param fraction how much at each end, 0.1 by custom
   */
  public static Overdispersion of(
      Scale scale, double[] numerators, double[] denominators, double target, Trim trim, double fraction) {
    int n = numerators.length;
    double[] z = new double[n];
    double[] weights = new double[n];
    for (int i = 0; i < n; i++) {
      z[i] = scale.z(numerators[i], denominators[i], target);
      double error = scale.error(numerators[i], denominators[i]);
      weights[i] = 1 / (error * error);
    }
    return trim == Trim.TRUNCATED ? truncated(z, weights, fraction) : estimated(winsorised(z, fraction), weights);
  }

  /**
   * Returns whether areas differ by more than chance alone does in a share of cases: the sum of squared z-scores by
   * chi-square, as in Cochran, Biometrics 1954; 10: 101-129. Valid without trimming.
   *
   * @param share 0.05 by custom
   */
  public boolean isBeyondChance(double share) {
    return kept > 1 && phi * kept > Distributions.chiSquareAbove(share, kept - 1);
  }

  /** Exact Poisson limits of observed over expected around 1, as drawn when the overdispersion is not allowed for. */
  public static Interval poisson(double expected, Confidence confidence) {
    double tail = confidence.tail();
    return new Interval(
        Distributions.chiSquareBelow(tail, 2 * expected) / 2 / expected,
        Distributions.chiSquareAbove(tail, 2 * (expected + 1)) / 2 / expected);
  }

  private static Overdispersion truncated(double[] z, double[] weights, double fraction) {
    double groups = 1 / fraction;
    double[] ranks = Ranks.average(z);
    int[] kept =
        IntStream.range(0, z.length)
            .filter(i -> fraction == 0 || within(Math.floor(ranks[i] * groups / (z.length + 1)), groups))
            .toArray();
    return estimated(
        Arrays.stream(kept).mapToDouble(i -> z[i]).toArray(),
        Arrays.stream(kept).mapToDouble(i -> weights[i]).toArray());
  }

  private static boolean within(double group, double groups) {
    return group > 0 && group < groups - 1;
  }

  private static double[] winsorised(double[] z, double fraction) {
    double low = Percentiles.type7(z, fraction);
    double high = Percentiles.type7(z, 1 - fraction);
    return Arrays.stream(z).map(v -> Math.min(Math.max(v, low), high)).toArray();
  }

  private static Overdispersion estimated(double[] z, double[] weights) {
    int n = z.length;
    double squares = 0;
    double sum = 0;
    double sumOfSquares = 0;
    for (int i = 0; i < n; i++) {
      squares += z[i] * z[i];
      sum += weights[i];
      sumOfSquares += weights[i] * weights[i];
    }
    if (n < 2 || !Double.isFinite(squares)) {
      return new Overdispersion(Double.NaN, Double.NaN, n);
    }
    double excess = (squares - (n - 1)) / (sum - sumOfSquares / sum);
    return new Overdispersion(squares / n, Math.max(0, excess), n);
  }
}
