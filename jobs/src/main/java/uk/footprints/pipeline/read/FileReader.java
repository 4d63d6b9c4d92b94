package uk.footprints.pipeline.read;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import uk.footprints.area.Corrections;
import uk.footprints.area.ReferenceData;
import uk.footprints.catalogue.Catalogue;
import uk.footprints.dataset.Dataset;
import uk.footprints.declaration.DeclarationFile;
import uk.footprints.finding.Finding.Kind;
import uk.footprints.finding.Finding;
import uk.footprints.finding.Location;
import uk.footprints.finding.Severity;
import uk.footprints.format.ArtificialMarker;
import uk.footprints.format.Sheet;
import uk.footprints.format.SourceWorkbook;
import uk.footprints.format.UnreadableFileException;
import uk.footprints.format.WorkbookReader;
import uk.footprints.layout.FileDates;
import uk.footprints.layout.HeaderMatch;
import uk.footprints.period.Period;
import uk.footprints.pipeline.input.DatasetDetector;
import uk.footprints.pipeline.input.InputFile;
import uk.footprints.pipeline.input.InputGroup;
import uk.footprints.pipeline.input.RefreshOptions;
import uk.footprints.publication.Publication;
import uk.footprints.publication.PublicationDates;
import uk.footprints.storage.Archive;
import uk.footprints.storage.Store;
import uk.footprints.transform.CorrectionStep;
import uk.footprints.transform.DuplicateFigureFilter;
import uk.footprints.transform.ObservationBatch;
import uk.footprints.transform.RowAccounting;
import uk.footprints.transform.SheetContent;
import uk.footprints.transform.TransformResult;

/** Reads one input file: archives it, recognises its dataset, finds its publication date and transforms its rows. */
public final class FileReader {

  private static final String BOUNDARIES = "boundaries";
  /** Kinds of findings that a file need not have when it is read again. */
  private static final Set<Kind> PASSING = EnumSet.of(Kind.CHANGED_WHILE_READ, Kind.PROGRAM_FAULT);

  private final Store source;
  private final Archive archive;
  private final RefreshOptions options;
  private final ReferenceData reference;
  private final Catalogue catalogue;
  private final Corrections corrections;

  /** Creates a reader with the reference tables of this virtual machine. */
  public FileReader(Store source, Archive archive, RefreshOptions options) {
    this(source, archive, options, ReferenceData.ofJar());
  }

  /** Creates a reader with these reference tables. */
  public FileReader(Store source, Archive archive, RefreshOptions options, ReferenceData reference) {
    this.reference = reference;
    Corrections all = reference.corrections();
    for (DeclarationFile own : options.ownTables().corrections()) {
      all = all.and(Corrections.own(own.name(), own.text()));
    }
    this.corrections = all;
    this.source = source;
    this.archive = archive;
    this.options = options;
    this.catalogue = options.catalogue();
  }

  public FileResult read(InputFile file) {
    try (InputGroup.Source one = new InputGroup.Source(source)) {
      return read(file, one);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads every file of a group, from the cache where an earlier run has read it. */
  public List<PackedResult> read(InputGroup group, ParseCache parsed) {
    try (InputGroup.Source opened = new InputGroup.Source(source)) {
      return group.files().stream().map(file -> parsed.read(file, each -> read(each, opened))).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads a file from its group, whose archive may be open already. */
  public FileResult read(InputFile file, InputGroup.Source from) {
    byte[] bytes;
    String sha;
    if (file.bytes() > WorkbookReader.LARGEST) {
      Finding large =
          Finding.of(
              Kind.UNREADABLE, "", Location.file(file.path()), "the file is larger than a publication: %,d MiB",
              file.bytes() >> 20);
      return FileResult.setAside(notRead(file), large, RowAccounting.NONE);
    }
    try {
      bytes = from.read(file);
    } catch (IOException e) {
      Finding lost =
          Finding.of(Kind.UNREADABLE, "", Location.file(file.path()), "the file could not be read: %s", e.getMessage());
      return FileResult.setAside(notRead(file), lost, RowAccounting.NONE);
    }
    try {
      sha = archive.keep(bytes);
    } catch (IOException e) {
      // The store failed, not the file: the run fails rather than leave out the file.
      throw new UncheckedIOException(e);
    }
    if (!file.sha256().isEmpty() && !file.sha256().equals(sha)) {
      Finding changed =
          Finding.of(
              Kind.CHANGED_WHILE_READ, "", Location.file(file.path()),
              "the file changed between listing the folder and reading the file");
      SourceFile now = new SourceFile(file.path(), bytes.length, sha, WorkbookReader.format(bytes).name());
      return FileResult.setAside(now, changed, RowAccounting.NONE);
    }
    return read(file, sha, bytes);
  }

  /** Returns whether reading the file again may help: it could not be read, or was being written. */
  public static boolean mayGiveMore(FileResult outcome) {
    boolean lost = outcome.sha256().isEmpty() && outcome.bytes() <= WorkbookReader.LARGEST;
    return lost || outcome.transformed().findings().stream().anyMatch(f -> PASSING.contains(f.kind()));
  }

  private static SourceFile notRead(InputFile file) {
    return new SourceFile(file.path(), file.bytes(), "", SourceFile.OTHER);
  }

  /** Reads a file by the format of its bytes; its name is used only for the parts of a shapefile. */
  public FileResult read(InputFile file, String sha, byte[] bytes) {
    if (isShapefilePart(file.path())) {
      String format = SourceWorkbook.Format.SHAPEFILE.name();
      return FileResult.withoutRows(
          new SourceFile(file.path(), file.bytes(), sha, format), BOUNDARIES, FileResult.BOUNDARY);
    }
    Location place = Location.file(file.path());
    SourceFile unread = new SourceFile(file.path(), file.bytes(), sha, SourceFile.OTHER);
    SourceWorkbook workbook;
    try {
      workbook = WorkbookReader.read(bytes);
    } catch (UnreadableFileException e) {
      SourceFile known = new SourceFile(file.path(), file.bytes(), sha, WorkbookReader.format(bytes).name());
      Finding finding = Finding.of(Kind.UNREADABLE, "", place, "%s", e.getMessage());
      return FileResult.setAside(known, finding, RowAccounting.NONE);
    } catch (StackOverflowError e) {
      Finding finding = Finding.of(Kind.UNREADABLE, "", place, "its content is nested too deeply to be a table");
      return FileResult.setAside(unread, finding, RowAccounting.NONE);
    } catch (RuntimeException e) {
      Finding finding =
          ProgramFault.isOwn(e)
              ? ProgramFault.finding(file.path(), e)
              : Finding.of(Kind.UNREADABLE, "", place, "the file could not be understood (%s)", e.toString());
      return FileResult.setAside(unread, finding, RowAccounting.NONE);
    }
    try {
      SourceFile source =
          new SourceFile(
              file.path(), file.bytes(), sha, workbook.format().name(), ArtificialMarker.isIn(workbook));
      return switch (workbook.format()) {
        case GEOJSON, SHAPEFILE -> FileResult.withoutRows(source, BOUNDARIES, FileResult.BOUNDARY);
        default -> readWorkbook(file, source, source.artificial() ? ArtificialMarker.without(workbook) : workbook);
      };
    } catch (RuntimeException | StackOverflowError | LinkageError | AssertionError e) {
      return FileResult.setAside(
          unread, ProgramFault.finding(file.path(), e),
          RowAccounting.setAside(workbook.sheets().stream().mapToLong(s -> s.rows().size()).sum()));
    }
  }

  /** Recognises the other files of a shapefile by their names; only the first file has recognisable bytes. */
  private static boolean isShapefilePart(String path) {
    return path.toLowerCase(Locale.ROOT).matches(".*\\.(dbf|shx|prj|cpg|sbn|sbx)");
  }

  private FileResult readWorkbook(InputFile file, SourceFile source, SourceWorkbook workbook) {
    DatasetDetector detector = DatasetDetector.of(workbook, catalogue);
    List<Dataset> found = detector.found();
    List<Dataset> selected =
        found.stream().filter(d -> options.only().isEmpty() || options.only().contains(d.id())).toList();
    if (selected.isEmpty() && !options.only().isEmpty()) {
      return FileResult.withoutRows(source, "", FileResult.NOT_SELECTED);
    }
    List<Dataset> conflicting = detector.conflicting(selected);
    if (conflicting.isEmpty() && !selected.isEmpty()) {
      return readAs(file, source, workbook, selected, detector);
    }
    Location place = Location.file(file.path());
    Finding finding =
        selected.isEmpty() ? detector.unknown(place, workbook.sheets()) : DatasetDetector.ambiguous(place, conflicting);
    long rows = workbook.sheets().stream().mapToLong(s -> s.rows().size()).sum();
    return FileResult.setAside(source, finding, RowAccounting.setAside(rows));
  }

  private FileResult readAs(
      InputFile file, SourceFile source, SourceWorkbook workbook, List<Dataset> datasets, DatasetDetector detector) {
    Location place = Location.file(file.path());
    List<Finding> findings = FileChecks.of(workbook, place);
    Dataset dataset = datasets.get(0);
    if (source.artificial()) {
      findings.add(Finding.of(Kind.ARTIFICIAL, dataset.id(), place, "the file says that its data are artificial"));
    }
    FileDates dates = FileDates.of(datasets.stream().flatMap(of -> detector.matches(of).stream()).toList(), place);
    findings.addAll(FileChecks.dates(dataset.id(), place, dates));
    Map<Dataset, List<HeaderMatch>> matches = new LinkedHashMap<>();
    datasets.forEach(
        of -> matches.put(of, detector.matches(of).stream().map(match -> match.datedIn(dates.order())).toList()));
    SheetContent shifted = ShiftedRows.content(matches.get(dataset).get(0), dataset.id(), place);
    matches.replaceAll((of, all) -> all.stream().map(ShiftedRows::leftOut).toList());
    HeaderMatch first = matches.get(dataset).get(0);
    boolean derived = first.layout().derived();
    // Finding the publication date needs the period, which only the rows give: transform the first sheet.
    SheetContent firstRows = dataset.conform(first, place);
    if (firstRows.periods().isEmpty()) {
      List<Finding> why = new ArrayList<>(firstRows.findings());
      if (why.stream().noneMatch(f -> f.kind() == Kind.NO_PERIOD)) {
        why.add(
            0,
            Finding.of(
                Kind.NO_PERIOD, dataset.id(), place.sheet(first.sheet().name()), nothingFound(why)));
      }
      return setAside(source, workbook, dataset, why);
    }
    if (firstRows.findings().stream().anyMatch(f -> f.kind() == Kind.PERIOD_CONFLICT)) {
      return setAside(source, workbook, dataset, firstRows.findings());
    }
    Period latest = firstRows.periods().get(firstRows.periods().size() - 1);
    Publication publication =
        PublicationDates.find(
            new PublicationDates.DateEvidence(
                workbook, first.sheet(), file.naming(), dataset.timetable(), latest, derived, dataset.id(), place),
            findings);
    if (!options.includes(publication.publishedOn())) {
      return FileResult.withoutRows(source, "", FileResult.PUBLISHED_LATER);
    }
    SheetContent content = SheetContent.nothing(findings, RowAccounting.NONE).plus(shifted);
    List<Sheet> rest = new ArrayList<>(workbook.sheets());
    for (Dataset of : datasets) {
      for (HeaderMatch match : matches.get(of)) {
        SheetContent rows = match == first ? firstRows : of.conform(match, place);
        List<Finding> headings = FileChecks.headings(of.id(), place, match, rows);
        content = content.plus(rows).plus(SheetContent.nothing(headings, RowAccounting.NONE));
        rest.removeIf(sheet -> sheet.name().equals(match.sheet().name()));
        if (match.sheet().hidden()) {
          Finding hidden = FileChecks.hidden(of.id(), place, match.sheet(), true);
          content = content.plus(SheetContent.nothing(List.of(hidden), RowAccounting.NONE));
        }
      }
    }
    for (Sheet sheet : rest) {
      content = content.plus(UnreadSheet.of(matches, sheet, place, catalogue));
    }
    if (content.findings().stream().noneMatch(f -> f.kind() == Kind.HEADER_CHANGED)) {
      List<Finding> absent = UnreadSheet.absent(matches, workbook.sheets(), place);
      content = content.plus(SheetContent.nothing(absent, RowAccounting.NONE));
    }
    SheetContent unique = DuplicateFigureFilter.once(content, dataset.id(), place);
    content = CorrectionStep.of(unique, corrections, place);
    TransformResult rows =
        content.publishedAs(new ObservationBatch.Origin(source.sha256(), publication.publishedOn(), publication.revisionStatus()));
    for (Dataset of : datasets) {
      rows = of.wholeFile(rows);
    }
    List<Finding> checks =
        FileChecks.of(dataset.id(), place, rows, publication, options.today(), reference.register(), catalogue);
    TransformResult all = rows.plus(TransformResult.nothing(checks, RowAccounting.NONE));
    if (all.findings().stream().anyMatch(f -> f.severity() == Severity.SET_ASIDE)) {
      return setAside(source, workbook, dataset, all.findings());
    }
    return FileResult.read(source, dataset.id(), first.layout().era(), publication, all, catalogue);
  }

  private static FileResult setAside(
      SourceFile source, SourceWorkbook workbook, Dataset dataset, List<Finding> findings) {
    long rows = workbook.sheets().stream().mapToLong(s -> s.rows().size()).sum();
    return FileResult.setAside(source, dataset.id(), findings, RowAccounting.setAside(rows));
  }

  /** Says that no row was read, with the declaration's reason for the first that was left out. */
  private static String nothingFound(List<Finding> why) {
    return why.stream()
        .filter(f -> f.kind() == Kind.SHEET_NOT_READ)
        .map(f -> "no row of an organisation was found; " + f.message())
        .findFirst()
        .orElse("no row of an organisation was found");
  }
}
