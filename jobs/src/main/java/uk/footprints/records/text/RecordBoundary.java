package uk.footprints.records.text;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Where a record starts at or after a place in a file: what lets two readers of neighbouring pieces agree, without
 * speaking, which of them reads the record that lies across.
 *
 * <p>A line end may be inside quotes, so a start is believed when the two records after it have the right number of
 * cells; when no line end within the window is believed, the first one is taken, and the reader sets the broken record
 * aside.
 */
public final class RecordBoundary {

  /** How far to look, in bytes. */
  public static final int WINDOW = 1 << 18;

  private RecordBoundary() {}

  /**
   * @param from the file from the byte before the place, so that a record that starts there is seen
   * @param place the place, in bytes from the start of the file
   * @param separator the byte between cells
   * @param columns how many cells a record has
   * @return the first byte of a record at or after the place
   */
  public static long after(InputStream from, long place, byte separator, int columns) throws IOException {
    byte[] window = from.readNBytes(WINDOW);
    int first = -1;
    for (int i = 0; i < window.length; i++) {
      if (window[i] != '\n') {
        continue;
      }
      if (first < 0) {
        first = i;
      }
      if (believed(window, i + 1, separator, columns)) {
        return place + i;
      }
    }
    return place + (first < 0 ? window.length : first);
  }

  private static boolean believed(byte[] window, int start, byte separator, int columns) throws IOException {
    if (start >= window.length) {
      return true;
    }
    int length = window.length - start;
    DelimitedRecordReader records = new DelimitedRecordReader(
        new ByteArrayInputStream(window, start, length), 0, separator, new int[0], Math.min(length + 2, 1 << 14));
    for (int i = 0; i < 2; i++) {
      if (!records.next()) {
        return true;
      }
      boolean cut = records.position() >= length;
      if (!cut && records.cells() != columns) {
        return false;
      }
    }
    return true;
  }
}
