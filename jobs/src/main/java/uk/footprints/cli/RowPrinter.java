package uk.footprints.cli;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import uk.footprints.table.Field;
import uk.footprints.table.RowCells;
import uk.footprints.table.TableData;

/**
 * Formats rows as text: numbers without an exponent, whole ones without a decimal point, ISO dates, and nothing for
 * absent values.
 */
final class RowPrinter {

  private static final int WIDEST = 60;

  private RowPrinter() {}

  static String csv(String[] names) {
    return Arrays.stream(names).map(RowPrinter::quoted).collect(Collectors.joining(","));
  }

  static String csv(Row row) {
    return csv(values(row));
  }

  static String csv(RowCells row) {
    return csv(row.values());
  }

  private static String csv(List<Object> values) {
    return values.stream().map(v -> quoted(text(v))).collect(Collectors.joining(","));
  }

  private static String quoted(String text) {
    boolean plain = text.indexOf(',') < 0 && text.indexOf('"') < 0 && text.indexOf('\n') < 0 && text.indexOf('\r') < 0;
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }

  /** Returns a value as text. */
  static String text(Object value) {
    if (value == null) {
      return "";
    }
    if (value instanceof Double || value instanceof Float) {
      boolean finite = Double.isFinite(((Number) value).doubleValue());
      return finite ? plain(new BigDecimal(value.toString())) : "";
    }
    return value instanceof BigDecimal decimal ? plain(decimal) : String.valueOf(value);
  }

  private static String plain(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }

  /** Formats rows of SQL as a table with aligned columns. */
  static List<String> table(String[] names, List<Row> rows) {
    return aligned(names, rows.stream().map(RowPrinter::values).toList());
  }

  /** Formats a table with aligned columns. */
  static List<String> table(TableData data) {
    String[] names = data.table().fields().stream().map(Field::name).toArray(String[]::new);
    return aligned(names, data.rows().stream().map(RowCells::values).toList());
  }

  private static List<Object> values(Row row) {
    List<Object> values = new ArrayList<>();
    for (int i = 0; i < row.size(); i++) {
      values.add(row.get(i));
    }
    return values;
  }

  private static List<String> aligned(String[] names, List<List<Object>> rows) {
    int n = names.length;
    List<String[]> lines = new ArrayList<>();
    lines.add(names);
    boolean[] numbers = new boolean[n];
    Arrays.fill(numbers, !rows.isEmpty());
    for (List<Object> row : rows) {
      String[] cells = new String[n];
      for (int i = 0; i < n; i++) {
        Object value = row.get(i);
        cells[i] = shortened(text(value));
        numbers[i] &= value == null || value instanceof Number;
      }
      lines.add(cells);
    }
    int[] widths = new int[n];
    for (String[] line : lines) {
      for (int i = 0; i < n; i++) {
        widths[i] = Math.max(widths[i], line[i].length());
      }
    }
    List<String> out = new ArrayList<>();
    for (String[] line : lines) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < n; i++) {
        String pad = " ".repeat(widths[i] - line[i].length());
        text.append(i == 0 ? "" : "  ").append(numbers[i] ? pad + line[i] : line[i] + pad);
      }
      out.add(text.toString().stripTrailing());
    }
    out.add(1, "-".repeat(Math.min(200, Arrays.stream(widths).sum() + 2 * (n - 1))));
    return out;
  }

  private static String shortened(String text) {
    return text.length() <= WIDEST ? text : text.substring(0, WIDEST - 3) + "...";
  }
}
