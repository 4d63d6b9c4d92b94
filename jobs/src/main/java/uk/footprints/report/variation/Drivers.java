package uk.footprints.report.variation;

import static uk.footprints.table.Field.key;
import static uk.footprints.table.Field.number;
import static uk.footprints.table.Field.text;
import static uk.footprints.table.Field.whole;

import java.util.ArrayList;
import java.util.List;
import uk.footprints.report.Evidence;
import uk.footprints.report.Report;
import uk.footprints.report.ReportColumns;
import uk.footprints.statistics.Confidence;
import uk.footprints.statistics.Interval;
import uk.footprints.statistics.Regression;
import uk.footprints.table.Table;

/** Reports which characteristics of areas are related to rates of events, and how much they explain. */
public final class Drivers implements Report {

  private static final Table TABLE =
      new Table(
          "drivers",
          "indicator x geography x characteristic of areas, latest whole year",
          List.of("indicator", "geography", "period_start", "term", "basis"),
          ReportColumns.of(
              key("indicator", "As in describe."),
              key("geography", "As in areas."),
              ReportColumns.PERIOD,
              ReportColumns.BASIS,
              key("term", "The characteristic."),
              number("deviation", "One standard deviation of it between areas (of the logarithm of density).", ""),
              number("rate_ratio", "The ratio of rates for one standard deviation more.", ""),
              number("lower_95", "Its lower limit, by Student's t with n less all terms and the constant.", ""),
              number("upper_95", "Its upper limit.", ""),
              number("coefficient", "The logarithm of the ratio.", ""),
              number("standard_error", "Its standard error, times the square root of phi.", ""),
              number("explained", "Share of the null deviance that all terms together explain.", "0 to 1"),
              number("phi", "Pearson's chi-square over degrees of freedom: 1 by chance alone.", ""),
              whole("n", "Areas.", "areas"),
              text("method", "How."),
              text("reason", "Why there is none.")));

  @Override
  public String question() {
    return "Which characteristics of areas are related to higher rates?";
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
      for (int term = 0; term < model.terms().size(); term++) {
        rows.add(row(model, term));
      }
    }
    return rows;
  }

  private static Object[] row(AreaModel model, int term) {
    List<Object> head =
        List.of(
            model.any().indicator(), model.any().geography(), model.any().period(), model.any().basis(),
            model.terms().get(term), model.deviations()[term]);
    Regression fit = model.fit();
    if (fit == null) {
      return ReportColumns.row(
          head, null, null, null, null, null, null, null, model.areas().size(), "quasi-Poisson", model.reason());
    }
    Interval limits = fit.limits(term + 1, Confidence.P95, model.areas().size() - model.terms().size() - 1);
    double coefficient = fit.coefficients()[term + 1];
    return ReportColumns.row(
        head, Math.exp(coefficient), Math.exp(limits.lower()), Math.exp(limits.upper()), coefficient,
        fit.errors()[term + 1], fit.explained(), fit.phi(), model.areas().size(),
        "quasi-Poisson with limits by t, people as offset; few areas and correlated terms: no causal conclusions", "");
  }
}
