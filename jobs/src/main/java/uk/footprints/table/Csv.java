package uk.footprints.table;

import com.fasterxml.jackson.core.io.NumberOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Writes tables as CSV for spreadsheets: UTF-8, plain numbers, and nothing that a spreadsheet would treat as a
 * formula. A text that begins with {@code = + - @}, a tab or a line end, and is no number, is prefixed with an
 * apostrophe.
 */
public final class Csv {

  /** First characters of formulas, including full-width forms, which some spreadsheets read as the plain ones. */
  private static final String FORMULA = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";
  private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(\\.\\d+)?");

  private Csv() {}

  /** Returns a table as CSV: a heading, then one line per row. */
  public static byte[] bytes(TableData data) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      write(data, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** Writes a table as CSV to a stream, which stays open. */
  public static void write(TableData data, OutputStream out) throws IOException {
    write(data, row -> true, out, cells -> {});
  }

  /** Takes the cells of every row: another writer of the same table. */
  public interface CellsOutput {
    /** Writes a row. */
    void write(RowCells cells) throws IOException;
  }

  /**
   * Writes the rows of a table that meet a condition as CSV to a stream, which stays open.
   *
   * @param other takes all rows in the same pass, so that the cells of a row are made once
   */
  public static void write(TableData data, Predicate<TableRow> shown, OutputStream out, CellsOutput other)
      throws IOException {
    List<Field> fields = data.table().fields();
    CsvLines lines = new CsvLines(out, fields.size());
    for (int i = 0; i < fields.size(); i++) {
      lines.heading(i, fields.get(i).name());
    }
    lines.end();
    for (RowCells row : data.rows()) {
      other.write(row);
      if (shown.test(new TableRow(data.table(), row::value))) {
        for (int i = 0; i < row.size(); i++) {
          lines.cell(i, row.value(i));
        }
        lines.end();
      }
    }
    lines.flush();
  }

  /** Returns the text of a cell, before it is quoted. */
  static String cell(Object value) {
    if (value == null) {
      return "";
    }
    if (value instanceof Double number) {
      return number.isNaN() || number.isInfinite() ? "" : plain(number);
    }
    String text = value.toString();
    boolean formula = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
    return formula && !NUMBER.matcher(text).matches() ? "'" + text : text;
  }

  private static String plain(double number) {
    String written = NumberOutput.toString(number, true);
    String digits = written.indexOf('E') < 0 ? written : new BigDecimal(written).toPlainString();
    return digits.endsWith(".0") ? digits.substring(0, digits.length() - 2) : digits;
  }
}
