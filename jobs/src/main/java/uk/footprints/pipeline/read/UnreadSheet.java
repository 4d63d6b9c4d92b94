package uk.footprints.pipeline.read;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.footprints.catalogue.Datasets;
import uk.footprints.dataset.Dataset;
import uk.footprints.finding.Finding.Kind;
import uk.footprints.finding.Finding;
import uk.footprints.finding.Location;
import uk.footprints.finding.Severity;
import uk.footprints.format.Sheet;
import uk.footprints.layout.HeaderMatch;
import uk.footprints.layout.HeaderRows;
import uk.footprints.layout.LayoutMatches;
import uk.footprints.transform.RowAccounting;
import uk.footprints.transform.SheetContent;

/** Accounts for a sheet that matches no layout: notes, sub-totals, a changed sheet, or something else. */
final class UnreadSheet {

  private UnreadSheet() {}

  /** Returns the row counts of the sheet, and a finding that gives the reason why it was left out. */
  static SheetContent of(Dataset dataset, Sheet sheet, Location place) {
    long rows = sheet.rows().size();
    Optional<Dataset.Aside> aside =
        dataset.asides().entrySet().stream()
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
    Optional<HeaderMatch> nearest =
        Datasets.all().stream()
            .map(d -> LayoutMatches.of(List.of(HeaderRows.of(sheet)), d.layouts()))
            .filter(LayoutMatches::related)
            .flatMap(r -> r.nearest().stream())
            .filter(p -> !p.matches() && p.layout().sheet().test(sheet))
            .findFirst();
    if (nearest.isPresent() && !sheet.hidden()) {
      Finding changed =
          Finding.of(
              Kind.HEADER_CHANGED, dataset.id(), place.sheet(sheet.name()).row(nearest.get().headerRow()),
              "the sheet was left out (%s): the header differs: %s", nearest.get().layout().era(),
              nearest.get().difference());
      Finding left = changed.as(Severity.REJECT, "Compare with the last file; the other sheets were read.");
      return SheetContent.nothing(List.of(left), RowAccounting.notRead(rows));
    }
    Finding finding =
        sheet.hidden() ? FileChecks.hidden(dataset.id(), place, sheet, false) : Finding.of(
            Kind.SHEET_NOT_READ, dataset.id(), place.sheet(sheet.name()), "no layout reads this sheet (%d rows)", rows);
    return SheetContent.nothing(List.of(finding), RowAccounting.notRead(rows));
  }
}
