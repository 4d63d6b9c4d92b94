package uk.footprints.stay.measure;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import uk.footprints.publish.column.Lexicon;

/** Cells of a tally on their way to where all cells of their month are added up: words instead of numbers. */
public final class Parcel {

  private static final Measure[] MEASURES = Measure.values();

  private Parcel() {}

  /** Packs the cells of a tally by month, modulo a number of parcels. */
  public static Map<Integer, byte[]> pack(Tally tally, Lexicon providers, Lexicon residences, int parcels) {
    Map<Integer, ByteArrayOutputStream> bytes = new HashMap<>();
    Map<Integer, DataOutputStream> outs = new HashMap<>();
    try {
      for (int cell = 0; cell < tally.cells(); cell++) {
        long key = tally.key(cell);
        int parcel = Tally.month(key) % parcels;
        DataOutputStream out = outs.get(parcel);
        if (out == null) {
          bytes.put(parcel, new ByteArrayOutputStream(1 << 16));
          out = new DataOutputStream(bytes.get(parcel));
          outs.put(parcel, out);
          words(providers, out);
          words(residences, out);
        }
        out.writeLong(key);
        int filled = 0;
        for (Measure measure : MEASURES) {
          filled += tally.count(cell, measure) == 0 ? 0 : 1;
        }
        out.writeByte(filled);
        for (Measure measure : MEASURES) {
          if (tally.count(cell, measure) != 0) {
            out.writeByte(measure.ordinal());
            small(tally.count(cell, measure), out);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<Integer, byte[]> packed = new HashMap<>();
    bytes.forEach((parcel, out) -> packed.put(parcel, out.toByteArray()));
    return packed;
  }

  /** Adds a parcel to a tally, whose words have numbers of their own. */
  public static void unpack(byte[] parcel, Tally tally, Lexicon providers, Lexicon residences) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(parcel))) {
      int[] provider = words(in, providers);
      int[] residence = words(in, residences);
      while (in.available() > 0) {
        long key = in.readLong();
        int p = Tally.provider(key);
        int r = Tally.residence(key);
        int cell = tally.cell(Tally.key(Tally.month(key), p == Tally.ALL_PROVIDERS ? p : provider[p],
            r == Tally.ALL_RESIDENCES ? r : residence[r], Tally.age(key), Tally.sex(key)));
        for (int filled = in.readByte(); filled > 0; filled--) {
          Measure measure = MEASURES[in.readByte()];
          tally.add(cell, measure, small(in));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void words(Lexicon lexicon, DataOutputStream out) throws IOException {
    out.writeInt(lexicon.size());
    for (int i = 0; i < lexicon.size(); i++) {
      out.writeUTF(lexicon.word(i));
    }
  }

  private static int[] words(DataInputStream in, Lexicon lexicon) throws IOException {
    int[] numbers = new int[in.readInt()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = lexicon.number(in.readUTF());
    }
    return numbers;
  }

  private static void small(long value, DataOutputStream out) throws IOException {
    long rest = value;
    while (rest >= 128) {
      out.writeByte((int) (rest & 127 | 128));
      rest >>>= 7;
    }
    out.writeByte((int) rest);
  }

  private static long small(DataInputStream in) throws IOException {
    long value = 0;
    int shift = 0;
    int b = in.readUnsignedByte();
    while (b >= 128) {
      value |= (long) (b & 127) << shift;
      shift += 7;
      b = in.readUnsignedByte();
    }
    return value | (long) b << shift;
  }
}
