package uk.footprints.publication;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.footprints.fetch.Receipt;
import uk.footprints.finding.Finding.Kind;
import uk.footprints.finding.Finding;
import uk.footprints.finding.Location;
import uk.footprints.format.Sheet;
import uk.footprints.format.SourceWorkbook;
import uk.footprints.period.Period;
import uk.footprints.period.PeriodText;

/**
 * When a file was published: its title block first, then its notes, then its name, then the page that it was fetched
 * from, then the timetable.
 */
public final class PublicationDates {

  /** Nothing is revised so long after its period; such a year is a slip of the hand. */
  private static final int LATEST_YEARS = 15;

  private PublicationDates() {}

  /**
   * What a file says of its publication, and where.
   *
   * @param book the file
   * @param sheet the sheet whose rows are read
   * @param naming its name
   * @param timetable of the dataset
   * @param period the latest that it describes
   * @param derived whether it is somebody's table
   * @param dataset whose it is, for findings
   * @param place of the file, for findings
   */
  public record Traces(
      SourceWorkbook book,
      Sheet sheet,
      FileNameHints naming,
      PublicationTimetable timetable,
      Period period,
      boolean derived,
      String dataset,
      Location place) {}

  /**
   * The publication of a file.
   *
   * @param traces what the file says
   * @param findings what was odd is added here
   */
  public static Publication find(Traces traces, List<Finding> findings) {
    Publication said = said(traces, findings);
    if (!traces.naming().replaced() || traces.derived()) {
      return said;
    }
    Receipt receipt = traces.naming().receipt().get();
    findings.add(
        Finding.of(
            Kind.CHANGED_IN_PLACE,
            traces.dataset(),
            traces.place(),
            "other bytes than the file of that name that was fetched before (SHA-256 %s…)",
            receipt.replaces().substring(0, 12)));
    LocalDate seen = receipt.findPublishedOn().orElse(receipt.fetchedOn());
    String basis = receipt.findPublishedOn().isPresent() ? receipt.publishedBasis() : "fetched";
    return seen.isAfter(said.publishedOn()) ? new Publication(seen, basis, RevisionStatus.REVISED) : said;
  }

  private static Publication said(Traces traces, List<Finding> findings) {
    Sheet sheet = traces.sheet();
    FileNameHints naming = traces.naming();
    PublicationTimetable timetable = traces.timetable();
    Period period = traces.period();
    Optional<LocalDate> published = plausible(traces, "Published", findings);
    Optional<LocalDate> revised =
        earlier(sheet, "Revised", published) ? Optional.empty() : plausible(traces, "Revised", findings);
    List<LocalDate> stated = dates(sheet.titled("Status"), period);
    stated.sort(null);
    if (stated.size() > 1 && revised.isEmpty()) {
      revised = Optional.of(stated.get(stated.size() - 1));
    }
    if (!stated.isEmpty() && published.isEmpty()) {
      published = Optional.of(stated.get(0));
    }
    if (traces.derived()) {
      return new Publication(timetable.firstRelease(period), "timetable", RevisionStatus.DERIVED);
    }
    if (revised.isPresent()) {
      return new Publication(revised.get(), "title", RevisionStatus.REVISED);
    }
    boolean unreadable = !sheet.titled("Revised").isBlank() && naming.findRevisedIn().isPresent();
    if (unreadable && published.isPresent() && naming.findRevisedIn().get().isAfter(published.get())) {
      return new Publication(naming.findRevisedIn().get(), "name", RevisionStatus.REVISED);
    }
    if (published.isPresent()) {
      return new Publication(published.get(), "title", RevisionStatus.PROVISIONAL);
    }
    Optional<LocalDate> noted = noted(traces.book(), period);
    if (noted.isPresent()) {
      return new Publication(noted.get(), "notes", RevisionStatus.PROVISIONAL);
    }
    Optional<LocalDate> named = naming.findRevisedOn().filter(d -> d.isAfter(period.end()));
    if (named.isPresent()) {
      return new Publication(named.get(), "name", RevisionStatus.REVISED);
    }
    Optional<Receipt> told = naming.receipt().filter(r -> r.findPublishedOn().isPresent());
    if (told.isPresent() && told.get().publishedOn().isAfter(period.end())) {
      Receipt r = told.get();
      RevisionStatus status = naming.revised() ? RevisionStatus.REVISED : RevisionStatus.PROVISIONAL;
      return new Publication(r.publishedOn(), r.publishedBasis(), status);
    }
    return naming.revised()
        ? new Publication(timetable.firstRevision(period), "timetable", RevisionStatus.REVISED)
        : new Publication(timetable.firstRelease(period), "timetable", RevisionStatus.PROVISIONAL);
  }

  /** A series that grew says when it was revised before; that is no revision of what is new in it. */
  private static boolean earlier(Sheet sheet, String label, Optional<LocalDate> published) {
    Optional<LocalDate> date = PeriodText.findDate(sheet.titled(label));
    return published.isPresent() && date.isPresent() && date.get().isBefore(published.get());
  }

  private static Optional<LocalDate> plausible(Traces traces, String label, List<Finding> findings) {
    String text = traces.sheet().titled(label);
    Optional<LocalDate> date = PeriodText.findDate(text);
    if (date.isPresent() && !plausible(date.get(), traces.period())) {
      findings.add(
          Finding.of(
              Kind.IMPLAUSIBLE_DATE,
              traces.dataset(),
              traces.place().sheet(traces.sheet().name()),
              "'%s: %s' cannot be for figures of %s",
              label,
              text,
              traces.period().label()));
      return Optional.empty();
    }
    return date;
  }

  private static boolean plausible(LocalDate date, Period period) {
    return date.isAfter(period.start()) && date.isBefore(period.end().plusYears(LATEST_YEARS));
  }

  private static List<LocalDate> dates(String text, Period period) {
    List<LocalDate> dates = new ArrayList<>();
    for (String part : text.split(" and |, |; ")) {
      PeriodText.findDate(part).filter(d -> plausible(d, period)).ifPresent(dates::add);
    }
    return dates;
  }

  /** ONS workbooks say {@code Date published: 25 October 2019} among their notes. */
  private static Optional<LocalDate> noted(SourceWorkbook book, Period period) {
    for (Sheet sheet : book.sheets()) {
      for (Sheet.Row row : sheet.rows().subList(0, Math.min(80, sheet.rows().size()))) {
        for (String cell : row.cells()) {
          if (cell.toLowerCase(java.util.Locale.UK).startsWith("date published")) {
            return PeriodText.findDate(cell).filter(d -> plausible(d, period));
          }
        }
      }
    }
    return Optional.empty();
  }
}
