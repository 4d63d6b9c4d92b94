package uk.footprints.parquet;

import java.io.Closeable;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.Path;
import uk.footprints.parquet.column.ParquetColumnWriter;
import uk.footprints.storage.AtomicFiles;
import uk.footprints.storage.Store;
import uk.footprints.table.Field;
import uk.footprints.table.RowCells;
import uk.footprints.table.Table;
import uk.footprints.table.TableData;

/**
 * Writes a Parquet file of a table row by row, without Spark SQL. The footer has the columns' meanings where Spark
 * looks for them. The file is written under a temporary name and renamed when closed, so that a task that is retried,
 * or runs twice, does no harm.
 */
public final class TableWriter implements Closeable {

  /**
   * Figures of a row group, all columns together: some 400 KiB on disk. Tables are sorted by their most common
   * filters, so a reader of one area's series reads one or two groups and skips the others.
   */
  private static final int GROUP_FIGURES = 500_000;
  /** Rows that DuckDB processes at a time; a row group has a multiple of these. */
  private static final int VECTOR = 2_048;

  private final Store store;
  private final Path temporary;
  private final Path place;
  private final Table table;
  private final Field.Type[] types;
  private final ParquetColumnWriter columns;

  private TableWriter(Store store, Path temporary, Path place, Table table, ParquetColumnWriter columns) {
    this.store = store;
    this.temporary = temporary;
    this.place = place;
    this.table = table;
    this.types = table.fields().stream().map(Field::type).toArray(Field.Type[]::new);
    this.columns = columns;
  }

  /** Creates a file in a folder of the store. */
  public static TableWriter create(Store store, String folder, String name, Table table) throws IOException {
    Path place = store.path(folder + "/" + name + ".zstd.parquet");
    Path temporary = AtomicFiles.beside(store.fs(), place);
    Set<String> plain =
        table.fields().stream().filter(f -> f.type() == Field.Type.BYTES).map(Field::name).collect(Collectors.toSet());
    ParquetColumnWriter columns =
        new ParquetColumnWriter(
            temporary, store.configuration(), TableSchemas.parquet(table), plain, FooterMetadata.of(table),
            groupRows(table));
    return new TableWriter(store, temporary, place, table, columns);
  }

  private static int groupRows(Table table) {
    return Math.max(1, GROUP_FIGURES / table.fields().size() / VECTOR) * VECTOR;
  }

  /** Writes all rows of a table. */
  public void write(TableData data) throws IOException {
    for (RowCells row : data.rows()) {
      write(row);
    }
  }

  /** Writes a row. */
  public void write(RowCells row) throws IOException {
    if (row.size() != types.length) {
      throw new IllegalArgumentException(
          "%s has %d columns, a row has %d".formatted(table.name(), types.length, row.size()));
    }
    for (int i = 0; i < types.length; i++) {
      Object value = row.value(i);
      if (value != null && !absent(value)) {
        set(i, value);
      }
    }
    columns.endRow();
  }

  /** Returns whether a value is a number that is not finite, which is written as absent. */
  private static boolean absent(Object value) {
    return value instanceof Double number && !Double.isFinite(number);
  }

  private void set(int i, Object value) {
    switch (types[i]) {
      case TEXT -> columns.word(i, (String) value);
      case WHOLE -> columns.set(i, (long) (Long) value);
      case NUMBER -> columns.set(i, (double) (Double) value);
      case DATE -> columns.set(i, (int) ((LocalDate) value).toEpochDay());
      case FLAG -> columns.set(i, (boolean) (Boolean) value);
      case BYTES -> columns.bytes(i, (byte[]) value);
      case BOX -> throw new IllegalArgumentException("boxes are written by the GeoParquet writer");
    }
  }

  @Override
  public void close() throws IOException {
    columns.close();
    AtomicFiles.settle(store.fs(), temporary, place, store.configuration());
  }
}
