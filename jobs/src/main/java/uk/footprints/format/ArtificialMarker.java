package uk.footprints.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Recognises made-up data by a mark in the data: a sheet or a column headed {@code Artificial data}, or a first line that
 * begins so. The name of a file says nothing: people rename files, and publish real ones as samples.
 */
public final class ArtificialMarker {

  /** The name of the sheet, the heading of the column, or the begin of the first line. */
  public static final String HEADING = "Artificial data";

  /** Headers are looked for in so many rows. */
  private static final int FIRST_ROWS = 30;

  private ArtificialMarker() {}

  /** Returns whether the workbook says that its data are made up. */
  public static boolean isIn(SourceWorkbook workbook) {
    return workbook.sheets().stream().anyMatch(sheet -> isMark(sheet.name()) || isIn(sheet));
  }

  private static boolean isIn(Sheet sheet) {
    List<Sheet.Row> first = sheet.rows().subList(0, Math.min(FIRST_ROWS, sheet.rows().size()));
    boolean line = !first.isEmpty() && key(first.get(0).cell(0)).startsWith(key(HEADING));
    return line || first.stream().flatMap(row -> Arrays.stream(row.cells())).anyMatch(ArtificialMarker::isMark);
  }

  /** Returns the workbook without the sheets and cells that are marks, as its publisher would have it. */
  public static SourceWorkbook without(SourceWorkbook workbook) {
    List<Sheet> sheets =
        workbook.sheets().stream().filter(sheet -> !isMark(sheet.name())).map(ArtificialMarker::without).toList();
    return new SourceWorkbook(workbook.format(), sheets, workbook.remarks());
  }

  private static Sheet without(Sheet sheet) {
    List<Sheet.Row> rows = new ArrayList<>(sheet.rows().size());
    for (Sheet.Row row : sheet.rows()) {
      Sheet.Row rest = without(row);
      if (!rest.blank()) {
        rows.add(rest);
      }
    }
    return new Sheet(sheet.name(), rows, sheet.hidden());
  }

  private static Sheet.Row without(Sheet.Row row) {
    String[] cells = row.cells();
    int last = cells.length - 1;
    if (last >= 0 && isMark(cells[last])) {
      return new Sheet.Row(row.number(), Arrays.copyOf(cells, last));
    }
    boolean marked = Arrays.stream(cells).anyMatch(ArtificialMarker::isMark);
    return marked
        ? new Sheet.Row(row.number(), Arrays.stream(cells).map(c -> isMark(c) ? "" : c).toArray(String[]::new))
        : row;
  }

  private static boolean isMark(String text) {
    return text.length() >= HEADING.length() && key(text).equals(key(HEADING));
  }

  private static String key(String text) {
    return text.strip().toLowerCase(Locale.ROOT);
  }
}
