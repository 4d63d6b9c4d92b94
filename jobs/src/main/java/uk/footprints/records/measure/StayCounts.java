package uk.footprints.records.measure;

import java.util.Arrays;

/**
 * Counts by cell: month, provider, residence, age band and sex, each of which may be all of them. A cell is one number
 * and its counts lie in one array, so a million cells cost what they hold and no more.
 */
public final class StayCounts {

  /** The last provider, residence, age band and sex: all of them together. */
  public static final int ALL_PROVIDERS = (1 << 18) - 1;
  public static final int ALL_RESIDENCES = (1 << 20) - 1;
  public static final int ALL_AGES = 31;
  /** In the place of an age band: the first of ten tenths of deprivation, the most deprived first. */
  public static final int DECILES = 20;
  public static final int ALL_SEXES = 3;

  private static final int MEASURES = StayMeasure.values().length;

  private int[] slots = new int[1 << 12];
  private long[] keys = new long[1 << 11];
  /** A count of one month stays below two thousand million. */
  private int[] counts = new int[MEASURES << 11];
  private int cells;

  /**
   * The number of a cell.
   *
   * @param month months since the year 0
   */
  public static long key(int month, int provider, int residence, int age, int sex) {
    return (long) month << 45 | (long) provider << 27 | (long) residence << 7 | (long) age << 2 | sex;
  }

  public static int month(long key) {
    return (int) (key >>> 45);
  }

  public static int provider(long key) {
    return (int) (key >>> 27) & ALL_PROVIDERS;
  }

  public static int residence(long key) {
    return (int) (key >>> 7) & ALL_RESIDENCES;
  }

  public static int age(long key) {
    return (int) (key >>> 2) & ALL_AGES;
  }

  public static int sex(long key) {
    return (int) key & ALL_SEXES;
  }

  /** Whether a cell is of a tenth of deprivation, all ages together. */
  public static boolean isDecile(long key) {
    return age(key) >= DECILES && age(key) < DECILES + 10;
  }

  /** Where a cell lies; it is there from now on. */
  public int cell(long key) {
    int mask = slots.length - 1;
    int slot = (int) (key * 0x9e3779b97f4a7c15L >>> 32) & mask;
    while (slots[slot] != 0) {
      if (keys[slots[slot] - 1] == key) {
        return slots[slot] - 1;
      }
      slot = slot + 1 & mask;
    }
    if (cells == keys.length) {
      grow();
      return cell(key);
    }
    keys[cells] = key;
    slots[slot] = ++cells;
    return cells - 1;
  }

  public void add(int cell, StayMeasure measure, long number) {
    counts[cell * MEASURES + measure.ordinal()] += (int) number;
  }

  /** Adds to a measure by its place among all. */
  void add(int cell, int measure, int number) {
    counts[cell * MEASURES + measure] += number;
  }

  /** A measure's count, by its place among all. */
  int count(int cell, int measure) {
    return counts[cell * MEASURES + measure];
  }

  /** Adds all counts of another tally's cell. */
  void addAll(int cell, StayCounts other, int from) {
    for (int m = 0; m < MEASURES; m++) {
      counts[cell * MEASURES + m] += other.counts[from * MEASURES + m];
    }
  }

  public int cells() {
    return cells;
  }

  public long key(int cell) {
    return keys[cell];
  }

  public long count(int cell, StayMeasure measure) {
    return counts[cell * MEASURES + measure.ordinal()];
  }

  private void grow() {
    keys = Arrays.copyOf(keys, keys.length * 2);
    counts = Arrays.copyOf(counts, counts.length * 2);
    slots = new int[slots.length * 2];
    for (int c = 0; c < cells; c++) {
      int slot = (int) (keys[c] * 0x9e3779b97f4a7c15L >>> 32) & slots.length - 1;
      while (slots[slot] != 0) {
        slot = slot + 1 & slots.length - 1;
      }
      slots[slot] = c + 1;
    }
  }
}
