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
import java.util.regex.Pattern;

/**
 * Tables as CSV for spreadsheets: UTF-8, numbers plain, nothing that a spreadsheet would take for a formula. A text
 * that begins with {@code = + - @}, a tab or a line end, and is no number, gets an apostrophe before it.
 */
public final class Csv {

  private static final int BUFFER = 1 << 16;
  /** Also the wide forms, which spreadsheets in East Asian languages read as the narrow ones. */
  private static final String FORMULA = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";
  private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(\\.\\d+)?");

  private Csv() {}

  /** A heading, then a line a row. */
  public static byte[] bytes(TableData filled) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      write(filled, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** The same into a stream, which stays open. */
  public static void write(TableData filled, OutputStream out) throws IOException {
    Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), BUFFER);
    CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text);
    csv.writeRecord(filled.table().fields().stream().map(Field::name).toList());
    String[] cells = new String[filled.table().fields().size()];
    for (Object[] row : filled.rows()) {
      for (int i = 0; i < row.length; i++) {
        cells[i] = cell(row[i]);
      }
      csv.writeRecord(cells);
    }
    csv.flush();
    text.flush();
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
    String written = NumberOutput.toString(number, true);
    String digits = written.indexOf('E') < 0 ? written : new BigDecimal(written).toPlainString();
    return digits.endsWith(".0") ? digits.substring(0, digits.length() - 2) : digits;
  }
}
