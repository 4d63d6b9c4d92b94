package uk.footprints.indicator;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.function.BiPredicate;
import java.util.function.Function;
import uk.footprints.period.Period;
import uk.footprints.period.PeriodKind;
import uk.footprints.records.disclosure.PublishableStays;
import uk.footprints.statistics.Percentiles;

/**
 * Detects missing returns and estimates their size. Publishers do not always report them: a hospital that sends nothing
 * just makes its commissioners' figures smaller. An organisation's month is suspected when its share of the country is
 * far below its share in the months before and after; shares are compared so that winters and epidemics do not look
 * like gaps. Months before a merger, or another change of the organisation, are not compared with those after it. The
 * result is an estimate, and tables label it as one.
 */
public final class MissingReturnDetector {

  /** A figure below this fraction of its usual share is suspected. */
  private static final double SUSPECT = 0.75;
  /** The largest and smallest number of periods on each side that define the usual share. */
  private static final int WINDOW = 12;
  private static final int FEWEST = 3;
  /** The first period of a publication is checked where at least so many follow. */
  private static final int FEWEST_AFTER_FIRST = 6;
  /** A run longer than the window is a gap below this fraction of the level before, up to so many periods. */
  private static final double LONG_GAP = 0.5;
  private static final int LONGEST = 36;
  /** A step at the end of a series keeps at least this fraction of the level before, steady within this factor. */
  private static final double STEP = 0.25;
  private static final double STEADY = 1.5;
  private static final int PASSES = 6;

  private final Map<String, Map<Period, Double>> lost;
  private final Map<String, Map<Period, Double>> absent;

  private MissingReturnDetector(Map<String, Map<Period, Double>> lost, Map<String, Map<Period, Double>> absent) {
    this.lost = lost;
    this.absent = absent;
  }

  /**
   * Checks every organisation's series.
   *
   * @param figures all figures
   * @param dataset the measure's dataset
   * @param measure the measure that gives an organisation its weight
   * @param smallest the smallest expected figure that is checked, because small numbers vary too much
   */
  public static MissingReturnDetector find(ObservationSeries figures, String dataset, String measure, double smallest) {
    return find(
        figures, dataset, measure, smallest, false, (org, period) -> false, org -> Collections.emptyNavigableSet());
  }

  /** Returns a detector that suspects nothing. */
  static MissingReturnDetector none() {
    return new MissingReturnDetector(Map.of(), Map.of());
  }

  /**
   * Checks every organisation's series.
   *
   * @param withheld whether unknown figures are withheld, and not missing
   * @param closed whether an organisation had closed before a period, so that nothing is expected of it
   * @param changes the days on which an organisation became larger or smaller, such as a merger: a figure is suspected
   *     where it is far below the usual of the time in which the organisation was the same, and of the whole series,
   *     because a merged trust may report under two codes for months
   */
  static MissingReturnDetector find(
      ObservationSeries figures, String dataset, String measure, double smallest, boolean withheld,
      BiPredicate<String, Period> closed, Function<String, NavigableSet<LocalDate>> changes) {
    List<Period> periods = List.copyOf(figures.periods(dataset, measure));
    double[] country = periods.stream().mapToDouble(p -> figures.total(dataset, measure, p)).toArray();
    Map<String, Map<Period, Double>> lost = new HashMap<>();
    Map<String, Map<Period, Double>> absent = new HashMap<>();
    figures.of(dataset, measure).forEach((org, series) -> {
      // The sum of withheld figures belongs to no organisation, and varies from month to month.
      if (!org.equals(PublishableStays.WITHHELD)) {
        check(org, series, periods, country, smallest, withheld, changes.apply(org), lost);
        if (!withheld) {
          Map<Period, Double> expected = absent(series, periods, country);
          expected.keySet().removeIf(period -> closed.test(org, period));
          absent.put(org, expected);
        }
      }
    });
    return new MissingReturnDetector(lost, absent);
  }

  /**
   * Estimates the figures that a publication names without a value: missing, suppressed or rejected. Such a figure is
   * expected at any place of a series, also at its ends: the organisation is in the file. It is estimated from the
   * usual share within a year before and after it. An organisation that gave none for a year is not expected.
   */
  private static Map<Period, Double> absent(
      PeriodSeries series, List<Period> periods, double[] country) {
    Map<Period, Double> expected = new HashMap<>();
    int year = !periods.isEmpty() && periods.get(0).kind() == PeriodKind.MONTH ? 12 : 4;
    for (int i = 0; i < country.length; i++) {
      if (series.has(periods.get(i)) && Double.isNaN(series.value(periods.get(i)))) {
        List<Double> known = new ArrayList<>();
        for (int j = Math.max(0, i - year); j < Math.min(country.length, i + year + 1); j++) {
          double value = series.value(periods.get(j));
          if (value >= 0 && country[j] > 0) {
            known.add(value / country[j]);
          }
        }
        if (!known.isEmpty()) {
          double usual = Percentiles.median(known.stream().mapToDouble(Double::doubleValue).toArray());
          expected.put(periods.get(i), usual * country[i]);
        }
      }
    }
    return expected;
  }

  private static void check(
      String org,
      PeriodSeries series,
      List<Period> periods,
      double[] country,
      double smallest,
      boolean withheld,
      NavigableSet<LocalDate> changes,
      Map<String, Map<Period, Double>> lost) {
    double[] share = new double[periods.size()];
    int first = -1;
    int last = -1;
    for (int i = 0; i < share.length; i++) {
      double value = series.value(periods.get(i));
      share[i] = country[i] > 0 ? value / country[i] : Double.NaN;
      if (value > 0) {
        first = first < 0 ? i : first;
        last = i;
      }
    }
    if (first < 0) {
      return;
    }
    double[] whole = usual(share, stage(first, last, first));
    for (int i = first; i <= last; i++) {
      boolean silent = isChanged(changes, periods.get(i).start(), periods.get(i).end()) && !series.has(periods.get(i));
      if (silent && whole[i] * country[i] >= smallest) {
        lost.computeIfAbsent(org, o -> new HashMap<>()).put(periods.get(i), whole[i] * country[i]);
      }
    }
    for (Stage stage : stages(periods, first, last, changes)) {
      double[] usual = changes.isEmpty() ? whole : usual(share, stage);
      for (int i = stage.checked(); i <= stage.last(); i++) {
        boolean named = withheld && Double.isNaN(share[i]) && series.has(periods.get(i));
        double value = Double.isNaN(share[i]) ? 0 : share[i];
        if (!named && !Double.isNaN(whole[i]) && value < usual[i] && usual[i] * country[i] >= smallest) {
          lost.computeIfAbsent(org, o -> new HashMap<>()).put(periods.get(i), (usual[i] - value) * country[i]);
        }
      }
    }
  }

  /**
   * A part of a series in which the organisation was the same.
   *
   * @param first its first period
   * @param last its last period
   * @param checked the first that is checked: the second where the organisation may have opened during the first, or
   *     where too few periods follow
   */
  private record Stage(int first, int last, int checked) {}

  /**
   * Divides a series where the organisation changed; a period during which it changed belongs to no part, and is missing
   * only where the organisation has no row at all.
   */
  private static List<Stage> stages(List<Period> periods, int first, int last, NavigableSet<LocalDate> changes) {
    List<Stage> stages = new ArrayList<>();
    int start = first;
    for (int i = first; i <= last; i++) {
      Period period = periods.get(i);
      boolean divided = isChanged(changes, period.start(), period.end());
      boolean next = i > start && isChanged(changes, periods.get(i - 1).end(), period.start());
      if ((divided || next) && i > start) {
        stages.add(stage(start, i - 1, first));
      }
      start = divided ? i + 1 : next ? i : start;
    }
    if (start <= last) {
      stages.add(stage(start, last, first));
    }
    return stages;
  }

  /** Returns whether a change lies after one day and no later than another. */
  private static boolean isChanged(NavigableSet<LocalDate> changes, LocalDate after, LocalDate last) {
    LocalDate next = changes.higher(after);
    return next != null && !next.isAfter(last);
  }

  private static Stage stage(int start, int end, int first) {
    boolean unchecked = start == first && (first > 0 || end - start < FEWEST_AFTER_FIRST);
    return new Stage(start, end, unchecked ? start + 1 : start);
  }

  /** Returns the usual share where a part of a series is far below it; not a number elsewhere. */
  private static double[] usual(double[] share, Stage stage) {
    int first = stage.first();
    int last = stage.last();
    boolean[] low = lowRuns(share, first, last);
    for (int pass = 0; pass < PASSES; pass++) {
      boolean[] next = low.clone();
      for (int i = stage.checked(); i <= last; i++) {
        double before = before(share, low, first, i);
        double after = after(share, low, last, i);
        double value = Double.isNaN(share[i]) ? 0 : share[i];
        next[i] |=
            value < SUSPECT * least(before, after) && !(Double.isNaN(after) && isStep(share, first, i, last, before));
      }
      if (Arrays.equals(low, next)) {
        break;
      }
      low = next;
    }
    double[] usual = new double[share.length];
    Arrays.fill(usual, Double.NaN);
    for (int i = stage.checked(); i <= last; i++) {
      if (low[i]) {
        double before = before(share, low, first, i);
        double after = after(share, low, last, i);
        usual[i] = Double.isNaN(before) ? after : Double.isNaN(after) ? before : (before + after) / 2;
      }
    }
    return usual;
  }

  /** Finds runs longer than the window at less than half of the level before, to which the series returns. */
  private static boolean[] lowRuns(double[] share, int first, int last) {
    boolean[] low = new boolean[share.length];
    for (int i = first + FEWEST; i <= last; i++) {
      double before = before(share, low, first, i);
      int end = i;
      while (end <= last && !(share[end] >= LONG_GAP * before)) {
        end++;
      }
      double after = after(share, low, last, end - 1);
      if (end - i > WINDOW && end - i <= LONGEST && end <= last && after >= SUSPECT * before) {
        Arrays.fill(low, i, end, true);
        i = end;
      }
    }
    return low;
  }

  /** Returns whether a fall at the end of the series is a lasting step: longer than a gap and well above zero. */
  private static boolean isStep(double[] share, int first, int at, int last, double before) {
    int start = at;
    while (start > first && share[start - 1] < SUSPECT * before) {
      start--;
    }
    double least = Double.POSITIVE_INFINITY;
    double most = 0;
    for (int i = start; i <= last; i++) {
      double value = Double.isNaN(share[i]) ? 0 : share[i];
      least = Math.min(least, value);
      most = Math.max(most, value);
    }
    return last + 1 - start > FEWEST && least >= STEP * before && most <= STEADY * least;
  }

  private static double least(double before, double after) {
    return Double.isNaN(before) ? after : Double.isNaN(after) ? before : Math.min(before, after);
  }

  /** Returns the median of the last periods before one, without suspected periods. */
  private static double before(double[] share, boolean[] low, int first, int at) {
    double[] known = new double[WINDOW];
    int n = 0;
    for (int i = at - 1; i >= Math.max(first, at - LONGEST - WINDOW) && n < WINDOW; i--) {
      if (isKnown(share, low, i)) {
        known[n++] = share[i];
      }
    }
    return median(known, n);
  }

  /** Returns the median of the first periods after one, without suspected periods. */
  private static double after(double[] share, boolean[] low, int last, int at) {
    double[] known = new double[WINDOW];
    int n = 0;
    for (int i = at + 1; i <= Math.min(last, at + LONGEST + WINDOW) && n < WINDOW; i++) {
      if (isKnown(share, low, i)) {
        known[n++] = share[i];
      }
    }
    return median(known, n);
  }

  private static boolean isKnown(double[] share, boolean[] low, int at) {
    return !low[at] && !Double.isNaN(share[at]);
  }

  private static double median(double[] known, int n) {
    return n < FEWEST ? Double.NaN : Percentiles.median(Arrays.copyOf(known, n));
  }

  /** Returns the estimated missing amount of the measure; 0 where nothing is suspected or named without a value. */
  public double lost(String org, Period period) {
    double suspected = lost.getOrDefault(org, Map.of()).getOrDefault(period, 0.0);
    return suspected > 0 ? suspected : absent.getOrDefault(org, Map.of()).getOrDefault(period, 0.0);
  }

  /** Returns every organisation with a suspected gap, with its periods. */
  public Map<String, Map<Period, Double>> all() {
    return lost;
  }
}
