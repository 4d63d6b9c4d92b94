package uk.footprints.report.variation;

import java.util.ArrayList;
import java.util.List;
import uk.footprints.indicator.IndicatorValue;
import uk.footprints.period.Period;
import uk.footprints.report.Evidence;
import uk.footprints.report.Report;
import uk.footprints.report.ReportHead;
import uk.footprints.report.ReportPeriod;
import uk.footprints.report.SeriesKey;
import uk.footprints.statistics.Confidence;
import uk.footprints.statistics.Estimate;
import uk.footprints.statistics.Funnels;
import uk.footprints.statistics.IndirectlyStandardised;
import uk.footprints.statistics.Interval;
import uk.footprints.statistics.Overdispersion;
import uk.footprints.statistics.Overdispersion.Scale;
import uk.footprints.statistics.Overdispersion.Trim;
import uk.footprints.statistics.Significance;
import uk.footprints.table.Column;
import uk.footprints.table.RecordTable;

/** Reports how far areas differ from the model of drivers: observed over fitted, with limits that allow for phi. */
public final class ModelResiduals implements Report<ModelResiduals.Row> {

  /** A row: indicator x area, latest whole year: observed compared with the model of drivers. */
  public record Row(
      SeriesKey series,
      @ReportPeriod Period period,
      @Column("Events.") double observed,
      @Column("What the model expects.") double fitted,
      @Column("Observed over fitted.") double ratio,
      @Column(name = "lower_95", value = "Lower limit of the ratio.")
      @Column(name = "upper_95", value = "Upper limit.")
      Interval at95,
      @Column(name = "lower_998", value = "Lower 99.8% limit.")
      @Column(name = "upper_998", value = "Upper 99.8% limit.")
      Interval at998,
      @Column("Low, High or not, against limits with the usual difference between areas.") String place,
      @Column("How.") String method,
      @Column("Why there is none.") String reason) {}

  private static final RecordTable<Row> TABLE =
      RecordTable.of(
          "unexplained", "indicator x area, latest whole year: observed compared with the model of drivers",
          Row.class, "indicator", "geography", "area_code", "period_start", "basis");

  private static final ReportHead<Row> HEAD =
      ReportHead.of(TABLE, "Which areas differ from what their characteristics explain?")
          .withExcerpts(AreaDeprivation.SMALL_AREAS, AreaDeprivation.GROUPS, AreaDeprivation.LOOKUPS)
          .withMap();

  @Override
  public ReportHead<Row> head() {
    return HEAD;
  }

  @Override
  public List<Row> rows(Evidence evidence) {
    List<Row> rows = new ArrayList<>();
    for (AreaModel model : AreaModel.latest(evidence)) {
      if (model.fit() != null) {
        add(rows, model);
      }
    }
    return rows;
  }

  /** Returns the limits of a ratio with the usual difference between areas, at least as wide as by chance alone. */
  static Interval limits(double fitted, double tau2, Confidence confidence) {
    return Scale.LOG_RATIO.limits(1, fitted, tau2, confidence).with(Funnels.rate(1, fitted, 1, confidence));
  }

  private static void add(List<Row> rows, AreaModel model) {
    double[] observed = model.areas().stream().mapToDouble(IndicatorValue::numerator).toArray();
    double[] fitted = model.fit().fitted();
    Overdispersion spread = Overdispersion.of(Scale.LOG_RATIO, observed, fitted, 1, Trim.TRUNCATED, 0.1);
    for (int i = 0; i < observed.length; i++) {
      IndicatorValue a = model.areas().get(i);
      Estimate ratio = IndirectlyStandardised.ratio(observed[i], fitted[i], 1);
      Significance place =
          Significance.ofFunnel(
              ratio.value(), limits(fitted[i], spread.tau2(), Confidence.P95),
              limits(fitted[i], spread.tau2(), Confidence.P998));
      rows.add(
          new Row(
              SeriesKey.of(a), a.period(), observed[i], fitted[i], ratio.value(), ratio.limits(Confidence.P95),
              ratio.limits(Confidence.P998), Double.isNaN(spread.tau2()) ? "" : place.label(),
              ratio.method() + "; place by overdispersed limits", ratio.reason()));
    }
  }
}
