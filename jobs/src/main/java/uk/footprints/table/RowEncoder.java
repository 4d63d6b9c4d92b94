package uk.footprints.table;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Encodes values for transfer between machines in few bytes: a repeated text is written as a number. Java serialization
 * of the same rows takes several times the bytes and the time.
 */
public final class RowEncoder {

  /** The kinds of values. */
  static final int NOTHING = 0;
  static final int TEXT = 1;
  static final int WHOLE = 2;
  static final int NUMBER = 3;
  static final int DAY = 4;
  static final int FLAG = 5;
  static final int BYTES = 6;

  private final Map<String, Integer> texts = new HashMap<>();
  private byte[] bytes = new byte[1 << 14];
  private int size;

  private void ensureCapacity(int more) {
    if (bytes.length - size < more) {
      int doubled = (int) Math.min(2L * size, Integer.MAX_VALUE - 8);
      bytes = Arrays.copyOf(bytes, Math.max(Math.addExact(size, more), doubled));
    }
  }

  private void put(int b) {
    ensureCapacity(1);
    bytes[size++] = (byte) b;
  }

  private void put(byte[] all) {
    ensureCapacity(all.length);
    System.arraycopy(all, 0, bytes, size, all.length);
    size += all.length;
  }

  private void put(long n, int width) {
    ensureCapacity(width);
    for (int shift = 8 * (width - 1); shift >= 0; shift -= 8) {
      bytes[size++] = (byte) (n >>> shift);
    }
  }

  /** Returns the bytes of all that was written. */
  byte[] bytes() {
    return Arrays.copyOf(bytes, size);
  }

  /** Writes a whole number that is seldom large. */
  public void count(int n) {
    int rest = n;
    while ((rest & ~0x7F) != 0) {
      put(rest & 0x7F | 0x80);
      rest >>>= 7;
    }
    put(rest);
  }

  /** Writes a number. */
  public void number(double value) {
    put(Double.doubleToLongBits(value), Double.BYTES);
  }

  /** Writes a text, or null. */
  public void text(String text) {
    if (text == null) {
      count(0);
      return;
    }
    Integer known = texts.putIfAbsent(text, texts.size() + 1);
    if (known != null) {
      count(known);
      return;
    }
    count(texts.size());
    byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
    count(encoded.length);
    put(encoded);
  }

  /** Writes a day. */
  public void day(LocalDate day) {
    put((int) day.toEpochDay(), Integer.BYTES);
  }

  /** Writes a value of a row: a text, a whole number, a number, a day, a flag, bytes or nothing. */
  public void value(Object value) {
    if (value == null) {
      put(NOTHING);
    } else if (value instanceof String text) {
      put(TEXT);
      text(text);
    } else if (value instanceof Long whole) {
      put(WHOLE);
      put(whole, Long.BYTES);
    } else if (value instanceof Double number) {
      put(NUMBER);
      number(number);
    } else if (value instanceof LocalDate day) {
      put(DAY);
      day(day);
    } else if (value instanceof Boolean flag) {
      put(FLAG);
      put(flag ? 1 : 0);
    } else if (value instanceof byte[] own) {
      put(BYTES);
      count(own.length);
      put(own);
    } else {
      throw new IllegalArgumentException("no column holds a " + value.getClass().getSimpleName());
    }
  }
}
