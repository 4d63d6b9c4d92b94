package uk.footprints.stat;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Result of a method: the columns of the input or the group, then the results.
 *
 * @param <R> a row of the results
 */
final class ResultTable<R extends ResultRow> {

  private final InputTable table;
  private final List<String> groups;
  private final ResultColumns<R> columns;
  /** The results by row of the input; null where there is a row for each group. */
  private final String[][] byRow;
  private final List<String[]> byGroup = new ArrayList<>();

  ResultTable(InputTable table, MethodGuide guide, ResultColumns<R> columns, List<String> groups) {
    this.table = table;
    this.groups = groups;
    this.columns = columns;
    this.byRow = guide.shape() == MethodGuide.Shape.ROW_BY_ROW ? new String[table.rows()][] : null;
  }

  /** Sets the result of one row of the input. */
  void row(int row, R result) {
    byRow[row] = columns.cells(result);
  }

  /** Sets a row of the input that has no result. */
  void none(int row, RowStatus outcome) {
    byRow[row] = columns.none(outcome);
  }

  /** Adds a row about a group. */
  void group(RowGroup group, R result) {
    add(group, columns.cells(result));
  }

  /** Notes that a group, or each of its rows, has no result. */
  void none(RowGroup group, RowStatus outcome) {
    if (byRow == null) {
      add(group, columns.none(outcome));
    } else {
      Arrays.stream(group.rows()).forEach(row -> none(row, outcome));
    }
  }

  private void add(RowGroup group, String[] results) {
    byGroup.add(Stream.concat(group.key().stream(), Arrays.stream(results)).toArray(String[]::new));
  }

  /** Returns the columns of the input that are named like a result and are replaced by it. */
  List<String> replaced() {
    return byRow == null ? List.of() : table.header().stream().filter(columns.names()::contains).toList();
  }

  /** Writes CSV. */
  void write(Writer out) throws IOException {
    CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
    if (byRow == null) {
      csv.writeRecord(Stream.concat(groups.stream(), columns.names().stream()).toArray(String[]::new));
      byGroup.forEach(csv::writeRecord);
    } else {
      writeRows(csv);
    }
    csv.flush();
  }

  private void writeRows(CsvWriter csv) {
    List<String> results = columns.names();
    int[] kept =
        IntStream.range(0, table.header().size())
            .filter(i -> !results.contains(table.header().get(i)))
            .toArray();
    csv.writeRecord(
        Stream.concat(Arrays.stream(kept).mapToObj(table.header()::get), results.stream()).toArray(String[]::new));
    String[] line = new String[kept.length + results.size()];
    for (int row = 0; row < table.rows(); row++) {
      for (int i = 0; i < kept.length; i++) {
        line[i] = table.cell(row, kept[i]);
      }
      System.arraycopy(byRow[row], 0, line, kept.length, results.size());
      csv.writeRecord(line);
    }
  }
}
