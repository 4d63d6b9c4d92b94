package uk.footprints.analysis;

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
import uk.footprints.indicator.AreaPopulation;
import uk.footprints.parquet.TableReader;
import uk.footprints.report.Report;
import uk.footprints.report.TableExcerpt;
import uk.footprints.table.Table;

/** Rows of other published tables that reports and the age profile read. */
public final class ReportInputs {

  /** Emergency admissions of England by age, where the release has them. */
  private static final TableExcerpt BY_AGE =
      TableExcerpt.of("hes_groups", "breakdown", "measure", "group_code", "period_start", "value");

  private ReportInputs() {}

  /** How a release gives rows. */
  public interface Reading {
    /** Some rows of a table; none when the release does not have it. */
    List<Object[]> rows(TableReader scan) throws IOException;
  }

  /** What these reports ask for. */
  public static Map<TableExcerpt, List<Object[]>> of(List<Report> reports, Reading reading) throws IOException {
    Set<TableExcerpt> asked = new LinkedHashSet<>(List.of(BY_AGE));
    reports.forEach(report -> asked.addAll(report.reads()));
    Map<TableExcerpt, List<Object[]>> lines = new HashMap<>();
    for (TableExcerpt excerpt : asked) {
      Optional<Table> table = Tables.find(excerpt.table());
      if (table.isPresent()) {
        lines.put(excerpt, reading.rows(new TableReader(table.get(), excerpt.columns(), Map.of())));
      }
    }
    return lines;
  }

  /** How often people of each age are admitted; empty where the release does not say. */
  static Optional<AgeProfile> profile(Map<TableExcerpt, List<Object[]>> lines, AreaPopulation england) {
    List<AgeProfile.Count> counts =
        lines.getOrDefault(BY_AGE, List.of()).stream()
            .filter(row -> row[0].equals("age") && row[1].equals("hes.fae.emergency") && row[4] != null)
            .map(row -> new AgeProfile.Count((String) row[2], (LocalDate) row[3], (Double) row[4]))
            .toList();
    return AgeProfile.of(counts, england);
  }
}
