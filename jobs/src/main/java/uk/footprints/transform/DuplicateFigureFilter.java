package uk.footprints.transform;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import uk.footprints.finding.Finding.Kind;
import uk.footprints.finding.Finding;
import uk.footprints.finding.Location;

/** A figure that stands in two sheets of one workbook counts once. */
public final class DuplicateFigureFilter {

  private DuplicateFigureFilter() {}

  /** The same without what an earlier sheet has already; other figures there are a finding. */
  public static SheetContent once(SheetContent all, String dataset, Location place) {
    Map<String, List<Integer>> alike = new LinkedHashMap<>();
    for (int b = 0; b < all.blocks().size(); b++) {
      BlockDraft block = all.blocks().get(b);
      alike.computeIfAbsent(block.orgRole() + " " + block.period(), k -> new ArrayList<>()).add(b);
    }
    if (alike.values().stream().noneMatch(places -> overlap(places.stream().map(all.blocks()::get).toList()))) {
      return all;
    }
    List<BlockDraft> blocks = new ArrayList<>(all.blocks());
    List<Finding> findings = new ArrayList<>();
    long dropped = 0;
    for (List<Integer> places : alike.values()) {
      Map<String, Double> seen = new HashMap<>();
      for (int b : places) {
        Unrepeated without = Unrepeated.of(blocks.get(b), seen);
        blocks.set(b, without.block());
        dropped += without.dropped();
        if (without.different() > 0) {
          findings.add(
              Finding.of(
                  Kind.DUPLICATE_ROW,
                  dataset,
                  place.sheet(without.block().sheet()),
                  "%d figures of %s stand in an earlier sheet as well, and differ",
                  without.different(),
                  without.block().period().label()));
        }
      }
    }
    RowAccounting refused = new RowAccounting(0, 0, 0, 0, 0, 0, 0, 0, dropped);
    return all.with(blocks).plus(SheetContent.nothing(findings, refused));
  }

  /**
   * Figures without those that an earlier sheet has.
   *
   * @param block what is left
   * @param dropped how many were in an earlier sheet
   * @param different how many of those are other figures there
   */
  private record Unrepeated(BlockDraft block, long dropped, long different) {

    /** Figures that are not among those seen, which they join. */
    static Unrepeated of(BlockDraft block, Map<String, Double> seen) {
      List<BlockDraft.Row> rows = new ArrayList<>(block.rows());
      long dropped = 0;
      long different = 0;
      for (int i = 0; i < rows.size(); i++) {
        for (int m = 0; m < block.measures().size(); m++) {
          BlockDraft.Row row = rows.get(i);
          CellValue value = row.values().get(m);
          Double before =
              value == null ? null : seen.putIfAbsent(row.orgCode() + " " + block.measures().get(m), value.number());
          if (before != null) {
            dropped++;
            different += before.equals(value.number()) ? 0 : 1;
            rows.set(i, row.with(m, null));
          }
        }
      }
      return new Unrepeated(block.with(List.copyOf(rows)), dropped, different);
    }
  }

  private static boolean overlap(List<BlockDraft> blocks) {
    for (int a = 0; a < blocks.size(); a++) {
      for (int b = a + 1; b < blocks.size(); b++) {
        boolean sheets = !blocks.get(a).sheet().equals(blocks.get(b).sheet());
        if (sheets && !Collections.disjoint(blocks.get(a).measures(), blocks.get(b).measures())) {
          return true;
        }
      }
    }
    return false;
  }
}
