package uk.footprints.transform;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Groups the rows of one sheet into batches: rows of one role, period and key form a batch. */
final class BatchBuilder {

  private BatchBuilder() {}

  static List<ObservationBatchDraft> of(List<ObservationRow> lines, String sheet, RowRules rules, String[] measures) {
    Map<String, List<ObservationRow>> groups = new TreeMap<>();
    lines.forEach(line -> groups.computeIfAbsent(line.group(), k -> new ArrayList<>()).add(line));
    List<ObservationBatchDraft> batches = new ArrayList<>();
    for (List<ObservationRow> group : groups.values()) {
      ObservationRow first = group.get(0);
      batches.add(
          new ObservationBatchDraft(
              rules.dataset(),
              first.subject().role(),
              first.period(),
              sheet,
              List.of(rules.keyed(measures, first.key())),
              group.stream().map(BatchBuilder::row).toList()));
    }
    return batches;
  }

  private static ObservationBatchDraft.Row row(ObservationRow line) {
    List<CellValue> values = Collections.unmodifiableList(Arrays.asList(line.values()));
    return new ObservationBatchDraft.Row(line.code(), line.name(), line.row().number(), values);
  }
}
