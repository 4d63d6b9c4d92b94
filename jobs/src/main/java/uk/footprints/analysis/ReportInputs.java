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

/** Reads the rows of other published tables that reports and the age profile need. */
public final class ReportInputs {

  /** Emergency admissions of England by age, where the release has them. */
  private static final TableExcerpt BY_AGE =
      TableExcerpt.of("hes_groups", "breakdown", "measure", "group_code", "period_start", "value");

  private ReportInputs() {}

  /** Reads rows of a release. */
  public interface Reading {
    /** Reads the chosen columns and rows of a table; returns none when the release does not have the table. */
    List<Object[]> rows(TableReader scan) throws IOException;
  }

  /** Reads the excerpts that these reports need; each table is read once, even if there are several excerpts of it. */
  public static Map<TableExcerpt, List<Object[]>> of(List<Report> reports, Reading reading) throws IOException {
    Set<TableExcerpt> required = new LinkedHashSet<>(List.of(BY_AGE));
    reports.forEach(report -> required.addAll(report.reads()));
    Map<String, Set<TableExcerpt>> byTable = new LinkedHashMap<>();
    required.forEach(excerpt -> byTable.computeIfAbsent(excerpt.table(), t -> new LinkedHashSet<>()).add(excerpt));
    Map<TableExcerpt, List<Object[]>> excerpts = new HashMap<>();
    for (Map.Entry<String, Set<TableExcerpt>> of : byTable.entrySet()) {
      Optional<Table> table = Tables.find(of.getKey());
      if (table.isPresent()) {
        List<String> columns = of.getValue().stream().flatMap(e -> e.columns().stream()).distinct().toList();
        List<Object[]> rows = reading.rows(new TableReader(table.get(), columns, Map.of()));
        of.getValue().forEach(excerpt -> excerpts.put(excerpt, select(rows, columns, excerpt.columns())));
      }
    }
    return excerpts;
  }

  private static List<Object[]> select(List<Object[]> rows, List<String> columns, List<String> selected) {
    if (columns.equals(selected)) {
      return rows;
    }
    int[] places = selected.stream().mapToInt(columns::indexOf).toArray();
    return rows.stream().map(row -> Arrays.stream(places).mapToObj(place -> row[place]).toArray()).toList();
  }

  /** Computes how often people of each age are admitted; empty where the release has no such figures. */
  static Optional<AgeProfile> profile(Map<TableExcerpt, List<Object[]>> excerpts, AreaPopulation england) {
    List<AgeProfile.Count> counts =
        excerpts.getOrDefault(BY_AGE, List.of()).stream()
            .filter(row -> row[0].equals("age") && row[1].equals("hes.fae.emergency") && row[4] != null)
            .map(row -> new AgeProfile.Count((String) row[2], (LocalDate) row[3], (Double) row[4]))
            .toList();
    return AgeProfile.of(counts, england);
  }
}
