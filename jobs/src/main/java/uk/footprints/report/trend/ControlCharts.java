package uk.footprints.report.trend;

import static uk.footprints.table.Field.key;
import static uk.footprints.table.Field.number;
import static uk.footprints.table.Field.text;
import static uk.footprints.table.Field.whole;

import java.util.ArrayList;
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
import uk.footprints.statistics.ProcessControl.Improvement;
import uk.footprints.statistics.ProcessControl;
import uk.footprints.table.Table;

/**
 * Which months are more than chance: XmR charts of seasonally adjusted series, each era with limits of its own. Rules
 * of Making Data Count (2023). A missing month breaks runs and trends.
 */
public final class ControlCharts implements Report {

  private static final Table TABLE =
      new Table(
          "spc",
          "indicator x area x month or quarter, on a control chart",
          List.of("indicator", "geography", "area_code", "period_start", "period_end", "basis"),
          ReportColumns.of(
              ReportColumns.SERIES,
              ReportColumns.PERIOD,
              key("era", "before (to February 2020), across (to March 2021) or after: each has limits of its own."),
              number("value", "The value as in indicators; of events, for a month of average length.", ""),
              number("adjusted", "The same without its season, where there are two whole years.", ""),
              number("mean", "Centre line of the adjusted values.", ""),
              number("lower_limit", "Lower limit: the mean less 2.66 mean moving ranges.", ""),
              number("upper_limit", "Upper limit.", ""),
              text("special_cause", "The rule that the point breaks; Common Cause where none."),
              text("variation", "The same with the indicator's direction: improvement, concern, neutral or common."),
              text("method", "How the chart was made."),
              whole("n", "Points on this chart that are there.", "points"),
              text("reason", "Why the value is absent, or what to mind: few points, gaps.")));

  @Override
  public String question() {
    return "Which months are more than chance?";
  }

  @Override
  public Table table() {
    return TABLE;
  }

  @Override
  public List<Object[]> rows(Evidence evidence) {
    return evidence.bySeries(ControlCharts::chart);
  }

  /** Which way is better. */
  static Improvement improvement(Indicator indicator) {
    return switch (indicator.direction()) {
      case HIGHER_IS_BETTER -> Improvement.INCREASE;
      case LOWER_IS_BETTER -> Improvement.DECREASE;
      case NEITHER -> Improvement.NEUTRAL;
    };
  }

  private static Stream<Object[]> chart(Indicator indicator, NavigableMap<Period, IndicatorValue> answers) {
    AreaSeries all = AreaSeries.of(indicator, answers);
    List<Object[]> rows = new ArrayList<>();
    for (Era era : Era.values()) {
      AreaSeries series = all.in(era);
      AreaSeries.Adjusted adjusted = series.adjusted();
      ProcessControl.Chart chart =
          ProcessControl.chart(adjusted.values(), ProcessControl.Settings.of(improvement(indicator)));
      String mind = String.join("; ", chart.warnings());
      for (int i = 0; i < series.periods().size(); i++) {
        Period period = series.periods().get(i);
        ProcessControl.Point point = chart.points().get(i);
        IndicatorValue answer = answers.get(period);
        boolean there = !Double.isNaN(series.values()[i]);
        String missing = answer == null ? "no figures for this period" : answer.reason();
        rows.add(
            ReportColumns.row(
                ReportColumns.series(answers.firstEntry().getValue()), period, era.id(), series.values()[i], point.value(),
                point.mean(), point.lower(), point.upper(), there ? point.cause().label() : "",
                there ? point.variation().text() : "", "XmR, " + adjusted.method(), series.known(),
                there ? mind : missing));
      }
    }
    return rows.stream();
  }
}
