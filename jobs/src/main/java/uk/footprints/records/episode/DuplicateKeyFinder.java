package uk.footprints.records.episode;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import uk.footprints.parquet.column.StableHash;

/**
 * Finds episode keys that more than one person has, among pairs of key and person's hash. Such a key is assigned to the
 * person with the smallest hash: a choice that does not depend on the order of rows.
 */
final class DuplicateKeyFinder {

  private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private DuplicateKeyFinder() {}

  static void put(byte[] block, int at, long key, long hash) {
    LONG.set(block, at, key);
    LONG.set(block, at + 8, hash);
  }

  /**
   * Returns the keys with several owners, and the owner that each is assigned to. Keys are over 0.
   *
   * @param blocks pairs in {@link BlockSections} by the hash of the key
   */
  static Map<Long, Long> shared(List<byte[]> blocks, int sections) {
    Map<Long, Long> shared = new HashMap<>();
    for (int section = 0; section < sections; section++) {
      addShared(blocks, section, sections, shared);
    }
    return shared;
  }

  private static void addShared(List<byte[]> blocks, int section, int sections, Map<Long, Long> shared) {
    int bytes = 0;
    for (byte[] block : blocks) {
      bytes += BlockSections.end(block, section) - BlockSections.start(block, section, sections);
    }
    int size = Integer.highestOneBit(Math.max(8, bytes / 16)) * 2;
    long[] keys = new long[size];
    long[] owners = new long[size];
    for (byte[] block : blocks) {
      for (int at = BlockSections.start(block, section, sections); at < BlockSections.end(block, section); at += 16) {
        long key = (long) LONG.get(block, at);
        long owner = (long) LONG.get(block, at + 8);
        int slot = (int) StableHash.mix(key) & size - 1;
        while (keys[slot] != 0 && keys[slot] != key) {
          slot = slot + 1 & size - 1;
        }
        if (keys[slot] == 0) {
          keys[slot] = key;
          owners[slot] = owner;
        } else if (owners[slot] != owner) {
          owners[slot] = Math.min(owners[slot], owner);
          shared.put(key, owners[slot]);
        }
      }
    }
  }
}
