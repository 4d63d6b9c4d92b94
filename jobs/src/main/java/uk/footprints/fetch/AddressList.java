package uk.footprints.fetch;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Parses a list of addresses that a person wrote or saved: one per line, or CSV with a column {@code url} and perhaps
 * {@code page}, separated by commas, semicolons or tabs.
 */
public final class AddressList {

  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final String SEPARATORS = ",;\t";

  private AddressList() {}

  /**
   * One address of a list.
   *
   * @param line number of its line, from 1
   * @param url the address as written
   * @param page the page that links it; empty when the list names none
   */
  public record Entry(int line, String url, String page) {}

  /** The positions of the columns in a list with headings; -1 for a column that it does not have. */
  private record Columns(char separator, int url, int page) {}

  /** Decodes the bytes of a list: UTF-16 with a byte order mark, as spreadsheets save it, otherwise UTF-8. */
  public static String decode(byte[] bytes) {
    boolean little = bytes.length > 1 && (bytes[0] & 0xff) == 0xff && (bytes[1] & 0xff) == 0xfe;
    boolean big = bytes.length > 1 && (bytes[0] & 0xff) == 0xfe && (bytes[1] & 0xff) == 0xff;
    Charset charset =
        little ? StandardCharsets.UTF_16LE : big ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_8;
    return new String(bytes, charset);
  }

  /** Returns what a text is that cannot be a list of addresses, as a part of a sentence; empty when it may be one. */
  public static Optional<String> fault(String text) {
    if (text.stripLeading().matches("(?is)(\\uFEFF)?<(!doctype|html|head|body)\\b.*")) {
      return Optional.of("a web page");
    }
    boolean binary = text.indexOf('\0') >= 0 || text.startsWith("PK") || text.startsWith("%PDF");
    return binary ? Optional.of("a workbook or another file that is no text") : Optional.empty();
  }

  /** Returns the entries of a list in their order. Skips empty lines and lines that begin with {@code #}. */
  public static List<Entry> parse(String text) {
    List<Entry> entries = new ArrayList<>();
    String[] lines = text.replaceFirst("^" + BYTE_ORDER_MARK, "").split("\r\n|\n|\r", -1);
    Columns columns = null;
    boolean first = true;
    for (int i = 0; i < lines.length; i++) {
      int number = i + 1;
      String line = lines[i].strip().replace(BYTE_ORDER_MARK, "");
      while (columns != null && isOpen(line) && i + 1 < lines.length) {
        line += " " + lines[++i].strip();
      }
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      if (first && line.matches("(?i)sep=.")) {
        continue;
      }
      if (first) {
        first = false;
        columns = columns(line);
        if (columns != null) {
          continue;
        }
      }
      if (columns == null) {
        entries.add(new Entry(number, unquoted(line), ""));
      } else {
        List<String> cells = cells(line, columns.separator());
        if (cells.stream().anyMatch(cell -> !cell.isEmpty())) {
          entries.add(new Entry(number, cell(cells, columns.url()), cell(cells, columns.page())));
        }
      }
    }
    return entries;
  }

  /** Returns the columns of a line of headings; null when the line has no heading {@code url}. */
  private static Columns columns(String line) {
    for (char separator : SEPARATORS.toCharArray()) {
      List<String> headings = cells(line.toLowerCase(Locale.ROOT), separator);
      if (headings.contains("url")) {
        return new Columns(separator, headings.indexOf("url"), headings.indexOf("page"));
      }
    }
    return null;
  }

  /** Whether a quoted cell of a line ends on a later line. */
  private static boolean isOpen(String line) {
    return line.chars().filter(c -> c == '"').count() % 2 == 1;
  }

  private static String cell(List<String> cells, int at) {
    return at >= 0 && at < cells.size() ? cells.get(at) : "";
  }

  private static String unquoted(String line) {
    boolean quoted = line.length() > 1 && line.startsWith("\"") && line.endsWith("\"");
    return quoted ? line.substring(1, line.length() - 1).strip() : line;
  }

  private static List<String> cells(String line, char separator) {
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
      } else if (c == separator && !quoted) {
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
