package uk.footprints.pipeline.check;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import uk.footprints.analysis.ReleaseReader;
import uk.footprints.catalogue.Tables;
import uk.footprints.parquet.TableReader;
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

  private static final TableReader SCAN =
      new TableReader(
          Tables.TOTALS,
          List.of(
              "dataset", "measure", "org_role", "period_start", "period_end", "period_kind", "organisations", "total"),
          Map.of());

  /** Reads all series of a release; none from a release of a version without totals. */
  static Map<TotalSeries, TreeMap<Period, Total>> of(Release release) throws IOException {
    Map<TotalSeries, TreeMap<Period, Total>> all = new TreeMap<>();
    for (Object[] row : new ReleaseReader(release).rows(SCAN)) {
      PeriodKind kind = PeriodKind.valueOf(((String) row[5]).toUpperCase(Locale.ROOT));
      TotalSeries series = new TotalSeries((String) row[0], (String) row[1], (String) row[2], kind);
      Period period = new Period((LocalDate) row[3], (LocalDate) row[4], kind);
      double total = row[7] == null ? Double.NaN : (Double) row[7];
      all.computeIfAbsent(series, s -> new TreeMap<>()).put(period, new Total(total, (Long) row[6]));
    }
    return all;
  }

  @Override
  public int compareTo(TotalSeries other) {
    return ORDER.compare(this, other);
  }
}
