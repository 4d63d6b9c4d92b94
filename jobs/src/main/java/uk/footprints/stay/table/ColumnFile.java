package uk.footprints.stay.table;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.bytes.ByteBufferAllocator;
import org.apache.parquet.bytes.HeapByteBufferAllocator;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnWriteStore;
import org.apache.parquet.column.ColumnWriter;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.crypto.FileEncryptionProperties;
import org.apache.parquet.hadoop.CodecFactory;
import org.apache.parquet.hadoop.ColumnChunkPageWriteStore;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.hadoop.util.HadoopOutputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.MessageType;

/**
 * Writes one Parquet file value by value, straight into the columns: no rows are made on the way. Columns are flat and
 * may be empty; strings, whole numbers and days are what they hold.
 */
public final class ColumnFile implements Closeable {

  private static final int ROW_GROUP = 1 << 20;
  private static final int PAGE = 1 << 20;

  private final MessageType schema;
  private final ParquetProperties properties;
  private final ByteBufferAllocator allocator = new HeapByteBufferAllocator();
  private final CodecFactory codecs;
  private final CompressionCodecFactory.BytesInputCompressor compressor;
  private final ParquetFileWriter file;
  private final Map<String, String> notes;
  private final ColumnWriter[] writers;
  private ColumnChunkPageWriteStore pages;
  private ColumnWriteStore columns;
  private int rows;
  private long total;

  /**
   * @param path where to, overwritten
   * @param schema flat columns, all optional
   * @param plain columns whose values hardly repeat, not worth a dictionary
   * @param notes kept in the footer
   */
  public ColumnFile(Path path, Configuration conf, MessageType schema, Set<String> plain, Map<String, String> notes)
      throws IOException {
    this.schema = schema;
    this.notes = notes;
    ParquetProperties.Builder builder = ParquetProperties.builder().withPageSize(PAGE).withAllocator(allocator);
    for (String column : plain) {
      builder.withDictionaryEncoding(column, false);
    }
    properties = builder.build();
    codecs = new CodecFactory(conf, PAGE);
    compressor = codecs.getCompressor(CompressionCodecName.ZSTD);
    file = new ParquetFileWriter(
        HadoopOutputFile.fromPath(path, conf), schema, ParquetFileWriter.Mode.OVERWRITE, 128L << 20, 0,
        (FileEncryptionProperties) null, properties);
    file.start();
    writers = new ColumnWriter[schema.getFieldCount()];
    open();
  }

  /** A whole number or a number of days since 1970. */
  public void set(int column, int value) {
    writers[column].write(value, 0, 1);
  }

  public void set(int column, long value) {
    writers[column].write(value, 0, 1);
  }

  public void set(int column, double value) {
    writers[column].write(value, 0, 1);
  }

  public void set(int column, boolean value) {
    writers[column].write(value, 0, 1);
  }

  /** Text as bytes of UTF-8, which may change afterwards; none at all is no value. */
  public void set(int column, byte[] bytes, int from, int length) {
    if (length == 0) {
      none(column);
    } else {
      writers[column].write(Binary.fromReusedByteArray(bytes, from, length), 0, 1);
    }
  }

  /** A text; null or empty is no value. */
  public void set(int column, String text) {
    if (text == null || text.isEmpty()) {
      none(column);
    } else {
      writers[column].write(Binary.fromConstantByteArray(text.getBytes(StandardCharsets.UTF_8)), 0, 1);
    }
  }

  /** A text that never changes; an empty one is no value. */
  public void set(int column, Binary text) {
    if (text.length() == 0) {
      none(column);
    } else {
      writers[column].write(text, 0, 1);
    }
  }

  /** No value. */
  public void none(int column) {
    writers[column].writeNull(0, 0);
  }

  /** Ends a row, every column of which was set. */
  public void endRow() throws IOException {
    columns.endRecord();
    total++;
    if (++rows == ROW_GROUP) {
      flush();
      open();
    }
  }

  /** Rows so far. */
  public long rows() {
    return total;
  }

  @Override
  public void close() throws IOException {
    flush();
    file.end(notes);
    codecs.release();
  }

  private void open() {
    pages = new ColumnChunkPageWriteStore(compressor, schema, allocator, properties.getColumnIndexTruncateLength(),
        false);
    columns = properties.newColumnWriteStore(schema, pages, pages);
    int i = 0;
    for (ColumnDescriptor column : schema.getColumns()) {
      writers[i++] = columns.getColumnWriter(column);
    }
    rows = 0;
  }

  private void flush() throws IOException {
    if (rows > 0) {
      file.startBlock(rows);
      columns.flush();
      pages.flushToFileWriter(file);
      file.endBlock();
    }
    columns.close();
    pages.close();
  }
}
