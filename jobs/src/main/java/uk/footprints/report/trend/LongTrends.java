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
 * Where each series goes in the long run, before and after March 2020 apart: Theil and Sen's slope, the seasonal
 * Mann-Kendall test, and Hamed and Rao's for autocorrelation on the adjusted series; and the step across.
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
              date("first", "First day of the series in this era."),
              date("last", "Last day."),
              whole("n", "Months or quarters that are there.", "periods"),
              number("first_year_mean", "Mean of the first four quarters or twelve months that are there.", ""),
              number("last_year_mean", "Mean of the last.", ""),
              number("growth_pct", "The one on the other.", "%"),
              number("slope_per_year", "Theil and Sen's slope of the seasonally adjusted series.", "value a year"),
              number("slope_lower_95", "Its lower limit, which takes months for independent.", "value a year"),
              number("slope_upper_95", "Its upper limit.", "value a year"),
              number("p_seasonal", "Seasonal Mann-Kendall (Hirsch and others 1982).", "probability"),
              number("p_autocorrelation", "Mann-Kendall of the adjusted series, Hamed and Rao 1998.", "probability"),
              text("trend", "increasing, decreasing or no trend, by Hamed and Rao's test at 5%."),
              text("method", "How."),
              text("reason", "Why there is none.")));

  @Override
  public String question() {
    return "Where does it go in the long run, before and after March 2020?";
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
    double[] known = known(series);
    double first = known.length < cycle ? Double.NaN : Means.mean(Arrays.copyOf(known, cycle));
    double last =
        known.length < cycle
            ? Double.NaN
            : Means.mean(Arrays.copyOfRange(known, known.length - cycle, known.length));
    double growth = known.length < 2 * cycle ? Double.NaN : 100 * (last / first - 1);
    AreaSeries.Adjusted adjusted = series.adjusted();
    List<Object> head =
        List.of(
            ReportColumns.series(any), era.id(), series.periods().get(0).start(),
            series.periods().get(series.periods().size() - 1).end(), known.length, first, last, growth);
    if (known.length < Math.max(2 * cycle, 10)) {
      return ReportColumns.row(
          head, null, null, null, null, null, null, null, "fewer than two whole years, or fewer than ten values");
    }
    MannKendall seasonal = MannKendall.seasonal(series.values(), cycle);
    MannKendall corrected = MannKendall.hamedRao(adjusted.values());
    return ReportColumns.row(
        head, corrected.line().slope() * cycle, corrected.line().lower95() * cycle,
        corrected.line().upper95() * cycle, seasonal.p(), corrected.p(), corrected.trend().text(),
        "Theil-Sen and Hamed-Rao, " + adjusted.method(), "");
  }

  /** The last year before on the first year after. */
  private static Object[] step(IndicatorValue any, AreaSeries before, AreaSeries after) {
    int cycle = before.cycle();
    double[] old = known(before);
    double[] fresh = known(after);
    boolean whole = old.length >= cycle && fresh.length >= cycle;
    double first = whole ? Means.mean(Arrays.copyOfRange(old, old.length - cycle, old.length)) : Double.NaN;
    double last = whole ? Means.mean(Arrays.copyOf(fresh, cycle)) : Double.NaN;
    return ReportColumns.row(
        ReportColumns.series(any), Era.ACROSS.id(), before.periods().get(before.periods().size() - 1).start(),
        after.periods().get(0).end(), old.length + fresh.length, first, last, 100 * (last / first - 1), null, null,
        null, null, null, null, "mean of the last whole year before on the first after: a step, no trend",
        whole ? "" : "less than a whole year on one side");
  }

  private static double[] known(AreaSeries series) {
    return Arrays.stream(series.values()).filter(v -> !Double.isNaN(v)).toArray();
  }
}
