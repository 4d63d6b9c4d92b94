package uk.footprints.statistics;

import java.util.stream.IntStream;

/**
 * How far areas differ, and how much of it is more than chance.
 *
 * @param n areas
 * @param diehr systematic component of variation, mean of ((O - E)/E)^2 - 1/E; can be negative. Diehr, Cain,
 *     Connell and Volinn, What is too much variation?, Health Services Research 1990; 24: 741-771
 * @param mcpherson systematic component on logarithms, McPherson, Wennberg, Hovind and Clifford, NEJM 1982; 307:
 *     1310-1314; NaN where an area has no events
 * @param unweighted coefficient of variation of the ratios O/E, standard deviation on n - 1
 * @param weighted coefficient of variation weighted by expected events
 * @param highest the highest ratio
 * @param lowest the lowest ratio
 * @param p5 5th percentile of the ratios (type 7)
 * @param p95 95th percentile
 * @param p90OverP10 the 90th over the 10th percentile
 * @param p75OverP25 the 75th over the 25th
 * @param chiSquare sum of (O - E)^2/E
 * @param p chance of that or more on n - 1 degrees of freedom
 * @param reason caveats for the reader: no variation beyond chance, small expected counts; empty when nothing
 */
public record Variation(
    int n,
    double diehr,
    double mcpherson,
    double unweighted,
    double weighted,
    double highest,
    double lowest,
    double p5,
    double p95,
    double p90OverP10,
    double p75OverP25,
    double chiSquare,
    double p,
    String reason) {

  private static final double SMALL = 5;

  /** The systematic component to show: not below 0, which means no variation beyond chance. */
  public double systematic() {
    return Math.max(0, diehr);
  }

  /** Highest over lowest ratio. */
  public double highestOverLowest() {
    return highest / lowest;
  }

  /** 95th over 5th percentile. */
  public double p95OverP5() {
    return p95 / p5;
  }

  /**
   * The spread of a set of areas.
   *
   * @param observed events, one an area
   * @param expected events expected, one an area, all above 0: otherwise everything is NaN and the reason states it
   */
  public static Variation of(double[] observed, double[] expected) {
    int n = observed.length;
    boolean usable =
        IntStream.range(0, n).allMatch(i -> expected[i] > 0 && observed[i] >= 0);
    if (n < 2 || !usable) {
      return none(n, n < 2 ? "fewer than 2 areas" : "an area has no expected events, or a number is missing");
    }
    double[] ratio = IntStream.range(0, n).mapToDouble(i -> observed[i] / expected[i]).toArray();
    double diehr = 0;
    double mcpherson = 0;
    double chiSquare = 0;
    double smallest = Double.POSITIVE_INFINITY;
    for (int i = 0; i < n; i++) {
      double log = Math.log(ratio[i]);
      diehr += (ratio[i] - 1) * (ratio[i] - 1) - 1 / expected[i];
      mcpherson += log * log - 1 / expected[i];
      chiSquare += (observed[i] - expected[i]) * (observed[i] - expected[i]) / expected[i];
      smallest = Math.min(smallest, expected[i]);
    }
    return new Variation(
        n,
        diehr / n,
        Double.isFinite(mcpherson) ? mcpherson / n : Double.NaN,
        Means.standardDeviation(ratio) / Means.mean(ratio),
        weighted(ratio, expected),
        Percentiles.type7(ratio, 1),
        Percentiles.type7(ratio, 0),
        Percentiles.type7(ratio, 0.05),
        Percentiles.type7(ratio, 0.95),
        Percentiles.type7(ratio, 0.9) / Percentiles.type7(ratio, 0.1),
        Percentiles.type7(ratio, 0.75) / Percentiles.type7(ratio, 0.25),
        chiSquare,
        Distributions.chiSquareTail(chiSquare, n - 1),
        reason(diehr, smallest));
  }

  private static String reason(double diehr, double smallest) {
    String small = smallest < SMALL ? "an area expects fewer than 5 events: pool before comparing" : "";
    if (diehr >= 0) {
      return small;
    }
    return small.isEmpty() ? "no variation beyond chance" : "no variation beyond chance; " + small;
  }

  private static double weighted(double[] ratio, double[] expected) {
    double weights = 0;
    double sum = 0;
    for (int i = 0; i < ratio.length; i++) {
      weights += expected[i];
      sum += expected[i] * ratio[i];
    }
    double mean = sum / weights;
    double squares = 0;
    for (int i = 0; i < ratio.length; i++) {
      squares += expected[i] * (ratio[i] - mean) * (ratio[i] - mean);
    }
    return Math.sqrt(squares / weights) / mean;
  }

  private static Variation none(int n, String why) {
    double no = Double.NaN;
    return new Variation(n, no, no, no, no, no, no, no, no, no, no, no, no, why);
  }

  /**
   * How many times wider chance variation is when persons come more than once: the mean of f squared over the mean of
   * f. Cain and Diehr, Testing the null hypothesis in small area analysis, Health Services Research 1992; 27:
   * 267-294.
   *
   * @param frequencies events of each person who had any
   */
  public static double repeatFactor(double[] frequencies) {
    double sum = 0;
    double squares = 0;
    for (double f : frequencies) {
      sum += f;
      squares += f * f;
    }
    return squares / sum;
  }
}
