package uk.footprints.pipeline.build;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import uk.footprints.area.Areas;
import uk.footprints.area.Membership;
import uk.footprints.area.OrganisationRegister;
import uk.footprints.area.Successions;
import uk.footprints.catalogue.Datasets;
import uk.footprints.dataset.Dataset;
import uk.footprints.finding.Finding;
import uk.footprints.finding.Severity;
import uk.footprints.period.Period;
import uk.footprints.pipeline.input.InputListing;
import uk.footprints.pipeline.merge.PartitionResult;
import uk.footprints.pipeline.merge.WrittenRows;
import uk.footprints.pipeline.read.FileResult;
import uk.footprints.transform.Measure;
import uk.footprints.transform.RowAccounting;

/** Makes the rows of the audit tables: source files, findings, rejects, measures and organisations. */
public final class AuditTables {

  private static final Set<Severity> REJECTIONS =
      EnumSet.of(Severity.REJECT, Severity.INCOMPLETE, Severity.SET_ASIDE);

  private AuditTables() {}

  /** Returns the rows of {@code source_files}, one for each file. */
  static List<Object[]> sourceFiles(List<FileResult> outcomes, Map<String, WrittenRows> counts, InputListing inputs) {
    List<Object[]> rows = new ArrayList<>();
    Map<String, String> urls = inputs.urls();
    for (FileResult o : outcomes) {
      RowAccounting a = o.transformed().accounting();
      List<Period> periods = o.transformed().periods();
      LocalDate start = periods.stream().map(Period::start).min(LocalDate::compareTo).orElse(null);
      LocalDate end = periods.stream().map(Period::end).max(LocalDate::compareTo).orElse(null);
      boolean read = o.publication() != null;
      rows.add(
          new Object[] {
            o.path(), o.sha256(), o.bytes(), o.file().format(), empty(o.dataset()), empty(o.era()), start, end,
            read ? o.publication().publishedOn() : null, read ? o.publication().dateBasis() : null,
            read ? o.publication().revisionStatus().id() : null, o.state(), a.read(), a.observed(), a.titles(), a.notes(),
            a.totals(), a.rejected(), a.notRead(), a.cells(), a.cellsRejected(), a.cells() - a.cellsRejected(),
            counts.getOrDefault(o.sha256(), WrittenRows.NONE).superseded(), urls.get(o.path()), a.figures(), a.refused()
          });
    }
    inputs
        .copies()
        .forEach(
            (path, first) -> {
              Object[] row = new Object[26];
              row[0] = path;
              row[2] = first.bytes();
              row[11] = "same_as " + first.path();
              rows.add(row);
            });
    rows.sort((a, b) -> ((String) a[0]).compareTo((String) b[0]));
    return rows;
  }

  private static String empty(String text) {
    return text.isEmpty() ? null : text;
  }

  /** Returns the rows of {@code findings}. */
  static List<Object[]> findings(List<Finding> findings) {
    return findings.stream().map(AuditTables::row).toList();
  }

  /** Returns the rows of {@code rejects}: the findings about cells, rows and files that are not used. */
  static List<Object[]> rejects(List<Finding> findings) {
    return findings.stream()
        .filter(f -> REJECTIONS.contains(f.severity()))
        .map(AuditTables::row)
        .toList();
  }

  private static Object[] row(Finding f) {
    return new Object[] {
      f.kind().id(), f.severity().id(), empty(f.dataset()), empty(f.place().file()), empty(f.place().sheet()),
      f.place().row() == 0 ? null : (Long) (long) f.place().row(), empty(f.place().column()), f.message(), f.next()
    };
  }

  /** Returns the rows of {@code measures}. */
  static List<Object[]> measures() {
    List<Object[]> rows = new ArrayList<>();
    for (Dataset dataset : Datasets.all()) {
      for (Measure m : dataset.measures()) {
        rows.add(
            new Object[] {
              m.id(), dataset.id(), m.quantity(), m.unit(), m.publishedAs(), m.definition(), empty(m.warning())
            });
      }
    }
    return rows;
  }

  /** Returns the rows of {@code organisations}. */
  static List<Object[]> organisations(PartitionResult merged) {
    return merged.names().values().stream()
        .sorted(Comparator.comparing(PartitionResult.Seen::code).thenComparing(PartitionResult.Seen::role))
        .map(AuditTables::organisation)
        .toList();
  }

  private static Object[] organisation(PartitionResult.Seen seen) {
    Optional<OrganisationRegister.Entry> entry = OrganisationRegister.reference().find(seen.code(), seen.last());
    String kind = seen.role().equals("commissioner") ? Membership.CCG : seen.role();
    String successors =
        Areas.reference().successions().listHeirsOf(kind, seen.code(), seen.last()).stream()
            .map(Successions.Heir::code)
            .filter(code -> !code.equals(seen.code()))
            .collect(Collectors.joining(" "));
    return new Object[] {
      seen.code(), seen.role(), empty(seen.name()), seen.first(), seen.last(),
      entry.map(OrganisationRegister.Entry::type).orElse(null), entry.map(OrganisationRegister.Entry::typeBasis).orElse(null),
      entry.map(e -> e.dates().from()).filter(d -> d.isAfter(LocalDate.MIN)).orElse(null),
      OrganisationRegister.reference().lastDay(seen.role(), seen.code()).orElse(null), empty(successors)
    };
  }

  /** Returns the row counts of each dataset, added up over the files that were read. */
  public static Map<String, RowAccounting> byDataset(List<FileResult> outcomes) {
    Map<String, RowAccounting> sums = new TreeMap<>();
    outcomes.stream()
        .filter(o -> o.state().equals(FileResult.READ))
        .forEach(o -> sums.merge(o.dataset(), o.transformed().accounting(), RowAccounting::plus));
    return sums;
  }
}
