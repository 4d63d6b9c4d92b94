package uk.footprints.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.stream.IntStream;
import uk.footprints.indicator.Indicator;
import uk.footprints.indicator.IndicatorValue;
import uk.footprints.period.Period;
import uk.footprints.period.PeriodKind;
import uk.footprints.statistics.Seasonal;

/**
 * A series of an area's months, quarters or years without gaps: a value that was not reported completely is not a
 * number. Monthly rates of events are scaled to a month of average length, so that February is not a trough.
 *
 * @param periods consecutive periods, in order
 * @param values a value for each period
 */
public record AreaSeries(List<Period> periods, double[] values) {

  private static final double MOST_MISSING = 0.25;
  private static final double YEAR = 365.25;
  private static final int MONTHS = 12;

  /**
   * A seasonally adjusted series.
   *
   * @param values a value for each period; not a number where there was none
   * @param method the method of adjustment, or why the series is not adjusted
   */
  public record Adjusted(double[] values, String method) {}

  /** Creates the series of an indicator in one area. */
  public static AreaSeries of(Indicator indicator, NavigableMap<Period, IndicatorValue> answers) {
    List<Period> periods = unbroken(answers.firstKey(), answers.lastKey());
    boolean events = indicator.countsEvents();
    double[] values =
        periods.stream()
            .mapToDouble(
                p -> {
                  IndicatorValue a = answers.get(p);
                  boolean there = a != null && a.comparable();
                  return there ? a.estimate().value() * (events ? usual(p) / p.days() : 1) : Double.NaN;
                })
            .toArray();
    return new AreaSeries(periods, values);
  }

  /** Returns the part of the series in an era. */
  public AreaSeries in(Era era) {
    int[] at = IntStream.range(0, periods.size()).filter(i -> Era.of(periods.get(i)) == era).toArray();
    return at.length == 0
        ? new AreaSeries(List.of(), new double[0])
        : new AreaSeries(
            periods.subList(at[0], at[at.length - 1] + 1), Arrays.copyOfRange(values, at[0], at[at.length - 1] + 1));
  }

  /**
   * A piece of a series whose periods are of the same land.
   *
   * @param series its values
   * @param reason why the piece starts where it does; empty for the first
   */
  public record Piece(AreaSeries series, String reason) {}

  /** Splits the series where the land of the area changed, so that no level or line spans two areas. */
  public List<Piece> pieces(Evidence evidence, NavigableMap<Period, IndicatorValue> answers) {
    List<IndicatorValue> there = periods.stream().map(answers::get).filter(Objects::nonNull).toList();
    boolean whole =
        there.size() < 2 || evidence.breakBetween(there.get(0), there.get(there.size() - 1)).isEmpty();
    if (whole) {
      return List.of(new Piece(this, ""));
    }
    List<Piece> pieces = new ArrayList<>();
    int start = 0;
    String why = "";
    for (int i = 0; i + 1 < there.size(); i++) {
      String broken = evidence.breakBetween(there.get(i), there.get(i + 1));
      if (!broken.isEmpty()) {
        int end = periods.indexOf(there.get(i + 1).period());
        pieces.add(new Piece(slice(start, end), why));
        start = end;
        why = "starts in %s: %s".formatted(periods.get(end).label(), broken);
      }
    }
    pieces.add(new Piece(slice(start, periods.size()), why));
    return pieces;
  }

  private AreaSeries slice(int from, int to) {
    return new AreaSeries(periods.subList(from, to), Arrays.copyOfRange(values, from, to));
  }

  /** Returns the number of known values. */
  public int known() {
    return (int) Arrays.stream(values).filter(v -> !Double.isNaN(v)).count();
  }

  /** Returns the number of periods in a year. */
  public int cycle() {
    return periods.isEmpty() ? 1 : MONTHS / months(periods.get(0));
  }

  /**
   * Subtracts the season of a periodic STL. Gaps are interpolated by straight lines to find the season, and remain gaps
   * in the result. Needs two whole years of which at least three quarters of the values are known.
   */
  public Adjusted adjusted() {
    int cycle = cycle();
    if (cycle < 2 || values.length < 2 * cycle) {
      return new Adjusted(values, "not seasonally adjusted: fewer than two whole years");
    }
    if (known() < (1 - MOST_MISSING) * values.length || known() < 2 * cycle) {
      return new Adjusted(values, "not seasonally adjusted: too many missing");
    }
    double[] season = Seasonal.stl(interpolated(), Seasonal.Stl.periodic(cycle, values.length, false)).seasonal();
    double[] adjusted = IntStream.range(0, values.length).mapToDouble(i -> values[i] - season[i]).toArray();
    return new Adjusted(adjusted, "seasonally adjusted: STL, one season in all years");
  }

  private double[] interpolated() {
    double[] interpolated = values.clone();
    int before = -1;
    for (int i = 0; i < values.length; i++) {
      if (Double.isNaN(values[i])) {
        continue;
      }
      for (int j = before + 1; j < i; j++) {
        double from = before < 0 ? values[i] : values[before];
        interpolated[j] = from + (values[i] - from) * (j - before) / (i - before);
      }
      before = i;
    }
    Arrays.fill(interpolated, before + 1, interpolated.length, before < 0 ? Double.NaN : values[before]);
    return interpolated;
  }

  private static double usual(Period p) {
    return YEAR * months(p) / MONTHS;
  }

  private static int months(Period p) {
    return p.kind() == PeriodKind.MONTH ? 1 : p.kind() == PeriodKind.QUARTER ? 3 : MONTHS;
  }

  /** Returns every period from the first to the last. */
  public static List<Period> unbroken(Period first, Period last) {
    List<Period> all = new ArrayList<>();
    for (Period p = first; p.compareTo(last) <= 0; p = next(p)) {
      all.add(p);
    }
    return all;
  }

  private static Period next(Period p) {
    return new Period(p.end().plusDays(1), p.end().plusDays(1).plusMonths(months(p)).minusDays(1), p.kind());
  }
}
