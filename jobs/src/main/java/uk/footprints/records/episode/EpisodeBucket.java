package uk.footprints.records.episode;

import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import uk.footprints.parquet.column.ParquetColumnWriter;
import uk.footprints.records.file.TaskAttemptFile;

/**
 * All episodes of a bucket of people, in memory as blocks of {@link EpisodeRow}s. They are sorted, copies are marked and
 * rows are counted, one section after the other; then the rows are written. A bucket has about a million rows, whatever
 * the size of the whole.
 */
final class EpisodeBucket {

  private static final int SMALL = 48;

  private final byte[][] blocks;
  private final int sections;
  private final int bucketBits;
  /** The sorted rows: block in the upper half, position in the lower half. */
  private long[] rows = new long[1 << 10];
  /** First year of the financial year, parallel to the rows. */
  private int[] years = new int[1 << 10];
  private int count;
  private final BitSet copies = new BitSet();
  /** Rows kept, by extract (upper half) and year (lower half). */
  private final Map<Long, long[]> kept = new HashMap<>();
  private final Map<Integer, Long> copied = new TreeMap<>();
  private long[] order = new long[1 << 10];
  private long[] places = new long[1 << 10];

  /**
   * @param blocks rows in {@link BlockSections} by the hash of the person
   * @param buckets how many buckets there are
   * @param owners the person to whom each key that several people have is assigned
   */
  EpisodeBucket(List<byte[]> blocks, int buckets, Map<Long, Long> owners) {
    this.blocks = blocks.toArray(new byte[0][]);
    this.sections = BlockSections.count(buckets);
    this.bucketBits = Integer.numberOfTrailingZeros(buckets);
    for (int section = 0; section < sections; section++) {
      int from = count;
      // Sections in the order of hashes as signed numbers, which is also the order within a section.
      sortSection(section ^ sections >>> 1);
      markCopies(from, owners);
      tally(from);
    }
  }

  /** Returns the number of rows that are copies of others, by extract. */
  Map<Integer, Long> copies() {
    return copied;
  }

  /** Returns pairs of extract (upper half) and year (lower half) that occur among the rows that are kept. */
  Set<Long> yearsOfExtracts() {
    return new HashSet<>(kept.keySet());
  }

  /** Writes a file for each year; returns the number of episodes by year. */
  Map<Integer, Long> write(Path folder, String file, Map<String, String> notes, Configuration conf)
      throws IOException {
    Map<Integer, Long> written = new TreeMap<>();
    kept.forEach((pair, rows) -> written.merge((int) (long) pair, rows[0], Long::sum));
    for (int year : written.keySet()) {
      TaskAttemptFile attempt = TaskAttemptFile.at(new Path(new Path(folder, EpisodeTable.folder(year)), file));
      try (ParquetColumnWriter out = new ParquetColumnWriter(
          attempt.hidden(), conf, EpisodeTable.SCHEMA, EpisodeTable.PLAIN, notes, ParquetColumnWriter.LARGE)) {
        for (int i = 0; i < count; i++) {
          if (years[i] == year && !copies.get(i)) {
            write(out, block(i), place(i));
          }
        }
      }
      attempt.commit(conf);
    }
    return written;
  }

  private static void write(ParquetColumnWriter out, byte[] block, int row) throws IOException {
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

  /**
   * Adds the rows of a section, sorted as plain numbers: the top bits of the hash, then the row's number. Then the few
   * rows whose top bits are equal, which are mostly of one person, are sorted by all fields.
   */
  private void sortSection(int section) {
    int n = 0;
    for (int b = 0; b < blocks.length; b++) {
      byte[] block = blocks[b];
      int end = BlockSections.end(block, section);
      for (int at = BlockSections.start(block, section, sections); at < end; at += EpisodeRow.length(block, at)) {
        if (n == order.length) {
          order = Arrays.copyOf(order, n * 2);
          places = Arrays.copyOf(places, n * 2);
        }
        places[n] = (long) b << 32 | at;
        order[n++] = EpisodeRow.hash(block, at);
      }
    }
    int from = count;
    count += n;
    if (count > rows.length) {
      rows = Arrays.copyOf(rows, Math.max(count, rows.length * 2));
      years = Arrays.copyOf(years, rows.length);
    }
    long mask = (1L << 32 - Integer.numberOfLeadingZeros(Math.max(1, n - 1))) - 1;
    for (int i = 0; i < n; i++) {
      order[i] = order[i] << bucketBits & ~mask | i;
    }
    Arrays.sort(order, 0, n);
    for (int i = 0; i < n; i++) {
      rows[from + i] = places[(int) (order[i] & mask)];
    }
    for (int i = 0; i < n; ) {
      int to = i + 1;
      while (to < n && (order[to] & ~mask) == (order[i] & ~mask)) {
        to++;
      }
      sort(from + i, from + to);
      i = to;
    }
  }

  private void sort(int from, int to) {
    if (to - from > SMALL) {
      Long[] boxed = Arrays.stream(rows, from, to).boxed().toArray(Long[]::new);
      Arrays.sort(boxed, this::compare);
      for (int i = from; i < to; i++) {
        rows[i] = boxed[i - from];
      }
      return;
    }
    for (int i = from + 1; i < to; i++) {
      long row = rows[i];
      int j = i - 1;
      while (j >= from && compare(rows[j], row) > 0) {
        rows[j + 1] = rows[j];
        j--;
      }
      rows[j + 1] = row;
    }
  }

  private int compare(long a, long b) {
    return EpisodeRow.compare(blocks[(int) (a >>> 32)], (int) a, blocks[(int) (b >>> 32)], (int) b);
  }

  /** Marks all but the first of a person's rows with one key, and the rows of people who do not own their key. */
  private void markCopies(int first, Map<Long, Long> owners) {
    for (int from = first; from < count; ) {
      int to = from + 1;
      while (to < count && EpisodeRow.samePerson(block(from), place(from), block(to), place(to))) {
        to++;
      }
      if (to - from > SMALL) {
        markMany(from, to);
      } else {
        markFew(from, to);
      }
      from = to;
    }
    if (!owners.isEmpty()) {
      for (int i = first; i < count; i++) {
        Long owner = owners.get(EpisodeRow.key(block(i), place(i)));
        if (owner != null && owner != EpisodeRow.hash(block(i), place(i))) {
          copies.set(i);
        }
      }
    }
  }

  private void markMany(int from, int to) {
    Set<Long> seen = new HashSet<>();
    for (int i = from; i < to; i++) {
      if (!seen.add(EpisodeRow.key(block(i), place(i)))) {
        copies.set(i);
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

  private void tally(int from) {
    long last = -1;
    long[] rowsOfLast = null;
    for (int i = from; i < count; i++) {
      int extract = EpisodeRow.extract(block(i), place(i));
      if (copies.get(i)) {
        copied.merge(extract, 1L, Long::sum);
        continue;
      }
      years[i] = EpisodeRow.number(block(i), place(i), EpisodeField.FYEAR);
      long pair = (long) extract << 32 | years[i] & 0xffffffffL;
      if (rowsOfLast == null || pair != last) {
        rowsOfLast = kept.computeIfAbsent(pair, k -> new long[1]);
        last = pair;
      }
      rowsOfLast[0]++;
    }
  }

  private byte[] block(int i) {
    return blocks[(int) (rows[i] >>> 32)];
  }

  private int place(int i) {
    return (int) rows[i];
  }
}
