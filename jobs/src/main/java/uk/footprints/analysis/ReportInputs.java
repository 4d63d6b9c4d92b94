package uk.footprints.analysis;

import java.io.IOException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import uk.footprints.dataset.HesMonthly;
import uk.footprints.indicator.AgeProfile;
import uk.footprints.indicator.AreaPopulation;
import uk.footprints.report.Report;
import uk.footprints.table.ExcerptRows;
import uk.footprints.table.Table;
import uk.footprints.table.TableData;
import uk.footprints.table.TableExcerpt;

/** Reads the rows of other published tables that reports and the age profile need. */
public final class ReportInputs {

  /** Emergency admissions of England by age, where the release has them. */
  private static final TableExcerpt<Admissions> BY_AGE = TableExcerpt.of(HesMonthly.GROUPS, Admissions.class);

  /** Admissions of England in a month, by group of a breakdown. */
  private record Admissions(
      String breakdown, String measure, String groupCode, LocalDate periodStart, double value) {}

  private ReportInputs() {}

  /** Reads rows of a release. */
  public interface Reading {
    /** Reads some columns of a table; returns no rows when the release does not have the table. */
    TableData data(Table table, List<String> columns) throws IOException;
  }

  /** Reads the excerpts that these reports need; each table is read once, even if there are several excerpts of it. */
  public static ExcerptRows of(List<Report<?>> reports, Reading reading) throws IOException {
    Set<TableExcerpt<?>> required = new LinkedHashSet<>(List.of(BY_AGE));
    reports.forEach(report -> required.addAll(report.reads()));
    Map<Table, Set<TableExcerpt<?>>> byTable = new LinkedHashMap<>();
    required.forEach(excerpt -> byTable.computeIfAbsent(excerpt.table(), t -> new LinkedHashSet<>()).add(excerpt));
    ExcerptRows excerpts = ExcerptRows.NONE;
    for (Map.Entry<Table, Set<TableExcerpt<?>>> of : byTable.entrySet()) {
      List<String> columns = of.getValue().stream().flatMap(e -> e.columns().stream()).distinct().toList();
      TableData data = reading.data(of.getKey(), columns);
      for (TableExcerpt<?> excerpt : of.getValue()) {
        excerpts = with(excerpts, excerpt, data);
      }
    }
    return excerpts;
  }

  private static <R extends Record> ExcerptRows with(ExcerptRows others, TableExcerpt<R> excerpt, TableData data) {
    return others.with(excerpt, data.rows(excerpt));
  }

  /** Computes how often people of each age are admitted; empty where the release has no such figures. */
  static Optional<AgeProfile> profile(ExcerptRows excerpts, AreaPopulation england) {
    List<AgeProfile.Count> counts =
        excerpts.of(BY_AGE).stream()
            .filter(a -> a.breakdown().equals("age") && a.measure().equals("hes.fae.emergency"))
            .filter(a -> !Double.isNaN(a.value()))
            .map(a -> new AgeProfile.Count(a.groupCode(), a.periodStart(), a.value()))
            .toList();
    return AgeProfile.of(counts, england);
  }
}
