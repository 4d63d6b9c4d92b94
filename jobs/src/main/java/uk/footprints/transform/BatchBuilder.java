package uk.footprints.transform;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Lines of one sheet as blocks: those of one role, period and key together. */
final class BatchBuilder {

  private BatchBuilder() {}

  static List<ObservationBatch> of(List<ObservationRow> lines, String sheet, RowRules rules, String[] measures, ObservationBatch.Origin origin) {
    Map<String, List<ObservationRow>> groups = new TreeMap<>();
    lines.forEach(line -> groups.computeIfAbsent(line.group(), k -> new ArrayList<>()).add(line));
    List<ObservationBatch> blocks = new ArrayList<>();
    for (List<ObservationRow> group : groups.values()) {
      int n = group.size();
      double[][] values = new double[n][measures.length];
      CellStatus[][] statuses = new CellStatus[n][measures.length];
      for (int i = 0; i < n; i++) {
        for (int m = 0; m < measures.length; m++) {
          CellValue value = group.get(i).values()[m];
          values[i][m] = value == null ? Double.NaN : value.number();
          statuses[i][m] = value == null ? null : value.status();
        }
      }
      blocks.add(
          new ObservationBatch(
              rules.dataset(),
              group.get(0).subject().role(),
              group.get(0).period(),
              origin,
              sheet,
              rules.keyed(measures, group.get(0).key()),
              group.stream().map(ObservationRow::code).toArray(String[]::new),
              group.stream().map(ObservationRow::name).toArray(String[]::new),
              group.stream().mapToInt(l -> l.row().number()).toArray(),
              values,
              statuses));
    }
    return blocks;
  }
}
