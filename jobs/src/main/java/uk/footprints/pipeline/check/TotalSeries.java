package uk.footprints.pipeline.check;

import java.io.IOException;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import uk.footprints.analysis.ReleaseReader;
import uk.footprints.catalogue.TotalRow;
import uk.footprints.period.Period;
import uk.footprints.period.PeriodKind;
import uk.footprints.release.Release;

/**
 * The key of a series of totals in a release.
 *
 * @param dataset the publication
 * @param measure the measure
 * @param role the role of the organisations
 * @param kind the length of its periods
 */
public record TotalSeries(String dataset, String measure, String role, PeriodKind kind) implements Comparable<TotalSeries> {

  private static final Comparator<TotalSeries> ORDER =
      Comparator.comparing(TotalSeries::dataset)
          .thenComparing(TotalSeries::measure)
          .thenComparing(TotalSeries::role)
          .thenComparing(TotalSeries::kind);

  /** The total of a period, and the number of organisations that reported. */
  public record Total(double total, long organisations) {}

  /** Reads all series of a release; none from a release of a version without totals. */
  static Map<TotalSeries, TreeMap<Period, Total>> of(Release release) throws IOException {
    Map<TotalSeries, TreeMap<Period, Total>> all = new TreeMap<>();
    for (TotalRow row : new ReleaseReader(release).rows(TotalRow.TABLE.all())) {
      PeriodKind kind = PeriodKind.valueOf(row.periodKind().toUpperCase(Locale.ROOT));
      TotalSeries series = new TotalSeries(row.dataset(), row.measure(), row.orgRole(), kind);
      double total = row.total() == null ? Double.NaN : row.total();
      all.computeIfAbsent(series, x -> new TreeMap<>())
          .put(new Period(row.periodStart(), row.periodEnd(), kind), new Total(total, row.organisations()));
    }
    return all;
  }

  @Override
  public int compareTo(TotalSeries other) {
    return ORDER.compare(this, other);
  }
}
