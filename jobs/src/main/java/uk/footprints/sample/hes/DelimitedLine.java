package uk.footprints.sample.hes;

import java.time.LocalDate;
import java.util.Arrays;

/** Writes rows of separated cells as bytes. */
final class DelimitedLine {

  private static final int FIRST_DAY = (int) LocalDate.of(1890, 1, 1).toEpochDay();
  private static final byte[][] DAYS = new byte[60_000][];

  static {
    for (int i = 0; i < DAYS.length; i++) {
      DAYS[i] = LocalDate.ofEpochDay(FIRST_DAY + i).toString().getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    }
  }

  private byte[] bytes = new byte[1 << 20];
  private int size;
  private int cells;

  int size() {
    return size;
  }

  byte[] bytes() {
    return bytes;
  }

  /** Writes a cell of ASCII text, with the separator after it. */
  DelimitedLine text(String text) {
    reserve(text.length() + 1);
    for (int i = 0; i < text.length(); i++) {
      bytes[size++] = (byte) text.charAt(i);
    }
    separate();
    return this;
  }

  /** Writes a cell of the first characters of a text. */
  DelimitedLine start(String text, int length) {
    reserve(length + 1);
    for (int i = 0; i < length; i++) {
      bytes[size++] = (byte) text.charAt(i);
    }
    separate();
    return this;
  }

  DelimitedLine number(long number) {
    reserve(21);
    long rest = Math.abs(number);
    int digits = 1;
    for (long n = rest; n >= 10; n /= 10) {
      digits++;
    }
    if (number < 0) {
      bytes[size++] = '-';
    }
    for (int i = size + digits - 1; i >= size; i--) {
      bytes[i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    size += digits;
    separate();
    return this;
  }

  /** Writes a cell with a date, in days since 1970. */
  DelimitedLine date(int day) {
    reserve(11);
    System.arraycopy(DAYS[day - FIRST_DAY], 0, bytes, size, 10);
    size += 10;
    separate();
    return this;
  }

  /** Writes a cell of 32 hexadecimal digits. */
  DelimitedLine hex(long high, long low) {
    reserve(33);
    for (int shift = 60; shift >= 0; shift -= 4) {
      bytes[size + 15 - shift / 4] = digit(high >>> shift);
      bytes[size + 31 - shift / 4] = digit(low >>> shift);
    }
    size += 32;
    separate();
    return this;
  }

  /** Writes empty cells. */
  DelimitedLine empty(int more) {
    reserve(more);
    Arrays.fill(bytes, size, size + more, (byte) ',');
    size += more;
    cells += more;
    return this;
  }

  /** Writes empty cells up to a column, counted from 0. */
  DelimitedLine to(int column) {
    return empty(column - cells);
  }

  /** Continues the cell before with the next one, after a semicolon. */
  DelimitedLine join() {
    bytes[size - 1] = ';';
    cells--;
    return this;
  }

  /** Ends the row: the last separator becomes the line end. */
  void end() {
    bytes[size - 1] = '\n';
    cells = 0;
  }

  private void separate() {
    bytes[size++] = ',';
    cells++;
  }

  private void reserve(int more) {
    if (size + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, bytes.length * 2);
    }
  }

  private static byte digit(long value) {
    return (byte) "0123456789ABCDEF".charAt((int) (value & 15));
  }
}
