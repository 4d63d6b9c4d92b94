package uk.footprints.report.variation;

import static uk.footprints.table.Field.whole;

import java.util.ArrayList;
import java.util.List;
import uk.footprints.indicator.IndicatorValue;
import uk.footprints.period.Period;
import uk.footprints.report.BasisColumn;
import uk.footprints.report.Evidence;
import uk.footprints.report.Report;
import uk.footprints.report.ReportHead;
import uk.footprints.report.ReportPeriod;
import uk.footprints.statistics.Confidence;
import uk.footprints.statistics.Interval;
import uk.footprints.statistics.Regression;
import uk.footprints.table.Column;
import uk.footprints.table.RecordTable;

/** Reports which characteristics of areas are related to rates of events, and how much they explain. */
public final class Drivers implements Report<Drivers.Row> {

  /** A row: indicator x geography x characteristic of areas x financial year. */
  public record Row(
      @Column(value = "As in describe.", required = true) String indicator,
      @Column(value = "As in areas.", required = true) String geography,
      @ReportPeriod Period period,
      @BasisColumn String basis,
      @Column(value = "The characteristic.", required = true) String term,
      @Column("One standard deviation of it between areas (of the logarithm of density).") double deviation,
      @Column("The ratio of rates for one standard deviation more.") double rateRatio,
      @Column(name = "lower_95", value = "Its lower limit, by Student's t with n less all terms and the constant.")
      @Column(name = "upper_95", value = "Its upper limit.")
      Interval at95,
      @Column("The logarithm of the ratio.") double coefficient,
      @Column("Its standard error, times the square root of phi.") double standardError,
      @Column(value = "Share of the null deviance that all terms together explain.", unit = "0 to 1") double explained,
      @Column("Pearson's chi-square over degrees of freedom: 1 by chance alone.") double phi,
      @Column(value = "Areas.", unit = "areas") int n,
      @Column("How.") String method,
      @Column("Why there is none.") String reason) {}

  private static final RecordTable<Row> TABLE =
      RecordTable.of(
          "drivers", "indicator x geography x characteristic of areas x financial year",
          Row.class, "indicator", "geography", "period_start", "term", "basis");

  private static final ReportHead<Row> HEAD =
      ReportHead.of(TABLE, "Which characteristics of areas are related to higher rates, and how much do they explain?")
          .withExcerpts(AreaDeprivation.SMALL_AREAS, AreaDeprivation.GROUPS, AreaDeprivation.LOOKUPS)
          .withMap();

  @Override
  public ReportHead<Row> head() {
    return HEAD;
  }

  @Override
  public List<Row> rows(Evidence evidence) {
    List<Row> rows = new ArrayList<>();
    for (AreaModel model : AreaModel.all(evidence)) {
      for (int term = 0; term < model.terms().size(); term++) {
        rows.add(row(model, term));
      }
    }
    return rows;
  }

  private static Row row(AreaModel model, int term) {
    IndicatorValue any = model.any();
    String name = model.terms().get(term);
    double deviation = model.deviations()[term];
    Regression fit = model.fit();
    if (fit == null) {
      return new Row(
          any.indicator(), any.geography(), any.period(), any.basis(), name, deviation, Double.NaN, Interval.NONE,
          Double.NaN, Double.NaN, Double.NaN, Double.NaN, model.areas().size(), "quasi-Poisson", model.reason());
    }
    Interval limits = fit.limits(term + 1, Confidence.P95, model.areas().size() - model.terms().size() - 1);
    double coefficient = fit.coefficients()[term + 1];
    return new Row(
        any.indicator(), any.geography(), any.period(), any.basis(), name, deviation, Math.exp(coefficient),
        new Interval(Math.exp(limits.lower()), Math.exp(limits.upper())), coefficient, fit.errors()[term + 1],
        fit.explained(), fit.phi(), model.areas().size(),
        "quasi-Poisson with limits by t, people as offset; few areas and correlated terms: no causal conclusions", "");
  }
}
