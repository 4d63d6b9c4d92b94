package uk.footprints.transform;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.footprints.area.Corrections.Correction;
import uk.footprints.area.Corrections;
import uk.footprints.finding.Finding.Kind;
import uk.footprints.finding.Finding;
import uk.footprints.finding.Location;

/**
 * Puts corrections into observations that were read. Each is a finding with what was published; where the file no longer
 * has the figure that was wrong, the correction is left off, and that is a finding too.
 */
public final class CorrectionStep {

  private CorrectionStep() {}

  /** The same with its provable errors mended. */
  public static TransformResult of(TransformResult rows, Corrections corrections, Location place) {
    List<Finding> findings = new ArrayList<>();
    for (ObservationBatch block : rows.blocks()) {
      if (!corrections.concern(block.dataset())) {
        continue;
      }
      for (int i = 0; i < block.orgCodes().length; i++) {
        for (int m = 0; m < block.measures().length; m++) {
          Optional<Correction> correction =
              corrections.find(
                  block.dataset(), block.measures()[m], block.orgCodes()[i], block.orgRole(), block.period().start());
          if (correction.isPresent() && block.statuses()[i][m] != null) {
            findings.add(correct(block, i, m, correction.get(), place));
          }
        }
      }
    }
    return rows.plus(TransformResult.nothing(findings, RowAccounting.NONE));
  }

  private static Finding correct(ObservationBatch block, int i, int m, Correction correction, Location place) {
    Location at = place.sheet(block.sheet()).row(block.rows()[i]).column(block.measures()[m]);
    double found = block.values()[i][m];
    if (block.statuses()[i][m] != CellStatus.REPORTED || Math.abs(found - correction.published()) > 1e-9) {
      return Finding.of(
          Kind.CORRECTION_OUTDATED, block.dataset(), at,
          "a correction of %s expects %,.2f here and found %s: the publisher has mended it, or it is another cell",
          block.period().label(), correction.published(),
          block.statuses()[i][m] == CellStatus.REPORTED ? String.format(java.util.Locale.UK, "%,.2f", found) : "no figure");
    }
    block.values()[i][m] = correction.corrected().orElse(Double.NaN);
    block.statuses()[i][m] = correction.corrected().isPresent() ? CellStatus.REPORTED : CellStatus.MISSING;
    String now = correction.corrected().map(v -> String.format(java.util.Locale.UK, "%,.2f", v)).orElse("left out");
    return Finding.of(
        Kind.CORRECTED, block.dataset(), at, "published as %,.2f for %s, corrected to %s: %s", found,
        block.period().label(), now, correction.reason());
  }
}
