package uk.footprints.finding;

import java.io.Serializable;

/**
 * A location in a file, so that the user can find and correct it.
 *
 * @param file path below the folder that was read; empty when the finding is about no file
 * @param sheet sheet of a workbook; empty for text files
 * @param row as a spreadsheet counts, from 1; 0 when it is about no row
 * @param column the heading as published; empty when it is about no column
 */
public record Location(String file, String sheet, int row, String column) implements Serializable {

  /** Returns the location of a whole file. */
  public static Location file(String file) {
    return new Location(file, "", 0, "");
  }

  /** Returns a sheet of this file. */
  public Location sheet(String name) {
    return new Location(file, name, 0, "");
  }

  /** Returns a row of this sheet. */
  public Location row(int number) {
    return new Location(file, sheet, number, "");
  }

  /** Returns a column of this row or sheet. */
  public Location column(String heading) {
    return new Location(file, sheet, row, heading);
  }

  /** Returns, for example, {@code Apr_17.xls, sheet Commissioner, row 15, column Org Code}. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(file);
    if (!sheet.isEmpty()) {
      text.append(", sheet ").append(sheet);
    }
    if (row > 0) {
      text.append(", row ").append(row);
    }
    if (!column.isEmpty()) {
      text.append(", column ").append(column);
    }
    return text.toString();
  }
}
