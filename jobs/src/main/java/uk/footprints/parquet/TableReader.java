package uk.footprints.parquet;

import java.io.IOException;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.filter2.compat.FilterCompat;
import org.apache.parquet.filter2.predicate.FilterApi;
import org.apache.parquet.filter2.predicate.FilterPredicate;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.io.InvalidRecordException;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.MessageType;
import uk.footprints.runtime.UserException;
import uk.footprints.table.Field;
import uk.footprints.table.Table;
import uk.footprints.table.TableExcerpt;

/**
 * Reads selected columns of a published file, and only rows whose texts are among given values. Row groups and pages
 * that cannot contain such rows are skipped.
 *
 * @param table the table
 * @param columns the columns to read, in the order of the result
 * @param among the accepted values of text columns; every column listed must match
 */
public record TableReader(Table table, List<String> columns, Map<String, Set<String>> among) implements Serializable {

  /**
   * Reads the rows of a file: values in the order of the columns, null where absent.
   *
   * @throws UserException when the file lacks a column, because another version of the program wrote it
   */
  public List<Object[]> rows(Path file, Configuration hadoop) throws IOException {
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

  private <R> List<R> rows(Path file, Configuration hadoop, Function<Object[], R> make) throws IOException {
    Configuration conf = new Configuration(hadoop);
    Table projection = table.only(columns);
    List<Field> fields = projection.fields();
    MessageType schema = TableSchemas.parquet(projection);
    conf.set(ReadSupport.PARQUET_READ_SCHEMA, schema.toString());
    FilterPredicate filter = filter();
    // Parquet's filter skips row groups; within the others, our own comparison is faster than its record filter.
    boolean ownFilter = columns.containsAll(among.keySet());
    Cells cells = new Cells(fields, ownFilter ? acceptedValues() : Collections.nCopies(fields.size(), null));
    List<R> rows = new ArrayList<>();
    try (ParquetReader<Group> reader =
        ParquetReader.builder(new GroupReadSupport(), file)
            .withConf(conf)
            .withFilter(filter == null ? FilterCompat.NOOP : FilterCompat.get(filter))
            .useRecordFilter(!ownFilter)
            .build()) {
      for (Group group = reader.read(); group != null; group = reader.read()) {
        Object[] row = cells.row(group);
        if (row != null) {
          rows.add(make.apply(row));
        }
      }
    } catch (InvalidRecordException e) {
      throw UserException.data(
          "%s lacks a column of the table %s: another version of Footprints made the release.".formatted(file, table.name()),
          "make the release again with footprints refresh", e);
    }
    return rows;
  }

  /** Returns for each column the accepted texts; null if all are accepted. */
  private List<Set<String>> acceptedValues() {
    List<Set<String>> accepted = new ArrayList<>();
    columns.forEach(column -> accepted.add(among.get(column)));
    return accepted;
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

  /** Converts Parquet groups to rows. A text of a dictionary is decoded once and not for every row. */
  private static final class Cells {

    private static final int MAX_TEXTS = 20_000;

    private final List<Field> fields;
    private final List<Set<String>> accepted;
    private final Map<Binary, String> texts = new IdentityHashMap<>();

    Cells(List<Field> fields, List<Set<String>> accepted) {
      this.fields = fields;
      this.accepted = accepted;
    }

    /** Returns a row; null if a text is not among the accepted ones. */
    Object[] row(Group group) {
      Object[] row = new Object[fields.size()];
      for (int i = 0; i < row.length; i++) {
        row[i] = group.getFieldRepetitionCount(i) == 0 ? null : value(group, i, fields.get(i).type());
        if (accepted.get(i) != null && !accepted.get(i).contains(row[i])) {
          return null;
        }
      }
      return row;
    }

    private Object value(Group group, int i, Field.Type type) {
      return switch (type) {
        case TEXT -> text(group.getBinary(i, 0));
        case WHOLE -> group.getLong(i, 0);
        case NUMBER -> group.getDouble(i, 0);
        case DATE -> LocalDate.ofEpochDay(group.getInteger(i, 0));
        case FLAG -> group.getBoolean(i, 0);
        case BYTES, BOX -> throw new IllegalArgumentException("shapes are not read by this reader");
      };
    }

    private String text(Binary bytes) {
      if (texts.size() > MAX_TEXTS) {
        texts.clear();
      }
      return texts.computeIfAbsent(bytes, Binary::toStringUsingUTF8);
    }
  }
}
