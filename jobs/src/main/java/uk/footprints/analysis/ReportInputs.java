package uk.footprints.analysis;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
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

  /** What these reports ask for; each table is read once, however many excerpts there are of it. */
  public static Map<TableExcerpt, List<Object[]>> of(List<Report> reports, Reading reading) throws IOException {
    Set<TableExcerpt> asked = new LinkedHashSet<>(List.of(BY_AGE));
    reports.forEach(report -> asked.addAll(report.reads()));
    Map<String, Set<TableExcerpt>> byTable = new LinkedHashMap<>();
    asked.forEach(excerpt -> byTable.computeIfAbsent(excerpt.table(), t -> new LinkedHashSet<>()).add(excerpt));
    Map<TableExcerpt, List<Object[]>> lines = new HashMap<>();
    for (Map.Entry<String, Set<TableExcerpt>> of : byTable.entrySet()) {
      Optional<Table> table = Tables.find(of.getKey());
      if (table.isPresent()) {
        List<String> columns = of.getValue().stream().flatMap(e -> e.columns().stream()).distinct().toList();
        List<Object[]> rows = reading.rows(new TableReader(table.get(), columns, Map.of()));
        of.getValue().forEach(excerpt -> lines.put(excerpt, some(rows, columns, excerpt.columns())));
      }
    }
    return lines;
  }

  private static List<Object[]> some(List<Object[]> rows, List<String> columns, List<String> wanted) {
    if (columns.equals(wanted)) {
      return rows;
    }
    int[] places = wanted.stream().mapToInt(columns::indexOf).toArray();
    return rows.stream().map(row -> Arrays.stream(places).mapToObj(place -> row[place]).toArray()).toList();
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
