package uk.footprints.format;

import java.util.List;

/**
 * A sheet as published: the text and place of each cell. Numbers of workbooks are written in full, without the rounding
 * of their display. A text file is a workbook of one sheet.
 *
 * @param name as published; empty for a text file
 * @param rows in order; blank rows are left out, their numbers are not
 * @param hidden whether its workbook hides it
 */
public record Sheet(String name, List<Row> rows, boolean hidden) {

  /** Creates a visible sheet. */
  public Sheet(String name, List<Row> rows) {
    this(name, rows, false);
  }

  /**
   * A row.
   *
   * @param number the row number in a spreadsheet, from 1
   * @param cells texts, never null, empty where there was nothing
   */
  public record Row(int number, String[] cells) {

    /** Returns the cell, or an empty text beyond the end of the row. */
    public String cell(int column) {
      return column < cells.length ? cells[column] : "";
    }

    /** Returns whether the row contains only white space. */
    public boolean blank() {
      for (String cell : cells) {
        if (!cell.isBlank()) {
          return false;
        }
      }
      return true;
    }
  }

  /** Returns the value to the right of a label in the first rows ({@code Published:}), or an empty text. */
  public String titled(String label) {
    for (Row row : rows.subList(0, Math.min(20, rows.size()))) {
      for (int i = 0; i < Math.min(3, row.cells().length); i++) {
        String cell = row.cell(i).strip();
        if (cell.equalsIgnoreCase(label) || cell.equalsIgnoreCase(label + ":")) {
          for (int j = i + 1; j < row.cells().length; j++) {
            if (!row.cell(j).isBlank()) {
              return row.cell(j).strip();
            }
          }
        }
      }
    }
    return "";
  }
}
