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
import uk.footprints.area.Membership;
import uk.footprints.area.OrganisationRegister;
import uk.footprints.area.ReferenceData;
import uk.footprints.area.Successions;
import uk.footprints.catalogue.Catalogue;
import uk.footprints.catalogue.FindingRecord;
import uk.footprints.catalogue.MeasureRecord;
import uk.footprints.catalogue.OrganisationRecord;
import uk.footprints.catalogue.SourceFileRecord;
import uk.footprints.finding.Finding;
import uk.footprints.finding.Severity;
import uk.footprints.period.Period;
import uk.footprints.pipeline.input.InputListing;
import uk.footprints.pipeline.merge.PartitionResult;
import uk.footprints.pipeline.merge.WrittenRows;
import uk.footprints.pipeline.read.FileResult;
import uk.footprints.publication.Publication;
import uk.footprints.transform.RowAccounting;

/** Makes the rows of the audit tables: source files, findings, rejects, measures and organisations. */
public final class AuditTables {

  private static final Set<Severity> REJECTIONS =
      EnumSet.of(Severity.REJECT, Severity.INCOMPLETE, Severity.SET_ASIDE);

  private AuditTables() {}

  /** Returns the rows of {@code source_files}, one for each file. */
  static List<SourceFileRecord> sourceFiles(
      List<FileResult> outcomes, Map<String, WrittenRows> written, InputListing inputs) {
    List<SourceFileRecord> rows = new ArrayList<>();
    Map<String, String> urls = inputs.urls();
    outcomes.forEach(
        o -> rows.add(sourceFile(o, written.getOrDefault(o.sha256(), WrittenRows.NONE), urls.get(o.path()))));
    inputs.copies().forEach((path, first) -> rows.add(SourceFileRecord.copy(path, first.bytes(), first.path())));
    rows.sort(Comparator.comparing(SourceFileRecord::file));
    return rows;
  }

  private static SourceFileRecord sourceFile(FileResult o, WrittenRows written, String url) {
    RowAccounting a = o.transformed().accounting();
    List<Period> periods = o.transformed().periods();
    Optional<Publication> publication = Optional.ofNullable(o.publication());
    return new SourceFileRecord(
        o.path(),
        o.sha256(),
        o.bytes(),
        o.file().format(),
        o.dataset(),
        o.era(),
        periods.stream().map(Period::start).min(LocalDate::compareTo).orElse(null),
        periods.stream().map(Period::end).max(LocalDate::compareTo).orElse(null),
        publication.map(Publication::publishedOn).orElse(null),
        publication.map(Publication::dateBasis).orElse(null),
        publication.map(p -> p.revisionStatus().id()).orElse(null),
        o.state(),
        new SourceFileRecord.Counts(
            a.read(), a.observed(), a.titles(), a.notes(), a.totals(), a.rejected(), a.notRead(), a.cells(),
            a.cellsRejected(), a.cells() - a.cellsRejected(), written.superseded()),
        url,
        new SourceFileRecord.Refused(a.figures(), a.refused()),
        o.file().artificial());
  }

  /** Returns the rows of {@code findings}. */
  static List<FindingRecord> findings(List<Finding> findings) {
    return findings.stream().map(FindingRecord::of).toList();
  }

  /** Returns the rows of {@code rejects}: the findings about cells, rows and files that are not used. */
  static List<FindingRecord> rejects(List<Finding> findings) {
    return findings.stream().filter(f -> REJECTIONS.contains(f.severity())).map(FindingRecord::of).toList();
  }

  /** Returns the rows of {@code measures}. */
  static List<MeasureRecord> measures(Catalogue catalogue) {
    return catalogue.datasets().stream()
        .flatMap(dataset -> dataset.measures().stream().map(measure -> MeasureRecord.of(dataset, measure)))
        .toList();
  }

  /** Returns the rows of {@code organisations}. */
  static List<OrganisationRecord> organisations(PartitionResult merged, ReferenceData reference) {
    return merged.names().values().stream()
        .sorted(Comparator.comparing(PartitionResult.Seen::code).thenComparing(PartitionResult.Seen::role))
        .map(seen -> organisation(seen, reference))
        .toList();
  }

  private static OrganisationRecord organisation(PartitionResult.Seen seen, ReferenceData reference) {
    Optional<OrganisationRegister.Entry> entry = reference.register().find(seen.code(), seen.last());
    String kind = seen.role().equals("commissioner") ? Membership.CCG : seen.role();
    String successors =
        reference.areas().successions().listHeirsOf(kind, seen.code(), seen.last()).stream()
            .map(Successions.Heir::code)
            .filter(code -> !code.equals(seen.code()))
            .collect(Collectors.joining(" "));
    return new OrganisationRecord(
        seen.code(), seen.role(), seen.name(), seen.first(), seen.last(),
        entry.map(OrganisationRegister.Entry::type).orElse(null),
        entry.map(OrganisationRegister.Entry::typeBasis).orElse(null),
        entry.map(e -> e.dates().from()).filter(d -> d.isAfter(LocalDate.MIN)).orElse(null),
        reference.register().lastDay(seen.role(), seen.code()).orElse(null), successors);
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
