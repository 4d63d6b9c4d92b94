package uk.footprints.pipeline.merge;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import uk.footprints.publication.RevisionStatus;
import uk.footprints.transform.ObservationBatch;

/**
 * Finds the vintage of a period that was published before another one. An organisation that is only in the later
 * vintage is a revision from nothing.
 */
final class VintageIndex {

  private final Map<ObservationBatch, ObservationBatch.Origin> before = new IdentityHashMap<>();

  /** Indexes the batches that contain a measure. */
  VintageIndex(List<ObservationBatch> blocks) {
    Map<String, TreeMap<LocalDate, ObservationBatch.Origin>> vintages = new HashMap<>();
    for (ObservationBatch block : blocks) {
      if (block.origin().revisionStatus() != RevisionStatus.DERIVED) {
        vintages.computeIfAbsent(key(block), k -> new TreeMap<>()).put(block.origin().publishedOn(), block.origin());
      }
    }
    for (ObservationBatch block : blocks) {
      Map.Entry<LocalDate, ObservationBatch.Origin> earlier =
          vintages.getOrDefault(key(block), new TreeMap<>()).lowerEntry(block.origin().publishedOn());
      if (earlier != null) {
        before.put(block, earlier.getValue());
      }
    }
  }

  private static String key(ObservationBatch block) {
    return block.orgRole() + " " + block.period();
  }

  /** Returns the vintage before that of a batch, for the same period; null when there is none. */
  ObservationBatch.Origin before(ObservationBatch block) {
    return before.get(block);
  }
}
