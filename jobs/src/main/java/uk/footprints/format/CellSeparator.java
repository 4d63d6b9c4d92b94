package uk.footprints.format;

/** Detects the character between the cells of a text table: a comma, unless most of the first lines have another. */
final class CellSeparator {

  private static final char[] OTHERS = {'\t', ';', '|', '¬'};
  private static final int LINES = 60;
  /** A line with fewer may be a sentence. */
  private static final int FEWEST = 2;

  private CellSeparator() {}

  /**
   * Returns the separator.
   *
   * @param bytes of a text in which the separator is a single byte
   * @param from the first byte to look at
   */
  static char of(byte[] bytes, int from) {
    int[] lines = new int[OTHERS.length];
    int[] own = new int[OTHERS.length];
    int commas = 0;
    int ownCommas = 0;
    int sameCommas = -1;
    boolean table = true;
    int all = 0;
    boolean quoted = false;
    boolean empty = true;
    for (int i = from; i <= bytes.length && all < LINES; i++) {
      byte b = i < bytes.length ? bytes[i] : (byte) '\n';
      if (b == '"') {
        quoted = !quoted;
      } else if (!quoted && (b == '\n' || b == '\r')) {
        all += empty ? 0 : 1;
        for (int s = 0; s < own.length; s++) {
          lines[s] += own[s] >= FEWEST ? 1 : 0;
          own[s] = 0;
        }
        commas += ownCommas >= FEWEST ? 1 : 0;
        table &= empty || ownCommas >= FEWEST && (sameCommas < 0 || sameCommas == ownCommas);
        sameCommas = empty ? sameCommas : ownCommas;
        ownCommas = 0;
        empty = true;
      } else if (!quoted) {
        empty &= b == ' ';
        ownCommas += b == ',' ? 1 : 0;
        for (int s = 0; s < own.length; s++) {
          own[s] += b == (byte) OTHERS[s] ? 1 : 0;
        }
      }
    }
    if (table && all > 1) {
      // Every line has as many commas as the others; tabs are white space around numbers then.
      return ',';
    }
    for (int s = 0; s < lines.length; s++) {
      // Sentences contain no tabs; cells of a table with commas may contain semicolons and bars.
      boolean more = OTHERS[s] == '\t' ? 2 * lines[s] >= all : 2 * lines[s] >= all && lines[s] > commas;
      if (lines[s] > 0 && more) {
        return OTHERS[s];
      }
    }
    return ',';
  }
}
