package uk.footprints.format;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Keeps repeated short texts of a workbook's cells once, as a rule, while it is read, and limits the bytes of all
 * texts, so that no file can fill the memory.
 */
final class CellStringPool {

  /** A formula that failed, such as one that divides by zero. */
  static final String FAILED = "#ERROR";
  /** A formula whose result is not in the file. */
  static final String NOT_FOUND = "=";
  /** The maximum number of columns of a sheet. */
  static final int MOST_COLUMNS = 2_000;
  /** The maximum size of all texts; publications take at most a quarter. */
  private static final long MOST_BYTES = 320L << 20;
  private static final int SHORT = 24;
  private static final int OBJECT = 56;
  private static final int REFERENCE = 4;
  private static final int PLACES = 1 << 14;

  /** The last text of each hash, so that a text costs one look and no memory of its own. */
  private final String[] pooled = new String[PLACES];
  private long bytes;

  /** A file or row is too large. Each reader turns this into an {@link UnreadableFileException}. */
  static final class TooLarge extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooLarge(String sentence) {
      super(sentence);
    }
  }

  /** Returns the pooled text that equals the given one. */
  String keep(String text) {
    bytes += REFERENCE;
    if (text.isEmpty()) {
      return "";
    }
    if (text.length() <= SHORT) {
      int hash = text.hashCode();
      int place = (hash ^ hash >>> 14) & PLACES - 1;
      if (text.equals(pooled[place])) {
        return pooled[place];
      }
      pooled[place] = text;
    }
    bytes += OBJECT + text.length();
    if (bytes > MOST_BYTES) {
      throw new TooLarge("the file is larger than any publication: its cells fill %d MiB".formatted(bytes >> 20));
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

  /** Replaces nulls by empty texts. */
  static String[] whole(String[] texts) {
    for (int i = 0; i < texts.length; i++) {
      texts[i] = texts[i] == null ? "" : texts[i];
    }
    return texts;
  }

  /** Returns the shortest text that parses to the same number; whole numbers have no decimal point. */
  static String number(double value) {
    if (value == Math.rint(value) && Math.abs(value) < 1e15) {
      return String.valueOf((long) value);
    }
    return String.valueOf(value).toUpperCase(Locale.ROOT);
  }
}
