package uk.footprints.workbook;

import java.util.List;
import java.util.Locale;
import org.dhatim.fastexcel.Range;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Writes a worksheet: a title in the first cell, sentences below it, then at most one table, with no empty row
 * between. Type is 12 point sans-serif and wraps; nothing is merged, hidden, coloured or frozen.
 */
final class WorksheetWriter {

  private static final String FONT = "Arial";
  private static final int SIZE = 12;
  private static final int TITLE = 16;
  private static final double WIDE = 90;

  private final Worksheet sheet;
  private int next;

  WorksheetWriter(Workbook workbook, String name, String title) {
    sheet = workbook.newWorksheet(name);
    sheet.value(next, 0, WorkbookText.cell(title));
    sheet.style(next, 0).fontName(FONT).fontSize(TITLE).bold().wrapText(false).set();
    next++;
    sheet.pageOrientation("landscape");
    sheet.setFitToPage(true);
    sheet.fitToHeight((short) 0);
  }

  /** Adds a sentence in a row of its own. A sheet of sentences has one wide column, in which they wrap. */
  WorksheetWriter sentence(String sentence, boolean wrapped) {
    sheet.value(next, 0, WorkbookText.cell(sentence));
    sheet.style(next, 0).fontName(FONT).fontSize(SIZE).wrapText(wrapped).set();
    next++;
    return this;
  }

  /** Adds a heading over sentences. */
  WorksheetWriter heading(String words) {
    sheet.value(next, 0, words);
    sheet.style(next, 0).fontName(FONT).fontSize(TITLE - 2).bold().set();
    next++;
    return this;
  }

  /** Ends a worksheet of sentences. */
  void prose() {
    sheet.width(0, WIDE);
  }

  /** Fills a row of the table. */
  @FunctionalInterface
  interface Cells {
    void into(Worksheet sheet, int at, int row);
  }

  /**
   * Adds the table, marked up as one.
   *
   * @param name what it is called, with letters, digits and underlines
   * @param headings one for each column, all different
   * @param widths one for each column, in characters
   * @param days the columns of days
   * @param rows the number of rows
   * @param cells fills a row; no cell may stay empty
   */
  void table(String name, List<String> headings, double[] widths, List<Integer> days, int rows, Cells cells) {
    int head = next;
    int columns = headings.size();
    for (int i = 0; i < columns; i++) {
      sheet.value(head, i, headings.get(i));
      sheet.width(i, widths[i]);
    }
    for (int row = 0; row < rows; row++) {
      cells.into(sheet, head + 1 + row, row);
    }
    if (rows > 0) {
      sheet.range(head + 1, 0, head + rows, columns - 1).style().fontName(FONT).fontSize(SIZE).wrapText(true)
          .verticalAlignment("top").set();
      for (int day : days) {
        sheet.range(head + 1, day, head + rows, day).style().format("yyyy-mm-dd").set();
      }
    }
    Range all = sheet.range(head, 0, head + Math.max(rows, 1), columns - 1);
    sheet.range(head, 0, head, columns - 1).style().fontName(FONT).fontSize(SIZE).bold().wrapText(true)
        .verticalAlignment("top").set();
    String called = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
    all.createTable(headings.toArray(String[]::new)).setName(called).setDisplayName(called)
        .styleInfo().setStyleName("TableStyleLight1").setShowRowStripes(false);
    sheet.repeatRows(head);
    next = head + 1 + Math.max(rows, 1);
  }

  /** Leads from a cell to the first cell of a worksheet. */
  static void link(Worksheet from, int row, int column, String to) {
    from.hyperlink(row, column, org.dhatim.fastexcel.HyperLink.internal("'" + to + "'!A1", to));
  }
}
