package uk.footprints.table;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
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
  private final DataOutputStream out;

  /** Creates an encoder that writes to a stream. */
  public RowEncoder(DataOutputStream out) {
    this.out = out;
  }

  /** Writes a whole number that is seldom large. */
  public void count(int n) throws IOException {
    int rest = n;
    while ((rest & ~0x7F) != 0) {
      out.writeByte(rest & 0x7F | 0x80);
      rest >>>= 7;
    }
    out.writeByte(rest);
  }

  /** Writes a number. */
  public void number(double value) throws IOException {
    out.writeDouble(value);
  }

  /** Writes a text, or null. */
  public void text(String text) throws IOException {
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
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    count(bytes.length);
    out.write(bytes);
  }

  /** Writes a day. */
  public void day(LocalDate day) throws IOException {
    out.writeInt((int) day.toEpochDay());
  }

  /** Writes a value of a row: a text, a whole number, a number, a day, a flag, bytes or nothing. */
  public void value(Object value) throws IOException {
    if (value == null) {
      out.writeByte(NOTHING);
    } else if (value instanceof String text) {
      out.writeByte(TEXT);
      text(text);
    } else if (value instanceof Long whole) {
      out.writeByte(WHOLE);
      out.writeLong(whole);
    } else if (value instanceof Double number) {
      out.writeByte(NUMBER);
      out.writeDouble(number);
    } else if (value instanceof LocalDate day) {
      out.writeByte(DAY);
      day(day);
    } else if (value instanceof Boolean flag) {
      out.writeByte(FLAG);
      out.writeBoolean(flag);
    } else if (value instanceof byte[] bytes) {
      out.writeByte(BYTES);
      count(bytes.length);
      out.write(bytes);
    } else {
      throw new IllegalArgumentException("no column holds a " + value.getClass().getSimpleName());
    }
  }
}
