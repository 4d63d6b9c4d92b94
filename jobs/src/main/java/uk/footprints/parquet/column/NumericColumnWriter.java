package uk.footprints.parquet.column;

import java.util.Arrays;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.PrimitiveType;

/** Writes a column of whole numbers, days or reals, with a dictionary as long as that saves space. */
final class NumericColumnWriter extends ColumnWriter {

  /** Maximum size of the dictionary. Rates and limits hardly repeat, so their dictionary is soon abandoned. */
  private static final int DICTIONARY_BYTES = 64 << 10;

  private final boolean real;
  private final int bytes;
  private final int most;
  private final boolean plain;
  private long[] values = new long[512];
  private int[] places = new int[520];

  private long[] known = new long[64];
  private int[] slots = new int[256];
  private int size;
  /** Whether a page of the row group uses the dictionary, and whether further pages do not. */
  private boolean used;
  private boolean abandoned;

  NumericColumnWriter(PrimitiveType type, boolean plain) {
    super(type);
    this.real = type.getPrimitiveTypeName() == PrimitiveTypeName.DOUBLE;
    this.bytes = type.getPrimitiveTypeName() == PrimitiveTypeName.INT32 ? 4 : 8;
    this.most = DICTIONARY_BYTES / bytes;
    this.plain = plain;
    this.abandoned = plain;
  }

  void set(int row, long value) {
    markPresent(row);
    if (count == values.length) {
      values = Arrays.copyOf(values, longer(count));
    }
    values[count++] = value;
  }

  @Override
  Encoding encode(PageBuffer out, Statistics<?> statistics) {
    bounds(statistics);
    if (!abandoned && count > 0 && number()) {
      int before = out.size();
      int width = RunLengthBitPackingHybrid.width(size);
      out.ensureCapacity(1);
      out.put(width);
      RunLengthBitPackingHybrid.put(places, count, width, out);
      if (used || out.size() - before + size * bytes < count * bytes) {
        used = true;
        return Encoding.RLE_DICTIONARY;
      }
      out.size(before);
    }
    abandoned |= count > 0;
    out.ensureCapacity(count * bytes);
    for (int i = 0; i < count; i++) {
      if (bytes == 4) {
        out.putInt((int) values[i]);
      } else {
        out.putLong(values[i]);
      }
    }
    return Encoding.PLAIN;
  }

  private void bounds(Statistics<?> statistics) {
    if (real) {
      realBounds(statistics);
      return;
    }
    long least = Long.MAX_VALUE;
    long greatest = Long.MIN_VALUE;
    for (int i = 0; i < count; i++) {
      least = Math.min(least, values[i]);
      greatest = Math.max(greatest, values[i]);
    }
    if (count > 0 && bytes == 4) {
      statistics.updateStats((int) least);
      statistics.updateStats((int) greatest);
    } else if (count > 0) {
      statistics.updateStats(least);
      statistics.updateStats(greatest);
    }
  }

  /** Numbers are finite here, and Parquet orders them as {@code Double.compare} does. */
  private void realBounds(Statistics<?> statistics) {
    if (count == 0) {
      return;
    }
    double least = Double.longBitsToDouble(values[0]);
    double greatest = least;
    for (int i = 1; i < count; i++) {
      double value = Double.longBitsToDouble(values[i]);
      if (Double.compare(value, least) < 0) {
        least = value;
      }
      if (Double.compare(value, greatest) > 0) {
        greatest = value;
      }
    }
    statistics.updateStats(least);
    statistics.updateStats(greatest);
  }

  /** Looks up the dictionary positions of the page's numbers; returns false if there are too many numbers. */
  private boolean number() {
    if (places.length < count + 8) {
      places = new int[values.length + 8];
    }
    long last = 0;
    int place = -1;
    for (int i = 0; i < count; i++) {
      long value = values[i];
      if (value != last || place < 0) {
        place = place(value);
        last = value;
        if (place < 0) {
          return false;
        }
      }
      places[i] = place;
    }
    return true;
  }

  private int place(long value) {
    int mask = slots.length - 1;
    int slot = hash(value) & mask;
    while (slots[slot] != 0) {
      if (known[slots[slot] - 1] == value) {
        return slots[slot] - 1;
      }
      slot = slot + 1 & mask;
    }
    if (size == most) {
      return -1;
    }
    if (size == known.length) {
      grow();
      return place(value);
    }
    known[size] = value;
    slots[slot] = ++size;
    return size - 1;
  }

  private static int hash(long value) {
    return (int) (value * 0x9e3779b97f4a7c15L >>> 40);
  }

  private void grow() {
    known = Arrays.copyOf(known, size * 2);
    slots = new int[slots.length * 2];
    int mask = slots.length - 1;
    for (int i = 0; i < size; i++) {
      int slot = hash(known[i]) & mask;
      while (slots[slot] != 0) {
        slot = slot + 1 & mask;
      }
      slots[slot] = i + 1;
    }
  }

  @Override
  DictionaryPage dictionary() {
    if (!used) {
      return null;
    }
    PageBuffer page = new PageBuffer();
    page.ensureCapacity(size * bytes);
    for (int i = 0; i < size; i++) {
      if (bytes == 4) {
        page.putInt((int) known[i]);
      } else {
        page.putLong(known[i]);
      }
    }
    return new DictionaryPage(BytesInput.from(page.bytes(), 0, page.size()), size, Encoding.PLAIN);
  }

  @Override
  void clear() {
    Arrays.fill(slots, 0);
    size = 0;
    used = false;
    abandoned = plain;
  }
}
