package uk.footprints.report.trend;

import static uk.footprints.table.Field.date;
import static uk.footprints.table.Field.key;
import static uk.footprints.table.Field.number;
import static uk.footprints.table.Field.text;
import static uk.footprints.table.Field.whole;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import uk.footprints.indicator.Indicator;
import uk.footprints.indicator.IndicatorValue;
import uk.footprints.period.Period;
import uk.footprints.report.AreaSeries;
import uk.footprints.report.Era;
import uk.footprints.report.Evidence;
import uk.footprints.report.Report;
import uk.footprints.report.ReportColumns;
import uk.footprints.statistics.MannKendall;
import uk.footprints.statistics.Means;
import uk.footprints.table.Table;

/**
 * Reports the long-term trend of each series, separately before and after March 2020: Theil and Sen's slope, the
 * seasonal Mann-Kendall test, and Hamed and Rao's for autocorrelation on the adjusted series; and the step between.
 */
public final class LongTrends implements Report {

  private static final Table TABLE =
      new Table(
          "long_trends",
          "indicator x area x era: slope and its test",
          List.of("indicator", "geography", "area_code", "era", "basis"),
          ReportColumns.of(
              ReportColumns.SERIES,
              key("era", "before (to February 2020), after (from April 2021), or across: the step between the two."),
              date("first", "First day of the first known value; for a step, of the year before."),
              date("last", "Last day of the last known value; for a step, of the year after."),
              whole("n", "Months or quarters with a value.", "periods"),
              number("first_year_mean", "Mean of the first four quarters or twelve months with a value.", ""),
              number("last_year_mean", "Mean of the last four quarters or twelve months.", ""),
              number("growth_pct", "Growth from the first to the last year's mean.", "%"),
              number("slope_per_year", "Theil and Sen's slope of the seasonally adjusted series.", "value a year"),
              number("slope_lower_95", "Its lower limit, which assumes that months are independent.", "value a year"),
              number("slope_upper_95", "Its upper limit.", "value a year"),
              number("p_seasonal", "Seasonal Mann-Kendall (Hirsch and others 1982).", "probability"),
              number("p_autocorrelation", "Mann-Kendall of the adjusted series, Hamed and Rao 1998.", "probability"),
              text("trend", "increasing, decreasing or no trend, by Hamed and Rao's test at 5%."),
              text("method", "How."),
              text("reason", "Why there is none.")));

  @Override
  public String question() {
    return "What is the long-term trend, before and after March 2020?";
  }

  @Override
  public Table table() {
    return TABLE;
  }

  @Override
  public List<Object[]> rows(Evidence evidence) {
    return evidence.bySeries(LongTrends::eras);
  }

  private static Stream<Object[]> eras(Indicator indicator, NavigableMap<Period, IndicatorValue> answers) {
    AreaSeries all = AreaSeries.of(indicator, answers);
    IndicatorValue any = answers.firstEntry().getValue();
    List<Object[]> rows = new ArrayList<>();
    for (Era era : List.of(Era.BEFORE, Era.AFTER)) {
      AreaSeries series = all.in(era);
      if (!series.periods().isEmpty()) {
        rows.add(trend(any, era, series));
      }
    }
    AreaSeries before = all.in(Era.BEFORE);
    AreaSeries after = all.in(Era.AFTER);
    if (!before.periods().isEmpty() && !after.periods().isEmpty()) {
      rows.add(step(any, before, after));
    }
    return rows.stream();
  }

  private static Object[] trend(IndicatorValue any, Era era, AreaSeries series) {
    int cycle = series.cycle();
    Known known = Known.of(series);
    boolean whole = known.n() >= cycle;
    double first = whole ? known.head(cycle).mean() : Double.NaN;
    double last = whole ? known.tail(cycle).mean() : Double.NaN;
    double growth = known.n() < 2 * cycle ? Double.NaN : 100 * (last / first - 1);
    AreaSeries.Adjusted adjusted = series.adjusted();
    List<Object> head =
        List.of(
            ReportColumns.series(any), era.id(), known.days(), known.n(), first, last, growth);
    if (known.n() < Math.max(2 * cycle, 10)) {
      return ReportColumns.row(
          head, null, null, null, null, null, null, null, "fewer than two whole years, or fewer than ten values");
    }
    MannKendall seasonal = MannKendall.seasonal(series.values(), cycle);
    MannKendall corrected = MannKendall.hamedRao(adjusted.values());
    return ReportColumns.row(
        head, corrected.line().slope() * cycle, corrected.line().lower95() * cycle,
        corrected.line().upper95() * cycle, seasonal.p(), corrected.p(), corrected.trend().text(),
        "Theil-Sen and Hamed-Rao, " + adjusted.method(),
        first == 0 ? "the first year's mean is zero: no growth in per cent" : "");
  }

  /** Compares the last year before with the first year after, where neither is more than a year from the break. */
  private static Object[] step(IndicatorValue any, AreaSeries before, AreaSeries after) {
    int cycle = before.cycle();
    Known old = Known.of(before);
    Known fresh = Known.of(after);
    List<Object> head = List.of(ReportColumns.series(any), Era.ACROSS.id());
    int n = old.n() + fresh.n();
    if (old.n() < cycle || fresh.n() < cycle) {
      return absent(head, List.of(old.start(), fresh.end()), n, "less than a whole year on one side");
    }
    Known last = old.tail(cycle);
    Known first = fresh.head(cycle);
    List<Object> days = List.of(last.start(), first.end());
    if (last.periods().get(0).start().isBefore(Era.PANDEMIC.minusYears(2))) {
      return absent(head, days, n, "no step: the last year with values before March 2020 is " + last.label());
    }
    if (!first.periods().get(cycle - 1).end().isBefore(Era.AFTERWARDS.plusYears(2))) {
      return absent(head, days, n, "no step: the first year with values after April 2021 is " + first.label());
    }
    double mean = last.mean();
    return ReportColumns.row(
        head, days, n, mean, first.mean(), 100 * (first.mean() / mean - 1), null, null, null, null, null, null,
        "mean of %s on mean of %s: a step, not a trend".formatted(first.label(), last.label()),
        mean == 0 ? "the mean before is zero: no growth in per cent" : "");
  }

  private static Object[] absent(List<Object> head, List<Object> days, int n, String why) {
    return ReportColumns.row(head, days, n, null, null, null, null, null, null, null, null, null, "", why);
  }

  /**
   * The known values of a series.
   *
   * @param periods the period of each value
   * @param values the values in order of time
   */
  private record Known(List<Period> periods, double[] values) {

    static Known of(AreaSeries series) {
      int[] at =
          IntStream.range(0, series.values().length).filter(i -> !Double.isNaN(series.values()[i])).toArray();
      return new Known(
          Arrays.stream(at).mapToObj(series.periods()::get).toList(),
          Arrays.stream(at).mapToDouble(i -> series.values()[i]).toArray());
    }

    int n() {
      return values.length;
    }

    Known head(int count) {
      return new Known(periods.subList(0, count), Arrays.copyOf(values, count));
    }

    Known tail(int count) {
      return new Known(periods.subList(n() - count, n()), Arrays.copyOfRange(values, n() - count, n()));
    }

    double mean() {
      return Means.mean(values);
    }

    /** Returns the first day; an empty text where no value is known. */
    Object start() {
      return periods.isEmpty() ? "" : periods.get(0).start();
    }

    /** Returns the last day; an empty text where no value is known. */
    Object end() {
      return periods.isEmpty() ? "" : periods.get(n() - 1).end();
    }

    List<Object> days() {
      return List.of(start(), end());
    }

    String label() {
      return start() + " to " + end();
    }
  }
}
