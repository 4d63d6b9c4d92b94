package uk.footprints.job.report;

import java.io.IOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import uk.footprints.catalogue.Tables;
import uk.footprints.indicator.AgeProfile;
import uk.footprints.indicator.People;
import uk.footprints.publish.TableScan;
import uk.footprints.report.Excerpt;
import uk.footprints.report.Report;
import uk.footprints.table.Table;

/** Rows of other published tables that reports and the age profile read. */
public final class Lines {

  /** Emergency admissions of England by age, where the release has them. */
  private static final Excerpt BY_AGE =
      Excerpt.of("hes_groups", "breakdown", "measure", "group_code", "period_start", "value");

  private Lines() {}

  /** How a release gives rows. */
  public interface Reading {
    /** Some rows of a table; none when the release does not have it. */
    List<Object[]> rows(TableScan scan) throws IOException;
  }

  /** What these reports ask for. */
  public static Map<Excerpt, List<Object[]>> of(List<Report> reports, Reading reading) throws IOException {
    Set<Excerpt> asked = new LinkedHashSet<>(List.of(BY_AGE));
    reports.forEach(report -> asked.addAll(report.reads()));
    Map<Excerpt, List<Object[]>> lines = new HashMap<>();
    for (Excerpt excerpt : asked) {
      Optional<Table> table = Tables.find(excerpt.table());
      if (table.isPresent()) {
        lines.put(excerpt, reading.rows(new TableScan(table.get(), excerpt.columns(), Map.of())));
      }
    }
    return lines;
  }

  /** How often people of each age are admitted; empty where the release does not say. */
  static Optional<AgeProfile> profile(Map<Excerpt, List<Object[]>> lines, People england) {
    List<AgeProfile.Count> counts =
        lines.getOrDefault(BY_AGE, List.of()).stream()
            .filter(row -> row[0].equals("age") && row[1].equals("hes.fae.emergency") && row[4] != null)
            .map(row -> new AgeProfile.Count((String) row[2], (LocalDate) row[3], (Double) row[4]))
            .toList();
    return AgeProfile.of(counts, england);
  }
}
