package uk.footprints.pipeline.check;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import uk.footprints.period.Period;
import uk.footprints.pipeline.check.TotalSeries.Total;
import uk.footprints.statistics.Percentiles;

/**
 * Decides whether a total moved further from the period before than its history makes likely.
 *
 * <p>A step is the natural logarithm of a total over the total of the period before. The step into a new period is
 * compared with the median of all earlier steps, with the steps into the same month of earlier years, and with the step
 * that leads back to the total before last, so that an unusual month is reported once. It is a jump when its distance
 * to the nearest of these is more than a quarter up (a fifth down), and more than six times the noise. Noise is the
 * median absolute deviation of the earlier steps, times 1.4826 so that it equals the standard deviation of normal
 * steps, plus the random variation of counts (Poisson) of both totals. A single unusual month changes neither median
 * nor deviation (Hampel's identifier; Pearson, Outliers in process modelling, 2002). Fewer than eight steps give no
 * result.
 *
 * @param from the total before
 * @param to the total
 * @param expected the total that the nearest of the earlier steps would give
 * @param distances the distance from the expected total, in multiples of the noise
 */
record TotalStep(double from, double to, double expected, double distances) {

  static final int FEWEST_STEPS = 8;
  static final double MOST_DISTANCES = 6;
  static final double LARGE = Math.log(1.25);
  private static final double NORMAL = 1.4826;
  /** Smaller totals are not examined. */
  static final double SMALL = 100;

  /** Returns the step into a period; empty when there are too few earlier steps. */
  static Optional<TotalStep> into(TreeMap<Period, Total> series, Period period) {
    double from = before(series, period);
    double to = series.get(period).total();
    if (!(from >= SMALL) || !(to >= 0)) {
      return Optional.empty();
    }
    double[] steps = new double[series.size()];
    double[] same = new double[series.size()];
    int n = 0;
    int years = 0;
    for (Map.Entry<Period, Total> e : series.headMap(period, false).entrySet()) {
      double step = Math.log(e.getValue().total() / before(series, e.getKey()));
      if (Double.isFinite(step)) {
        steps[n++] = step;
        if (e.getKey().start().getMonthValue() == period.start().getMonthValue()) {
          same[years++] = step;
        }
      }
    }
    if (n < FEWEST_STEPS) {
      return Optional.empty();
    }
    double[] all = Arrays.copyOf(steps, n);
    double usual = Percentiles.median(all);
    double[] away = Arrays.stream(all).map(s -> Math.abs(s - usual)).toArray();
    double noise = NORMAL * Percentiles.median(away);
    // A total of zero counts as a half, so that its logarithm is finite.
    double step = Math.log(Math.max(to, 0.5) / from);
    double nearest = usual;
    for (int i = 0; i < years; i++) {
      nearest = Math.abs(step - same[i]) < Math.abs(step - nearest) ? same[i] : nearest;
    }
    double back = Math.log(before(series, series.lowerKey(period)) / from);
    nearest = Math.abs(step - back) < Math.abs(step - nearest) ? back : nearest;
    double sd = Math.sqrt(noise * noise + 1 / from + 1 / Math.max(to, 1));
    return Optional.of(new TotalStep(from, to, from * Math.exp(nearest), Math.abs(step - nearest) / sd));
  }

  /** Returns whether the step is larger than history makes likely. */
  boolean jumps() {
    return Math.abs(Math.log(Math.max(to, 0.5) / expected)) > LARGE && distances > MOST_DISTANCES;
  }

  /** Returns the total of the period that ended the day before; NaN when there is none. */
  private static double before(TreeMap<Period, Total> series, Period period) {
    Map.Entry<Period, Total> before = series.lowerEntry(period);
    boolean adjacent = before != null && before.getKey().end().plusDays(1).equals(period.start());
    return adjacent ? before.getValue().total() : Double.NaN;
  }
}
