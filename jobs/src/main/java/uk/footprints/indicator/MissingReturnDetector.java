package uk.footprints.indicator;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import uk.footprints.period.Period;
import uk.footprints.records.disclosure.PublishableStays;
import uk.footprints.statistics.Percentiles;

/**
 * Which returns are missing, and about how much they would have held. Publishers do not always say: a hospital that
 * sends nothing just makes its commissioners' figures smaller. An organisation's month is suspected when its share of
 * the country is far below its share in the months before and after; a share, so that winters and epidemics do not
 * look like gaps. What it returns is an estimate, and tables call it one.
 */
public final class MissingReturnDetector {

  /** Below this part of its usual share a figure is suspected. */
  private static final double SUSPECT = 0.75;
  /** How many periods on each side say what is usual, at most and at least. */
  private static final int WINDOW = 12;
  private static final int FEWEST = 3;

  private final Map<String, Map<Period, Double>> lost;

  private MissingReturnDetector(Map<String, Map<Period, Double>> lost) {
    this.lost = lost;
  }

  /**
   * Looks at every organisation's series.
   *
   * @param figures all figures
   * @param dataset of the measure
   * @param measure how much an organisation weighs
   * @param smallest what is not expected to reach this is not looked at: small numbers jump
   */
  public static MissingReturnDetector find(ObservationSeries figures, String dataset, String measure, double smallest) {
    return find(figures, dataset, measure, smallest, false);
  }

  /** The same where a figure that is not known may be withheld: then it is not missing. */
  static MissingReturnDetector find(ObservationSeries figures, String dataset, String measure, double smallest, boolean withheld) {
    List<Period> periods = List.copyOf(figures.periods(dataset, measure));
    double[] country = periods.stream().mapToDouble(p -> figures.total(dataset, measure, p)).toArray();
    Map<String, Map<Period, Double>> lost = new HashMap<>();
    figures.of(dataset, measure).forEach((org, series) -> {
      // What is withheld, together, is nobody's return: it comes and goes.
      if (!org.equals(PublishableStays.WITHHELD)) {
        look(org, series, periods, country, smallest, withheld, lost);
      }
    });
    return new MissingReturnDetector(lost);
  }

  private static void look(
      String org,
      NavigableMap<Period, Double> series,
      List<Period> periods,
      double[] country,
      double smallest,
      boolean withheld,
      Map<String, Map<Period, Double>> lost) {
    double[] share = new double[periods.size()];
    int first = -1;
    int last = -1;
    for (int i = 0; i < share.length; i++) {
      double value = series.getOrDefault(periods.get(i), Double.NaN);
      share[i] = country[i] > 0 ? value / country[i] : Double.NaN;
      if (value > 0) {
        first = first < 0 ? i : first;
        last = i;
      }
    }
    for (int i = first + 1; first >= 0 && i <= last; i++) {
      double before = usual(share, Math.max(first, i - WINDOW), i);
      double after = usual(share, i + 1, Math.min(last + 1, i + 1 + WINDOW));
      double least = Double.isNaN(before) ? after : Double.isNaN(after) ? before : Math.min(before, after);
      double middle = Double.isNaN(before) ? after : Double.isNaN(after) ? before : (before + after) / 2;
      if (withheld && Double.isNaN(share[i]) && series.containsKey(periods.get(i))) {
        continue;
      }
      double value = Double.isNaN(share[i]) ? 0 : share[i];
      if (value < SUSPECT * least && middle * country[i] >= smallest) {
        lost.computeIfAbsent(org, o -> new HashMap<>()).put(periods.get(i), (middle - value) * country[i]);
      }
    }
  }

  private static double usual(double[] share, int from, int to) {
    List<Double> known = new ArrayList<>();
    for (int i = from; i < to; i++) {
      if (!Double.isNaN(share[i])) {
        known.add(share[i]);
      }
    }
    return known.size() < FEWEST
        ? Double.NaN
        : Percentiles.type7(known.stream().mapToDouble(Double::doubleValue).toArray(), 0.5);
  }

  /** About how much of the measure is missing; 0 where nothing is suspected. */
  public double lost(String org, Period period) {
    return lost.getOrDefault(org, Map.of()).getOrDefault(period, 0.0);
  }

  /** Every organisation with a suspected gap, with its periods. */
  public Map<String, Map<Period, Double>> all() {
    return lost;
  }
}
