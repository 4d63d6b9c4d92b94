package uk.footprints.publish.column;

import java.io.Closeable;
import java.io.IOException;
import java.util.Arrays;
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
import org.apache.parquet.column.page.PageWriteStore;
import org.apache.parquet.column.page.PageWriter;
import org.apache.parquet.column.values.ValuesWriter;
import org.apache.parquet.column.values.factory.DefaultValuesWriterFactory;
import org.apache.parquet.column.values.factory.ValuesWriterFactory;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.crypto.FileEncryptionProperties;
import org.apache.parquet.hadoop.CodecFactory;
import org.apache.parquet.hadoop.ColumnChunkPageWriteStore;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.hadoop.util.HadoopOutputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;

/**
 * Writes one Parquet file value by value, straight into the columns: no rows are made on the way. Columns are flat and
 * may be empty; strings, whole numbers and days are what they hold.
 */
public final class ColumnFile implements Closeable {

  /** Rows of a row group where files are read whole. */
  public static final int LARGE = 1 << 20;

  private static final int PAGE = 1 << 20;
  /**
   * Room for numbers that come again. Rates and limits hardly come twice, and a dictionary of them is soon given up. One
   * size for all: writers of one process share what they know of dictionaries (parquet-java 1.16).
   */
  private static final int DICTIONARY = 64 << 10;

  private final MessageType schema;
  private final ParquetProperties properties;
  private final ByteBufferAllocator allocator = new HeapByteBufferAllocator();
  private final CodecFactory codecs;
  private final CompressionCodecFactory.BytesInputCompressor compressor;
  private final ParquetFileWriter file;
  private final Map<String, String> notes;
  private final Set<String> plain;
  private final int groupRows;
  private final ColumnWriter[] writers;
  /** The columns of codes; null for the others. */
  private final CodeColumn[] codes;
  /** For each column, one more than the number in the file of a lexicon's word; 0 for words not met. */
  private final int[][] numbers;
  private ColumnChunkPageWriteStore pages;
  private ColumnWriteStore columns;
  private int rows;
  private long total;

  /**
   * @param path where to, overwritten
   * @param schema flat columns, all optional
   * @param plain columns whose values hardly repeat, not worth a dictionary
   * @param notes kept in the footer
   * @param groupRows rows of a row group: fewer let readers pass over more, more make a smaller file
   */
  public ColumnFile(
      Path path, Configuration conf, MessageType schema, Set<String> plain, Map<String, String> notes, int groupRows)
      throws IOException {
    this.groupRows = groupRows;
    this.schema = schema;
    this.notes = notes;
    this.plain = plain;
    this.codes = new CodeColumn[schema.getFieldCount()];
    ParquetProperties.Builder builder = ParquetProperties.builder().withPageSize(PAGE).withAllocator(allocator)
        .withDictionaryPageSize(DICTIONARY)
        .withValuesWriterFactory(new Codes()).withSizeStatisticsEnabled(false);
    for (ColumnDescriptor column : schema.getColumns()) {
      String name = column.getPath()[0];
      if (plain.contains(name)) {
        builder.withDictionaryEncoding(name, false);
      }
      if (isText(column)) {
        builder.withStatisticsEnabled(name, false);
      }
    }
    properties = builder.build();
    codecs = new CodecFactory(conf, PAGE);
    compressor = codecs.getCompressor(CompressionCodecName.ZSTD);
    file = new ParquetFileWriter(
        HadoopOutputFile.fromPath(path, conf), schema, ParquetFileWriter.Mode.OVERWRITE, 128L << 20, 0,
        (FileEncryptionProperties) null, properties);
    file.start();
    writers = new ColumnWriter[schema.getFieldCount()];
    numbers = new int[schema.getFieldCount()][];
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
    } else if (codes[column] == null) {
      writers[column].write(Binary.fromReusedByteArray(bytes, from, length), 0, 1);
    } else {
      writers[column].write(codes[column].number(bytes, from, length), 0, 1);
    }
  }

  /** A text; null or empty is no value. */
  public void set(int column, String text) {
    if (text == null || text.isEmpty()) {
      none(column);
    } else {
      word(column, text);
    }
  }

  /** A text that may be empty. */
  public void word(int column, String text) {
    if (codes[column] == null) {
      writers[column].write(Binary.fromString(text), 0, 1);
    } else {
      writers[column].write(codes[column].number(text), 0, 1);
    }
  }

  /** Bytes that do not change afterwards. */
  public void bytes(int column, byte[] bytes) {
    writers[column].write(Binary.fromConstantByteArray(bytes), 0, 1);
  }

  /** A word of a lexicon, always the same one for a column; the empty word is no value. */
  public void set(int column, Lexicon lexicon, int word) {
    if (word == 0) {
      none(column);
      return;
    }
    int[] known = numbers[column];
    if (known.length <= word) {
      known = Arrays.copyOf(known, Math.max(lexicon.size(), word + 1));
      numbers[column] = known;
    }
    if (known[word] == 0) {
      byte[] bytes = lexicon.bytes(word);
      known[word] = codes[column].number(bytes, 0, bytes.length) + 1;
    }
    writers[column].write(known[word] - 1, 0, 1);
  }

  /** No value. */
  public void none(int column) {
    writers[column].writeNull(0, 0);
  }

  /** Ends a row, every column of which was set. */
  public void endRow() throws IOException {
    columns.endRecord();
    total++;
    if (++rows == groupRows) {
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
    columns = properties.newColumnWriteStore(schema, new Pages(pages), pages);
    int i = 0;
    for (ColumnDescriptor column : schema.getColumns()) {
      numbers[i] = new int[0];
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

  private boolean isCode(ColumnDescriptor column) {
    return isText(column) && !plain.contains(column.getPath()[0]);
  }

  private static boolean isText(ColumnDescriptor column) {
    return column.getPrimitiveType().getPrimitiveTypeName() == PrimitiveTypeName.BINARY;
  }

  /** Gives columns of codes a writer that takes numbers, and the others what they usually get. */
  private final class Codes implements ValuesWriterFactory {

    private final ValuesWriterFactory usual = new DefaultValuesWriterFactory();

    @Override
    public void initialize(ParquetProperties properties) {
      usual.initialize(properties);
    }

    @Override
    public ValuesWriter newValuesWriter(ColumnDescriptor column) {
      if (!isCode(column)) {
        return usual.newValuesWriter(column);
      }
      int place = schema.getFieldIndex(column.getPath()[0]);
      codes[place] = new CodeColumn(column.getPrimitiveType(), allocator);
      return codes[place];
    }
  }

  /** Gives columns of codes pages that know their words. */
  private final class Pages implements PageWriteStore {

    private final PageWriteStore usual;

    Pages(PageWriteStore usual) {
      this.usual = usual;
    }

    @Override
    public PageWriter getPageWriter(ColumnDescriptor column) {
      PageWriter writer = usual.getPageWriter(column);
      int place = schema.getFieldIndex(column.getPath()[0]);
      return isCode(column) ? new TextPages(writer, values -> codes[place].statistics(values)) : writer;
    }
  }
}
