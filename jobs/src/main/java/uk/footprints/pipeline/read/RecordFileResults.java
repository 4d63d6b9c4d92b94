package uk.footprints.pipeline.read;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import uk.footprints.catalogue.Catalogue;
import uk.footprints.finding.Finding.Kind;
import uk.footprints.finding.Finding;
import uk.footprints.finding.Location;
import uk.footprints.period.Period;
import uk.footprints.pipeline.input.InputFile;
import uk.footprints.pipeline.input.InputListing;
import uk.footprints.pipeline.input.RefreshOptions;
import uk.footprints.publication.Publication;
import uk.footprints.publication.PublicationTimetable;
import uk.footprints.publication.RevisionStatus;
import uk.footprints.records.disclosure.PublishableStays;
import uk.footprints.records.disclosure.StayGroup;
import uk.footprints.records.disclosure.StayGroupRow;
import uk.footprints.records.episode.ExtractFile;
import uk.footprints.records.episode.IngestResult;
import uk.footprints.records.episode.RejectReason;
import uk.footprints.records.episode.RejectedRow;
import uk.footprints.table.TableRows;
import uk.footprints.transform.ObservationBatch;
import uk.footprints.transform.RowAccounting;
import uk.footprints.transform.TransformResult;

/**
 * Makes the result of each record file: its row counts, findings, and the published figures of the financial years
 * attributed to it. Figures are computed from all extracts together; each financial year is attributed to the first
 * file that contains it.
 */
final class RecordFileResults {

  private final Map<String, InputFile> files = new HashMap<>();
  private final Map<String, List<ExtractFile>> extracts;
  private final IngestResult ingested;
  private final RefreshOptions options;
  private final Map<Integer, String> fileOfYear = new TreeMap<>();

  RecordFileResults(
      InputListing inputs, Map<String, List<ExtractFile>> extracts, IngestResult ingested, RefreshOptions options) {
    inputs.files().forEach(file -> files.put(file.path(), file));
    this.extracts = extracts;
    this.ingested = ingested;
    this.options = options;
    extracts.keySet().stream().sorted().forEach(path -> years(path).forEach(year -> fileOfYear.putIfAbsent(year, path)));
  }

  static FileResult notSelected(InputFile file) {
    return FileResult.withoutRows(SourceFile.records(file, false), "", FileResult.NOT_SELECTED);
  }

  private List<Integer> years(String path) {
    return extracts.get(path).stream()
        .flatMap(extract -> ingested.yearsByFile().getOrDefault(extract.name(), List.of()).stream()).distinct().toList();
  }

  /** Returns the source of a year's figures: its file, and the date from the timetable, as no file contains one. */
  ObservationBatch.Origin origin(int year) {
    String path = fileOfYear.getOrDefault(year, firstPath());
    return new ObservationBatch.Origin(files.get(path).sha256(), published(year), revisionStatus());
  }

  private LocalDate published(int year) {
    PublicationTimetable timetable = Catalogue.builtIn().findDataset(RecordFiles.DATASET).orElseThrow().timetable();
    return timetable.firstRelease(Period.financialYear(year));
  }

  private RevisionStatus revisionStatus() {
    return ingested.artificial() ? RevisionStatus.ARTIFICIAL : RevisionStatus.PROVISIONAL;
  }

  /**
   * Returns the result of each file.
   *
   * @param stays what is published
   * @param leftOut what was left out of the models of case mix, in sentences; findings of the first file
   */
  List<FileResult> outcomes(PublishableStays stays, List<String> leftOut) {
    Map<String, List<ObservationBatch>> blocks = stays.blocks().stream()
        .filter(block -> options.includes(block.origin().publishedOn()))
        .collect(Collectors.groupingBy(block -> block.origin().sha256()));
    Map<String, List<StayGroup>> groups = stays.groups().stream()
        .filter(row -> options.includes(row.origin().publishedOn()))
        .collect(Collectors.groupingBy(row -> row.origin().sha256()));
    List<FileResult> outcomes = new ArrayList<>();
    extracts.forEach((path, of) -> {
      String hash = files.get(path).sha256();
      outcomes.add(outcome(path, of, blocks.getOrDefault(hash, List.of()), groups.getOrDefault(hash, List.of()),
          path.equals(firstPath()) ? leftOut : List.of()));
    });
    return outcomes;
  }

  private FileResult outcome(String path, List<ExtractFile> of, List<ObservationBatch> blocks, List<StayGroup> groups,
      List<String> leftOut) {
    long read = sum(of, ingested.rows());
    long rejected = sum(of, ingested.rejectsByFile()) + sum(of, ingested.copiesByFile());
    long figures = blocks.stream().mapToLong(ObservationBatch::size).sum() + groups.size();
    RowAccounting accounting = new RowAccounting(
        read + of.size(), read - rejected, of.size(), 0, 0, rejected, 0, figures, 0);
    List<Period> periods = blocks.stream().map(ObservationBatch::period).distinct().sorted().toList();
    List<TableRows> tables = groups.isEmpty() ? List.of() : List.of(
        new TableRows(StayGroupRow.TABLE.name(), groups.stream().map(StayGroupRow::cells).toList()));
    InputFile file = files.get(path);
    int latest = years(path).stream().max(Comparator.naturalOrder()).orElse(0);
    Publication publication = new Publication(published(latest), "timetable", revisionStatus());
    return FileResult.read(SourceFile.records(file, ingested.artificial()), RecordFiles.DATASET,
        ingested.artificial() ? "records, artificial" : "records", publication,
        new TransformResult(blocks, tables, findings(path, of, leftOut), accounting, periods), Catalogue.builtIn());
  }

  private static long sum(List<ExtractFile> of, Map<String, Long> byName) {
    return of.stream().mapToLong(extract -> byName.getOrDefault(extract.name(), 0L)).sum();
  }

  private String firstPath() {
    return extracts.keySet().stream().sorted().findFirst().orElseThrow();
  }

  private List<Finding> findings(String path, List<ExtractFile> of, List<String> leftOut) {
    List<Finding> findings = new ArrayList<>();
    Location place = Location.file(path);
    if (ingested.artificial()) {
      findings.add(Finding.of(Kind.ARTIFICIAL, RecordFiles.DATASET, place, "its records are artificial"));
    }
    leftOut.forEach(sentence -> findings.add(
        Finding.of(Kind.CASE_MIX_REDUCED, RecordFiles.DATASET, place, "%s", sentence)));
    for (ExtractFile extract : of) {
      extract.lacks().stream().filter(field -> !field.lost().isEmpty()).forEach(field -> findings.add(Finding.of(
          Kind.COLUMN_MISSING, RecordFiles.DATASET, place.row(1), "column %s is missing; it is needed for %s",
          extract.lacked(field), field.lost())));
      if (!extract.extra().isEmpty()) {
        findings.add(Finding.of(Kind.COLUMN_NOT_KNOWN, RecordFiles.DATASET, place.row(1),
            "columns that the layout does not have: %s", String.join(", ", extract.extra())));
      }
      if (ingested.isBeyond(extract.name(), options.records().mostRejects())) {
        findings.add(Finding.of(Kind.TOO_MANY_REJECTS, RecordFiles.DATASET, place, "%,d of %,d rows were set aside, more than "
            + "%.0f%%", ingested.rejectsByFile().get(extract.name()), ingested.rows().get(extract.name()),
            100 * options.records().mostRejects()));
      }
      ingested.rejectsOf(extract.name()).forEach((reason, rows) -> findings.add(rejects(place, extract, reason, rows)));
      long copies = ingested.copiesByFile().getOrDefault(extract.name(), 0L);
      if (copies > 0) {
        findings.add(Finding.of(Kind.DUPLICATE_ROW, RecordFiles.DATASET, place,
            "%,d rows have the key (EPIKEY) of another row", copies));
      }
    }
    return findings;
  }

  /** Returns a finding with the number of rejected rows, the reason and the location of the first, but no content. */
  private Finding rejects(Location place, ExtractFile extract, RejectReason reason, long rows) {
    RejectedRow first = ingested.examples().stream()
        .filter(reject -> reject.file().equals(extract.name()) && reject.reason() == reason).findFirst().orElseThrow();
    Location at = place.row((int) Math.min(Integer.MAX_VALUE, first.row()));
    return Finding.of(Kind.ROWS_REJECTED, RecordFiles.DATASET, first.column().isEmpty() ? at : at.column(first.column()),
        "%,d rows were set aside: %s; this is the first", rows, reason.label().replace('_', ' '));
  }
}
