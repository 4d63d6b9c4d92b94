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
      Map<String, KeptFigure> kept = kept(places.stream().map(all.batches()::get).toList());
      for (int b : places) {
        UniqueFigures unique = UniqueFigures.of(batches.get(b), kept);
        batches.set(b, unique.batch());
        dropped += unique.dropped();
        if (unique.different() > 0) {
          findings.add(
              Finding.of(
                  Kind.DUPLICATE_ROW,
                  dataset,
                  place.sheet(unique.batch().sheet()),
                  "%d figures of %s are in another sheet too, with other values",
                  unique.different(),
                  unique.batch().period().label()));
        }
      }
    }
    RowAccounting rejected = new RowAccounting(0, 0, 0, 0, 0, 0, 0, 0, dropped);
    return all.with(batches).plus(SheetContent.nothing(findings, rejected));
  }

  /** The figure that is kept of those with the same organisation and measure, and its row. */
  private record KeptFigure(ObservationBatchDraft.Row row, CellValue value) {}

  /** Returns the figures to keep: of several, the first that was reported, or else the first. */
  private static Map<String, KeptFigure> kept(List<ObservationBatchDraft> batches) {
    Map<String, KeptFigure> kept = new HashMap<>();
    for (ObservationBatchDraft batch : batches) {
      for (ObservationBatchDraft.Row row : batch.rows()) {
        for (int m = 0; m < batch.measures().size(); m++) {
          CellValue value = row.values().get(m);
          if (value != null) {
            kept.merge(
                key(row, batch, m), new KeptFigure(row, value),
                (first, next) -> !isReported(first.value()) && isReported(next.value()) ? next : first);
          }
        }
      }
    }
    return kept;
  }

  private static String key(ObservationBatchDraft.Row row, ObservationBatchDraft batch, int measure) {
    return row.orgCode() + " " + batch.measures().get(measure);
  }

  private static boolean isReported(CellValue value) {
    return value.status() == CellStatus.REPORTED;
  }

  /**
   * The figures of a batch that are kept.
   *
   * @param batch the figures that remain
   * @param dropped number of figures that another sheet has
   * @param different number of those with another value in the other sheet
   */
  private record UniqueFigures(ObservationBatchDraft batch, long dropped, long different) {

    static UniqueFigures of(ObservationBatchDraft batch, Map<String, KeptFigure> kept) {
      List<ObservationBatchDraft.Row> rows = new ArrayList<>(batch.rows());
      long dropped = 0;
      long different = 0;
      for (int i = 0; i < rows.size(); i++) {
        ObservationBatchDraft.Row row = batch.rows().get(i);
        for (int m = 0; m < batch.measures().size(); m++) {
          CellValue value = row.values().get(m);
          if (value == null) {
            continue;
          }
          KeptFigure figure = kept.get(key(row, batch, m));
          if (figure.row() != row) {
            dropped++;
            different += isReported(value) && Double.compare(figure.value().number(), value.number()) != 0 ? 1 : 0;
            rows.set(i, rows.get(i).with(m, null));
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
