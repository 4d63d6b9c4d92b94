package uk.footprints.records.casemix;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Iterator;
import org.apache.spark.sql.Row;

/** Rows of {@link PatternCounts} in arrays: a tenth of the memory of objects, and read without a table's decoder. */
final class PatternBlock implements Iterable<PatternCounts>, Serializable {

  private static final long serialVersionUID = 1L;
  private static final int ROWS = 1 << 15;

  private final boolean[] emergency;
  private final long[] patterns;
  /** Spells, index spells, readmitted, died and zero days, one after the other for each row. */
  private final int[] counts;
  /** Nights and their squares. */
  private final long[] nights;

  private PatternBlock(boolean[] emergency, long[] patterns, int[] counts, long[] nights) {
    this.emergency = emergency;
    this.patterns = patterns;
    this.counts = counts;
    this.nights = nights;
  }

  /** Returns rows of {@link PatternCounts#KEY} and {@link PatternCounts#SUMS} as blocks, in their order. */
  static Iterator<PatternBlock> of(Iterator<Row> rows) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return rows.hasNext();
      }

      @Override
      public PatternBlock next() {
        return filled(rows);
      }
    };
  }

  private static PatternBlock filled(Iterator<Row> rows) {
    boolean[] emergency = new boolean[ROWS];
    long[] patterns = new long[ROWS];
    int[] counts = new int[5 * ROWS];
    long[] nights = new long[2 * ROWS];
    int n = 0;
    while (n < ROWS && rows.hasNext()) {
      PatternCounts row = PatternCounts.of(rows.next());
      emergency[n] = row.emergency();
      patterns[n] = row.pattern();
      counts[5 * n] = Math.toIntExact(row.spells());
      counts[5 * n + 1] = Math.toIntExact(row.index());
      counts[5 * n + 2] = Math.toIntExact(row.readmitted());
      counts[5 * n + 3] = Math.toIntExact(row.died());
      counts[5 * n + 4] = Math.toIntExact(row.zeroDay());
      nights[2 * n] = row.nights();
      nights[2 * n + 1] = row.squaredNights();
      n++;
    }
    return new PatternBlock(Arrays.copyOf(emergency, n), Arrays.copyOf(patterns, n), Arrays.copyOf(counts, 5 * n),
        Arrays.copyOf(nights, 2 * n));
  }

  private PatternCounts row(int i) {
    return new PatternCounts(emergency[i], patterns[i], counts[5 * i], counts[5 * i + 1], counts[5 * i + 2],
        counts[5 * i + 3], counts[5 * i + 4], nights[2 * i], nights[2 * i + 1]);
  }

  @Override
  public Iterator<PatternCounts> iterator() {
    return new Iterator<>() {
      private int next;

      @Override
      public boolean hasNext() {
        return next < patterns.length;
      }

      @Override
      public PatternCounts next() {
        if (next == patterns.length) {
          throw new java.util.NoSuchElementException();
        }
        return row(next++);
      }
    };
  }
}
