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
 * Finds the date on which a file was published: from its title block, or else its notes, its name, the page that it was
 * fetched from, or the timetable.
 */
public final class PublicationDates {

  /** No figure is revised this many years after its period; a later year is a typing error. */
  private static final int LATEST_YEARS = 15;

  private PublicationDates() {}

  /**
   * The evidence for the publication date of a file.
   *
   * @param workbook the file
   * @param sheet the sheet whose rows are read
   * @param nameHints the hints in its name
   * @param timetable of the dataset
   * @param period the latest that it describes
   * @param derived whether others derived the table from publications
   * @param dataset id, for findings
   * @param place of the file, for findings
   */
  public record DateEvidence(
      SourceWorkbook workbook,
      Sheet sheet,
      FileNameHints nameHints,
      PublicationTimetable timetable,
      Period period,
      boolean derived,
      String dataset,
      Location place) {}

  /**
   * Finds the publication of a file.
   *
   * @param evidence from the file
   * @param findings receives findings
   */
  public static Publication find(DateEvidence evidence, List<Finding> findings) {
    Publication fromContent = fromContent(evidence, findings);
    if (!evidence.nameHints().replaced() || evidence.derived()) {
      return fromContent;
    }
    Receipt receipt = evidence.nameHints().receipt().get();
    findings.add(
        Finding.of(
            Kind.CHANGED_IN_PLACE,
            evidence.dataset(),
            evidence.place(),
            "differs from the file of that name that was fetched before (SHA-256 %s…)",
            receipt.replaces().substring(0, 12)));
    LocalDate seen = receipt.findPublishedOn().orElse(receipt.fetchedOn());
    String basis = receipt.findPublishedOn().isPresent() ? receipt.publishedBasis() : "fetched";
    return seen.isAfter(fromContent.publishedOn()) ? new Publication(seen, basis, RevisionStatus.REVISED) : fromContent;
  }

  private static Publication fromContent(DateEvidence evidence, List<Finding> findings) {
    Sheet sheet = evidence.sheet();
    FileNameHints nameHints = evidence.nameHints();
    PublicationTimetable timetable = evidence.timetable();
    Period period = evidence.period();
    Optional<LocalDate> published = plausible(evidence, "Published", findings);
    Optional<LocalDate> revised =
        earlier(sheet, "Revised", published) ? Optional.empty() : plausible(evidence, "Revised", findings);
    List<LocalDate> stated = dates(sheet.titled("Status"), period);
    stated.sort(null);
    if (stated.size() > 1 && revised.isEmpty()) {
      revised = Optional.of(stated.get(stated.size() - 1));
    }
    if (!stated.isEmpty() && published.isEmpty()) {
      published = Optional.of(stated.get(0));
    }
    if (evidence.derived()) {
      return new Publication(timetable.firstRelease(period), "timetable", RevisionStatus.DERIVED);
    }
    if (revised.isPresent()) {
      return new Publication(revised.get(), "title", RevisionStatus.REVISED);
    }
    boolean unreadable = !sheet.titled("Revised").isBlank() && nameHints.findRevisedIn().isPresent();
    if (unreadable && published.isPresent() && nameHints.findRevisedIn().get().isAfter(published.get())) {
      return new Publication(nameHints.findRevisedIn().get(), "name", RevisionStatus.REVISED);
    }
    if (published.isPresent()) {
      return new Publication(published.get(), "title", RevisionStatus.PROVISIONAL);
    }
    Optional<LocalDate> inNotes = inNotes(evidence.workbook(), period);
    if (inNotes.isPresent()) {
      return new Publication(inNotes.get(), "notes", RevisionStatus.PROVISIONAL);
    }
    Optional<LocalDate> named = nameHints.findRevisedOn().filter(d -> d.isAfter(period.end()));
    if (named.isPresent()) {
      return new Publication(named.get(), "name", RevisionStatus.REVISED);
    }
    Optional<Receipt> dated = nameHints.receipt().filter(r -> r.findPublishedOn().isPresent());
    if (dated.isPresent() && dated.get().publishedOn().isAfter(period.end())) {
      Receipt r = dated.get();
      RevisionStatus status = nameHints.revised() ? RevisionStatus.REVISED : RevisionStatus.PROVISIONAL;
      return new Publication(r.publishedOn(), r.publishedBasis(), status);
    }
    return nameHints.revised()
        ? new Publication(timetable.firstRevision(period), "timetable", RevisionStatus.REVISED)
        : new Publication(timetable.firstRelease(period), "timetable", RevisionStatus.PROVISIONAL);
  }

  /** Returns whether a date is before the publication: a growing series keeps the date of an earlier revision. */
  private static boolean earlier(Sheet sheet, String label, Optional<LocalDate> published) {
    Optional<LocalDate> date = PeriodText.findDate(sheet.titled(label));
    return published.isPresent() && date.isPresent() && date.get().isBefore(published.get());
  }

  private static Optional<LocalDate> plausible(DateEvidence evidence, String label, List<Finding> findings) {
    String text = evidence.sheet().titled(label);
    Optional<LocalDate> date = PeriodText.findDate(text);
    if (date.isPresent() && !plausible(date.get(), evidence.period())) {
      findings.add(
          Finding.of(
              Kind.IMPLAUSIBLE_DATE,
              evidence.dataset(),
              evidence.place().sheet(evidence.sheet().name()),
              "'%s: %s' cannot be for figures of %s",
              label,
              text,
              evidence.period().label()));
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

  /** Finds {@code Date published: 25 October 2019} among the notes of ONS workbooks. */
  private static Optional<LocalDate> inNotes(SourceWorkbook workbook, Period period) {
    for (Sheet sheet : workbook.sheets()) {
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
