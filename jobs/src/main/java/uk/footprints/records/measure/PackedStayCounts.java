package uk.footprints.records.measure;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import uk.footprints.parquet.column.StringDictionary;

/** Cells of a tally as bytes, on their way to where all cells of their month are added up: words instead of numbers. */
public final class PackedStayCounts {

  private static final StayMeasure[] MEASURES = StayMeasure.values();
  /** Most bytes that a cell takes: its key, how many counts, and each count with its measure. */
  private static final int CELL = 8 + 1 + MEASURES.length * 6;

  private PackedStayCounts() {}

  /** Packs the cells of a tally by month, modulo a number of parts. */
  public static Map<Integer, byte[]> pack(StayCounts tally, StringDictionary providers, StringDictionary residences, int parts) {
    ByteBuffer[] packed = new ByteBuffer[parts];
    for (int cell = 0; cell < tally.cells(); cell++) {
      long key = tally.key(cell);
      int part = StayCounts.month(key) % parts;
      ByteBuffer out = packed[part];
      if (out == null) {
        out = words(residences, words(providers, ByteBuffer.allocate(1 << 16)));
      }
      out = reserve(out, CELL);
      packed[part] = out;
      out.putLong(key);
      int head = out.position();
      out.put((byte) 0);
      int filled = 0;
      for (int m = 0; m < MEASURES.length; m++) {
        int count = tally.count(cell, m);
        if (count != 0) {
          out.put((byte) m);
          small(count, out);
          filled++;
        }
      }
      out.put(head, (byte) filled);
    }
    Map<Integer, byte[]> bytes = new HashMap<>();
    for (int part = 0; part < parts; part++) {
      if (packed[part] != null) {
        byte[] whole = new byte[packed[part].flip().remaining()];
        packed[part].get(whole);
        bytes.put(part, whole);
      }
    }
    return bytes;
  }

  /** Adds what was packed to a tally, whose words have numbers of their own. */
  public static void unpack(byte[] packed, StayCounts tally, StringDictionary providers, StringDictionary residences) {
    ByteBuffer in = ByteBuffer.wrap(packed);
    int[] provider = words(in, providers);
    int[] residence = words(in, residences);
    while (in.hasRemaining()) {
      long key = in.getLong();
      int p = StayCounts.provider(key);
      int r = StayCounts.residence(key);
      int cell = tally.cell(StayCounts.key(StayCounts.month(key), p == StayCounts.ALL_PROVIDERS ? p : provider[p],
          r == StayCounts.ALL_RESIDENCES ? r : residence[r], StayCounts.age(key), StayCounts.sex(key)));
      for (int filled = in.get(); filled > 0; filled--) {
        int measure = in.get();
        tally.add(cell, measure, small(in));
      }
    }
  }

  private static ByteBuffer reserve(ByteBuffer out, int more) {
    if (out.remaining() >= more) {
      return out;
    }
    return ByteBuffer.allocate(Math.max(out.position() + more, out.capacity() * 2)).put(out.flip());
  }

  private static ByteBuffer words(StringDictionary lexicon, ByteBuffer to) {
    ByteBuffer out = reserve(to, 4).putInt(lexicon.size());
    for (int i = 0; i < lexicon.size(); i++) {
      byte[] word = lexicon.word(i).getBytes(StandardCharsets.UTF_8);
      out = reserve(out, 4 + word.length).putInt(word.length).put(word);
    }
    return out;
  }

  private static int[] words(ByteBuffer in, StringDictionary lexicon) {
    int[] numbers = new int[in.getInt()];
    for (int i = 0; i < numbers.length; i++) {
      byte[] word = new byte[in.getInt()];
      in.get(word);
      numbers[i] = lexicon.number(new String(word, StandardCharsets.UTF_8));
    }
    return numbers;
  }

  private static void small(int value, ByteBuffer out) {
    int rest = value;
    while ((rest & ~127) != 0) {
      out.put((byte) (rest & 127 | 128));
      rest >>>= 7;
    }
    out.put((byte) rest);
  }

  private static int small(ByteBuffer in) {
    int value = 0;
    int shift = 0;
    int b = in.get();
    while (b < 0) {
      value |= (b & 127) << shift;
      shift += 7;
      b = in.get();
    }
    return value | b << shift;
  }
}
