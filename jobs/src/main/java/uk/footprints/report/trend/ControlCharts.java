package uk.footprints.report.trend;

import static uk.footprints.table.Field.number;
import static uk.footprints.table.Field.text;
import static uk.footprints.table.Field.whole;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.footprints.indicator.Indicator;
import uk.footprints.indicator.IndicatorValue;
import uk.footprints.period.Period;
import uk.footprints.report.AreaSeries;
import uk.footprints.report.Era;
import uk.footprints.report.Evidence;
import uk.footprints.report.Report;
import uk.footprints.report.ReportHead;
import uk.footprints.report.ReportPeriod;
import uk.footprints.report.SeriesKey;
import uk.footprints.statistics.ProcessControl;
import uk.footprints.statistics.ProcessControl.Improvement;
import uk.footprints.table.Column;
import uk.footprints.table.RecordTable;

/**
 * Reports which months differ from the level of their series, or from its line where it has a trend. It uses XmR charts
 * of seasonally adjusted series with separate limits for each era and on each side of a change of land, and the rules of
 * Making Data Count (2023). A missing month ends a run.
 */
public final class ControlCharts implements Report<ControlCharts.Row> {

  /** Above this share of special causes, limits say little about any one month. */
  private static final double MANY = 0.25;

  /** A row: indicator x area x month or quarter, on a control chart. */
  public record Row(
      SeriesKey series,
      @ReportPeriod Period period,
      @Column(
          value = "before (to February 2020), across (to March 2021) or after: each has its own limits.",
          required = true)
      Era era,
      @Column("The value as in indicators; for events, scaled to a month of average length.") double value,
      @Column("The seasonally adjusted value, where there are two whole years.") double adjusted,
      @Column("Centre of the adjusted values: a level, or a line where there is a trend.") double mean,
      @Column("Lower limit: mean less 2.66 mean moving ranges of what is left of the line.") double lowerLimit,
      @Column("Upper limit.") double upperLimit,
      @Column("The rule that the point breaks; Common Cause where none.") String specialCause,
      @Column("The special cause by direction: improvement, concern, neutral or common.") String variation,
      @Column("How the chart was made.") String method,
      @Column(value = "Points on this chart with a value.", unit = "points") int n,
      @Column("Why the value is absent, or caveats: few points, gaps, many special causes.") String reason,
      @Column("level, or line: the series has a trend by Hamed and Rao's test, and limits follow it.") String centre,
      @Column(value = "Slope of the line (Theil and Sen); absent for a level.", unit = "value a year")
      double slopePerYear,
      @Column(value = "Share of the points of this chart that are special causes.", unit = "0 to 1")
      double specialShare,
      @Column("First day of the chart: of the era, or of the land that the area has had since.") LocalDate chartStart) {}

  /** The table {@code spc}. */
  public static final RecordTable<Row> TABLE =
      RecordTable.of(
          "spc", "indicator x area x month or quarter, on a control chart",
          Row.class, "indicator", "geography", "area_code", "period_start", "period_end", "basis");

  private static final ReportHead<Row> HEAD =
      ReportHead.of(TABLE, "Which months differ from the level or the trend of their series by more than chance?");

  @Override
  public ReportHead<Row> head() {
    return HEAD;
  }

  @Override
  public List<Row> rows(Evidence evidence) {
    return evidence.bySeries((indicator, answers) -> charts(evidence, indicator, answers));
  }

  /** Returns the direction in which the indicator improves. */
  static Improvement improvement(Indicator indicator) {
    return switch (indicator.direction()) {
      case HIGHER_IS_BETTER -> Improvement.INCREASE;
      case LOWER_IS_BETTER -> Improvement.DECREASE;
      case NEITHER -> Improvement.NEUTRAL;
    };
  }

  /** Returns the share of the points that are special causes; not a number where there is no point. */
  private static double share(ProcessControl.Chart chart) {
    List<ProcessControl.Point> there = chart.points().stream().filter(p -> !Double.isNaN(p.value())).toList();
    long special = there.stream().filter(p -> p.cause() != ProcessControl.Cause.COMMON).count();
    return there.isEmpty() ? Double.NaN : (double) special / there.size();
  }

  private static String caveats(ProcessControl.Chart chart, double share) {
    List<String> all = new ArrayList<>(chart.warnings());
    if (share > MANY) {
      all.add("%.0f%% of the points are special causes: the series is not a stable process".formatted(100 * share));
    }
    return String.join("; ", all);
  }

  private static Stream<Row> charts(
      Evidence evidence, Indicator indicator, NavigableMap<Period, IndicatorValue> answers) {
    AreaSeries all = AreaSeries.of(indicator, answers);
    List<Row> rows = new ArrayList<>();
    for (Era era : Era.values()) {
      AreaSeries series = all.in(era);
      if (!series.periods().isEmpty()) {
        series.pieces(evidence, answers).forEach(piece -> chart(rows, evidence, indicator, answers, era, piece));
      }
    }
    return rows.stream();
  }

  private static void chart(
      List<Row> rows, Evidence evidence, Indicator indicator, NavigableMap<Period, IndicatorValue> answers, Era era,
      AreaSeries.Piece piece) {
    AreaSeries series = piece.series();
    AreaSeries.Adjusted adjusted = series.adjusted();
    TrendLine line = TrendLine.of(adjusted.values(), series.known(), series.cycle());
    ProcessControl.Chart chart =
        ProcessControl.chart(line.without(adjusted.values()), ProcessControl.Settings.of(improvement(indicator)));
    double share = share(chart);
    IndicatorValue any = answers.firstEntry().getValue();
    List<Period> periods = series.periods();
    String recorded =
        evidence.recordingBreaks(indicator.id(), any.geography(), periods.get(0), periods.get(periods.size() - 1));
    String caveats =
        Stream.of(caveats(chart, share), piece.reason().isEmpty() ? "" : "chart " + piece.reason(), recorded)
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining("; "));
    String method = "XmR%s, %s".formatted(line.present() ? " around a line" : "", adjusted.method());
    double slope = line.present() ? line.slope() * series.cycle() : Double.NaN;
    for (int i = 0; i < periods.size(); i++) {
      Period period = periods.get(i);
      ProcessControl.Point point = chart.points().get(i);
      IndicatorValue answer = answers.get(period);
      boolean there = !Double.isNaN(series.values()[i]);
      String missing = answer == null ? "no figures for this period" : answer.reason();
      rows.add(
          new Row(
              SeriesKey.of(any), period, era, series.values()[i],
              adjusted.values()[i], point.mean() + line.at(i), point.lower() + line.at(i),
              point.upper() + line.at(i), there ? point.cause().label() : "",
              there ? point.variation().text() : "", method, series.known(), there ? caveats : missing,
              line.present() ? "line" : "level", slope, share, periods.get(0).start()));
    }
  }
}
