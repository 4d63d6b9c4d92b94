package uk.footprints.records.episode;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import uk.footprints.records.episode.EpisodeField.Kind;

/**
 * An episode as bytes, for the shuffle between two stages: its length, the hash of the person, the key, the numbers and
 * dates, then the texts, each after its length. The form is compact and comparable, and needs no objects.
 */
final class EpisodeRow {

  /** The value of a number or date that is not known. */
  static final int UNKNOWN = Integer.MIN_VALUE;

  static final EpisodeField[] NUMBERS = fields(Kind.YEAR, Kind.DATE, Kind.NUMBER);
  static final EpisodeField[] TEXTS = fields(Kind.TEXT, Kind.CODES, Kind.DERIVED);
  static final int TEXTS_AT = 4 + 8 + 8 + 4 * NUMBERS.length;
  private static final int[] NUMBER_AT = places(NUMBERS);
  private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private EpisodeRow() {}

  static int length(byte[] block, int row) {
    return (int) INT.get(block, row) & 0xffff;
  }

  /** Returns the number of the extract that the row came from; it shares a word with the length. */
  static int extract(byte[] block, int row) {
    return (int) INT.get(block, row) >>> 16;
  }

  static void length(byte[] block, int row, int length, int extract) {
    INT.set(block, row, extract << 16 | length);
  }

  static long hash(byte[] block, int row) {
    return (long) LONG.get(block, row + 4);
  }

  static void hash(byte[] block, int row, long hash) {
    LONG.set(block, row + 4, hash);
  }

  static long key(byte[] block, int row) {
    return (long) LONG.get(block, row + 12);
  }

  static void key(byte[] block, int row, long key) {
    LONG.set(block, row + 12, key);
  }

  static int number(byte[] block, int row, EpisodeField field) {
    return (int) INT.get(block, row + NUMBER_AT[field.ordinal()]);
  }

  static int number(byte[] block, int row, int index) {
    return (int) INT.get(block, row + 20 + 4 * index);
  }

  static void number(byte[] block, int row, EpisodeField field, int value) {
    INT.set(block, row + NUMBER_AT[field.ordinal()], value);
  }

  /**
   * Copies a few bytes, eight at a time, possibly overwriting the seven bytes after them.
   *
   * @param to has at least seven bytes more than are copied
   */
  static void copy(byte[] from, int start, byte[] to, int at, int size) {
    if (start + size + 8 > from.length) {
      System.arraycopy(from, start, to, at, size);
      return;
    }
    for (int i = 0; i < size; i += 8) {
      LONG.set(to, at + i, (long) LONG.get(from, start + i));
    }
  }

  /** Returns whether two rows are of one person: the first text is the person key. */
  static boolean samePerson(byte[] a, int rowA, byte[] b, int rowB) {
    return hash(a, rowA) == hash(b, rowB) && comparePerson(a, rowA, b, rowB) == 0;
  }

  /**
   * Compares episodes in the order of a file: person, start, end, order, key, and all other fields, so that the order
   * does not depend on where a row came from. An unknown end comes last.
   */
  static int compare(byte[] a, int rowA, byte[] b, int rowB) {
    int order = Long.compare(hash(a, rowA), hash(b, rowB));
    if (order == 0) {
      order = comparePerson(a, rowA, b, rowB);
    }
    if (order == 0) {
      order = Integer.compareUnsigned(
          number(a, rowA, EpisodeField.EPISTART), number(b, rowB, EpisodeField.EPISTART));
    }
    if (order == 0) {
      order = Integer.compareUnsigned(number(a, rowA, EpisodeField.EPIEND), number(b, rowB, EpisodeField.EPIEND));
    }
    if (order == 0) {
      order = Integer.compareUnsigned(
          number(a, rowA, EpisodeField.EPIORDER), number(b, rowB, EpisodeField.EPIORDER));
    }
    if (order == 0) {
      order = Long.compare(key(a, rowA), key(b, rowB));
    }
    if (order == 0) {
      order = Arrays.compareUnsigned(a, rowA + 4, rowA + length(a, rowA), b, rowB + 4, rowB + length(b, rowB));
    }
    return order != 0 ? order : Integer.compare(extract(a, rowA), extract(b, rowB));
  }

  private static int comparePerson(byte[] a, int rowA, byte[] b, int rowB) {
    int fromA = rowA + TEXTS_AT;
    int fromB = rowB + TEXTS_AT;
    return Arrays.compareUnsigned(
        a, fromA + 1, fromA + 1 + (a[fromA] & 255), b, fromB + 1, fromB + 1 + (b[fromB] & 255));
  }

  private static EpisodeField[] fields(Kind... kinds) {
    return Arrays.stream(EpisodeField.values()).filter(f -> Arrays.asList(kinds).contains(f.kind()))
        .toArray(EpisodeField[]::new);
  }

  private static int[] places(EpisodeField[] numbers) {
    int[] at = new int[EpisodeField.values().length];
    for (int i = 0; i < numbers.length; i++) {
      at[numbers[i].ordinal()] = 20 + 4 * i;
    }
    return at;
  }
}
