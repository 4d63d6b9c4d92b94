package uk.footprints.parquet.column;

import java.util.Arrays;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.schema.PrimitiveType;

/** Writes a column of booleans, one bit each. */
final class BooleanColumnWriter extends ColumnWriter {

  private final byte[] bits = new byte[ROWS / 8];
  private int yes;

  BooleanColumnWriter(PrimitiveType type) {
    super(type);
  }

  void set(int row, boolean value) {
    markPresent(row);
    if (value) {
      bits[count >>> 3] |= (byte) (1 << (count & 7));
      yes++;
    }
    count++;
  }

  @Override
  Encoding encode(PageBuffer out, Statistics<?> statistics) {
    if (yes > 0) {
      statistics.updateStats(true);
    }
    if (yes < count) {
      statistics.updateStats(false);
    }
    int bytes = (count + 7) / 8;
    out.put(bits, 0, bytes);
    Arrays.fill(bits, 0, bytes, (byte) 0);
    yes = 0;
    return Encoding.PLAIN;
  }
}
