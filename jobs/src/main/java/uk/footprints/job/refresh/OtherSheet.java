package uk.footprints.job.refresh;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.footprints.catalogue.Datasets;
import uk.footprints.conform.Accounting;
import uk.footprints.conform.Conformed;
import uk.footprints.dataset.Dataset;
import uk.footprints.finding.Finding;
import uk.footprints.finding.Finding.Kind;
import uk.footprints.finding.Place;
import uk.footprints.finding.Severity;
import uk.footprints.parse.Headings;
import uk.footprints.parse.Proof;
import uk.footprints.parse.Recognition;
import uk.footprints.parse.Sheet;

/** A sheet of a workbook that no layout reads: notes, sub-totals, a changed sheet, or something else. */
final class OtherSheet {

  private OtherSheet() {}

  /** What the sheet is, or why it was left out. */
  static Conformed of(Dataset dataset, Sheet sheet, Place place) {
    long rows = sheet.rows().size();
    Optional<Dataset.Aside> aside =
        dataset.asides().entrySet().stream()
            .filter(e -> e.getKey().equalsIgnoreCase(sheet.name().strip()))
            .map(Map.Entry::getValue)
            .findFirst();
    if (aside.isPresent()) {
      Accounting accounting =
          aside.get() == Dataset.Aside.NOTES ? Accounting.notes(rows) : Accounting.totals(rows);
      return Conformed.nothing(List.of(), accounting);
    }
    if (rows == 0) {
      return Conformed.nothing(List.of(), Accounting.NONE);
    }
    Optional<Proof> near =
        Datasets.all().stream()
            .map(d -> Recognition.of(List.of(Headings.of(sheet)), d.layouts()))
            .filter(Recognition::related)
            .flatMap(r -> r.nearest().stream())
            .filter(p -> !p.holds() && p.layout().sheet().test(sheet))
            .findFirst();
    if (near.isPresent() && !sheet.hidden()) {
      Finding changed =
          Finding.of(
              Kind.HEADER_CHANGED, dataset.id(), place.sheet(sheet.name()).row(near.get().headerRow()),
              "the sheet was left out (%s): the header differs: %s", near.get().layout().era(), near.get().difference());
      Finding left = changed.as(Severity.REJECT, "Compare with the last file; the other sheets were read.");
      return Conformed.nothing(List.of(left), Accounting.notRead(rows));
    }
    Finding finding =
        sheet.hidden() ? Checks.hidden(dataset.id(), place, sheet, false) : Finding.of(
            Kind.SHEET_NOT_READ, dataset.id(), place.sheet(sheet.name()), "no layout reads this sheet (%d rows)", rows);
    return Conformed.nothing(List.of(finding), Accounting.notRead(rows));
  }
}
