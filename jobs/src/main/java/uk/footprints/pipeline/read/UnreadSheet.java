package uk.footprints.pipeline.read;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.footprints.catalogue.Catalogue;
import uk.footprints.dataset.Dataset;
import uk.footprints.finding.Finding;
import uk.footprints.finding.Finding.Kind;
import uk.footprints.finding.Location;
import uk.footprints.finding.Severity;
import uk.footprints.format.Sheet;
import uk.footprints.layout.HeaderMatch;
import uk.footprints.layout.HeaderRows;
import uk.footprints.layout.Layout;
import uk.footprints.layout.LayoutColumn;
import uk.footprints.layout.LayoutMatches;
import uk.footprints.transform.RowAccounting;
import uk.footprints.transform.SheetContent;

/**
 * Accounts for a sheet that matches no layout: notes, sub-totals, or something else. A sheet of figures whose header
 * has changed sets the file aside, as the release would lack its figures without a word.
 */
final class UnreadSheet {

  /** A further sheet of a table that is headed in many ways is a summary if it is so many times smaller. */
  private static final int SUMMARY = 10;
  /** A sheet with fewer known columns is another table. */
  private static final int FEWEST_KNOWN = 3;

  private final Catalogue catalogue;
  private final Map<Dataset, List<HeaderMatch>> read;
  private final Dataset dataset;
  private final Sheet sheet;
  private final Location place;

  private UnreadSheet(
      Map<Dataset, List<HeaderMatch>> read, Sheet sheet, Location place, Catalogue catalogue) {
    this.catalogue = catalogue;
    this.read = read;
    this.dataset = read.keySet().iterator().next();
    this.sheet = sheet;
    this.place = place;
  }

  /**
   * Returns the row counts of the sheet, and a finding that gives the reason why it was left out.
   *
   * @param read the sheets of the file that match a layout, by dataset
   */
  static SheetContent of(
      Map<Dataset, List<HeaderMatch>> read, Sheet sheet, Location place, Catalogue catalogue) {
    return new UnreadSheet(read, sheet, place, catalogue).content();
  }

  /** Returns a finding for each sheet that every workbook of the publication has and this one lacks. */
  static List<Finding> absent(Map<Dataset, List<HeaderMatch>> read, List<Sheet> sheets, Location place) {
    List<Finding> findings = new ArrayList<>();
    read.forEach(
        (dataset, matches) ->
            dataset.layouts().stream()
                .filter(layout -> layout.always() && matches.stream().anyMatch(m -> m.layout().restricted()))
                .filter(layout -> matches.stream().noneMatch(m -> m.layout().sheet().words().equals(layout.sheet().words())))
                .filter(layout -> sheets.stream().noneMatch(sheet -> layout.sheet().test(sheet)))
                .map(layout -> layout.sheet().words())
                .distinct()
                .forEach(
                    words ->
                        findings.add(
                            Finding.of(Kind.HEADER_CHANGED, dataset.id(), place, "expected %s, found none", words))));
    return findings;
  }

  private SheetContent content() {
    long rows = sheet.rows().size();
    Optional<Dataset.Aside> aside =
        read.keySet().stream()
            .flatMap(of -> of.asides().entrySet().stream())
            .filter(e -> e.getKey().equalsIgnoreCase(sheet.name().strip()))
            .map(Map.Entry::getValue)
            .findFirst();
    if (aside.isPresent()) {
      RowAccounting accounting =
          aside.get() == Dataset.Aside.NOTES ? RowAccounting.notes(rows) : RowAccounting.totals(rows);
      return SheetContent.nothing(List.of(), accounting);
    }
    if (rows == 0) {
      return SheetContent.nothing(List.of(), RowAccounting.NONE);
    }
    Finding finding =
        sheet.hidden()
            ? FileChecks.hidden(dataset.id(), place, sheet, false)
            : leftOut()
                .or(this::renamed)
                .or(this::changed)
                .or(this::unrecognised)
                .orElseGet(
                    () ->
                        Finding.of(
                            Kind.SHEET_NOT_READ, dataset.id(), place.sheet(sheet.name()),
                            "no layout reads this sheet (%d rows)", rows));
    return SheetContent.nothing(List.of(finding), RowAccounting.notRead(rows));
  }

  /** Finds the declared reason why no layout reads a sheet of this design. */
  private Optional<Finding> leftOut() {
    return read.keySet().stream()
        .flatMap(of -> of.unread().stream())
        .filter(design -> design.fits(sheet))
        .findFirst()
        .map(design ->
            Finding.of(Kind.SHEET_NOT_READ, dataset.id(), place.sheet(sheet.name()), "%s", design.reason())
                .as(Severity.NOTE, design.advice()));
  }

  /** Finds a layout of which the sheet has most columns. */
  private Optional<Finding> changed() {
    HeaderRows headings = HeaderRows.of(sheet);
    if (isCopy(headings)) {
      return Optional.empty();
    }
    return catalogue.datasets().stream()
        .map(d -> LayoutMatches.of(List.of(headings), d.layouts()))
        .filter(LayoutMatches::related)
        .flatMap(r -> r.nearest().stream())
        .filter(p -> !p.matches() && p.layout().sheet().test(sheet) && known(p) >= FEWEST_KNOWN)
        .max(Comparator.comparingDouble(HeaderMatch::similarity).thenComparing(p -> -p.unknown().size()))
        .map(
            nearest ->
                headerChanged(
                    nearest.layout(), nearest.headerRow(), "the header differs: " + nearest.difference()));
  }

  /** Finds a layout that is declared for a sheet of this name, whatever its headings. */
  private Optional<Finding> unrecognised() {
    return publication()
        .flatMap(of -> of.layouts().stream())
        .filter(layout -> layout.restricted() && layout.sheet().test(sheet))
        .findFirst()
        .map(layout -> headerChanged(layout, 0, expected(layout)));
  }

  /** Returns whether the sheet has the columns of a sheet that was read, as a draft of it has. */
  private boolean isCopy(HeaderRows headings) {
    return publication()
        .flatMap(of -> of.layouts().stream())
        .filter(layout -> layout.restricted() && isRead(layout) && !layout.sheet().test(sheet))
        .flatMap(layout -> HeaderMatch.find(layout, headings).stream())
        .anyMatch(match -> match.missing().isEmpty());
  }

  private static long known(HeaderMatch match) {
    return match.columns().stream().filter(Objects::nonNull).count();
  }

  private String expected(Layout layout) {
    String columns =
        layout.columns().stream().filter(LayoutColumn::required).limit(4).map(c -> "'" + c.headings().get(0) + "'")
            .collect(Collectors.joining(", "));
    return "expected a row with the headings " + columns + " and others, found none";
  }

  /** Finds a layout that the sheet matches except for its name, if no other sheet was read by that layout. */
  private Optional<Finding> renamed() {
    HeaderRows headings = HeaderRows.of(sheet);
    return publication()
        .flatMap(of -> of.layouts().stream())
        .filter(layout -> layout.restricted() && !isRead(layout) && layout.sheet().titled().test(sheet))
        .flatMap(layout -> HeaderMatch.find(layout, headings).stream())
        .filter(match -> match.missing().isEmpty() && match.layout().columns().size() > match.unknown().size())
        .findFirst()
        .map(
            match ->
                headerChanged(
                    match.layout(), match.headerRow(), "it has the columns of " + match.layout().sheet().words()));
  }

  /** Returns the datasets of the file, and those that are published with them. */
  private Stream<Dataset> publication() {
    return catalogue.datasets().stream()
        .filter(of -> read.keySet().stream().anyMatch(found -> found.timetable().equals(of.timetable())));
  }

  private boolean isRead(Layout layout) {
    Set<String> wanted = figures(layout);
    return read.values().stream().flatMap(List::stream)
        .anyMatch(match -> figures(match.layout()).containsAll(wanted));
  }

  private static Set<String> figures(Layout layout) {
    return layout.columns().stream()
        .filter(c -> c.role() == LayoutColumn.Role.MEASURE || c.role() == LayoutColumn.Role.FIELD)
        .map(LayoutColumn::name)
        .collect(Collectors.toSet());
  }

  private Finding headerChanged(Layout layout, int row, String difference) {
    Finding changed =
        Finding.of(
            Kind.HEADER_CHANGED, dataset.id(), place.sheet(sheet.name()).row(row), "the sheet was left out (%s): %s",
            layout.era(), difference);
    return isSummary(layout) ? changed.as(Severity.REJECT, "Compare with the last file; the other sheets were read.")
        : changed;
  }

  /** Returns whether a small sheet beside others of a table that is headed in many ways repeats their lines. */
  private boolean isSummary(Layout layout) {
    long lines =
        read.values().stream().flatMap(List::stream).filter(match -> match.layout() == layout)
            .mapToLong(match -> match.rows().size()).sum();
    return layout.header().form() == Layout.Form.LOOSE && sheet.rows().size() * (long) SUMMARY <= lines;
  }
}
