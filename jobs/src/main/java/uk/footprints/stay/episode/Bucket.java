package uk.footprints.stay.episode;

import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import uk.footprints.stay.table.Attempt;
import uk.footprints.publish.column.ColumnFile;

/**
 * All episodes of a bucket of people, in memory as the blocks of {@link EpisodeRow}s that came: put in order, rid of
 * copies, and written. A bucket has about a million rows, whatever the size of the whole.
 */
final class Bucket {

  private static final int SMALL = 48;

  private final byte[][] blocks;
  /** Block in the upper half, place in the lower. */
  private final long[] rows;
  private final int count;
  private final BitSet copies = new BitSet();

  Bucket(List<byte[]> blocks, int buckets, Map<Long, Long> owners) {
    this.blocks = blocks.toArray(new byte[0][]);
    this.count = countRows();
    this.rows = inOrder(Integer.numberOfTrailingZeros(buckets));
    markCopies(owners);
  }

  /** Rows that are copies of others, by the extract that they stood in. */
  Map<Integer, Long> copies() {
    Map<Integer, Long> byExtract = new TreeMap<>();
    copies.stream().forEach(i -> byExtract.merge(EpisodeRow.extract(block(i), place(i)), 1L, Long::sum));
    return byExtract;
  }

  /** Pairs of extract (upper half) and year (lower half) that occur among the rows that are kept. */
  Set<Long> yearsOfExtracts() {
    Set<Long> pairs = new HashSet<>();
    long last = -1;
    for (int i = 0; i < count; i++) {
      long pair = (long) EpisodeRow.extract(block(i), place(i)) << 32
          | EpisodeRow.number(block(i), place(i), EpisodeField.FYEAR) & 0xffffffffL;
      if (pair != last && !copies.get(i)) {
        pairs.add(pair);
        last = pair;
      }
    }
    return pairs;
  }

  /** Writes a file for each year; gives episodes by year. */
  Map<Integer, Long> write(Path folder, String file, Map<String, String> notes, Configuration conf)
      throws IOException {
    Map<Integer, Long> written = new TreeMap<>();
    for (int i = 0; i < count; i++) {
      if (!copies.get(i)) {
        written.merge(EpisodeRow.number(block(i), place(i), EpisodeField.FYEAR), 1L, Long::sum);
      }
    }
    for (int year : written.keySet()) {
      Attempt attempt = Attempt.at(new Path(new Path(folder, EpisodeTable.folder(year)), file));
      try (ColumnFile out =
          new ColumnFile(attempt.hidden(), conf, EpisodeTable.SCHEMA, EpisodeTable.PLAIN, notes, ColumnFile.LARGE)) {
        for (int i = 0; i < count; i++) {
          if (!copies.get(i) && EpisodeRow.number(block(i), place(i), EpisodeField.FYEAR) == year) {
            write(out, block(i), place(i));
          }
        }
      }
      attempt.commit(conf);
    }
    return written;
  }

  private static void write(ColumnFile out, byte[] block, int row) throws IOException {
    int column = 0;
    out.set(column++, EpisodeRow.key(block, row));
    for (int n = 0; n < EpisodeRow.NUMBERS.length; n++) {
      if (EpisodeRow.NUMBERS[n] != EpisodeField.FYEAR) {
        int value = EpisodeRow.number(block, row, n);
        if (value != EpisodeRow.UNKNOWN) {
          out.set(column, value);
        }
        column++;
      }
    }
    int at = row + EpisodeRow.TEXTS_AT;
    for (int t = 0; t < EpisodeRow.TEXTS.length; t++) {
      int length = block[at] & 255;
      out.set(column++, block, at + 1, length);
      at += 1 + length;
    }
    out.endRow();
  }

  private int countRows() {
    int n = 0;
    for (byte[] block : blocks) {
      for (int at = 0; at < block.length; at += EpisodeRow.length(block, at)) {
        n++;
      }
    }
    return n;
  }

  /**
   * Sorts by the top of the hash with the row's number in the bits below, as plain numbers; then puts the few rows
   * whose tops are equal, which are mostly one person's, in their full order.
   */
  private long[] inOrder(int bucketBits) {
    int numberBits = 32 - Integer.numberOfLeadingZeros(Math.max(1, count - 1));
    long mask = (1L << numberBits) - 1;
    long[] places = new long[count];
    long[] order = new long[count];
    int n = 0;
    for (int b = 0; b < blocks.length; b++) {
      byte[] block = blocks[b];
      for (int at = 0; at < block.length; at += EpisodeRow.length(block, at)) {
        places[n] = (long) b << 32 | at;
        order[n] = EpisodeRow.hash(block, at) << bucketBits & ~mask | n;
        n++;
      }
    }
    Arrays.sort(order);
    long[] sorted = new long[count];
    for (int i = 0; i < count; i++) {
      sorted[i] = places[(int) (order[i] & mask)];
    }
    for (int from = 0; from < count; ) {
      int to = from + 1;
      while (to < count && (order[to] & ~mask) == (order[from] & ~mask)) {
        to++;
      }
      sort(sorted, from, to);
      from = to;
    }
    return sorted;
  }

  private void sort(long[] sorted, int from, int to) {
    if (to - from > SMALL) {
      Long[] boxed = Arrays.stream(sorted, from, to).boxed().toArray(Long[]::new);
      Arrays.sort(boxed, this::compare);
      for (int i = from; i < to; i++) {
        sorted[i] = boxed[i - from];
      }
      return;
    }
    for (int i = from + 1; i < to; i++) {
      long row = sorted[i];
      int j = i - 1;
      while (j >= from && compare(sorted[j], row) > 0) {
        sorted[j + 1] = sorted[j];
        j--;
      }
      sorted[j + 1] = row;
    }
  }

  private int compare(long a, long b) {
    return EpisodeRow.compare(blocks[(int) (a >>> 32)], (int) a, blocks[(int) (b >>> 32)], (int) b);
  }

  /** Of the rows of a person with one key the first stays; of the people with one key its owner. */
  private void markCopies(Map<Long, Long> owners) {
    for (int from = 0; from < count; ) {
      int to = from + 1;
      while (to < count && EpisodeRow.samePerson(block(from), place(from), block(to), place(to))) {
        to++;
      }
      if (to - from > SMALL) {
        Set<Long> seen = new HashSet<>();
        for (int i = from; i < to; i++) {
          if (!seen.add(EpisodeRow.key(block(i), place(i)))) {
            copies.set(i);
          }
        }
      } else {
        markFew(from, to);
      }
      from = to;
    }
    if (!owners.isEmpty()) {
      for (int i = 0; i < count; i++) {
        Long owner = owners.get(EpisodeRow.key(block(i), place(i)));
        if (owner != null && owner != EpisodeRow.hash(block(i), place(i))) {
          copies.set(i);
        }
      }
    }
  }

  private void markFew(int from, int to) {
    for (int i = from + 1; i < to; i++) {
      long key = EpisodeRow.key(block(i), place(i));
      for (int j = from; j < i; j++) {
        if (EpisodeRow.key(block(j), place(j)) == key) {
          copies.set(i);
          break;
        }
      }
    }
  }

  private byte[] block(int i) {
    return blocks[(int) (rows[i] >>> 32)];
  }

  private int place(int i) {
    return (int) rows[i];
  }
}
