package uk.footprints.transform;

import java.util.ArrayList;
import java.util.Arrays;
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
  public static TransformResult once(TransformResult all, String dataset, Location place) {
    Map<String, List<ObservationBatch>> alike = new LinkedHashMap<>();
    for (ObservationBatch block : all.blocks()) {
      alike.computeIfAbsent(block.orgRole() + " " + block.period(), k -> new ArrayList<>()).add(block);
    }
    if (alike.values().stream().noneMatch(DuplicateFigureFilter::overlap)) {
      return all;
    }
    long dropped = 0;
    List<Finding> findings = new ArrayList<>();
    for (List<ObservationBatch> blocks : alike.values()) {
      Map<String, Double> seen = new HashMap<>();
      for (ObservationBatch block : blocks) {
        long other = 0;
        for (int i = 0; i < block.orgCodes().length; i++) {
          for (int m = 0; m < block.measures().length; m++) {
            if (block.statuses()[i][m] == null) {
              continue;
            }
            Double before =
                seen.putIfAbsent(block.orgCodes()[i] + " " + block.measures()[m], block.values()[i][m]);
            if (before != null) {
              dropped++;
              other += before.equals(block.values()[i][m]) ? 0 : 1;
              block.statuses()[i][m] = null;
            }
          }
        }
        if (other > 0) {
          findings.add(
              Finding.of(
                  Kind.DUPLICATE_ROW,
                  dataset,
                  place.sheet(block.sheet()),
                  "%d figures of %s stand in an earlier sheet as well, and differ",
                  other,
                  block.period().label()));
        }
      }
    }
    RowAccounting refused = new RowAccounting(0, 0, 0, 0, 0, 0, 0, 0, dropped);
    return all.plus(TransformResult.nothing(findings, refused));
  }

  private static boolean overlap(List<ObservationBatch> blocks) {
    for (int a = 0; a < blocks.size(); a++) {
      for (int b = a + 1; b < blocks.size(); b++) {
        boolean sheets = !blocks.get(a).sheet().equals(blocks.get(b).sheet());
        if (sheets && !java.util.Collections.disjoint(
            Arrays.asList(blocks.get(a).measures()), Arrays.asList(blocks.get(b).measures()))) {
          return true;
        }
      }
    }
    return false;
  }
}
