package uk.footprints.report.variation;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import uk.footprints.area.Area;
import uk.footprints.dataset.Allocations;
import uk.footprints.indicator.IndicatorValue;
import uk.footprints.period.Period;
import uk.footprints.report.Evidence;
import uk.footprints.statistics.Estimate;
import uk.footprints.table.TableExcerpt;

/**
 * The estimated need for general and acute care in integrated care boards relative to England: weighted over registered
 * people of their practices, in the latest allocations.
 *
 * @param geography the geography of the ratios
 * @param year the financial year of the allocations
 * @param ratios by area: above 1 is more need
 */
record NeedIndex(String geography, String year, Map<String, Double> ratios) {

  /** The excerpt that is needed. */
  static final TableExcerpt<PracticeFigure> WEIGHTED = TableExcerpt.of(Allocations.TABLE, PracticeFigure.class);

  /** A figure of a practice, or of a commissioning group, for a financial year. */
  record PracticeFigure(String areaKind, String icbCode, LocalDate periodStart, String measure, double value) {}

  private static final String ICB = "icb_2022";
  private static final String PEOPLE = "allocation.population";
  private static final String NEEDED = "weighted.general_and_acute";

  /** Computes the ratios from practices' rows; without ratios where this release has none. */
  static NeedIndex of(Evidence evidence) {
    List<PracticeFigure> figures =
        evidence.rows(WEIGHTED).stream()
            .filter(f -> f.areaKind().equals("practice") && !f.icbCode().isEmpty() && !Double.isNaN(f.value()))
            .filter(f -> f.measure().equals(PEOPLE) || f.measure().equals(NEEDED))
            .toList();
    LocalDate latest = figures.stream().map(PracticeFigure::periodStart).max(LocalDate::compareTo).orElse(null);
    Map<String, double[]> sums = new HashMap<>();
    double[] england = new double[2];
    for (PracticeFigure figure : figures) {
      if (figure.periodStart().equals(latest)) {
        int column = figure.measure().equals(NEEDED) ? 0 : 1;
        sums.computeIfAbsent(figure.icbCode(), c -> new double[2])[column] += figure.value();
        england[column] += figure.value();
      }
    }
    Map<String, Double> ratios = new HashMap<>();
    for (Area area : latest == null ? List.<Area>of() : evidence.context().areas().listAreas(ICB)) {
      double[] sum = sums.get(area.odsCode());
      if (sum != null && sum[0] > 0 && sum[1] > 0) {
        ratios.put(area.code(), sum[0] / sum[1] / (england[0] / england[1]));
      }
    }
    String year = latest == null ? "" : Period.financialYear(Period.point(latest).financialYear()).label();
    return new NeedIndex(ratios.isEmpty() ? "" : ICB, year, ratios);
  }

  /** Returns whether an area's need is known. */
  boolean has(IndicatorValue a) {
    return ratios.containsKey(a.areaCode());
  }

  /** Returns a rate over need. */
  IndicatorValue adjusted(IndicatorValue a) {
    double ratio = ratios.get(a.areaCode());
    Estimate e = a.estimate();
    return a.with(
        new Estimate(
            e.value() / ratio, e.lower95() / ratio, e.upper95() / ratio, e.lower998() / ratio, e.upper998() / ratio,
            e.method(), e.status(), e.reason()));
  }
}
