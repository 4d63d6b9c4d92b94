package uk.footprints.report.variation;

import static uk.footprints.table.Field.number;
import static uk.footprints.table.Field.text;

import java.util.ArrayList;
import java.util.List;
import uk.footprints.indicator.IndicatorValue;
import uk.footprints.report.Evidence;
import uk.footprints.report.Report;
import uk.footprints.report.ReportColumns;
import uk.footprints.statistics.Confidence;
import uk.footprints.statistics.Estimate;
import uk.footprints.statistics.Funnels;
import uk.footprints.statistics.IndirectlyStandardised;
import uk.footprints.statistics.Interval;
import uk.footprints.statistics.Overdispersion.Scale;
import uk.footprints.statistics.Overdispersion.Trim;
import uk.footprints.statistics.Overdispersion;
import uk.footprints.statistics.Significance;
import uk.footprints.table.Table;

/** Reports how far areas differ from the model of drivers: observed over fitted, with limits that allow for phi. */
public final class ModelResiduals implements Report {

  private static final Table TABLE =
      new Table(
          "unexplained",
          "indicator x area, latest whole year: observed compared with the model of drivers",
          List.of("indicator", "geography", "area_code", "period_start", "basis"),
          ReportColumns.of(
              ReportColumns.SERIES,
              ReportColumns.PERIOD,
              number("observed", "Events.", ""),
              number("fitted", "What the model expects.", ""),
              number("ratio", "Observed over fitted.", ""),
              number("lower_95", "Lower limit of the ratio.", ""),
              number("upper_95", "Upper limit.", ""),
              number("lower_998", "Lower 99.8% limit.", ""),
              number("upper_998", "Upper 99.8% limit.", ""),
              text("place", "Low, High or not, against limits with the usual difference between areas."),
              text("method", "How."),
              text("reason", "Why there is none.")));

  @Override
  public String question() {
    return "Which areas differ from what their characteristics explain?";
  }

  @Override
  public Table table() {
    return TABLE;
  }

  @Override
  public boolean mapped() {
    return true;
  }

  @Override
  public List<Object[]> rows(Evidence evidence) {
    List<Object[]> rows = new ArrayList<>();
    for (AreaModel model : AreaModel.all(evidence)) {
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

  private static void add(List<Object[]> rows, AreaModel model) {
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
          ReportColumns.row(
              ReportColumns.series(a), a.period(), observed[i], fitted[i], ratio.value(), ratio.limits(Confidence.P95),
              ratio.limits(Confidence.P998), Double.isNaN(spread.tau2()) ? "" : place.label(),
              ratio.method() + "; place by overdispersed limits", ratio.reason()));
    }
  }
}
