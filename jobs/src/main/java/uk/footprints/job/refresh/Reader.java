package uk.footprints.job.refresh;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import uk.footprints.archive.Archive;
import uk.footprints.area.Corrections;
import uk.footprints.conform.Accounting;
import uk.footprints.conform.Block;
import uk.footprints.conform.Conformed;
import uk.footprints.conform.Corrected;
import uk.footprints.conform.Sheets;
import uk.footprints.dataset.Dataset;
import uk.footprints.finding.Finding;
import uk.footprints.finding.Finding.Kind;
import uk.footprints.finding.Place;
import uk.footprints.finding.Severity;
import uk.footprints.parse.Book;
import uk.footprints.parse.Books;
import uk.footprints.parse.Proof;
import uk.footprints.parse.Sheet;
import uk.footprints.parse.Unreadable;
import uk.footprints.period.Period;
import uk.footprints.run.Store;
import uk.footprints.source.Publication;
import uk.footprints.source.Publications;

/** One file through the first four rooms: found, kept, told and read. Runs wherever Spark puts it. */
final class Reader {

  private final Store source;
  private final Archive archive;
  private final Asked wanted;

  Reader(Store source, Archive archive, Asked wanted) {
    this.source = source;
    this.archive = archive;
    this.wanted = wanted;
  }

  Outcome read(Listed file) {
    byte[] bytes;
    String sha;
    if (file.bytes() > Books.LARGEST) {
      Finding large =
          Finding.of(
              Kind.UNREADABLE, "", Place.file(file.path()), "the file is larger than a publication: %,d MiB",
              file.bytes() >> 20);
      return Outcome.setAside(file.path(), file.bytes(), "", "OTHER", large, Accounting.NONE);
    }
    try {
      bytes = file.read(source);
    } catch (IOException e) {
      Finding lost =
          Finding.of(Kind.UNREADABLE, "", Place.file(file.path()), "the file could not be read: %s", e.getMessage());
      return Outcome.setAside(file.path(), file.bytes(), "", "OTHER", lost, Accounting.NONE);
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
              Kind.CHANGED_WHILE_READ, "", Place.file(file.path()),
              "the file changed between the look at the folder and its reading");
      return Outcome.setAside(file.path(), bytes.length, sha, Books.format(bytes).name(), changed, Accounting.NONE);
    }
    return read(file, sha, bytes);
  }

  /** Whether the same file may give more when it is read again: it could not be had, or somebody was writing it. */
  static boolean mayGiveMore(Outcome outcome) {
    boolean lost = outcome.sha256().isEmpty() && outcome.bytes() <= Books.LARGEST;
    return lost || outcome.conformed().findings().stream().anyMatch(f -> f.kind() == Kind.CHANGED_WHILE_READ);
  }

  /** A file of these bytes, whatever its name says. */
  Outcome read(Listed file, String sha, byte[] bytes) {
    if (besideShapefile(file.path())) {
      return plain(file, sha, Book.Format.SHAPEFILE, Outcome.BOUNDARY);
    }
    try {
      Book book = Books.read(bytes);
      return switch (book.format()) {
        case GEOJSON, SHAPEFILE -> plain(file, sha, book.format(), Outcome.BOUNDARY);
        default -> told(file, sha, book);
      };
    } catch (Unreadable e) {
      Finding finding = Finding.of(Kind.UNREADABLE, "", Place.file(file.path()), "%s", e.getMessage());
      return Outcome.setAside(file.path(), file.bytes(), sha, Books.format(bytes).name(), finding, Accounting.NONE);
    } catch (RuntimeException | StackOverflowError e) {
      Finding finding =
          Finding.of(
              Kind.UNREADABLE, "", Place.file(file.path()), "the file could not be understood (%s)", e.toString());
      return Outcome.setAside(file.path(), file.bytes(), sha, "OTHER", finding, Accounting.NONE);
    }
  }

  /** A shapefile is several files of one name; only the first can be told by its bytes. */
  private static boolean besideShapefile(String path) {
    return path.toLowerCase(Locale.ROOT).matches(".*\\.(dbf|shx|prj|cpg|sbn|sbx)");
  }

  private static Outcome plain(Listed file, String sha, Book.Format format, String state) {
    return new Outcome(
        file.path(),
        file.bytes(),
        sha,
        format.name(),
        state.equals(Outcome.BOUNDARY) ? "boundaries" : "",
        "",
        null,
        Conformed.nothing(List.of(), Accounting.NONE),
        state);
  }

  private Outcome told(Listed file, String sha, Book book) {
    Told told = Told.of(book);
    List<Dataset> found = told.found();
    List<Dataset> asked = found.stream().filter(d -> wanted.only().isEmpty() || wanted.only().contains(d.id())).toList();
    if (asked.isEmpty() && !wanted.only().isEmpty()) {
      return plain(file, sha, book.format(), Outcome.NOT_ASKED);
    }
    List<Dataset> rivals = told.rivals(asked);
    if (rivals.isEmpty() && !asked.isEmpty()) {
      return readAs(file, sha, book, asked, told);
    }
    Place place = Place.file(file.path());
    Finding finding = asked.isEmpty() ? told.unknown(place) : Told.ambiguous(place, rivals);
    long rows = book.sheets().stream().mapToLong(s -> s.rows().size()).sum();
    return Outcome.setAside(
        file.path(), file.bytes(), sha, book.format().name(), finding, Accounting.setAside(rows));
  }

  private Outcome readAs(
      Listed file, String sha, Book book, List<Dataset> datasets, Told told) {
    Place place = Place.file(file.path());
    List<Finding> findings = Checks.of(book, place);
    Dataset dataset = datasets.get(0);
    Proof first = told.proofs(dataset).get(0);
    boolean derived = first.layout().derived();
    // The day of publication hangs on the period, which only the rows tell: it is put in afterwards.
    Conformed trial = dataset.conform(first, new Block.Origin(sha, null, ""), place);
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
        Publications.find(
            new Publications.Traces(
                book, first.sheet(), file.naming(), dataset.timetable(), latest, derived, dataset.id(), place),
            findings);
    if (!wanted.wants(publication.publishedOn())) {
      return plain(file, sha, book.format(), Outcome.LATER);
    }
    Block.Origin origin = new Block.Origin(sha, publication.publishedOn(), publication.maturity());
    Conformed all = Conformed.nothing(findings, Accounting.NONE);
    List<Sheet> rest = new ArrayList<>(book.sheets());
    for (Dataset of : datasets) {
      for (Proof proof : told.proofs(of)) {
        all = all.plus(proof == first ? Dated.of(trial, origin) : of.conform(proof, origin, place));
        rest.removeIf(sheet -> sheet == proof.sheet());
        if (proof.sheet().hidden()) {
          Finding hidden = Checks.hidden(of.id(), place, proof.sheet(), true);
          all = all.plus(Conformed.nothing(List.of(hidden), Accounting.NONE));
        }
      }
    }
    for (Sheet sheet : rest) {
      all = all.plus(OtherSheet.of(dataset, sheet, place));
    }
    all = Corrected.of(Sheets.once(all, dataset.id(), place), Corrections.reference(), place);
    List<Finding> checks = Checks.of(dataset.id(), place, all, publication, wanted.today());
    all = all.plus(Conformed.nothing(checks, Accounting.NONE));
    if (all.findings().stream().anyMatch(f -> f.severity() == Severity.SET_ASIDE)) {
      return asideWith(file, sha, book, dataset, all.findings());
    }
    return new Outcome(
        file.path(),
        file.bytes(),
        sha,
        book.format().name(),
        dataset.id(),
        first.layout().era(),
        publication,
        all,
        Outcome.READ);
  }

  private static Outcome asideWith(Listed file, String sha, Book book, Dataset dataset, List<Finding> findings) {
    long rows = book.sheets().stream().mapToLong(s -> s.rows().size()).sum();
    return new Outcome(
        file.path(),
        file.bytes(),
        sha,
        book.format().name(),
        dataset.id(),
        "",
        null,
        Conformed.nothing(findings, Accounting.setAside(rows)),
        Outcome.SET_ASIDE);
  }
}
