package uk.footprints.table;

import com.fasterxml.jackson.core.io.NumberOutput;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Writes tables as CSV for spreadsheets: UTF-8, plain numbers, and nothing that a spreadsheet would treat as a
 * formula. A text that begins with {@code = + - @}, a tab or a line end, and is no number, is prefixed with an
 * apostrophe.
 */
public final class Csv {

  private static final int BUFFER = 1 << 16;
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
    Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), BUFFER);
    CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text);
    csv.writeRecord(data.table().fields().stream().map(Field::name).toList());
    String[] cells = new String[data.table().fields().size()];
    for (RowCells row : data.rows()) {
      other.write(row);
      if (shown.test(new TableRow(data.table(), row::value))) {
        for (int i = 0; i < cells.length; i++) {
          cells[i] = cell(row.value(i));
        }
        csv.writeRecord(cells);
      }
    }
    csv.flush();
    text.flush();
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
