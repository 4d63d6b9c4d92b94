package uk.footprints.publish;

import java.io.Closeable;
import java.io.IOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.Options;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.hadoop.util.HadoopOutputFile;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import uk.footprints.run.Store;
import uk.footprints.run.Versions;
import uk.footprints.table.Field;
import uk.footprints.table.Table;

/**
 * A Parquet file of a table, written row by row without Spark SQL; the footer carries the columns' meanings where Spark
 * keeps them. It is written beside its place and moved there when closed, so that a task that is tried again, or runs
 * twice, does no harm.
 */
public final class TableFile implements Closeable {

  private static final long ROW_GROUP = 8L << 20;
  /**
   * Room for codes and names. Rates and limits hardly come twice, and a dictionary of them is soon given up. One size
   * for all tables: writers of one process share what they know of dictionaries (parquet-java 1.16).
   */
  private static final int DICTIONARY = 64 << 10;

  private final Store store;
  private final Path beside;
  private final Path place;
  private final ParquetWriter<Object[]> writer;

  private TableFile(Store store, Path beside, Path place, ParquetWriter<Object[]> writer) {
    this.store = store;
    this.beside = beside;
    this.place = place;
    this.writer = writer;
  }

  /** A new file in a folder of the store. */
  public static TableFile create(Store store, String folder, String name, Table table) throws IOException {
    Path place = store.path(folder + "/" + name + ".zstd.parquet");
    Path beside = store.path(folder + "/." + name + "." + Long.toHexString(System.nanoTime()));
    Configuration hadoop = Store.hadoop();
    OutputFile out = HadoopOutputFile.fromPath(beside, hadoop);
    ParquetWriter<Object[]> writer =
        new Builder(out, table)
            .withConf(hadoop)
            .withCompressionCodec(CompressionCodecName.ZSTD)
            .withWriteMode(ParquetFileWriter.Mode.OVERWRITE)
            .withRowGroupSize(ROW_GROUP)
            .withDictionaryPageSize(DICTIONARY)
            .build();
    return new TableFile(store, beside, place, writer);
  }

  /** A row: texts as String, whole numbers as Long, numbers as Double, days as LocalDate, flags as Boolean. */
  public void write(Object[] row) throws IOException {
    writer.write(row);
  }

  @Override
  public void close() throws IOException {
    writer.close();
    FileContext.getFileContext(store.fs().getUri(), Store.hadoop()).rename(beside, place, Options.Rename.OVERWRITE);
  }

  private static final class Builder extends ParquetWriter.Builder<Object[], Builder> {

    private final Table table;

    Builder(OutputFile out, Table table) {
      super(out);
      this.table = table;
    }

    @Override
    protected Builder self() {
      return this;
    }

    @Override
    @SuppressWarnings("deprecation")
    protected WriteSupport<Object[]> getWriteSupport(Configuration conf) {
      return new Support(table);
    }
  }

  private static final class Support extends WriteSupport<Object[]> {

    private static final int MOST_TEXTS = 50_000;

    private final Table table;
    private final String[] names;
    private final Map<String, Binary> texts = new HashMap<>();
    private RecordConsumer out;

    Support(Table table) {
      this.table = table;
      this.names = table.fields().stream().map(Field::name).toArray(String[]::new);
    }

    @Override
    @SuppressWarnings("deprecation")
    public WriteContext init(Configuration configuration) {
      return new WriteContext(
          Schemas.parquet(table),
          Map.of(
              "org.apache.spark.sql.parquet.row.metadata", Schemas.spark(table).json(),
              "org.apache.spark.version", Versions.spark(),
              "footprints.row", table.row()));
    }

    @Override
    public void prepareForWrite(RecordConsumer consumer) {
      this.out = consumer;
    }

    @Override
    public void write(Object[] row) {
      if (row.length != names.length) {
        throw new IllegalArgumentException(
            "%s has %d columns, a row has %d".formatted(table.name(), names.length, row.length));
      }
      out.startMessage();
      for (int i = 0; i < row.length; i++) {
        if (row[i] != null && !absent(row[i])) {
          out.startField(names[i], i);
          value(row[i]);
          out.endField(names[i], i);
        }
      }
      out.endMessage();
    }

    /** No number is no value. */
    private static boolean absent(Object value) {
      return value instanceof Double d && Double.isNaN(d);
    }

    private void value(Object value) {
      if (value instanceof String text) {
        out.addBinary(binary(text));
      } else if (value instanceof Double number) {
        out.addDouble(number);
      } else if (value instanceof LocalDate day) {
        out.addInteger((int) day.toEpochDay());
      } else if (value instanceof Long whole) {
        out.addLong(whole);
      } else if (value instanceof Boolean flag) {
        out.addBoolean(flag);
      } else if (value instanceof byte[] bytes) {
        out.addBinary(Binary.fromConstantByteArray(bytes));
      } else {
        throw new IllegalArgumentException("no column holds a " + value.getClass().getSimpleName());
      }
    }

    /** Codes, ids and hashes come again and again. */
    private Binary binary(String text) {
      if (texts.size() > MOST_TEXTS) {
        texts.clear();
      }
      return texts.computeIfAbsent(text, Binary::fromString);
    }
  }
}
