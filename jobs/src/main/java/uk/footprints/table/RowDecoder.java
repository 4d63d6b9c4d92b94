package uk.footprints.table;

import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Decodes what {@link RowEncoder} encoded, in the same order. Equal texts and days are the same objects. */
public final class RowDecoder {

  private final List<String> texts = new ArrayList<>();
  private final Map<Integer, LocalDate> days = new HashMap<>();
  private final byte[] bytes;
  private int at;

  /** Creates a decoder of these bytes. */
  RowDecoder(byte[] bytes) {
    this.bytes = bytes;
  }

  private void require(int n) throws EOFException {
    if (n < 0 || bytes.length - at < n) {
      throw new EOFException("rows end before their last value");
    }
  }

  private byte get() throws EOFException {
    require(1);
    return bytes[at++];
  }

  private byte[] get(int n) throws EOFException {
    require(n);
    at += n;
    return Arrays.copyOfRange(bytes, at - n, at);
  }

  private long whole(int width) throws EOFException {
    require(width);
    long n = 0;
    for (int i = 0; i < width; i++) {
      n = n << 8 | bytes[at++] & 0xFF;
    }
    return n;
  }

  /** Reads a number written by {@link RowEncoder#count}. */
  public int count() throws IOException {
    int n = 0;
    for (int shift = 0; shift < 35; shift += 7) {
      int b = get();
      n |= (b & 0x7F) << shift;
      if (b >= 0) {
        return n;
      }
    }
    throw new IOException("a number that does not end");
  }

  /** Reads a number written by {@link RowEncoder#number}. */
  public double number() throws IOException {
    return Double.longBitsToDouble(whole(Double.BYTES));
  }

  /** Reads a text written by {@link RowEncoder#text}. */
  public String text() throws IOException {
    int place = count();
    if (place == 0) {
      return null;
    }
    if (place <= texts.size()) {
      return texts.get(place - 1);
    }
    int length = count();
    require(length);
    String text = new String(bytes, at, length, StandardCharsets.UTF_8);
    at += length;
    texts.add(text);
    return texts.get(place - 1);
  }

  /** Reads a day written by {@link RowEncoder#day}. */
  public LocalDate day() throws IOException {
    return days.computeIfAbsent((int) whole(Integer.BYTES), LocalDate::ofEpochDay);
  }

  /** Reads a value written by {@link RowEncoder#value}. */
  public Object value() throws IOException {
    int kind = get();
    return switch (kind) {
      case RowEncoder.NOTHING -> null;
      case RowEncoder.TEXT -> text();
      case RowEncoder.WHOLE -> whole(Long.BYTES);
      case RowEncoder.NUMBER -> number();
      case RowEncoder.DAY -> day();
      case RowEncoder.FLAG -> get() != 0;
      case RowEncoder.BYTES -> get(count());
      default -> throw new IOException("no value is of kind " + kind);
    };
  }
}
