package uk.footprints.table;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Tables as CSV for spreadsheets: UTF-8, numbers plain, nothing that a spreadsheet would take for a formula. A text
 * that begins with {@code = + - @}, a tab or a line end, and is no number, gets an apostrophe before it.
 */
public final class Csv {

  private static final String FORMULA = "=+-@\t\r\n";
  private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(\\.\\d+)?");

  private Csv() {}

  /** A heading, then a line a row. */
  public static byte[] bytes(Filled filled) {
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
      csv.writeRecord(filled.table().fields().stream().map(Field::name).toList());
      for (Object[] row : filled.rows()) {
        String[] cells = new String[row.length];
        for (int i = 0; i < row.length; i++) {
          cells[i] = cell(row[i]);
        }
        csv.writeRecord(cells);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** One cell, before it is quoted. */
  static String cell(Object value) {
    if (value == null) {
      return "";
    }
    if (value instanceof Double number) {
      return number.isNaN() || number.isInfinite() ? "" : plain(number);
    }
    String text = value.toString();
    boolean risky = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
    return risky && !NUMBER.matcher(text).matches() ? "'" + text : text;
  }

  private static String plain(double number) {
    String written = Double.toString(number);
    String digits = written.indexOf('E') < 0 ? written : new BigDecimal(written).toPlainString();
    return digits.endsWith(".0") ? digits.substring(0, digits.length() - 2) : digits;
  }
}
