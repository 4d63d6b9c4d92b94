package uk.footprints.parquet.column;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Computes 64-bit hashes that are the same on every machine and in every version. */
public final class StableHash {

  private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private StableHash() {}

  /** Returns a 64-bit hash of a key. */
  public static long hash(byte[] bytes, int from, int to) {
    long hash = to - from;
    int p = from;
    for (; p + 8 <= to; p += 8) {
      hash = mix(hash ^ (long) WORD.get(bytes, p));
    }
    long rest = 0;
    for (; p < to; p++) {
      rest = rest << 8 | bytes[p] & 255;
    }
    return mix(hash ^ rest);
  }

  /** Mixes 64 bits without collisions (the last step of SplitMix64). */
  public static long mix(long value) {
    long z = value + 0x9e3779b97f4a7c15L;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
