package uk.footprints.transform;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import uk.footprints.area.Corrections.Correction;
import uk.footprints.area.Corrections;
import uk.footprints.finding.Finding.Kind;
import uk.footprints.finding.Finding;
import uk.footprints.finding.Location;

/**
 * Applies known corrections to figures before table rows are built. Each correction becomes a finding with the
 * published figure. Where the file no longer holds the wrong figure, the correction is not applied, which is a
 * finding too.
 */
public final class CorrectionStep {

  private CorrectionStep() {}

  /** Returns the content with its known errors corrected. */
  public static SheetContent of(SheetContent content, Corrections corrections, Location place) {
    List<Finding> findings = new ArrayList<>();
    List<ObservationBatchDraft> batches =
        content.batches().stream()
            .map(batch -> corrections.concern(batch.dataset()) ? correct(batch, corrections, place, findings) : batch)
            .toList();
    return content.with(batches).plus(SheetContent.nothing(findings, RowAccounting.NONE));
  }

  private static ObservationBatchDraft correct(
      ObservationBatchDraft batch, Corrections corrections, Location place, List<Finding> findings) {
    List<ObservationBatchDraft.Row> rows = new ArrayList<>(batch.rows());
    for (int i = 0; i < rows.size(); i++) {
      for (int m = 0; m < batch.measures().size(); m++) {
        ObservationBatchDraft.Row row = rows.get(i);
        CellValue found = row.values().get(m);
        Optional<Correction> correction =
            corrections.find(
                batch.dataset(), batch.measures().get(m), row.orgCode(), batch.orgRole(), batch.period().start());
        if (correction.isPresent() && found != null) {
          Location at = place.sheet(batch.sheet()).row(row.number()).column(batch.measures().get(m));
          boolean holds = found.status() == CellStatus.REPORTED
              && Math.abs(found.number() - correction.get().published()) <= 1e-9;
          findings.add(
              holds ? corrected(batch, found, correction.get(), at) : outdated(batch, found, correction.get(), at));
          if (holds) {
            rows.set(i, row.with(m, correction.get().corrected().map(CellValue::reported).orElse(CellValue.missing())));
          }
        }
      }
    }
    return batch.with(List.copyOf(rows));
  }

  private static Finding outdated(ObservationBatchDraft batch, CellValue found, Correction correction, Location at) {
    return Finding.of(
        Kind.CORRECTION_OUTDATED, batch.dataset(), at,
        "a correction of %s expects %,.2f here and found %s: the publisher has corrected it, or it is another cell",
        batch.period().label(), correction.published(),
        found.status() == CellStatus.REPORTED ? String.format(Locale.UK, "%,.2f", found.number()) : "no figure");
  }

  private static Finding corrected(ObservationBatchDraft batch, CellValue found, Correction correction, Location at) {
    String now = correction.corrected().map(v -> String.format(Locale.UK, "%,.2f", v)).orElse("left out");
    return Finding.of(
        Kind.CORRECTED, batch.dataset(), at, "published as %,.2f for %s, corrected to %s: %s", found.number(),
        batch.period().label(), now, correction.reason());
  }
}
