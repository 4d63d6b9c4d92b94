package uk.footprints.parquet.column;

import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.schema.PrimitiveType;

/** Writes a column of texts or bytes that hardly repeat, each after its length. */
final class PlainBinaryColumnWriter extends ColumnWriter {

  /** The size in bytes at which a page is full. */
  private static final int FULL = 1 << 20;

  private final PageBuffer values = new PageBuffer();

  PlainBinaryColumnWriter(PrimitiveType type) {
    super(type);
  }

  void set(int row, byte[] bytes, int from, int length) {
    markPresent(row);
    values.ensureCapacity(4);
    values.putInt(length);
    values.put(bytes, from, length);
    count++;
  }

  boolean full() {
    return values.size() >= FULL;
  }

  @Override
  Statistics<?> statistics() {
    return Statistics.noopStats(type);
  }

  @Override
  Encoding encode(PageBuffer out, Statistics<?> statistics) {
    out.put(values.bytes(), 0, values.size());
    values.size(0);
    return Encoding.PLAIN;
  }
}
