package uk.footprints.stat;

import java.util.Arrays;

/**
 * Dictionary-encoded column of a table: distinct cells and an index for each row, because areas, age bands and small
 * counts recur. Each distinct cell is parsed once for all rows that have it.
 */
final class CellDictionary {

  private final int[] codes;
  private final String[] words;

  private CellDictionary(int[] codes, String[] words) {
    this.codes = codes;
    this.words = words;
  }

  /** Returns the text of a row's cell. */
  String get(int row) {
    return words[codes[row]];
  }

  /** Returns the index of a row's cell among the distinct cells, from 0 in order of appearance. */
  int code(int row) {
    return codes[row];
  }

  /** Returns the distinct cells in order of appearance. */
  String[] words() {
    return words;
  }

  /** Returns the number of rows. */
  int rows() {
    return codes.length;
  }

  /** Builds a column while it is read. */
  static final class Builder {

    private int[] codes = new int[1024];
    private char[][] words = new char[256][];
    private int[] hashes = new int[256];
    private int[] slots = new int[1024];
    private int distinct;
    private int last;

    /** Sets the cell of a row; creates no string for a known cell. */
    void set(int row, char[] buffer, int offset, int length) {
      if (row == codes.length) {
        codes = Arrays.copyOf(codes, 2 * row);
      }
      // Cells of one area mostly follow one another.
      if (distinct == 0 || !equal(words[last], buffer, offset, length)) {
        last = code(buffer, offset, length);
      }
      codes[row] = last;
    }

    private int code(char[] buffer, int offset, int length) {
      int hash = length;
      for (int i = offset; i < offset + length; i++) {
        hash = 31 * hash + buffer[i];
      }
      hash ^= hash >>> 15;
      int slot = hash & slots.length - 1;
      while (slots[slot] != 0) {
        int code = slots[slot] - 1;
        if (hashes[code] == hash && equal(words[code], buffer, offset, length)) {
          return code;
        }
        slot = slot + 1 & slots.length - 1;
      }
      return add(Arrays.copyOfRange(buffer, offset, offset + length), hash, slot);
    }

    private int add(char[] word, int hash, int slot) {
      if (distinct == words.length) {
        words = Arrays.copyOf(words, 2 * distinct);
        hashes = Arrays.copyOf(hashes, 2 * distinct);
      }
      words[distinct] = word;
      hashes[distinct] = hash;
      slots[slot] = distinct + 1;
      distinct++;
      if (distinct * 2 > slots.length) {
        spread();
      }
      return distinct - 1;
    }

    private void spread() {
      slots = new int[2 * slots.length];
      for (int code = 0; code < distinct; code++) {
        int slot = hashes[code] & slots.length - 1;
        while (slots[slot] != 0) {
          slot = slot + 1 & slots.length - 1;
        }
        slots[slot] = code + 1;
      }
    }

    private static boolean equal(char[] known, char[] buffer, int offset, int length) {
      return Arrays.equals(known, 0, known.length, buffer, offset, offset + length);
    }

    CellDictionary cells(int rows) {
      String[] different = Arrays.stream(words).limit(distinct).map(String::new).toArray(String[]::new);
      return new CellDictionary(Arrays.copyOf(codes, rows), different);
    }
  }
}
