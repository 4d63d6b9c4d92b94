package uk.footprints.report.variation;

import static uk.footprints.table.Field.number;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import uk.footprints.area.Geography;
import uk.footprints.indicator.Indicator;
import uk.footprints.indicator.IndicatorValue;
import uk.footprints.period.Period;
import uk.footprints.period.PeriodKind;
import uk.footprints.report.BasisColumn;
import uk.footprints.report.Evidence;
import uk.footprints.report.PublishedCounts;
import uk.footprints.report.Report;
import uk.footprints.report.ReportHead;
import uk.footprints.report.ReportPeriod;
import uk.footprints.statistics.Confidence;
import uk.footprints.statistics.Interval;
import uk.footprints.statistics.Significance;
import uk.footprints.table.Column;
import uk.footprints.table.RecordTable;

/**
 * Reports how far areas differ, and how much of that is chance: each area against a funnel around all complete areas
 * together (Spiegelhalter 2005), for every financial year and the latest month or quarter.
 */
public final class FunnelReport implements Report<FunnelReport.Row> {

  /** A relative difference below this is a rounding error: the two rates are equal. */
  private static final double SAME = 1e-9;

  /** A row: indicator x area x latest periods, against the country. */
  public record Row(
      @Column(value = "As in describe.", required = true) String indicator,
      @Column(value = "As in areas.", required = true) String geography,
      @Column(value = "As in areas.", required = true) String areaCode,
      @Column("Name.") String areaName,
      @ReportPeriod Period period,
      @BasisColumn String basis,
      @Column("The sum of what was reported.") double numerator,
      @Column("What it is divided by.") double denominator,
      @Column("The area's value.") double value,
      @Column("All complete areas together; England for custom areas.") double countryValue,
      @Column(name = "funnel_lower_95", value = "Lower limit of 95% of areas of this size by chance alone.")
      @Column(name = "funnel_upper_95", value = "Upper limit of 95% of areas of this size by chance alone.")
      Interval funnelAt95,
      @Column(name = "funnel_lower_998", value = "Lower limit of 99.8% of areas of this size by chance alone.")
      @Column(name = "funnel_upper_998", value = "Upper limit of 99.8% of areas of this size by chance alone.")
      Interval funnelAt998,
      @Column("Low (0.001), Low (0.025), Not significant, High (0.025), High (0.001).") String funnelClass,
      @Column("1 is the highest.") Integer rank,
      @Column("How many areas were ranked.") Integer areasRanked,
      @Column(value = "As in indicators.", unit = "0 to 1") double completeness,
      @Column("Why the area is left out.") String reason,
      @Column(name = "od_lower_95",
          value = "The funnel with the usual difference between areas allowed for: lower 95%.")
      @Column(name = "od_upper_95", value = "Upper 95%.")
      Interval odAt95,
      @Column(name = "od_lower_998", value = "Lower 99.8%.")
      @Column(name = "od_upper_998", value = "Upper 99.8%.")
      Interval odAt998,
      @Column("As funnel_class, against these limits.") String odClass,
      @Column("Mean squared z-score: above 1, areas differ more than by chance.") double phi,
      @Column(name = "tau2", value = "Variance between areas on the transformed scale.") double tau2,
      @Column("Transformation and trimming (Spiegelhalter 2005, 2012).") String odMethod,
      @Column(name = "rank_lower_95", value = "The best rank that chance allows (1 is the highest value).")
      @Column(name = "rank_upper_95", value = "The worst.")
      Interval rankAt95,
      @Column("How the rank's limits were found.") String rankMethod,
      @Column("England's value as in indicators, where it can be compared.") double englandValue,
      @Column("Why country_value and england_value differ, or why the second is absent.") String countryReason) {}

  /** The table {@code variation}. */
  public static final RecordTable<Row> TABLE =
      RecordTable.of(
          "variation", "indicator x area x latest periods, against the country",
          Row.class, "indicator", "geography", "area_code", "period_start", "period_end", "basis");

  private static final ReportHead<Row> HEAD =
      ReportHead.of(TABLE, "How far do areas differ, and how much of that is chance?").withGeographies("country");

  @Override
  public ReportHead<Row> head() {
    return HEAD;
  }

  @Override
  public List<Row> rows(Evidence evidence) {
    List<Row> rows = new ArrayList<>();
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

  private static List<Row> against(Evidence evidence, Indicator indicator, List<IndicatorValue> answers) {
    ComparableAreas compared = ComparableAreas.of(evidence, indicator, answers);
    IndicatorValue any = answers.get(0);
    double england =
        evidence.find(indicator.id(), "country", "E92000001", any.period())
            .filter(IndicatorValue::comparable)
            .map(a -> a.estimate().value())
            .orElse(Double.NaN);
    String why = countryReason(compared.country() * any.multiplier(), england, answers);
    List<Row> rows = new ArrayList<>();
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
          new Row(
              a.indicator(), a.geography(), a.areaCode(), a.areaName(), a.period(), a.basis(),
              PublishedCounts.numerator(a), a.denominator(), PublishedCounts.value(a),
              compared.country() * a.multiplier(), at95, at998, place(a, at95, at998),
              a.rank() == 0 ? null : (Integer) a.rank(), a.ranked() == 0 ? null : (Integer) a.ranked(),
              a.completeness(), a.reason(), wide95, wide998, compared.spreads() ? place(a, wide95, wide998) : "",
              compared.spreads() ? compared.overdispersion().phi() : Double.NaN,
              compared.spreads() ? compared.overdispersion().tau2() : Double.NaN, compared.spreadMethod(), ranks,
              Double.isNaN(ranks.lower()) ? "" : "pairs of areas at 95%, without allowance for their number",
              england, why));
    }
    return rows;
  }

  /** Explains why the value of all areas together is not England's. */
  private static String countryReason(double together, double england, List<IndicatorValue> answers) {
    if (Double.isNaN(england)) {
      return "indicators has no value of England that can be compared";
    }
    if (Math.abs(together - england) <= SAME * Math.abs(england)) {
      return "";
    }
    List<String> reasons = new ArrayList<>();
    answers.stream()
        .filter(a -> a.areaCode().equals(IndicatorValue.UNASSIGNED) && a.numerator() > 0)
        .forEach(a -> reasons.add("%,.0f of the numerator belong to no area".formatted(a.numerator())));
    long left = answers.stream().filter(a -> !a.areaCode().equals(IndicatorValue.UNASSIGNED) && !a.comparable()).count();
    if (left > 0) {
      reasons.add("%d areas that cannot be compared are left out of country_value".formatted(left));
    }
    return reasons.isEmpty() ? "areas do not cover England" : String.join("; ", reasons);
  }

  private static String place(IndicatorValue a, Interval at95, Interval at998) {
    Significance place =
        a.comparable() ? Significance.ofFunnel(a.estimate().value(), at95, at998) : Significance.NOT_APPLICABLE;
    return place.label();
  }
}
