package uk.footprints.records.text;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Finds where a record starts at or after a position in a file. Two tasks that read neighbouring pieces of a file
 * compute the same boundary, so exactly one of them reads the record that spans it.
 *
 * <p>A line end may be inside quotes, so a start is accepted only if the two records after it have the right number of
 * cells. If no line end within the window is accepted, the first one is used, and the reader rejects the broken record.
 */
public final class RecordBoundary {

  /** The number of bytes to search. */
  public static final int WINDOW = 1 << 18;

  private RecordBoundary() {}

  /**
   * Finds the first record at or after a position.
   *
   * @param from the file from the byte before the position, so that a record that starts there is found
   * @param place the position, in bytes from the start of the file
   * @param separator the byte between cells
   * @param columns how many cells a record has
   * @return the first byte of a record at or after the position
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
      if (isRecordStart(window, i + 1, separator, columns)) {
        return place + i;
      }
    }
    return place + (first < 0 ? window.length : first);
  }

  private static boolean isRecordStart(byte[] window, int start, byte separator, int columns) throws IOException {
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
