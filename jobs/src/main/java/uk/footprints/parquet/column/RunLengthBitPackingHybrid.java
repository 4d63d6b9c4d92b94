package uk.footprints.parquet.column;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Parquet's encoding of small numbers, which mixes runs of one value with values of a few bits each. Source: Apache
 * Parquet, Encodings, "Run Length Encoding / Bit-Packing Hybrid".
 */
final class RunLengthBitPackingHybrid {

  private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  /** A run shorter than this is bit-packed. */
  private static final int GROUP = 8;
  /** Maximum groups after one header, so that the header is a single byte. */
  private static final int MOST_GROUPS = 63;

  private RunLengthBitPackingHybrid() {}

  /** Returns the number of bits for a number of a dictionary of the given size. */
  static int width(int size) {
    return size <= 1 ? 0 : 32 - Integer.numberOfLeadingZeros(size - 1);
  }

  /** Encodes numbers of at most {@code width} bits; the array is at least seven longer than the count. */
  static void put(int[] values, int count, int width, PageBuffer out) {
    out.ensureCapacity(2 * count * Math.max(1, (width + 7) / 8) + 64);
    int at = 0;
    while (at < count) {
      int run = run(values, at, count);
      if (run >= GROUP || at + run == count) {
        out.putVarInt(run << 1);
        for (int shift = 0; shift < width; shift += 8) {
          out.put(values[at] >>> shift);
        }
        at += run;
      } else {
        at = packed(values, at, count, width, out);
      }
    }
  }

  /** Returns how many equal values follow one another. */
  private static int run(int[] values, int from, int count) {
    int value = values[from];
    int to = from + 1;
    while (to < count && values[to] == value) {
      to++;
    }
    return to - from;
  }

  /** Packs groups of eight until a group that starts a run; the last group is padded with zeros. */
  private static int packed(int[] values, int from, int count, int width, PageBuffer out) {
    int head = out.size();
    out.put(0);
    int groups = 0;
    int at = from;
    do {
      for (int i = count; i < at + GROUP; i++) {
        values[i] = 0;
      }
      pack(values, at, width, out);
      groups++;
      at += GROUP;
    } while (at < count && groups < MOST_GROUPS && (at + GROUP > count || run(values, at, at + GROUP) < GROUP));
    out.bytes()[head] = (byte) (groups << 1 | 1);
    return Math.min(at, count);
  }

  private static void pack(int[] values, int at, int width, PageBuffer out) {
    long bits = 0;
    int held = 0;
    for (int i = at; i < at + GROUP; i++) {
      bits |= (values[i] & 0xffffffffL) << held;
      held += width;
      if (held >= 32) {
        out.putInt((int) bits);
        bits >>>= 32;
        held -= 32;
      }
    }
    for (; held > 0; held -= 8) {
      out.put((int) bits);
      bits >>>= 8;
    }
  }

  /**
   * Decodes numbers of {@code width} bits, or fewer numbers if the bytes end before.
   *
   * @param bytes the data, with at least eight bytes after it
   */
  static void read(byte[] bytes, int from, int end, int width, int[] into, int count) {
    int mask = width == 32 ? -1 : (1 << width) - 1;
    int at = from;
    int n = 0;
    while (n < count && at < end) {
      int head = 0;
      for (int shift = 0, more = 1; more != 0; shift += 7, at++) {
        head |= (bytes[at] & 0x7f) << shift;
        more = bytes[at] & 0x80;
      }
      if ((head & 1) == 0) {
        int to = Math.min(count, n + (head >>> 1));
        Arrays.fill(into, n, to, (int) (long) LONG.get(bytes, at) & mask);
        n = to;
        at += (width + 7) / 8;
      } else {
        int to = Math.min(count, n + (head >>> 1) * GROUP);
        long bit = 8L * at;
        for (; n < to; n++, bit += width) {
          into[n] = (int) ((long) LONG.get(bytes, (int) (bit >>> 3)) >>> (bit & 7)) & mask;
        }
        at += (head >>> 1) * width;
      }
    }
  }

  /**
   * Encodes bits, the lowest of each byte first; those after the last are 0.
   *
   * @param bits at least {@code count} bits
   */
  static void putBits(byte[] bits, int count, PageBuffer out) {
    int bytes = (count + 7) / 8;
    out.ensureCapacity(2 * bytes + 64);
    int last = bits[bytes - 1] & 255;
    if ((count & 7) != 0 && last == (1 << (count & 7)) - 1) {
      bits[bytes - 1] = -1;
    }
    int at = 0;
    while (at < bytes) {
      int to = same(bits, at, bytes);
      if (to - at >= 4 || to == bytes && to > at) {
        out.putVarInt(Math.min(to * 8, count) - at * 8 << 1);
        out.put(bits[at] & 1);
        at = to;
        continue;
      }
      int head = out.size();
      out.put(0);
      int groups = 0;
      do {
        out.put(bits[at++]);
        groups++;
      } while (at < bytes && groups < MOST_GROUPS && same(bits, at, Math.min(bytes, at + 4)) - at < 4);
      out.bytes()[head] = (byte) (groups << 1 | 1);
    }
  }

  /** Returns where a sequence of equal bytes, all ones or all zeros, ends. */
  private static int same(byte[] bits, int from, int end) {
    byte value = bits[from];
    int to = from;
    while (to < end && bits[to] == value && (value == 0 || value == -1)) {
      to++;
    }
    return to;
  }
}
