package uk.footprints.statistics;

import java.util.Comparator;
import java.util.List;

/**
 * The slope and relative index of inequality of areas: a line of the rates over the cumulative share of people, from the
 * most to the least deprived, weighted by people (Mackenbach and Kunst, Social Science and Medicine 1997; 44: 757-771).
 * Limits are by Student's t from what the line leaves.
 *
 * @param most the line at the most deprived end, in the unit of the rates
 * @param least the line at the least deprived end
 * @param slope most less least: above 0 where the most deprived have more
 * @param slope95 its limits
 * @param explained share of the weighted variance of the rates that the line explains
 */
public record DeprivationSlope(double most, double least, double slope, Interval slope95, double explained) {

  private static final double ROUNDING = 1e-12;

  /** The fewest areas for which there is a line with limits. */
  public static final int FEWEST = 5;

  /**
   * An area.
   *
   * @param people above 0
   * @param deprivation its place; a larger one is more deprived
   * @param rate its rate
   */
  public record RatedArea(double people, double deprivation, double rate) {}

  /**
   * Fits the line.
   *
   * @throws IllegalArgumentException if there are fewer areas than {@link #FEWEST}
   */
  public static DeprivationSlope of(List<RatedArea> areas) {
    if (areas.size() < FEWEST) {
      throw new IllegalArgumentException("%d areas are too few for a slope".formatted(areas.size()));
    }
    List<RatedArea> ordered =
        areas.stream().sorted(Comparator.comparingDouble((RatedArea a) -> -a.deprivation())).toList();
    double all = ordered.stream().mapToDouble(RatedArea::people).sum();
    int n = ordered.size();
    double[] x = new double[n];
    double[] share = new double[n];
    double before = 0;
    double meanX = 0;
    double meanY = 0;
    for (int i = 0; i < n; i++) {
      share[i] = ordered.get(i).people() / all;
      x[i] = before + share[i] / 2;
      before += share[i];
      meanX += share[i] * x[i];
      meanY += share[i] * ordered.get(i).rate();
    }
    double spread = 0;
    double together = 0;
    double variance = 0;
    for (int i = 0; i < n; i++) {
      double y = ordered.get(i).rate() - meanY;
      spread += share[i] * (x[i] - meanX) * (x[i] - meanX);
      together += share[i] * (x[i] - meanX) * y;
      variance += share[i] * y * y;
    }
    double fall = together / spread;
    double rest = variance - fall * together;
    double left = rest < ROUNDING * variance ? 0 : rest;
    double error = Math.sqrt(left / (n - 2) / spread);
    double most = meanY - fall * meanX;
    double reach = Distributions.tAbove(Confidence.P95.tail(), n - 2) * error;
    return new DeprivationSlope(
        most, most + fall, -fall, new Interval(-fall - reach, -fall + reach), variance > 0 ? 1 - left / variance : 0);
  }

  /** Returns the rate at the most deprived end over that at the other; not a number where that is not above 0. */
  public double relative() {
    return least > 0 ? most / least : Double.NaN;
  }
}
