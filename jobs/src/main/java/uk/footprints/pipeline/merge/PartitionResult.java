package uk.footprints.pipeline.merge;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import uk.footprints.pipeline.read.FileResult;

/**
 * What a shelf gave when it was written: small enough for the driver.
 *
 * @param files what became of each file; on the last shelf only
 * @param counts by file: observations kept, how many of them a newer vintage superseded, and how many of
 *     an older vintage they changed
 * @param names organisations seen, by code and role
 */
public record PartitionResult(List<FileResult> files, Map<String, long[]> counts, Map<String, Seen> names) implements Serializable {

  /**
   * An organisation as publications name it.
   *
   * @param code ODS code
   * @param role what it is there
   * @param name in the latest period
   * @param first the first day of the first period in which it appears
   * @param last the last day of the last
   */
  public record Seen(String code, String role, String name, LocalDate first, LocalDate last) implements Serializable {

    Seen with(Seen other) {
      boolean later = other.last.isAfter(last) || other.last.equals(last) && other.name.compareTo(name) > 0;
      boolean named = later && !other.name.isEmpty() || name.isEmpty();
      return new Seen(
          code,
          role,
          named ? other.name : name,
          first.isBefore(other.first) ? first : other.first,
          last.isAfter(other.last) ? last : other.last);
    }
  }

  static PartitionResult nothing() {
    return new PartitionResult(List.of(), Map.of(), Map.of());
  }

  /** How many observations are current. */
  public long observations() {
    return counts.values().stream().mapToLong(n -> n[0] - n[1]).sum();
  }

  PartitionResult with(PartitionResult other) {
    Map<String, long[]> both = new HashMap<>(counts);
    other.counts.forEach((k, v) -> both.merge(k, v, (a, b) -> new long[] {a[0] + b[0], a[1] + b[1], a[2] + b[2]}));
    Map<String, Seen> all = new HashMap<>(names);
    other.names.forEach((k, v) -> all.merge(k, v, Seen::with));
    return new PartitionResult(files.isEmpty() ? other.files : files, both, all);
  }
}
