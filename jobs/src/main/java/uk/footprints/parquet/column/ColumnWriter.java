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
 * A column on its way into a file: the values of one page in an array, and which rows have one. When the page is full
 * it is written in one go, which takes a fraction of the time of encoding value by value.
 */
abstract class ColumnWriter {

  /** Most rows of a page, as in parquet-java: small enough to pass over many, large enough to pack well. */
  static final int ROWS = 20_000;

  final PrimitiveType type;
  /** Values of the page so far. */
  int count;
  private final byte[] present = new byte[ROWS / 8];

  ColumnWriter(PrimitiveType type) {
    this.type = type;
  }

  /** The row has a value. */
  final void there(int row) {
    present[row >>> 3] |= (byte) (1 << (row & 7));
  }

  /** Adds the values of the page in one of Parquet's encodings, and what they lie between. */
  abstract Encoding encode(PageBuffer out, Statistics<?> statistics);

  /** The words or numbers that pages of this row group refer to; null when they refer to none. */
  DictionaryPage dictionary() {
    return null;
  }

  /** Forgets the row group. */
  void clear() {}

  /** What pages say of their values; {@code noopStats} for nothing. */
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

  /** A length for an array of values that is to hold more. */
  static int longer(int length) {
    return Math.min(ROWS, length * 4);
  }
}
