package uk.footprints.pipeline.merge;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import uk.footprints.pipeline.read.FileResult;

/**
 * The result of writing a partition, small enough for the driver.
 *
 * @param files the result of each file; from the last partition only
 * @param counts by file: the number of observations written, of those that a newer vintage superseded, and of figures
 *     of an older vintage that they revised
 * @param names organisations, by code and role
 */
public record PartitionResult(List<FileResult> files, Map<String, long[]> counts, Map<String, Seen> names) implements Serializable {

  /**
   * An organisation as named in publications.
   *
   * @param code ODS code
   * @param role its role there, such as provider
   * @param name its name in the latest period
   * @param first the first day of the first period in which it appears
   * @param last the last day of the last period in which it appears
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

  /** Returns the number of current observations. */
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
