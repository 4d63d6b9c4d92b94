package uk.footprints.report.variation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import uk.footprints.indicator.Indicator;
import uk.footprints.indicator.IndicatorValue;
import uk.footprints.period.Period;
import uk.footprints.period.PeriodKind;
import uk.footprints.report.BasisColumn;
import uk.footprints.report.Evidence;
import uk.footprints.report.Report;
import uk.footprints.report.ReportPeriod;
import uk.footprints.statistics.Variation;
import uk.footprints.table.Column;
import uk.footprints.table.RecordTable;

/** Reports by how much areas differ, by several measures, and which areas are left out for missing returns. */
public final class VariationSummary implements Report<VariationSummary.Row> {

  /** A row: indicator x geography x period: how far areas differ. */
  public record Row(
      @Column(value = "As in describe.", required = true) String indicator,
      @Column(value = "As in areas.", required = true) String geography,
      @ReportPeriod Period period,
      @BasisColumn String basis,
      @Column(value = "Areas compared.", unit = "areas") int n,
      @Column("The value of all areas together.") double countryValue,
      @Column("Systematic component of variation (Diehr 1990), not below 0; of events only.") double scv,
      @Column("Systematic component of variation on logarithms (McPherson 1982).") double scvMcpherson,
      @Column("The highest ratio to the country over the lowest.") double highestOverLowest,
      @Column(name = "p95_over_p5", value = "The 95th percentile over the 5th (type 7).") double p95OverP5,
      @Column(name = "p90_over_p10", value = "The 90th over the 10th.") double p90OverP10,
      @Column(name = "p75_over_p25", value = "The 75th over the 25th.") double p75OverP25,
      @Column("Coefficient of variation, areas counting the same.") double cv,
      @Column("Coefficient of variation, areas counting by their size.") double cvWeighted,
      @Column("Of observed and expected events, n - 1 degrees of freedom; of events only.") double chiSquare,
      @Column(value = "Probability of that chi-square or more.", unit = "probability") double p,
      @Column("As in variation.") double phi,
      @Column(name = "tau2", value = "As in variation.") double tau2,
      @Column(value = "Areas that cannot be compared.", unit = "areas") int areasLeftOut,
      @Column("The areas that cannot be compared.") String leftOut,
      @Column("How.") String method,
      @Column("Why there is none, or caveats.") String reason) {}

  private static final RecordTable<Row> TABLE =
      RecordTable.of(
          "spread", "indicator x geography x period: how far areas differ",
          Row.class, "indicator", "geography", "period_start", "period_end", "basis");

  @Override
  public String question() {
    return "By how much do areas differ, beyond chance?";
  }

  @Override
  public RecordTable<Row> recordTable() {
    return TABLE;
  }

  @Override
  public List<String> geographies() {
    return List.of("country");
  }

  @Override
  public List<Row> rows(Evidence evidence) {
    List<Row> rows = new ArrayList<>();
    for (Indicator indicator : evidence.indicators()) {
      for (String geography : evidence.geographies(indicator.id())) {
        if (!geography.equals("country")) {
          evidence
              .byPeriod(indicator.id(), geography)
              .forEach(
                  (period, answers) -> {
                    if (period.kind() == PeriodKind.FINANCIAL_YEAR) {
                      rows.add(row(evidence, indicator, answers));
                    }
                  });
        }
      }
    }
    return rows;
  }

  private static Row row(Evidence evidence, Indicator indicator, List<IndicatorValue> answers) {
    ComparableAreas compared = ComparableAreas.of(evidence, indicator, answers);
    List<IndicatorValue> areas = compared.areas();
    Variation spread =
        Variation.of(
            areas.stream().mapToDouble(IndicatorValue::numerator).toArray(),
            areas.stream().mapToDouble(a -> a.denominator() * compared.country()).toArray());
    boolean events = indicator.method() == Indicator.Method.RATE;
    List<IndicatorValue> out =
        answers.stream().filter(a -> !a.comparable() && !a.areaCode().equals(IndicatorValue.UNASSIGNED)).toList();
    IndicatorValue any = answers.get(0);
    return new Row(
        any.indicator(), any.geography(), any.period(), any.basis(), areas.size(),
        compared.country() * any.multiplier(),
        events ? spread.systematic() : Double.NaN, events ? spread.mcpherson() : Double.NaN,
        spread.highestOverLowest(), spread.p95OverP5(), spread.p90OverP10(), spread.p75OverP25(),
        spread.unweighted(), spread.weighted(), events ? spread.chiSquare() : Double.NaN,
        events ? spread.p() : Double.NaN, compared.spreads() ? compared.overdispersion().phi() : Double.NaN,
        compared.spreads() ? compared.overdispersion().tau2() : Double.NaN, out.size(),
        out.stream().map(a -> a.areaCode() + " " + a.areaName()).collect(Collectors.joining("; ")),
        "ratios of areas to all together", reason(indicator, spread, events));
  }

  private static String reason(Indicator indicator, Variation spread, boolean events) {
    if (events || Double.isNaN(spread.unweighted())) {
      return spread.reason();
    }
    return indicator.method() == Indicator.Method.PROPORTION
        ? "a proportion: no systematic component by counts of events"
        : "a ratio of averages: chance is not known";
  }
}
