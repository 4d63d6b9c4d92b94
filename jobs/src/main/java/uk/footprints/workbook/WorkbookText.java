package uk.footprints.workbook;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import uk.footprints.table.Field;
import uk.footprints.table.Table;
import uk.footprints.table.TableData;
import uk.footprints.table.TableRow;

/** Writes the texts of a workbook: of cells, headings, worksheets and tables. */
final class WorkbookText {

  /** Excel's limit on the text of a cell. */
  static final int LONGEST = 32_767;

  private static final int LONGEST_SHEET = 31;
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

  private WorkbookText() {}

  /**
   * Returns a text that a cell can hold: without the characters that XML forbids, and no longer than Excel allows. A
   * workbook's text is never taken for a formula, so nothing is put before it.
   */
  static String cell(String text) {
    StringBuilder allowed = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean paired =
          Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1));
      boolean second = Character.isLowSurrogate(c) && i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
      boolean fits =
          paired || second || !Character.isSurrogate(c) && (c >= ' ' || c == '\n' || c == '\t') && c < 0xFFFE;
      if (!fits && allowed == null) {
        allowed = new StringBuilder(text.length()).append(text, 0, i);
      }
      if (allowed != null && fits) {
        allowed.append(c);
      }
    }
    String clean = allowed == null ? text : allowed.toString();
    if (clean.length() <= LONGEST) {
      return clean;
    }
    int end = Character.isHighSurrogate(clean.charAt(LONGEST - 2)) ? LONGEST - 2 : LONGEST - 1;
    return clean.substring(0, end) + "…";
  }

  /** Returns a name as words: {@code period_start} as "Period start". */
  static String words(String name) {
    String words = name.replace('_', ' ').replaceAll("\\bspc\\b", "SPC").replaceAll("\\bods\\b", "ODS");
    return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  /** Returns the headings of a table, each once: the name in words, with the unit. */
  static List<String> headings(Table table, boolean marks) {
    List<String> headings = new ArrayList<>();
    Set<String> met = new HashSet<>();
    for (Field field : table.fields()) {
      String heading = words(field.name()) + (field.unit().isEmpty() ? "" : " (" + field.unit() + ")");
      if (!met.add(heading.toLowerCase(Locale.ROOT))) {
        heading = field.name();
        met.add(heading);
      }
      headings.add(heading);
    }
    if (marks) {
      headings.add(ShorthandMark.HEADING);
    }
    return headings;
  }

  /** Returns a name that Excel allows for a worksheet. */
  static String sheet(String name) {
    String safe = cell(name).replaceAll("[\\[\\]:*?/\\\\']", " ").strip();
    return safe.length() <= LONGEST_SHEET ? safe : safe.substring(0, LONGEST_SHEET).strip();
  }

  /** Returns a sentence on the days that the rows cover. */
  static String period(TableData filled) {
    List<LocalDate> span = span(filled);
    return span.isEmpty()
        ? "Period: given in the rows, or the table has none."
        : "Period: " + DAY.format(span.get(0)) + " to " + DAY.format(span.get(1)) + "; each row gives its own.";
  }

  /** Returns a sentence on the basis on which organisations were counted in areas. */
  static String basis(TableData filled) {
    Set<String> bases = new TreeSet<>();
    if (!filled.table().has("basis")) {
      return "Basis: the table has no column of it; its question is not by area, or defines what it counts.";
    }
    filled.stream().forEach(row -> bases.add(row.text("basis")));
    StringBuilder text = new StringBuilder("Basis: ");
    for (String basis : bases) {
      text.append(text.length() > "Basis: ".length() ? "; " : "");
      text.append(
          switch (basis) {
            case "as_was" -> "as was (organisations are counted in the area in which they were)";
            case "as_now" -> "as now (organisations are counted in the area of those that came after them)";
            default -> words(basis);
          });
    }
    return bases.isEmpty() ? "Basis: there are no rows." : text + ".";
  }

  /** Returns the first and the last day that the rows cover, or nothing when they have no days. */
  private static List<LocalDate> span(TableData filled) {
    if (!filled.table().has("period_start") || !filled.table().has("period_end")) {
      return List.of();
    }
    LocalDate first = null;
    LocalDate last = null;
    for (TableRow row : (Iterable<TableRow>) filled.stream()::iterator) {
      LocalDate from = row.day("period_start");
      LocalDate to = row.day("period_end");
      first = from != null && (first == null || from.isBefore(first)) ? from : first;
      last = to != null && (last == null || to.isAfter(last)) ? to : last;
    }
    return first == null || last == null ? List.of() : List.of(first, last);
  }
}
