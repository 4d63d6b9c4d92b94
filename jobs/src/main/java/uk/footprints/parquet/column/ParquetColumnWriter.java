package uk.footprints.parquet.column;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.bytes.HeapByteBufferAllocator;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.crypto.FileEncryptionProperties;
import org.apache.parquet.hadoop.CodecFactory;
import org.apache.parquet.hadoop.ColumnChunkPageWriteStore;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.hadoop.util.HadoopOutputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;

/**
 * Writes one Parquet file value by value, directly into the columns, without row objects. Columns are flat and optional.
 * Values are encoded here, a page at a time; parquet-java compresses the pages and writes the file.
 */
public final class ParquetColumnWriter implements Closeable {

  /** Rows of a row group for files that are read whole. */
  public static final int LARGE = 1 << 20;

  private static final int PAGE = 1 << 20;

  private final MessageType schema;
  private final CodecFactory codecs;
  private final CompressionCodecFactory.BytesInputCompressor compressor;
  private final ParquetFileWriter file;
  private final Map<String, String> notes;
  private final int groupRows;
  private final ColumnWriter[] columns;
  /** The columns by type; null where a column has another type. */
  private final NumericColumnWriter[] numbers;
  private final DictionaryColumnWriter[] codes;
  private final PlainBinaryColumnWriter[] texts;
  private final BooleanColumnWriter[] flags;
  private final PlainBinaryColumnWriter[] plain;
  /** For each column, one more than the number in the file of a lexicon's word; 0 for words that have not occurred. */
  private final int[][] words;
  private final PageBuffer out = new PageBuffer();
  private ColumnChunkPageWriteStore pages;
  /** Numbers of rows in the page, in the row group and in the file. */
  private int inPage;
  private int inGroup;
  private long total;

  /**
   * @param path the file, which is overwritten
   * @param schema flat columns, all optional
   * @param plain columns whose values hardly repeat, for which no dictionary is used
   * @param notes entries of the footer
   * @param groupRows rows of a row group: with fewer, readers can skip more; with more, the file is smaller
   */
  public ParquetColumnWriter(
      Path path, Configuration conf, MessageType schema, Set<String> plain, Map<String, String> notes, int groupRows)
      throws IOException {
    this.groupRows = groupRows;
    this.schema = schema;
    this.notes = notes;
    int fields = schema.getFieldCount();
    columns = new ColumnWriter[fields];
    numbers = new NumericColumnWriter[fields];
    codes = new DictionaryColumnWriter[fields];
    texts = new PlainBinaryColumnWriter[fields];
    flags = new BooleanColumnWriter[fields];
    words = new int[fields][];
    for (int i = 0; i < fields; i++) {
      PrimitiveType type = schema.getType(i).asPrimitiveType();
      columns[i] = column(i, type, plain.contains(type.getName()));
    }
    this.plain = Arrays.stream(texts).filter(Objects::nonNull).toArray(PlainBinaryColumnWriter[]::new);
    codecs = new CodecFactory(conf, PAGE);
    compressor = codecs.getCompressor(CompressionCodecName.ZSTD);
    file = new ParquetFileWriter(
        HadoopOutputFile.fromPath(path, conf), schema, ParquetFileWriter.Mode.OVERWRITE, 128L << 20, 0,
        (FileEncryptionProperties) null, ParquetProperties.builder().withSizeStatisticsEnabled(false).build());
    file.start();
    open();
  }

  private ColumnWriter column(int i, PrimitiveType type, boolean plain) {
    return switch (type.getPrimitiveTypeName()) {
      case INT32, INT64, DOUBLE -> numbers[i] = new NumericColumnWriter(type, plain);
      case BOOLEAN -> flags[i] = new BooleanColumnWriter(type);
      case BINARY -> plain ? (texts[i] = new PlainBinaryColumnWriter(type)) : (codes[i] = new DictionaryColumnWriter(type));
      default -> throw new IllegalArgumentException("no column holds " + type);
    };
  }

  /** Sets a whole number or a number of days since 1970. */
  public void set(int column, int value) {
    numbers[column].set(inPage, value);
  }

  public void set(int column, long value) {
    numbers[column].set(inPage, value);
  }

  public void set(int column, double value) {
    numbers[column].set(inPage, Double.doubleToLongBits(value));
  }

  public void set(int column, boolean value) {
    flags[column].set(inPage, value);
  }

  /** Sets a text as bytes of UTF-8, which are copied; an empty text is no value. */
  public void set(int column, byte[] bytes, int from, int length) {
    if (length > 0) {
      put(column, bytes, from, length);
    }
  }

  /** Sets a text; null or empty is no value. */
  public void set(int column, String text) {
    if (text != null && !text.isEmpty()) {
      word(column, text);
    }
  }

  /** Sets a text that may be empty. */
  public void word(int column, String text) {
    if (codes[column] != null) {
      codes[column].set(inPage, codes[column].number(text));
    } else {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      put(column, bytes, 0, bytes.length);
    }
  }

  /** Sets bytes. */
  public void bytes(int column, byte[] bytes) {
    put(column, bytes, 0, bytes.length);
  }

  private void put(int column, byte[] bytes, int from, int length) {
    if (codes[column] != null) {
      codes[column].set(inPage, codes[column].number(bytes, from, length));
    } else {
      texts[column].set(inPage, bytes, from, length);
    }
  }

  /** Sets a word of a lexicon, which is always the same for a column; the empty word is no value. */
  public void set(int column, StringDictionary lexicon, int word) {
    if (word == 0) {
      return;
    }
    int[] known = words[column];
    if (known.length <= word) {
      known = Arrays.copyOf(known, Math.max(lexicon.size(), word + 1));
      words[column] = known;
    }
    if (known[word] == 0) {
      byte[] bytes = lexicon.bytes(word);
      known[word] = codes[column].number(bytes, 0, bytes.length) + 1;
    }
    codes[column].set(inPage, known[word] - 1);
  }

  /** Ends a row; a column that was not set has no value. */
  public void endRow() throws IOException {
    total++;
    inGroup++;
    inPage++;
    if (inPage == ColumnWriter.ROWS || inGroup == groupRows || isFull()) {
      endPage();
      if (inGroup == groupRows) {
        flush();
        open();
      }
    }
  }

  private boolean isFull() {
    for (PlainBinaryColumnWriter column : plain) {
      if (column.full()) {
        return true;
      }
    }
    return false;
  }

  /** Returns the number of rows so far. */
  public long rows() {
    return total;
  }

  @Override
  public void close() throws IOException {
    if (inPage > 0) {
      endPage();
    }
    flush();
    file.end(notes);
    codecs.release();
  }

  private void open() {
    pages = new ColumnChunkPageWriteStore(compressor, schema, new HeapByteBufferAllocator(),
        ParquetProperties.DEFAULT_COLUMN_INDEX_TRUNCATE_LENGTH, false);
    Arrays.fill(words, new int[0]);
    inGroup = 0;
  }

  private void endPage() throws IOException {
    for (int i = 0; i < columns.length; i++) {
      columns[i].writePage(inPage, out, pages.getPageWriter(descriptor(i)));
    }
    inPage = 0;
  }

  private void flush() throws IOException {
    if (inGroup > 0) {
      file.startBlock(inGroup);
      for (int i = 0; i < columns.length; i++) {
        columns[i].endGroup(pages.getPageWriter(descriptor(i)));
      }
      pages.flushToFileWriter(file);
      file.endBlock();
    }
    pages.close();
  }

  private ColumnDescriptor descriptor(int column) {
    return schema.getColumns().get(column);
  }
}
