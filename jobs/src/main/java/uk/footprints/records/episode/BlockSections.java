package uk.footprints.records.episode;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Blocks for one partition whose rows lie in sections, by the bits of a hash that follow those of the bucket. A bucket is
 * far larger than what a processor keeps near itself; whoever takes it section by section waits for memory once a row
 * and not once a look. A block begins with the places at which its sections end.
 */
final class BlockSections {

  private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  /** Sections of a bucket: some thousand rows each. */
  private static final int MOST = 256;
  /** Sections of all buckets together, which a task that reads fills at once. */
  private static final int TOGETHER = 1024;

  private BlockSections() {}

  /** How many sections a bucket has: a power of two. */
  static int count(int buckets) {
    return Math.max(1, Math.min(MOST, TOGETHER / buckets));
  }

  /**
   * Makes one block of the parts of a bucket.
   *
   * @param parts the bytes of all sections
   * @param sizes how many of these bytes count
   * @param from the bucket's first section
   * @param sections how many it has
   * @return null when there is nothing in them
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

  /** Where a section of a block begins. */
  static int start(byte[] block, int section, int sections) {
    return section == 0 ? 4 * sections : (int) INT.get(block, 4 * (section - 1));
  }

  /** Where it ends. */
  static int end(byte[] block, int section) {
    return (int) INT.get(block, 4 * section);
  }
}
