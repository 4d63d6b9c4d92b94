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
 * Puts corrections into figures before rows are made of them. Each is a finding with what was published; where the file
 * no longer has the figure that was wrong, the correction is left off, and that is a finding too.
 */
public final class CorrectionStep {

  private CorrectionStep() {}

  /** The same with its provable errors corrected. */
  public static SheetContent of(SheetContent content, Corrections corrections, Location place) {
    List<Finding> findings = new ArrayList<>();
    List<BlockDraft> blocks =
        content.blocks().stream()
            .map(block -> corrections.concern(block.dataset()) ? block(block, corrections, place, findings) : block)
            .toList();
    return content.with(blocks).plus(SheetContent.nothing(findings, RowAccounting.NONE));
  }

  private static BlockDraft block(
      BlockDraft block, Corrections corrections, Location place, List<Finding> findings) {
    List<BlockDraft.Row> rows = new ArrayList<>(block.rows());
    for (int i = 0; i < rows.size(); i++) {
      for (int m = 0; m < block.measures().size(); m++) {
        BlockDraft.Row row = rows.get(i);
        CellValue found = row.values().get(m);
        Optional<Correction> correction =
            corrections.find(
                block.dataset(), block.measures().get(m), row.orgCode(), block.orgRole(), block.period().start());
        if (correction.isPresent() && found != null) {
          Location at = place.sheet(block.sheet()).row(row.number()).column(block.measures().get(m));
          boolean holds = found.status() == CellStatus.REPORTED
              && Math.abs(found.number() - correction.get().published()) <= 1e-9;
          findings.add(
              holds ? corrected(block, found, correction.get(), at) : outdated(block, found, correction.get(), at));
          if (holds) {
            rows.set(i, row.with(m, correction.get().corrected().map(CellValue::reported).orElse(CellValue.missing())));
          }
        }
      }
    }
    return block.with(List.copyOf(rows));
  }

  private static Finding outdated(BlockDraft block, CellValue found, Correction correction, Location at) {
    return Finding.of(
        Kind.CORRECTION_OUTDATED, block.dataset(), at,
        "a correction of %s expects %,.2f here and found %s: the publisher has mended it, or it is another cell",
        block.period().label(), correction.published(),
        found.status() == CellStatus.REPORTED ? String.format(Locale.UK, "%,.2f", found.number()) : "no figure");
  }

  private static Finding corrected(BlockDraft block, CellValue found, Correction correction, Location at) {
    String now = correction.corrected().map(v -> String.format(Locale.UK, "%,.2f", v)).orElse("left out");
    return Finding.of(
        Kind.CORRECTED, block.dataset(), at, "published as %,.2f for %s, corrected to %s: %s", found.number(),
        block.period().label(), now, correction.reason());
  }
}
