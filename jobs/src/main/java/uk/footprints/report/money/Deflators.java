package uk.footprints.report.money;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.Set;
import uk.footprints.declaration.DeclaredDatasets;
import uk.footprints.period.Period;
import uk.footprints.report.Evidence;
import uk.footprints.table.TableExcerpt;

/**
 * GDP deflators of HM Treasury: the prices of one financial year in those of another. Only two years of one edition make
 * a ratio; the latest edition that has both counts. Forecast years have no level and are not used.
 *
 * @param editions the levels by financial year, of each edition, the latest edition last
 */
public record Deflators(NavigableMap<LocalDate, NavigableMap<Integer, Double>> editions) {

  /** The excerpt that is needed. */
  public static final TableExcerpt<PriceLevel> LEVELS =
      TableExcerpt.of(DeclaredDatasets.table("deflators", "deflators"), PriceLevel.class);

  /** The level of prices of a financial year in an edition; not a number for a forecast. */
  public record PriceLevel(LocalDate periodStart, String baseYear, double index, LocalDate publishedOn) {}

  /** Collects the levels of a release. */
  static Deflators of(Evidence evidence) {
    NavigableMap<LocalDate, NavigableMap<Integer, Double>> editions = new TreeMap<>(Comparator.naturalOrder());
    for (PriceLevel level : evidence.rows(LEVELS)) {
      if (!Double.isNaN(level.index()) && level.periodStart() != null) {
        LocalDate edition = level.publishedOn() == null ? LocalDate.MIN : level.publishedOn();
        editions.computeIfAbsent(edition, e -> new TreeMap<>())
            .put(Period.point(level.periodStart()).financialYear(), level.index());
      }
    }
    return new Deflators(editions);
  }

  /** Returns the factor from the prices of one financial year to those of another; not a number where unknown. */
  double factor(int from, int to) {
    if (from == to) {
      return 1;
    }
    for (Map<Integer, Double> levels : editions.descendingMap().values()) {
      if (levels.containsKey(from) && levels.containsKey(to)) {
        return levels.get(to) / levels.get(from);
      }
    }
    return Double.NaN;
  }

  /** Returns the financial years with a level. */
  Set<Integer> years() {
    Set<Integer> years = new TreeSet<>();
    editions.values().forEach(levels -> years.addAll(levels.keySet()));
    return years;
  }
}
