package uk.footprints.report.coherence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import uk.footprints.area.Area;
import uk.footprints.area.AreaShare;
import uk.footprints.area.Geography;
import uk.footprints.area.Membership;
import uk.footprints.indicator.ObservationSeries;
import uk.footprints.indicator.PeriodSeries;
import uk.footprints.period.Period;
import uk.footprints.period.PeriodKind;
import uk.footprints.report.AreaContext;
import uk.footprints.report.Evidence;
import uk.footprints.report.Report;

/**
 * Measures the net flow of patients: non-elective admissions by an area's providers less those of its commissioners, in
 * months with both returns. The result is inflow less outflow, not the flows themselves.
 */
final class NetFlow {

  static final String MEASURE = "mar.non_elective";
  static final List<Report.Need> NEEDS =
      List.of(new Report.Need("mar_commissioner", MEASURE), new Report.Need("mar_provider", MEASURE));

  private static final String NAME = "net_flow_non_elective_pct";
  private static final String METHOD =
      "non-elective admissions by providers here less those of commissioners here, over the latter";

  private NetFlow() {}

  static List<CoherenceMeasurement> of(Evidence evidence, Geography geography) {
    AreaContext context = evidence.context();
    List<Period> months = months(evidence.figures());
    List<CoherenceMeasurement> measurements = new ArrayList<>();
    if (months.isEmpty()) {
      for (Area area : context.areas().listAreas(geography.id())) {
        measurements.add(
        CoherenceMeasurement.none(area.code(), NAME, "%", METHOD, "no month is in both activity returns"));
      }
      return measurements;
    }
    Map<String, String> gaps = new TreeMap<>();
    Map<String, Double> bought = sums(evidence.figures(), context, geography, NEEDS.get(0), Membership.CCG, months, gaps);
    Map<String, Double> given = sums(evidence.figures(), context, geography, NEEDS.get(1), Membership.PROVIDER, months, gaps);
    Period year = Period.financialYear(months.get(0).financialYear());
    for (Area area : context.areas().listAreas(geography.id())) {
      double ours = bought.getOrDefault(area.code(), 0.0);
      double theirs = given.getOrDefault(area.code(), 0.0);
      String why =
          "net, so flows both ways cancel: %,.0f by providers, %,.0f by commissioners, %d months of %s; what NHS "
              + "England commissions itself is only in the first";
      if (gaps.containsKey(area.code())) {
        measurements.add(
            CoherenceMeasurement.none(area.code(), NAME, "%", METHOD, "no figure of " + gaps.get(area.code())));
        continue;
      }
      measurements.add(
          ours > 0 && theirs > 0
              ? CoherenceMeasurement.share(
                  area.code(), NAME, theirs - ours, ours, METHOD,
                  why.formatted(theirs, ours, months.size(), year.label()))
              : CoherenceMeasurement.none(
                  area.code(), NAME, "%", METHOD,
                  ours > 0 ? "no provider here returned activity" : "no commissioning group here"));
    }
    return measurements;
  }

  /** Returns the months with both returns, of the latest of the years with the most such months. */
  private static List<Period> months(ObservationSeries figures) {
    TreeSet<Period> both = new TreeSet<>(figures.periods(NEEDS.get(0).dataset(), MEASURE));
    both.retainAll(figures.periods(NEEDS.get(1).dataset(), MEASURE));
    TreeMap<Integer, List<Period>> years = new TreeMap<>();
    both.stream()
        .filter(p -> p.kind() == PeriodKind.MONTH)
        .forEach(p -> years.computeIfAbsent(p.financialYear(), y -> new ArrayList<>()).add(p));
    return years.values().stream().reduce((a, b) -> b.size() >= a.size() ? b : a).orElse(List.of());
  }

  /**
   * Adds up a measure by area.
   *
   * @param gaps receives the areas of which the publication names a figure that it does not give, and which
   */
  private static Map<String, Double> sums(
      ObservationSeries figures,
      AreaContext context,
      Geography geography,
      Report.Need need,
      String kind,
      List<Period> months,
      Map<String, String> gaps) {
    Map<String, Double> sums = new HashMap<>();
    Map<String, PeriodSeries> all = figures.of(need.dataset(), need.measure());
    all.forEach(
        (org, series) -> {
          for (Period month : months) {
            double value = series.value(month);
            boolean missing = series.has(month) && Double.isNaN(value);
            if (value > 0 || missing) {
              for (AreaShare share :
                  context.areas().listShares(context.basis(), kind, org, geography.id(), month.start())) {
                if (missing) {
                  gaps.putIfAbsent(share.areaCode(), org + " for " + month.label());
                } else {
                  sums.merge(share.areaCode(), value * share.weight(), Double::sum);
                }
              }
            }
          }
        });
    return sums;
  }
}
