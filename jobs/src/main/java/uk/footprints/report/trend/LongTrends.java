package uk.footprints.report.trend;

import static uk.footprints.table.Field.key;
import static uk.footprints.table.Field.number;
import static uk.footprints.table.Field.text;
import static uk.footprints.table.Field.whole;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import uk.footprints.indicator.Indicator;
import uk.footprints.indicator.IndicatorValue;
import uk.footprints.period.Period;
import uk.footprints.report.AreaSeries;
import uk.footprints.report.Era;
import uk.footprints.report.Evidence;
import uk.footprints.report.Report;
import uk.footprints.report.ReportHead;
import uk.footprints.report.SeriesKey;
import uk.footprints.statistics.Interval;
import uk.footprints.statistics.MannKendall;
import uk.footprints.statistics.Means;
import uk.footprints.table.Column;
import uk.footprints.table.RecordTable;

/**
 * Reports the long-term trend of each series, separately before and after March 2020: Theil and Sen's slope, the
 * seasonal Mann-Kendall test, and Hamed and Rao's for autocorrelation on the adjusted series; and the step between. Where the
 * land of an area changed in an era, the trend is of the time since.
 */
public final class LongTrends implements Report<LongTrends.Row> {

  /** A row: indicator x area x era: slope and its test. */
  public record Row(
      SeriesKey series,
      @Column(
          value = "before (to February 2020), after (from April 2021), or across: the step between the two.",
          required = true)
      Era era,
      @Column("First day of the first known value; for a step, of the year before.") LocalDate first,
      @Column("Last day of the last known value; for a step, of the year after.") LocalDate last,
      @Column(value = "Months or quarters with a value.", unit = "periods") int n,
      @Column("Mean of the first four quarters or twelve months with a value; the first value of a series of years.")
          double firstYearMean,
      @Column("Mean of the last four quarters or twelve months; the last value of a series of years.")
          double lastYearMean,
      @Column(value = "Growth from the first to the last year's mean.", unit = "%") double growthPct,
      @Column(value = "Theil and Sen's slope of the seasonally adjusted series.", unit = "value a year")
      double slopePerYear,
      @Column(name = "slope_lower_95",
          value = "Its lower limit, which assumes that months are independent.", unit = "value a year")
      @Column(name = "slope_upper_95", value = "Its upper limit.", unit = "value a year")
      Interval slopeAt95,
      @Column(value = "Seasonal Mann-Kendall (Hirsch and others 1982).", unit = "probability") double pSeasonal,
      @Column(value = "Mann-Kendall of the adjusted series, Hamed and Rao 1998.", unit = "probability")
      double pAutocorrelation,
      @Column("increasing, decreasing or no trend, by Hamed and Rao's test at 5%.") String trend,
      @Column("How.") String method,
      @Column("Why there is none, or what changed in land or recording.") String reason) {

    /** Returns the row with further reasons; empty ones are left out. */
    Row with(String... more) {
      String all =
          Stream.concat(Stream.of(reason), Stream.of(more)).filter(t -> !t.isEmpty()).collect(Collectors.joining("; "));
      return new Row(
          series, era, first, last, n, firstYearMean, lastYearMean, growthPct, slopePerYear, slopeAt95, pSeasonal,
          pAutocorrelation, trend, method, all);
    }
  }

  /** The table {@code long_trends}. */
  public static final RecordTable<Row> TABLE =
      RecordTable.of(
          "long_trends", "indicator x area x era: slope and its test",
          Row.class, "indicator", "geography", "area_code", "era", "basis");

  private static final ReportHead<Row> HEAD =
      ReportHead.of(TABLE, "What is the long-term trend, before and after March 2020?");

  @Override
  public ReportHead<Row> head() {
    return HEAD;
  }

  @Override
  public List<Row> rows(Evidence evidence) {
    return evidence.bySeries((indicator, answers) -> eras(evidence, indicator, answers));
  }

  private static Stream<Row> eras(
      Evidence evidence, Indicator indicator, NavigableMap<Period, IndicatorValue> answers) {
    AreaSeries all = AreaSeries.of(indicator, answers);
    IndicatorValue any = answers.firstEntry().getValue();
    List<Row> rows = new ArrayList<>();
    Map<Era, List<AreaSeries.Piece>> pieces = new EnumMap<>(Era.class);
    for (Era era : List.of(Era.BEFORE, Era.AFTER)) {
      AreaSeries series = all.in(era);
      if (!series.periods().isEmpty()) {
        List<AreaSeries.Piece> same = series.pieces(evidence, answers);
        pieces.put(era, same);
        AreaSeries.Piece last = same.get(same.size() - 1);
        String caveat = last.reason().isEmpty() ? "" : "the trend " + last.reason();
        rows.add(
            trend(any, era, last.series()).with(caveat, recorded(evidence, any, last.series(), last.series())));
      }
    }
    if (pieces.size() == 2) {
      List<AreaSeries.Piece> before = pieces.get(Era.BEFORE);
      AreaSeries old = before.get(before.size() - 1).series();
      AreaSeries fresh = pieces.get(Era.AFTER).get(0).series();
      Row step = step(any, old, fresh);
      String land = landBetween(evidence, answers, old, fresh);
      rows.add(
          land.isEmpty()
              ? step.with(recorded(evidence, any, old, fresh))
              : step(any, step.first(), step.last(), step.n(), "no step: not the same land: " + land));
    }
    return rows.stream();
  }

  /** Names the changes of recording from the start of one series to the end of another. */
  private static String recorded(Evidence evidence, IndicatorValue any, AreaSeries one, AreaSeries other) {
    Period last = other.periods().get(other.periods().size() - 1);
    return evidence.recordingBreaks(any.indicator(), any.geography(), one.periods().get(0), last);
  }

  /** Explains why the last period of one series and the first of another are of different land; empty if they are not. */
  private static String landBetween(
      Evidence evidence, NavigableMap<Period, IndicatorValue> answers, AreaSeries one, AreaSeries other) {
    IndicatorValue last = answers.get(one.periods().get(one.periods().size() - 1));
    IndicatorValue first = answers.get(other.periods().get(0));
    return last == null || first == null ? "" : evidence.breakBetween(last, first);
  }

  private static Row trend(IndicatorValue any, Era era, AreaSeries series) {
    int cycle = series.cycle();
    Known known = Known.of(series);
    boolean whole = known.n() >= cycle;
    double first = whole ? known.head(cycle).mean() : Double.NaN;
    double last = whole ? known.tail(cycle).mean() : Double.NaN;
    double growth = known.n() < 2 * cycle ? Double.NaN : 100 * (last / first - 1);
    AreaSeries.Adjusted adjusted = series.adjusted();
    SeriesKey key = SeriesKey.of(any);
    if (known.n() < Math.max(2 * cycle, 10)) {
      return new Row(
          key, era, known.start(), known.end(), known.n(), first, last, growth, Double.NaN, Interval.NONE, Double.NaN,
          Double.NaN, "", "", "fewer than two whole years, or fewer than ten values");
    }
    MannKendall seasonal = MannKendall.seasonal(series.values(), cycle);
    MannKendall corrected = MannKendall.hamedRao(adjusted.values());
    return new Row(
        key, era, known.start(), known.end(), known.n(), first, last, growth, corrected.line().slope() * cycle,
        new Interval(corrected.line().lower95() * cycle, corrected.line().upper95() * cycle), seasonal.p(),
        corrected.p(), corrected.trend().text(),
        "Theil-Sen and Hamed-Rao, " + adjusted.method(),
        first == 0 ? "the first year's mean is zero: no growth in per cent" : "");
  }

  /** Compares the last year before with the first year after, where neither is more than a year from the break. */
  private static Row step(IndicatorValue any, AreaSeries before, AreaSeries after) {
    int cycle = before.cycle();
    Known old = Known.of(before);
    Known fresh = Known.of(after);
    int n = old.n() + fresh.n();
    if (old.n() < cycle || fresh.n() < cycle) {
      return step(any, old.start(), fresh.end(), n, "less than a whole year on one side");
    }
    Known last = old.tail(cycle);
    Known first = fresh.head(cycle);
    if (last.periods().get(0).start().isBefore(Era.PANDEMIC.minusYears(2))) {
      return step(
          any, last.start(), first.end(), n, "no step: the last year with values before March 2020 is " + last.label());
    }
    if (!first.periods().get(cycle - 1).end().isBefore(Era.AFTERWARDS.plusYears(2))) {
      return step(
          any, last.start(), first.end(), n,
          "no step: the first year with values after April 2021 is " + first.label());
    }
    double mean = last.mean();
    return new Row(
        SeriesKey.of(any), Era.ACROSS, last.start(), first.end(), n, mean, first.mean(),
        100 * (first.mean() / mean - 1), Double.NaN, Interval.NONE, Double.NaN, Double.NaN, "",
        "mean of %s on mean of %s: a step, not a trend".formatted(first.label(), last.label()),
        mean == 0 ? "the mean before is zero: no growth in per cent" : "");
  }

  /** Returns a step without a number. */
  private static Row step(IndicatorValue any, LocalDate first, LocalDate last, int n, String why) {
    return new Row(
        SeriesKey.of(any), Era.ACROSS, first, last, n, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Interval.NONE,
        Double.NaN, Double.NaN, "", "", why);
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

    /** Returns the first day; null where no value is known. */
    LocalDate start() {
      return periods.isEmpty() ? null : periods.get(0).start();
    }

    /** Returns the last day; null where no value is known. */
    LocalDate end() {
      return periods.isEmpty() ? null : periods.get(n() - 1).end();
    }

    String label() {
      return start() + " to " + end();
    }
  }
}
