package uk.footprints.records.episode;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Blocks for one partition, divided into sections by the bits of a hash that follow those of the bucket. A bucket is far
 * larger than a processor cache; processing it section by section has one cache miss per row instead of one per lookup.
 * A block begins with the positions at which its sections end.
 */
final class BlockSections {

  private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  /** Maximum sections of a bucket, of some thousand rows each. */
  private static final int MOST = 256;
  /** Maximum sections of all buckets together, which a reading task fills at the same time. */
  private static final int TOGETHER = 1024;

  private BlockSections() {}

  /** Returns the number of sections of a bucket, a power of two. */
  static int count(int buckets) {
    return Math.max(1, Math.min(MOST, TOGETHER / buckets));
  }

  /**
   * Combines the sections of a bucket into one block.
   *
   * @param parts the bytes of all sections
   * @param sizes how many bytes of each section are used
   * @param from the bucket's first section
   * @param sections how many sections the bucket has
   * @return null if all sections are empty
   */
  static byte[] pack(byte[][] parts, int[] sizes, int from, int sections) {
    int size = 0;
    for (int s = from; s < from + sections; s++) {
      size += sizes[s];
    }
    if (size == 0) {
      return null;
    }
    byte[] block = new byte[4 * sections + size];
    int at = 4 * sections;
    for (int s = 0; s < sections; s++) {
      if (sizes[from + s] > 0) {
        System.arraycopy(parts[from + s], 0, block, at, sizes[from + s]);
        at += sizes[from + s];
      }
      INT.set(block, 4 * s, at);
    }
    return block;
  }

  /** Returns where a section of a block begins. */
  static int start(byte[] block, int section, int sections) {
    return section == 0 ? 4 * sections : (int) INT.get(block, 4 * (section - 1));
  }

  /** Returns where a section of a block ends. */
  static int end(byte[] block, int section) {
    return (int) INT.get(block, 4 * section);
  }
}
