package uk.footprints.table;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Decodes what {@link RowEncoder} encoded, in the same order. Equal texts and days are the same objects. */
public final class RowDecoder {

  private final List<String> texts = new ArrayList<>();
  private final Map<Integer, LocalDate> days = new HashMap<>();
  private final DataInputStream in;

  /** Creates a decoder that reads from a stream. */
  public RowDecoder(DataInputStream in) {
    this.in = in;
  }

  /** Reads a number written by {@link RowEncoder#count}. */
  public int count() throws IOException {
    int n = 0;
    for (int shift = 0; shift < 35; shift += 7) {
      int b = in.readByte();
      n |= (b & 0x7F) << shift;
      if (b >= 0) {
        return n;
      }
    }
    throw new IOException("a number that does not end");
  }

  /** Reads a number written by {@link RowEncoder#number}. */
  public double number() throws IOException {
    return in.readDouble();
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
    byte[] bytes = in.readNBytes(count());
    texts.add(new String(bytes, StandardCharsets.UTF_8));
    return texts.get(place - 1);
  }

  /** Reads a day written by {@link RowEncoder#day}. */
  public LocalDate day() throws IOException {
    return days.computeIfAbsent(in.readInt(), LocalDate::ofEpochDay);
  }

  /** Reads a value written by {@link RowEncoder#value}. */
  public Object value() throws IOException {
    int kind = in.readByte();
    return switch (kind) {
      case RowEncoder.NOTHING -> null;
      case RowEncoder.TEXT -> text();
      case RowEncoder.WHOLE -> in.readLong();
      case RowEncoder.NUMBER -> in.readDouble();
      case RowEncoder.DAY -> day();
      case RowEncoder.FLAG -> in.readBoolean();
      case RowEncoder.BYTES -> in.readNBytes(count());
      default -> throw new IOException("no value is of kind " + kind);
    };
  }
}
