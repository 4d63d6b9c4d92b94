package uk.footprints.stat;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import uk.footprints.statistics.Estimate;
import uk.footprints.statistics.ResultStatus;

/** Result of a method: the columns of the input or the group, then the results. */
public final class ResultTable {

  private final InputTable table;
  private final MethodGuide guide;
  private final List<String> groups;
  private final Object[][] byRow;
  private final List<Object[]> byGroup = new ArrayList<>();

  ResultTable(InputTable table, MethodGuide guide, List<String> groups) {
    this.table = table;
    this.guide = guide;
    this.groups = groups;
    this.byRow = guide.shape() == MethodGuide.Shape.ROW_BY_ROW ? new Object[table.rows()][] : new Object[0][];
  }

  /** Adds the results of one row of the input. */
  void row(int row, Object... results) {
    byRow[row] = finite(results);
  }

  /** Adds one row about a group. */
  void group(RowGroup group, Object... results) {
    byGroup.add(Stream.concat(group.key().stream(), Stream.of(finite(results))).toArray());
  }

  /**
   * A status of ok promises that every number of the row exists. A number that is not finite is left out, and its row
   * is then not ok. A null is not a number: the settings do not include it.
   */
  private Object[] finite(Object[] results) {
    Object[] checked = results.clone();
    List<String> lacking = new ArrayList<>();
    for (int i = 0; i < checked.length; i++) {
      if (checked[i] instanceof Double number && !Double.isFinite(number)) {
        checked[i] = null;
        lacking.add(guide.adds().get(i));
      }
    }
    int status = guide.adds().indexOf("status");
    if (!lacking.isEmpty() && ResultStatus.OK.text().equals(checked[status])) {
      checked[status] = ResultStatus.NOT_APPLICABLE.text();
      int reason = guide.adds().indexOf("reason");
      if ("".equals(checked[reason])) {
        checked[reason] = "these numbers give no finite " + String.join(", ", lacking);
      }
    }
    return checked;
  }

  /** Results before an estimate's columns, and those columns. */
  static Object[] with(Estimate estimate, Object... before) {
    return Stream.concat(
            Stream.of(before),
            Stream.of(
                estimate.value(),
                estimate.lower95(),
                estimate.upper95(),
                estimate.lower998(),
                estimate.upper998(),
                estimate.method(),
                estimate.status().text(),
                estimate.reason()))
        .toArray();
  }

  /** Returns the columns of the input that are named like a result and are replaced by it. */
  List<String> replaced() {
    return guide.shape() == MethodGuide.Shape.ROW_BY_ROW
        ? table.header().stream().filter(guide.adds()::contains).toList()
        : List.of();
  }

  /** Writes CSV. */
  void write(Writer out) throws IOException {
    CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
    if (guide.shape() == MethodGuide.Shape.ROW_BY_ROW) {
      writeRows(csv);
    } else {
      csv.writeRecord(Stream.concat(groups.stream(), guide.adds().stream()).toArray(String[]::new));
      byGroup.forEach(row -> csv.writeRecord(Stream.of(row).map(ResultTable::text).toArray(String[]::new)));
    }
    csv.flush();
  }

  private void writeRows(CsvWriter csv) {
    int[] kept =
        IntStream.range(0, table.header().size())
            .filter(i -> !guide.adds().contains(table.header().get(i)))
            .toArray();
    int width = kept.length + guide.adds().size();
    String[] line = new String[width];
    for (int i = 0; i < kept.length; i++) {
      line[i] = table.header().get(kept[i]);
    }
    for (int i = kept.length; i < width; i++) {
      line[i] = guide.adds().get(i - kept.length);
    }
    csv.writeRecord(line);
    for (int row = 0; row < table.rows(); row++) {
      for (int i = 0; i < kept.length; i++) {
        line[i] = table.cell(row, kept[i]);
      }
      for (int i = kept.length; i < width; i++) {
        line[i] = text(byRow[row] == null ? null : byRow[row][i - kept.length]);
      }
      csv.writeRecord(line);
    }
  }

  /** Formats numbers with the fewest digits that read back exactly; empty where there is no number. */
  private static String text(Object value) {
    if (value instanceof Double number) {
      boolean whole = number == Math.rint(number) && Math.abs(number) < 1e15;
      return whole ? Long.toString(number.longValue()) : number.toString();
    }
    return value == null ? "" : value.toString();
  }
}
