package uk.footprints.report.placement;

import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import uk.footprints.area.Membership;
import uk.footprints.indicator.ObservationSeries;
import uk.footprints.indicator.PeriodSeries;
import uk.footprints.period.Period;
import uk.footprints.period.PeriodKind;
import uk.footprints.report.Report;

/**
 * An activity that organisations count every month, used to measure the share that can be assigned to an area.
 *
 * @param id its id in tables
 * @param dataset the dataset in which it is published
 * @param measures the measures that are added up
 * @param memberKind the kind of organisation that counts it
 */
record CountedActivity(String id, String dataset, List<String> measures, String memberKind) {

  /** Emergency admissions by provider from 2016, non-elective ones from 2012, and councils' delayed days. */
  static final List<CountedActivity> ALL =
      List.of(
          new CountedActivity(
              "emergency_admissions",
              "ae_attendances",
              Stream.of("type_1", "type_2", "other_ae", "other").map(t -> "ae.emergency_admissions." + t).toList(),
              Membership.PROVIDER),
          new CountedActivity(
              "non_elective_by_provider", "mar_provider", List.of("mar.non_elective"), Membership.PROVIDER),
          new CountedActivity(
              "non_elective_by_commissioner", "mar_commissioner", List.of("mar.non_elective"), Membership.CCG),
          new CountedActivity("delayed_days", "dtoc", List.of("dtoc.delayed_days.total"), Membership.COUNCIL));

  /** Returns the measures of all activities. */
  static List<Report.Need> needs() {
    return ALL.stream().flatMap(a -> a.measures().stream().map(m -> new Report.Need(a.dataset(), m))).toList();
  }

  /**
   * Passes the months of each organisation in which its count is above 0, one organisation after the other: there may be
   * more of them than fit into memory. Organisations without any are left out.
   */
  void forEachOrganisation(ObservationSeries figures, BiConsumer<String, NavigableMap<Period, Double>> each) {
    TreeSet<String> organisations = new TreeSet<>();
    measures.forEach(measure -> organisations.addAll(figures.of(dataset, measure).keySet()));
    for (String org : organisations) {
      NavigableMap<Period, Double> months = new TreeMap<>();
      for (String measure : measures) {
        figures.of(dataset, measure).getOrDefault(org, PeriodSeries.NONE).forEach((period, value) -> {
          if (period.kind() == PeriodKind.MONTH && value > 0) {
            months.merge(period, value, Double::sum);
          }
        });
      }
      if (!months.isEmpty()) {
        each.accept(org, months);
      }
    }
  }
}
