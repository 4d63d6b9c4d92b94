package uk.footprints.report.variation;

import static uk.footprints.table.Field.key;
import static uk.footprints.table.Field.number;
import static uk.footprints.table.Field.text;
import static uk.footprints.table.Field.whole;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.footprints.area.Geography;
import uk.footprints.indicator.Indicator;
import uk.footprints.indicator.IndicatorValue;
import uk.footprints.period.PeriodKind;
import uk.footprints.report.Evidence;
import uk.footprints.report.Report;
import uk.footprints.report.ReportColumns;
import uk.footprints.statistics.Variation;
import uk.footprints.table.Table;

/** Reports by how much areas differ, by several measures, and which areas are left out for missing returns. */
public final class VariationSummary implements Report {

  private static final Table TABLE =
      new Table(
          "spread",
          "indicator x geography x period: how far areas differ",
          List.of("indicator", "geography", "period_start", "period_end", "basis"),
          ReportColumns.of(
              key("indicator", "As in describe."),
              key("geography", "As in areas."),
              ReportColumns.PERIOD,
              ReportColumns.BASIS,
              whole("n", "Areas compared.", "areas"),
              number("country_value", "All complete areas together: not England's own value where reason says so.", ""),
              number("scv", "Systematic component of variation (Diehr 1990), not below 0; of events only.", ""),
              number("scv_mcpherson", "Systematic component of variation on logarithms (McPherson 1982).", ""),
              number("highest_over_lowest", "The highest ratio to the country over the lowest.", ""),
              number("p95_over_p5", "The 95th percentile over the 5th (type 7).", ""),
              number("p90_over_p10", "The 90th over the 10th.", ""),
              number("p75_over_p25", "The 75th over the 25th.", ""),
              number("cv", "Coefficient of variation, areas counting the same.", ""),
              number("cv_weighted", "Coefficient of variation, areas counting by their size.", ""),
              number("chi_square", "Of observed and expected events, n - 1 degrees of freedom; of events only.", ""),
              number("p", "Probability of that chi-square or more.", "probability"),
              number("phi", "As in variation.", ""),
              number("tau2", "As in variation.", ""),
              whole("areas_left_out", "Areas that cannot be compared.", "areas"),
              text("left_out", "The areas that cannot be compared."),
              text("method", "How."),
              text("reason", "Why there is none, or caveats.")));

  @Override
  public String question() {
    return "By how much do areas differ, beyond chance?";
  }

  @Override
  public Table table() {
    return TABLE;
  }

  @Override
  public List<String> geographies() {
    return List.of("country");
  }

  @Override
  public List<Object[]> rows(Evidence evidence) {
    List<Object[]> rows = new ArrayList<>();
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

  private static Object[] row(Evidence evidence, Indicator indicator, List<IndicatorValue> answers) {
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
    return ReportColumns.row(
        any.indicator(), any.geography(), any.period(), any.basis(), areas.size(),
        compared.country() * any.multiplier(),
        events ? spread.systematic() : Double.NaN, events ? spread.mcpherson() : Double.NaN,
        spread.highestOverLowest(), spread.p95OverP5(), spread.p90OverP10(), spread.p75OverP25(),
        spread.unweighted(), spread.weighted(), events ? spread.chiSquare() : Double.NaN,
        events ? spread.p() : Double.NaN, compared.spreads() ? compared.overdispersion().phi() : Double.NaN,
        compared.spreads() ? compared.overdispersion().tau2() : Double.NaN, out.size(),
        out.stream().map(a -> a.areaCode() + " " + a.areaName()).collect(Collectors.joining("; ")),
        "ratios of areas to all together",
        reason(indicator, spread, events, difference(evidence, compared, any, answers)));
  }

  /** Says how country_value differs from England's own value, for areas that cover the country. */
  private static String difference(
      Evidence evidence, ComparableAreas compared, IndicatorValue any, List<IndicatorValue> answers) {
    if (Geography.find(any.geography()).isEmpty()) {
      return "";
    }
    double england = CountryDifference.england(evidence, any);
    String why = CountryDifference.reason(compared.country() * any.multiplier(), england, answers);
    return Double.isNaN(england) || why.isEmpty() ? why : "England's own value is %.6g: %s".formatted(england, why);
  }

  private static String reason(Indicator indicator, Variation spread, boolean events, String difference) {
    return Stream.of(ofChance(indicator, spread, events), difference)
        .filter(r -> !r.isEmpty())
        .collect(Collectors.joining("; "));
  }

  private static String ofChance(Indicator indicator, Variation spread, boolean events) {
    if (events || Double.isNaN(spread.unweighted())) {
      return spread.reason();
    }
    return indicator.method() == Indicator.Method.PROPORTION
        ? "a proportion: no systematic component by counts of events"
        : "a ratio of averages: chance is not known";
  }
}
