package uk.footprints.publish;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
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
import uk.footprints.table.Table;

/**
 * Writes a table of answers as one Parquet file, without a Spark job: what was computed in plain Java goes straight
 * out. The footer carries the columns' meanings where Spark keeps them.
 */
public final class SmallTable {

  private SmallTable() {}

  /** Writes all rows into {@code folder/part-00000.zstd.parquet}. */
  public static void write(Path folder, Table table, List<Object[]> rows) throws IOException {
    Configuration hadoop = Store.hadoop();
    OutputFile out = HadoopOutputFile.fromPath(new Path(folder, "part-00000.zstd.parquet"), hadoop);
    try (ParquetWriter<Object[]> writer =
        new Builder(out, table)
            .withConf(hadoop)
            .withCompressionCodec(CompressionCodecName.ZSTD)
            .withWriteMode(ParquetFileWriter.Mode.OVERWRITE)
            .withRowGroupSize(8L << 20)
            .build()) {
      for (Object[] row : rows) {
        writer.write(row);
      }
    }
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

    private final Table table;
    private RecordConsumer out;

    Support(Table table) {
      this.table = table;
    }

    @Override
    @SuppressWarnings("deprecation")
    public WriteContext init(Configuration configuration) {
      return new WriteContext(
          Schemas.parquet(table),
          Map.of(
              "org.apache.spark.sql.parquet.row.metadata", Schemas.spark(table).json(),
              "org.apache.spark.version", uk.footprints.run.Versions.spark(),
              "footprints.row", table.row()));
    }

    @Override
    public void prepareForWrite(RecordConsumer consumer) {
      this.out = consumer;
    }

    @Override
    public void write(Object[] row) {
      if (row.length != table.fields().size()) {
        throw new IllegalArgumentException(
            "%s has %d columns, a row has %d".formatted(table.name(), table.fields().size(), row.length));
      }
      out.startMessage();
      for (int i = 0; i < row.length; i++) {
        if (row[i] != null && !absent(row[i])) {
          String name = table.fields().get(i).name();
          out.startField(name, i);
          value(row[i]);
          out.endField(name, i);
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
        out.addBinary(Binary.fromString(text));
      } else if (value instanceof Long whole) {
        out.addLong(whole);
      } else if (value instanceof Double number) {
        out.addDouble(number);
      } else if (value instanceof LocalDate day) {
        out.addInteger((int) day.toEpochDay());
      } else if (value instanceof Boolean flag) {
        out.addBoolean(flag);
      } else if (value instanceof byte[] bytes) {
        out.addBinary(Binary.fromConstantByteArray(bytes));
      } else {
        throw new IllegalArgumentException("no column holds a " + value.getClass().getSimpleName());
      }
    }
  }
}
