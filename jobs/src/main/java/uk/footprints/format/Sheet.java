package uk.footprints.format;

import java.util.List;

/**
 * A sheet as published: the text of each cell and where it stood. Numbers of workbooks are written in full, without
 * the rounding of their display; a text file is a book of one sheet.
 *
 * @param name as published; empty for a text file
 * @param rows in order; blank rows are left out, their numbers are not
 * @param hidden whether its workbook hides it
 */
public record Sheet(String name, List<Row> rows, boolean hidden) {

  /** A sheet that is shown. */
  public Sheet(String name, List<Row> rows) {
    this(name, rows, false);
  }

  /**
   * A row.
   *
   * @param number as a spreadsheet counts, from 1
   * @param cells texts, never null, empty where there was nothing
   */
  public record Row(int number, String[] cells) {

    /** The cell, or empty text beyond the row's end. */
    public String cell(int column) {
      return column < cells.length ? cells[column] : "";
    }

    /** Whether nothing but white space stands in it. */
    public boolean blank() {
      for (String cell : cells) {
        if (!cell.isBlank()) {
          return false;
        }
      }
      return true;
    }
  }

  /** The value that stands to the right of a label in the first rows ({@code Published:}), or empty text. */
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
