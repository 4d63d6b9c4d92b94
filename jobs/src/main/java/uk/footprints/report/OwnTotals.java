package uk.footprints.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import uk.footprints.indicator.Indicator;
import uk.footprints.indicator.ObservationSeries;
import uk.footprints.indicator.PeriodSeries;
import uk.footprints.period.Period;

/**
 * Compares the sum of a publication's organisations with the figure of England in the same publication, by year: what
 * is in England's figure and in no organisation is missing from sums over areas as well.
 *
 * @param dataset the dataset
 * @param measure the measure
 * @param role the role of the organisations that are added
 * @param roundedTo the unit to which their figures are rounded
 * @param roundedSince the financial year from which they are, as the calendar year in which it began
 */
record OwnTotals(String dataset, String measure, String role, int roundedTo, int roundedSince) {

  private static final String REGIONS = "region";

  /** NHS England's regions have codes like Y56; those of the statistics office have nine characters. */
  private static final String NHS_REGION = "Y\\d\\d";

  /** Returns the comparisons of annual publications with a row of England. */
  static List<OwnTotals> list() {
    List<OwnTotals> all = new ArrayList<>();
    for (String measure : List.of("readmissions.observed", "readmissions.discharges")) {
      all.add(new OwnTotals("readmissions", measure, "commissioner", 5, 0));
    }
    for (String measure : List.of("hes.admissions.emergency", "hes.zero_day.emergency")) {
      all.add(new OwnTotals("hes_apc_commissioner", measure, "commissioner", 5, 2017));
      all.add(new OwnTotals("hes_apc_provider", measure, "provider", 5, 2017));
    }
    return List.copyOf(all);
  }

  /** Returns the figures that it needs. */
  Report.Need need() {
    return new Report.Need(dataset, measure);
  }

  /** Returns a row for each year in which England and organisations have figures. */
  Stream<Reconciliation.Row> rows(ObservationSeries figures) {
    PeriodSeries england = figures.of(dataset, measure, Indicator.COUNTRY).get(ObservationSeries.ENGLAND);
    if (england == null) {
      return Stream.empty();
    }
    Map<String, PeriodSeries> organisations = figures.of(dataset, measure, role);
    return england.periods().stream()
        .filter(period -> !Double.isNaN(england.value(period)))
        .filter(period -> organisations.values().stream().anyMatch(series -> series.has(period)))
        .map(period -> row(figures, organisations, england.value(period), period));
  }

  private Reconciliation.Row row(
      ObservationSeries figures, Map<String, PeriodSeries> organisations, double england, Period period) {
    List<Double> all =
        organisations.values().stream()
            .filter(series -> series.has(period))
            .map(series -> series.value(period))
            .toList();
    List<Double> known = all.stream().filter(value -> !value.isNaN()).toList();
    double sum = known.stream().mapToDouble(value -> value).sum();
    double difference = sum - england;
    String reason =
        difference == 0 ? "" : reason(figures, period, england, difference, known.size(), all.size() - known.size());
    return new Reconciliation.Row(
        dataset, measure, dataset, period, known.size(), sum, england, difference, 100 * difference / england,
        Reconciliation.agreement(difference, england), reason);
  }

  private String reason(
      ObservationSeries figures, Period period, double england, double difference, int known, int withheld) {
    List<String> parts = new ArrayList<>();
    double rounding = period.financialYear() < roundedSince ? 0 : known * roundedTo / 2.0;
    if (withheld > 0) {
      parts.add(
          "no figure for %d of %d organisations, as small ones are withheld".formatted(withheld, known + withheld));
    }
    if (rounding > 0) {
      parts.add(
          "rounding of figures to %d makes at most %s over %d of them".formatted(roundedTo, amount(rounding), known));
    }
    double regions = regions(figures, period);
    if (Math.abs(difference) > rounding && regions == england) {
      parts.add("the publisher's regions add up to England's figure, so the rest is in organisations without one");
    } else if (Math.abs(difference) > rounding && !Double.isNaN(regions)) {
      parts.add(
          "the publisher's regions add up to %s, so %s (%.2f%%) are in England's figure and in no region: %s"
              .formatted(
                  amount(regions), amount(england - regions), 100 * (england - regions) / england,
                  "people whose commissioner is not known or is not in England"));
    } else if (Math.abs(difference) > rounding) {
      parts.add("the rest is in England's figure and in no row of an organisation");
    }
    return String.join("; ", parts);
  }

  /** Adds up the regions of NHS England; not a number where the publication has none. */
  private double regions(ObservationSeries figures, Period period) {
    List<Double> regions =
        figures.of(dataset, measure, REGIONS).entrySet().stream()
            .filter(entry -> entry.getKey().matches(NHS_REGION))
            .filter(entry -> entry.getValue().has(period))
            .map(entry -> entry.getValue().value(period))
            .toList();
    return regions.isEmpty() ? Double.NaN : regions.stream().mapToDouble(value -> value).sum();
  }

  private static String amount(double number) {
    return String.format(Locale.ROOT, number == Math.rint(number) ? "%,.0f" : "%,.1f", number);
  }
}
