package uk.footprints.records.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The first line of a delimited file: its separator and the names of its columns.
 *
 * @param separator the byte between cells
 * @param names the columns in order, in capitals, without quotes and spaces around them
 */
public record DelimitedHeader(byte separator, List<String> names) implements java.io.Serializable {

  private static final char[] KNOWN = {',', '|', '\t'};

  /**
   * Reads a first line with the separator that yields the most known names; a byte order mark is dropped.
   *
   * @param line the line, without its end
   * @param known names that a file of this kind may have
   */
  public static DelimitedHeader of(String line, Set<String> known) {
    DelimitedHeader best = null;
    long most = -1;
    for (char separator : KNOWN) {
      DelimitedHeader heading = new DelimitedHeader((byte) separator, cells(line, separator));
      long hits = heading.names.stream().filter(known::contains).count();
      if (hits > most) {
        best = heading;
        most = hits;
      }
    }
    return best;
  }

  /** Returns the position of a column, counted from 0; -1 if the file has no such column. */
  public int at(String name) {
    return names.indexOf(name);
  }

  private static List<String> cells(String line, char separator) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (char c : line.toCharArray()) {
      if (c == '"') {
        quoted = !quoted;
      } else if (c == separator && !quoted) {
        cells.add(name(cell));
        cell.setLength(0);
      } else if (c != '\uFEFF') {
        cell.append(c);
      }
    }
    cells.add(name(cell));
    return List.copyOf(cells);
  }

  private static String name(StringBuilder cell) {
    return cell.toString().strip().toUpperCase(Locale.ROOT);
  }
}
