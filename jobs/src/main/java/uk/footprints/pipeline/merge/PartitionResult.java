package uk.footprints.pipeline.merge;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import uk.footprints.catalogue.Tables;
import uk.footprints.period.Period;
import uk.footprints.pipeline.read.FileResult;
import uk.footprints.pipeline.read.RowSource;

/**
 * The result of reading files and writing their rows, small enough for the driver.
 *
 * @param files the result of each file, without its rows
 * @param counts the rows that were written, by their source
 * @param overlaps the rows that were left out of a table because another file has their key
 * @param names organisations, by code and role
 */
public record PartitionResult(
    List<FileResult> files, Map<RowSource, WrittenRows> counts, Map<RowOverlap, Long> overlaps, Map<String, Seen> names)
    implements Serializable {

  /**
   * An organisation as named in publications.
   *
   * @param code ODS code
   * @param role its role there, such as provider
   * @param name its name in the latest period for which a publication names it
   * @param named the last day of that period
   * @param first the first day of the first period in which it appears
   * @param last the last day of the last period in which it appears
   */
  public record Seen(String code, String role, String name, LocalDate named, LocalDate first, LocalDate last)
      implements Serializable {

    /** Creates an organisation that appears in one period; its name may be empty. */
    Seen(String code, String role, String name, Period period) {
      this(code, role, name, name.isEmpty() ? LocalDate.MIN : period.end(), period.start(), period.end());
    }

    /** Joins two appearances, in whatever order they are found. */
    Seen with(Seen other) {
      int later = other.named.compareTo(named);
      boolean takesName = later > 0 || later == 0 && other.name.compareTo(name) > 0;
      if (!takesName && !other.first.isBefore(first) && !other.last.isAfter(last)) {
        return this;
      }
      return new Seen(
          code,
          role,
          takesName ? other.name : name,
          takesName ? other.named : named,
          first.isBefore(other.first) ? first : other.first,
          last.isAfter(other.last) ? last : other.last);
    }
  }

  /** Returns the number of rows of the table observations. */
  public long observations() {
    return counts.entrySet().stream()
        .filter(e -> e.getKey().table().equals(Tables.VINTAGES.name()))
        .mapToLong(e -> e.getValue().current())
        .sum();
  }

  /** Returns the rows of each file, in all tables, by the hash of the file. */
  public Map<String, WrittenRows> byFile() {
    Map<String, WrittenRows> files = new HashMap<>();
    counts.forEach((source, n) -> files.merge(source.sha256(), n, WrittenRows::plus));
    return files;
  }

  PartitionResult with(PartitionResult other) {
    return new PartitionResult(
        files.isEmpty() ? other.files : files,
        merged(counts, other.counts, WrittenRows::plus),
        merged(overlaps, other.overlaps, Long::sum),
        merged(names, other.names, Seen::with));
  }

  private static <K, V> Map<K, V> merged(Map<K, V> a, Map<K, V> b, BinaryOperator<V> sum) {
    Map<K, V> both = new HashMap<>(a);
    b.forEach((key, value) -> both.merge(key, value, sum));
    return both;
  }
}
