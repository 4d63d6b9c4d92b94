package uk.footprints.conform;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Lines of one sheet as blocks: those of one role, period and key together. */
final class Blocks {

  private Blocks() {}

  static List<Block> of(List<Line> lines, String sheet, Rules rules, String[] measures, Block.Origin origin) {
    Map<String, List<Line>> groups = new TreeMap<>();
    lines.forEach(line -> groups.computeIfAbsent(line.group(), k -> new ArrayList<>()).add(line));
    List<Block> blocks = new ArrayList<>();
    for (List<Line> group : groups.values()) {
      int n = group.size();
      double[][] values = new double[n][measures.length];
      Status[][] statuses = new Status[n][measures.length];
      for (int i = 0; i < n; i++) {
        for (int m = 0; m < measures.length; m++) {
          Value value = group.get(i).values()[m];
          values[i][m] = value == null ? Double.NaN : value.number();
          statuses[i][m] = value == null ? null : value.status();
        }
      }
      blocks.add(
          new Block(
              rules.dataset(),
              group.get(0).subject().role(),
              group.get(0).period(),
              origin,
              sheet,
              rules.keyed(measures, group.get(0).key()),
              group.stream().map(Line::code).toArray(String[]::new),
              group.stream().map(Line::name).toArray(String[]::new),
              group.stream().mapToInt(l -> l.row().number()).toArray(),
              values,
              statuses));
    }
    return blocks;
  }
}
