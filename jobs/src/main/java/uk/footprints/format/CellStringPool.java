package uk.footprints.format;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The texts of a book's cells while it is read: each different short text is kept once, and what all of them take has a
 * limit, so that no file can fill the memory.
 */
final class CellStringPool {

  /** A formula that failed, such as one that divides by nothing. */
  static final String FAILED = "#ERROR";
  /** A formula whose result is not in the file. */
  static final String NOT_FOUND = "=";
  /** A sheet that holds anything beyond this column is no publication. */
  static final int MOST_COLUMNS = 2_000;
  /** No publication takes more than a quarter of this. */
  private static final long MOST_BYTES = 320L << 20;
  private static final int SHORT = 24;
  private static final int OBJECT = 56;
  private static final int REFERENCE = 4;

  private final Map<String, String> kept = new HashMap<>();
  private long bytes;

  /** A file that would fill the memory, or a row that no sheet has: told by the reader of the format. */
  static final class TooLarge extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooLarge(String sentence) {
      super(sentence);
    }
  }

  /** The same text, of which there is one only. */
  String keep(String text) {
    bytes += REFERENCE;
    if (text.isEmpty()) {
      return "";
    }
    String known = text.length() <= SHORT ? kept.putIfAbsent(text, text) : null;
    if (known != null) {
      return known;
    }
    bytes += OBJECT + text.length();
    if (bytes > MOST_BYTES) {
      throw new TooLarge("the file holds more than a publication does: its cells fill %d MiB".formatted(bytes >> 20));
    }
    return text;
  }

  /** Adds a row unless it is blank. */
  static void add(List<Sheet.Row> rows, int number, String[] cells) {
    int last = cells.length;
    while (last > 0 && cells[last - 1].isBlank()) {
      last--;
    }
    if (last > MOST_COLUMNS) {
      throw new TooLarge("row %d has more than %,d columns".formatted(number, MOST_COLUMNS));
    }
    if (last > 0) {
      rows.add(new Sheet.Row(number, cells.length > MOST_COLUMNS ? Arrays.copyOf(cells, MOST_COLUMNS) : cells));
    }
  }

  /** With empty texts where there was nothing. */
  static String[] whole(String[] texts) {
    for (int i = 0; i < texts.length; i++) {
      texts[i] = texts[i] == null ? "" : texts[i];
    }
    return texts;
  }

  /** The shortest text that reads back as the same number; whole numbers without a point. */
  static String number(double value) {
    if (value == Math.rint(value) && Math.abs(value) < 1e15) {
      return String.valueOf((long) value);
    }
    return String.valueOf(value).toUpperCase(Locale.ROOT);
  }
}
