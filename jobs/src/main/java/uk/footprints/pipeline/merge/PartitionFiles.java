package uk.footprints.pipeline.merge;

import java.io.Closeable;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import uk.footprints.parquet.TableWriter;
import uk.footprints.storage.Store;
import uk.footprints.table.Table;

/** The files of one partition, one for each table that it has rows of. */
final class PartitionFiles implements Closeable {

  private final Store store;
  private final String release;
  private final int partition;
  private final Map<String, TableWriter> files = new LinkedHashMap<>();

  PartitionFiles(Store store, String release, int partition) {
    this.store = store;
    this.release = release;
    this.partition = partition;
  }

  /** Returns the file of a table, which is created with its first row. */
  TableWriter of(Table table) throws IOException {
    TableWriter file = files.get(table.name());
    if (file == null) {
      String folder = "releases/" + release + "/" + table.name();
      file = TableWriter.create(store, folder, "part-%05d".formatted(partition), table);
      files.put(table.name(), file);
    }
    return file;
  }

  @Override
  public void close() throws IOException {
    for (TableWriter file : files.values()) {
      file.close();
    }
  }
}
