package uk.footprints.transform;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Lines of one sheet as blocks: those of one role, period and key together. */
final class BatchBuilder {

  private BatchBuilder() {}

  static List<BlockDraft> of(List<ObservationRow> lines, String sheet, RowRules rules, String[] measures) {
    Map<String, List<ObservationRow>> groups = new TreeMap<>();
    lines.forEach(line -> groups.computeIfAbsent(line.group(), k -> new ArrayList<>()).add(line));
    List<BlockDraft> blocks = new ArrayList<>();
    for (List<ObservationRow> group : groups.values()) {
      ObservationRow first = group.get(0);
      blocks.add(
          new BlockDraft(
              rules.dataset(),
              first.subject().role(),
              first.period(),
              sheet,
              List.of(rules.keyed(measures, first.key())),
              group.stream().map(BatchBuilder::row).toList()));
    }
    return blocks;
  }

  private static BlockDraft.Row row(ObservationRow line) {
    List<CellValue> values = Collections.unmodifiableList(Arrays.asList(line.values()));
    return new BlockDraft.Row(line.code(), line.name(), line.row().number(), values);
  }
}
