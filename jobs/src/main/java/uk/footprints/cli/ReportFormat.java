package uk.footprints.cli;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import uk.footprints.table.Csv;
import uk.footprints.table.Field;
import uk.footprints.table.TableData;
import uk.footprints.table.TableRow;

/** The formats in which a report is printed. */
enum ReportFormat {
  /** Comma-separated values, with a heading. */
  CSV,
  /** Columns of equal width. */
  TABLE,
  /** One object of JSON per row. */
  JSON;

  /** Returns the lines of a table. */
  Stream<String> lines(TableData data) {
    return switch (this) {
      case CSV -> new String(Csv.bytes(data), StandardCharsets.UTF_8).lines();
      case TABLE -> RowPrinter.table(data).stream();
      case JSON -> data.stream().map(row -> json(data.table().fields(), row));
    };
  }

  private static String json(List<Field> fields, TableRow row) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (int i = 0; i < fields.size(); i++) {
      values.put(fields.get(i).name(), JsonPrinter.value(row.value(i)));
    }
    return JsonPrinter.line(values);
  }
}
