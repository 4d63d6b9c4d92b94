package uk.footprints.pipeline.read;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import uk.footprints.area.Corrections;
import uk.footprints.dataset.Dataset;
import uk.footprints.finding.Finding.Kind;
import uk.footprints.finding.Finding;
import uk.footprints.finding.Location;
import uk.footprints.finding.Severity;
import uk.footprints.format.Sheet;
import uk.footprints.format.SourceWorkbook;
import uk.footprints.format.UnreadableFileException;
import uk.footprints.format.WorkbookReader;
import uk.footprints.layout.HeaderMatch;
import uk.footprints.period.Period;
import uk.footprints.pipeline.input.InputGroup;
import uk.footprints.pipeline.input.DatasetDetector;
import uk.footprints.pipeline.input.InputFile;
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

/** One file through the first four rooms: found, kept, told and read. Runs wherever Spark puts it. */
public final class FileReader {

  private final Store source;
  private final Archive archive;
  private final RefreshOptions wanted;

  public FileReader(Store source, Archive archive, RefreshOptions wanted) {
    this.source = source;
    this.archive = archive;
    this.wanted = wanted;
  }

  public FileResult read(InputFile file) {
    try (InputGroup.Source one = new InputGroup.Source(source)) {
      return read(file, one);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads every file of a group, unless an earlier run did. */
  public List<FileResult> read(InputGroup group, ParseCache parsed) {
    try (InputGroup.Source opened = new InputGroup.Source(source)) {
      return group.files().stream().map(file -> parsed.read(file, each -> read(each, opened))).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same, where an archive may be open already. */
  public FileResult read(InputFile file, InputGroup.Source from) {
    byte[] bytes;
    String sha;
    if (file.bytes() > WorkbookReader.LARGEST) {
      Finding large =
          Finding.of(
              Kind.UNREADABLE, "", Location.file(file.path()), "the file is larger than a publication: %,d MiB",
              file.bytes() >> 20);
      return FileResult.setAside(file.path(), file.bytes(), "", "OTHER", large, RowAccounting.NONE);
    }
    try {
      bytes = from.read(file);
    } catch (IOException e) {
      Finding lost =
          Finding.of(Kind.UNREADABLE, "", Location.file(file.path()), "the file could not be read: %s", e.getMessage());
      return FileResult.setAside(file.path(), file.bytes(), "", "OTHER", lost, RowAccounting.NONE);
    }
    try {
      sha = archive.keep(bytes);
    } catch (IOException e) {
      // The store's fault, not the file's: it is not left out for that.
      throw new UncheckedIOException(e);
    }
    if (!file.sha256().isEmpty() && !file.sha256().equals(sha)) {
      Finding changed =
          Finding.of(
              Kind.CHANGED_WHILE_READ, "", Location.file(file.path()),
              "the file changed between the look at the folder and its reading");
      return FileResult.setAside(file.path(), bytes.length, sha, WorkbookReader.format(bytes).name(), changed, RowAccounting.NONE);
    }
    return read(file, sha, bytes);
  }

  /** Whether the same file may give more when it is read again: it could not be had, or somebody was writing it. */
  public static boolean mayGiveMore(FileResult outcome) {
    boolean lost = outcome.sha256().isEmpty() && outcome.bytes() <= WorkbookReader.LARGEST;
    return lost || outcome.conformed().findings().stream().anyMatch(f -> f.kind() == Kind.CHANGED_WHILE_READ);
  }

  /** A file of these bytes, whatever its name says. */
  public FileResult read(InputFile file, String sha, byte[] bytes) {
    if (besideShapefile(file.path())) {
      return plain(file, sha, SourceWorkbook.Format.SHAPEFILE, FileResult.BOUNDARY);
    }
    try {
      SourceWorkbook book = WorkbookReader.read(bytes);
      return switch (book.format()) {
        case GEOJSON, SHAPEFILE -> plain(file, sha, book.format(), FileResult.BOUNDARY);
        default -> told(file, sha, book);
      };
    } catch (UnreadableFileException e) {
      Finding finding = Finding.of(Kind.UNREADABLE, "", Location.file(file.path()), "%s", e.getMessage());
      return FileResult.setAside(file.path(), file.bytes(), sha, WorkbookReader.format(bytes).name(), finding, RowAccounting.NONE);
    } catch (RuntimeException | StackOverflowError e) {
      Finding finding =
          Finding.of(
              Kind.UNREADABLE, "", Location.file(file.path()), "the file could not be understood (%s)", e.toString());
      return FileResult.setAside(file.path(), file.bytes(), sha, "OTHER", finding, RowAccounting.NONE);
    }
  }

  /** A shapefile is several files of one name; only the first can be told by its bytes. */
  private static boolean besideShapefile(String path) {
    return path.toLowerCase(Locale.ROOT).matches(".*\\.(dbf|shx|prj|cpg|sbn|sbx)");
  }

  private static FileResult plain(InputFile file, String sha, SourceWorkbook.Format format, String state) {
    return new FileResult(
        file.path(),
        file.bytes(),
        sha,
        format.name(),
        state.equals(FileResult.BOUNDARY) ? "boundaries" : "",
        "",
        null,
        TransformResult.nothing(List.of(), RowAccounting.NONE),
        state);
  }

  private FileResult told(InputFile file, String sha, SourceWorkbook book) {
    DatasetDetector told = DatasetDetector.of(book);
    List<Dataset> found = told.found();
    List<Dataset> asked = found.stream().filter(d -> wanted.only().isEmpty() || wanted.only().contains(d.id())).toList();
    if (asked.isEmpty() && !wanted.only().isEmpty()) {
      return plain(file, sha, book.format(), FileResult.NOT_ASKED);
    }
    List<Dataset> rivals = told.rivals(asked);
    if (rivals.isEmpty() && !asked.isEmpty()) {
      return readAs(file, sha, book, asked, told);
    }
    Location place = Location.file(file.path());
    Finding finding = asked.isEmpty() ? told.unknown(place) : DatasetDetector.ambiguous(place, rivals);
    long rows = book.sheets().stream().mapToLong(s -> s.rows().size()).sum();
    return FileResult.setAside(
        file.path(), file.bytes(), sha, book.format().name(), finding, RowAccounting.setAside(rows));
  }

  private FileResult readAs(
      InputFile file, String sha, SourceWorkbook book, List<Dataset> datasets, DatasetDetector told) {
    Location place = Location.file(file.path());
    List<Finding> findings = FileChecks.of(book, place);
    Dataset dataset = datasets.get(0);
    HeaderMatch first = told.proofs(dataset).get(0);
    boolean derived = first.layout().derived();
    // The day of publication depends on the period, which only the rows give.
    SheetContent trial = dataset.conform(first, place);
    if (trial.periods().isEmpty()) {
      List<Finding> why = new ArrayList<>(trial.findings());
      if (why.stream().noneMatch(f -> f.kind() == Kind.NO_PERIOD)) {
        why.add(
            0,
            Finding.of(
                Kind.NO_PERIOD, dataset.id(), place.sheet(first.sheet().name()), "no row of an organisation was found"));
      }
      return asideWith(file, sha, book, dataset, why);
    }
    if (trial.findings().stream().anyMatch(f -> f.kind() == Kind.PERIOD_CONFLICT)) {
      return asideWith(file, sha, book, dataset, trial.findings());
    }
    Period latest = trial.periods().get(trial.periods().size() - 1);
    Publication publication =
        PublicationDates.find(
            new PublicationDates.Evidence(
                book, first.sheet(), file.naming(), dataset.timetable(), latest, derived, dataset.id(), place),
            findings);
    if (!wanted.wants(publication.publishedOn())) {
      return plain(file, sha, book.format(), FileResult.LATER);
    }
    SheetContent content = SheetContent.nothing(findings, RowAccounting.NONE);
    List<Sheet> rest = new ArrayList<>(book.sheets());
    for (Dataset of : datasets) {
      for (HeaderMatch proof : told.proofs(of)) {
        SheetContent rows = proof == first ? trial : of.conform(proof, place);
        List<Finding> headings = FileChecks.headings(of.id(), place, proof, rows);
        content = content.plus(rows).plus(SheetContent.nothing(headings, RowAccounting.NONE));
        rest.removeIf(sheet -> sheet == proof.sheet());
        if (proof.sheet().hidden()) {
          Finding hidden = FileChecks.hidden(of.id(), place, proof.sheet(), true);
          content = content.plus(SheetContent.nothing(List.of(hidden), RowAccounting.NONE));
        }
      }
    }
    for (Sheet sheet : rest) {
      content = content.plus(UnreadSheet.of(dataset, sheet, place));
    }
    content = CorrectionStep.of(DuplicateFigureFilter.once(content, dataset.id(), place), Corrections.reference(), place);
    TransformResult rows =
        content.publishedAs(new ObservationBatch.Origin(sha, publication.publishedOn(), publication.revisionStatus()));
    for (Dataset of : datasets) {
      rows = of.wholeFile(rows);
    }
    List<Finding> checks = FileChecks.of(dataset.id(), place, rows, publication, wanted.today());
    TransformResult all = rows.plus(TransformResult.nothing(checks, RowAccounting.NONE));
    if (all.findings().stream().anyMatch(f -> f.severity() == Severity.SET_ASIDE)) {
      return asideWith(file, sha, book, dataset, all.findings());
    }
    return new FileResult(
        file.path(),
        file.bytes(),
        sha,
        book.format().name(),
        dataset.id(),
        first.layout().era(),
        publication,
        all,
        FileResult.READ);
  }

  private static FileResult asideWith(InputFile file, String sha, SourceWorkbook book, Dataset dataset, List<Finding> findings) {
    long rows = book.sheets().stream().mapToLong(s -> s.rows().size()).sum();
    return new FileResult(
        file.path(),
        file.bytes(),
        sha,
        book.format().name(),
        dataset.id(),
        "",
        null,
        TransformResult.nothing(findings, RowAccounting.setAside(rows)),
        FileResult.SET_ASIDE);
  }
}
