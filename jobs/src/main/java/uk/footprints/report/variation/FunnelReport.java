package uk.footprints.report.variation;

import static uk.footprints.table.Field.date;
import static uk.footprints.table.Field.key;
import static uk.footprints.table.Field.number;
import static uk.footprints.table.Field.text;
import static uk.footprints.table.Field.whole;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import uk.footprints.area.Geography;
import uk.footprints.indicator.Indicator;
import uk.footprints.indicator.IndicatorValue;
import uk.footprints.period.Period;
import uk.footprints.period.PeriodKind;
import uk.footprints.report.Evidence;
import uk.footprints.report.PublishedCounts;
import uk.footprints.report.Report;
import uk.footprints.report.ReportColumns;
import uk.footprints.statistics.Confidence;
import uk.footprints.statistics.Interval;
import uk.footprints.statistics.Significance;
import uk.footprints.table.Table;

/**
 * Reports how far areas differ, and how much of that is chance: each area against a funnel around all complete areas
 * together (Spiegelhalter 2005), for every financial year and the latest month or quarter.
 */
public final class FunnelReport implements Report {

  /** A relative difference below this is a rounding error: the two rates are equal. */

  /** The table {@code variation}. */
  public static final Table TABLE =
      new Table(
          "variation",
          "indicator x area x latest periods, against the country",
          List.of("indicator", "geography", "area_code", "period_start", "period_end", "basis"),
          List.of(
              key("indicator", "As in describe."),
              key("geography", "As in areas."),
              key("area_code", "As in areas."),
              text("area_name", "Name."),
              date("period_start", "First day."),
              date("period_end", "Last day."),
              key("period_kind", "month, quarter or financial_year."),
              key("basis", "as_was or as_now, as in indicators."),
              number("numerator", "The sum of what was reported.", ""),
              number("denominator", "What it is divided by.", ""),
              number("value", "The area's value.", ""),
              number("country_value", "All complete areas together; England for custom areas.", ""),
              number("funnel_lower_95", "Lower limit of 95% of areas of this size by chance alone.", ""),
              number("funnel_upper_95", "Upper limit of 95% of areas of this size by chance alone.", ""),
              number("funnel_lower_998", "Lower limit of 99.8% of areas of this size by chance alone.", ""),
              number("funnel_upper_998", "Upper limit of 99.8% of areas of this size by chance alone.", ""),
              text("funnel_class", "Low (0.001), Low (0.025), Not significant, High (0.025), High (0.001)."),
              whole("rank", "1 is the highest.", ""),
              whole("areas_ranked", "How many areas were ranked.", ""),
              number("completeness", "As in indicators.", "0 to 1"),
              text("reason", "Why the area is left out."),
              number("od_lower_95", "The funnel with the usual difference between areas allowed for: lower 95%.", ""),
              number("od_upper_95", "Upper 95%.", ""),
              number("od_lower_998", "Lower 99.8%.", ""),
              number("od_upper_998", "Upper 99.8%.", ""),
              text("od_class", "As funnel_class, against these limits."),
              number("phi", "Mean squared z-score: above 1, areas differ more than by chance.", ""),
              number("tau2", "Variance between areas on the transformed scale.", ""),
              text("od_method", "Transformation and trimming (Spiegelhalter 2005, 2012)."),
              number("rank_lower_95", "The best rank that chance allows (1 is the highest value).", ""),
              number("rank_upper_95", "The worst.", ""),
              text("rank_method", "How the rank's limits were found."),
              number("england_value", "England's value as in indicators, where it can be compared.", ""),
              text("country_reason", "Why country_value and england_value differ, or why the second is absent.")));

  @Override
  public String question() {
    return "How far do areas differ, and how much of that is chance?";
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
        Map<Period, List<IndicatorValue>> periods = evidence.byPeriod(indicator.id(), geography);
        Period latest =
            periods.keySet().stream().filter(p -> p.kind() == indicator.period()).max(Period::compareTo).orElse(null);
        periods.forEach(
            (period, answers) -> {
              boolean shown =
                  evidence.period().map(period::equals)
                      .orElse(period.kind() == PeriodKind.FINANCIAL_YEAR || period.equals(latest));
              boolean own = Geography.find(geography).isEmpty();
              if (shown && (own || answers.size() > 2)) {
                rows.addAll(against(evidence, indicator, answers));
              }
            });
      }
    }
    return rows;
  }

  private static List<Object[]> against(Evidence evidence, Indicator indicator, List<IndicatorValue> answers) {
    ComparableAreas compared = ComparableAreas.of(evidence, indicator, answers);
    IndicatorValue any = answers.get(0);
    double england = CountryDifference.england(evidence, any);
    String why = CountryDifference.reason(compared.country() * any.multiplier(), england, answers);
    List<Object[]> rows = new ArrayList<>();
    for (IndicatorValue a : answers) {
      if (a.areaCode().equals(IndicatorValue.UNASSIGNED)) {
        continue;
      }
      Interval at95 = compared.funnel(a, Confidence.P95);
      Interval at998 = compared.funnel(a, Confidence.P998);
      Interval wide95 = compared.wide(a, Confidence.P95);
      Interval wide998 = compared.wide(a, Confidence.P998);
      Interval ranks = compared.ranks(a);
      rows.add(
          ReportColumns.row(
              ReportColumns.area(a), a.period(), a.basis(), PublishedCounts.numerator(a), a.denominator(),
              PublishedCounts.value(a),
              compared.country() * a.multiplier(), at95, at998, place(a, at95, at998),
              a.rank() == 0 ? null : a.rank(), a.ranked() == 0 ? null : a.ranked(), a.completeness(), a.reason(),
              wide95, wide998, compared.spreads() ? place(a, wide95, wide998) : "",
              compared.spreads() ? compared.overdispersion().phi() : Double.NaN,
              compared.spreads() ? compared.overdispersion().tau2() : Double.NaN, compared.spreadMethod(), ranks,
              Double.isNaN(ranks.lower()) ? "" : "pairs of areas at 95%, without allowance for their number",
              england, why));
    }
    return rows;
  }

  private static String place(IndicatorValue a, Interval at95, Interval at998) {
    Significance place =
        a.comparable() ? Significance.ofFunnel(a.estimate().value(), at95, at998) : Significance.NOT_APPLICABLE;
    return place.label();
  }
}
