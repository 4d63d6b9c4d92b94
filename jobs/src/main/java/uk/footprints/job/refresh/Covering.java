package uk.footprints.job.refresh;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import uk.footprints.conform.Block;

/**
 * Which vintage of a period came before another: an organisation that is new in the later one was revised, from nothing
 * to something.
 */
final class Covering {

  private final Map<Block, Block.Origin> before = new IdentityHashMap<>();

  /** Of the blocks that hold a measure. */
  Covering(List<Block> blocks) {
    Map<String, TreeMap<LocalDate, Block.Origin>> vintages = new HashMap<>();
    for (Block block : blocks) {
      if (!block.origin().maturity().equals("derived")) {
        vintages.computeIfAbsent(key(block), k -> new TreeMap<>()).put(block.origin().publishedOn(), block.origin());
      }
    }
    for (Block block : blocks) {
      Map.Entry<LocalDate, Block.Origin> earlier =
          vintages.getOrDefault(key(block), new TreeMap<>()).lowerEntry(block.origin().publishedOn());
      if (earlier != null) {
        before.put(block, earlier.getValue());
      }
    }
  }

  private static String key(Block block) {
    return block.orgRole() + " " + block.period();
  }

  /** The vintage before that of a block, for the same period; null where there is none. */
  Block.Origin before(Block block) {
    return before.get(block);
  }
}
