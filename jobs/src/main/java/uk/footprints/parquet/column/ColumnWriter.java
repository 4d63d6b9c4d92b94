package uk.footprints.parquet.column;

import java.io.IOException;
import java.util.Arrays;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.PageWriter;
import org.apache.parquet.column.statistics.SizeStatistics;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.column.statistics.geospatial.GeospatialStatistics;
import org.apache.parquet.schema.PrimitiveType;

/**
 * Collects the values of one page of a column in an array, and which rows have a value. A full page is written at once,
 * which takes a fraction of the time of encoding value by value.
 */
abstract class ColumnWriter {

  /** Maximum rows of a page, as in parquet-java: small enough to skip many, large enough to compress well. */
  static final int ROWS = 20_000;

  final PrimitiveType type;
  /** Values of the page so far. */
  int count;
  private final byte[] present = new byte[ROWS / 8];

  ColumnWriter(PrimitiveType type) {
    this.type = type;
  }

  /** Marks the row as having a value. */
  final void markPresent(int row) {
    present[row >>> 3] |= (byte) (1 << (row & 7));
  }

  /** Encodes the values of the page, and updates their minimum and maximum. */
  abstract Encoding encode(PageBuffer out, Statistics<?> statistics);

  /** Returns the dictionary that pages of this row group refer to; null if they use none. */
  DictionaryPage dictionary() {
    return null;
  }

  /** Clears the state of the row group. */
  void clear() {}

  /** Returns empty statistics of a page; {@code noopStats} if pages have none. */
  Statistics<?> statistics() {
    return Statistics.createStats(type);
  }

  final void writePage(int rows, PageBuffer out, PageWriter pages) throws IOException {
    out.size(4);
    RunLengthBitPackingHybrid.putBits(present, rows, out);
    out.putInt(0, out.size() - 4);
    Statistics<?> statistics = statistics();
    statistics.incrementNumNulls((long) rows - count);
    Encoding encoding = encode(out, statistics);
    pages.writePage(BytesInput.from(out.bytes(), 0, out.size()), rows, rows, statistics,
        SizeStatistics.noopBuilder(type, 0, 1).build(), GeospatialStatistics.noopBuilder().build(),
        Encoding.RLE, Encoding.RLE, encoding);
    Arrays.fill(present, 0, (rows + 7) / 8, (byte) 0);
    count = 0;
  }

  final void endGroup(PageWriter pages) throws IOException {
    DictionaryPage dictionary = dictionary();
    if (dictionary != null) {
      pages.writeDictionaryPage(dictionary);
    }
    clear();
  }

  /** Returns a greater length for an array of values. */
  static int longer(int length) {
    return Math.min(ROWS, length * 4);
  }
}
