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

/** Removes figures that an earlier sheet of the same workbook already has, so that each counts once. */
public final class DuplicateFigureFilter {

  private DuplicateFigureFilter() {}

  /** Returns the content without repeated figures; a repeated figure with another value is a finding. */
  public static SheetContent once(SheetContent all, String dataset, Location place) {
    Map<String, List<Integer>> sameGroup = new LinkedHashMap<>();
    for (int b = 0; b < all.batches().size(); b++) {
      ObservationBatchDraft batch = all.batches().get(b);
      sameGroup.computeIfAbsent(batch.orgRole() + " " + batch.period(), k -> new ArrayList<>()).add(b);
    }
    if (sameGroup.values().stream().noneMatch(places -> overlap(places.stream().map(all.batches()::get).toList()))) {
      return all;
    }
    List<ObservationBatchDraft> batches = new ArrayList<>(all.batches());
    List<Finding> findings = new ArrayList<>();
    long dropped = 0;
    for (List<Integer> places : sameGroup.values()) {
      Map<String, Double> seen = new HashMap<>();
      for (int b : places) {
        UniqueFigures unique = UniqueFigures.of(batches.get(b), seen);
        batches.set(b, unique.batch());
        dropped += unique.dropped();
        if (unique.different() > 0) {
          findings.add(
              Finding.of(
                  Kind.DUPLICATE_ROW,
                  dataset,
                  place.sheet(unique.batch().sheet()),
                  "%d figures of %s are in an earlier sheet too, with other values",
                  unique.different(),
                  unique.batch().period().label()));
        }
      }
    }
    RowAccounting rejected = new RowAccounting(0, 0, 0, 0, 0, 0, 0, 0, dropped);
    return all.with(batches).plus(SheetContent.nothing(findings, rejected));
  }

  /**
   * The figures of a batch that no earlier sheet has.
   *
   * @param batch the figures that remain
   * @param dropped number of figures that an earlier sheet has
   * @param different number of those with another value in the earlier sheet
   */
  private record UniqueFigures(ObservationBatchDraft batch, long dropped, long different) {

    /** Drops the figures that are already in seen, and adds the others to it. */
    static UniqueFigures of(ObservationBatchDraft batch, Map<String, Double> seen) {
      List<ObservationBatchDraft.Row> rows = new ArrayList<>(batch.rows());
      long dropped = 0;
      long different = 0;
      for (int i = 0; i < rows.size(); i++) {
        for (int m = 0; m < batch.measures().size(); m++) {
          ObservationBatchDraft.Row row = rows.get(i);
          CellValue value = row.values().get(m);
          Double before =
              value == null ? null : seen.putIfAbsent(row.orgCode() + " " + batch.measures().get(m), value.number());
          if (before != null) {
            dropped++;
            different += before.equals(value.number()) ? 0 : 1;
            rows.set(i, row.with(m, null));
          }
        }
      }
      return new UniqueFigures(batch.with(List.copyOf(rows)), dropped, different);
    }
  }

  private static boolean overlap(List<ObservationBatchDraft> batches) {
    for (int a = 0; a < batches.size(); a++) {
      for (int b = a + 1; b < batches.size(); b++) {
        boolean sheets = !batches.get(a).sheet().equals(batches.get(b).sheet());
        if (sheets && !Collections.disjoint(batches.get(a).measures(), batches.get(b).measures())) {
          return true;
        }
      }
    }
    return false;
  }
}
