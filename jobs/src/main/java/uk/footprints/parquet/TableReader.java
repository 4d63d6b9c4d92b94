package uk.footprints.parquet;

import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.filter2.compat.FilterCompat;
import org.apache.parquet.filter2.predicate.FilterApi;
import org.apache.parquet.filter2.predicate.FilterPredicate;
import org.apache.parquet.io.api.Binary;
import uk.footprints.parquet.column.ParquetColumnReader;
import uk.footprints.runtime.UserException;
import uk.footprints.table.RowCells;
import uk.footprints.table.Table;
import uk.footprints.table.TableExcerpt;

/**
 * Reads selected columns of a published file, and only rows whose texts are among given values. Row groups that cannot
 * contain such rows are skipped.
 *
 * @param table the table
 * @param columns the columns to read, in the order of the result
 * @param among the accepted values of text columns; every column listed must match
 */
public record TableReader(Table table, List<String> columns, Map<String, Set<String>> among) implements Serializable {

  /**
   * Reads the rows of a file, with values in the order of the columns.
   *
   * @throws UserException when the file lacks a column, because another version of the program wrote it
   */
  public List<RowCells> rows(Path file, Configuration hadoop) throws IOException {
    return rows(file, hadoop, row -> row);
  }

  /** Returns a reader of an excerpt's columns. */
  public static TableReader of(TableExcerpt<?> excerpt, Map<String, Set<String>> among) {
    return new TableReader(excerpt.table(), excerpt.columns(), among);
  }

  /** Reads the rows of a file as records of an excerpt of the columns. */
  public <R extends Record> List<R> rows(Path file, Configuration hadoop, TableExcerpt<R> excerpt)
      throws IOException {
    return rows(file, hadoop, excerpt.from(columns));
  }

  /** Passes the rows of a file as records of an excerpt of the columns, those of a row group at a time. */
  public <R extends Record> void forEachGroup(
      Path file, Configuration hadoop, TableExcerpt<R> excerpt, Consumer<List<R>> each) throws IOException {
    forEachGroup(file, hadoop, excerpt.from(columns), each);
  }

  private <R> List<R> rows(Path file, Configuration hadoop, Function<RowCells, R> make) throws IOException {
    List<R> rows = new ArrayList<>();
    forEachGroup(file, hadoop, make, rows::addAll);
    return rows;
  }

  private <R> void forEachGroup(
      Path file, Configuration hadoop, Function<RowCells, R> make, Consumer<List<R>> each) throws IOException {
    Set<String> needed = new LinkedHashSet<>(columns);
    needed.addAll(among.keySet());
    FilterPredicate filter = filter();
    try (ParquetColumnReader reader =
        new ParquetColumnReader(
            file, hadoop, List.copyOf(needed),
            filter == null ? FilterCompat.NOOP : FilterCompat.get(filter))) {
      if (!needed.stream().allMatch(reader::has)) {
        throw UserException.data(
            "%s lacks a column of the table %s: another version of Footprints made the release."
                .formatted(file, table.name()),
            "make the release again with footprints refresh");
      }
      while (reader.next()) {
        each.accept(acceptedRows(reader, make));
      }
    }
  }

  /** Returns the accepted rows of a row group. */
  private <R> List<R> acceptedRows(ParquetColumnReader reader, Function<RowCells, R> make) throws IOException {
    BitSet accepted = new BitSet();
    accepted.set(0, reader.rows());
    Map<String, List<Object>> known = new HashMap<>();
    for (Map.Entry<String, Set<String>> one : among.entrySet()) {
      List<Object> texts = reader.values(one.getKey());
      known.put(one.getKey(), texts);
      for (int row = accepted.nextSetBit(0); row >= 0; row = accepted.nextSetBit(row + 1)) {
        if (texts.get(row) == null || !one.getValue().contains(texts.get(row))) {
          accepted.clear(row);
        }
      }
    }
    List<R> rows = new ArrayList<>(accepted.cardinality());
    if (accepted.isEmpty()) {
      return rows;
    }
    List<List<Object>> values = new ArrayList<>();
    for (String column : columns) {
      values.add(known.containsKey(column) ? known.get(column) : reader.values(column));
    }
    for (int row = accepted.nextSetBit(0); row >= 0; row = accepted.nextSetBit(row + 1)) {
      RowCells.Builder cells = RowCells.builder(columns.size());
      for (int column = 0; column < columns.size(); column++) {
        cells.set(column, values.get(column).get(row));
      }
      rows.add(make.apply(cells.build()));
    }
    return rows;
  }

  private FilterPredicate filter() {
    FilterPredicate all = null;
    for (Map.Entry<String, Set<String>> e : among.entrySet()) {
      Set<Binary> values = e.getValue().stream().map(Binary::fromString).collect(Collectors.toSet());
      FilterPredicate one = FilterApi.in(FilterApi.binaryColumn(e.getKey()), values);
      all = all == null ? one : FilterApi.and(all, one);
    }
    return all;
  }
}
