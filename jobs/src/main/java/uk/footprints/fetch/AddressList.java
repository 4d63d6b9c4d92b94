package uk.footprints.fetch;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Parses a list of addresses that a person wrote: one per line, or CSV with a column {@code url} and perhaps {@code
 * page}.
 */
public final class AddressList {

  private AddressList() {}

  /**
   * One address of a list.
   *
   * @param line number of its line, from 1
   * @param url the address as written
   * @param page the page that links it; empty when the list names none
   */
  public record Entry(int line, String url, String page) {}

  /** Returns the entries of a list in their order. Skips empty lines and lines that begin with {@code #}. */
  public static List<Entry> parse(String text) {
    List<Entry> entries = new ArrayList<>();
    String[] lines = text.replaceFirst("^\uFEFF", "").split("\r\n|\n|\r", -1);
    int url = -1;
    int page = -1;
    boolean first = true;
    for (int i = 0; i < lines.length; i++) {
      String line = lines[i].strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      if (first) {
        first = false;
        List<String> heads = cells(line.toLowerCase(Locale.ROOT));
        url = heads.indexOf("url");
        page = heads.indexOf("page");
        if (url >= 0) {
          continue;
        }
      }
      if (url < 0) {
        entries.add(new Entry(i + 1, unquoted(line), ""));
      } else {
        List<String> cells = cells(line);
        entries.add(new Entry(i + 1, cell(cells, url), cell(cells, page)));
      }
    }
    return entries;
  }

  private static String cell(List<String> cells, int at) {
    return at >= 0 && at < cells.size() ? cells.get(at) : "";
  }

  private static String unquoted(String line) {
    boolean quoted = line.length() > 1 && line.startsWith("\"") && line.endsWith("\"");
    return quoted ? line.substring(1, line.length() - 1).strip() : line;
  }

  private static List<String> cells(String line) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
        cell.append(c);
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        cells.add(cell.toString().strip());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    cells.add(cell.toString().strip());
    return cells;
  }
}
