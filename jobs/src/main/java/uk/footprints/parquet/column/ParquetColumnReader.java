package uk.footprints.parquet.column;

import java.io.Closeable;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.HadoopReadOptions;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.page.DataPage;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.column.page.PageReader;
import org.apache.parquet.filter2.compat.FilterCompat;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/**
 * Reads columns of a file that {@link ParquetColumnWriter} wrote straight into arrays, a row group at a time.
 * parquet-java decompresses the pages; values are decoded here, a page at a time. Words of a dictionary are looked up
 * once each and not once per row.
 */
public final class ParquetColumnReader implements Closeable {

  /** The result for an absent value in a column of small numbers. */
  public static final int NONE = Integer.MIN_VALUE;

  private final ParquetFileReader reader;
  private final MessageType projection;
  private final PageDecoder page = new PageDecoder();
  private PageReadStore pages;
  private int rows;

  /** Receives each text. */
  @FunctionalInterface
  public interface Texts {
    /** Receives the row within the group and its text, which is valid until the next call; null if absent. */
    void accept(int row, Binary text);
  }

  /** Processes a page, given the dictionary and the row within the group at which the page starts. */
  @FunctionalInterface
  private interface PageConsumer<D> {
    void accept(D dictionary, int from);
  }

  /** Opens a file; of a column that it does not have every value is absent. */
  public ParquetColumnReader(Path path, Configuration conf, List<String> columns) throws IOException {
    this(path, conf, columns, FilterCompat.NOOP);
  }

  /**
   * Opens a file.
   *
   * @param filter row groups that cannot have a row which meets it are skipped; the others have all their rows
   */
  public ParquetColumnReader(Path path, Configuration conf, List<String> columns, FilterCompat.Filter filter)
      throws IOException {
    ParquetReadOptions options = HadoopReadOptions.builder(conf, path).withRecordFilter(filter).build();
    reader = ParquetFileReader.open(HadoopInputFile.fromPath(path, conf), options);
    MessageType whole = reader.getFileMetaData().getSchema();
    List<Type> fields = columns.stream().filter(whole::containsField).map(column -> whole.getType(column)).toList();
    projection = new MessageType(whole.getName(), fields);
    reader.setRequestedSchema(projection);
  }

  /** Returns whether the file has a column. */
  public boolean has(String column) {
    return projection.containsField(column);
  }

  /** Returns the number of rows of the file. */
  public int total() {
    return Math.toIntExact(reader.getRecordCount());
  }

  /** Moves to the next row group. */
  public boolean next() throws IOException {
    if (pages != null) {
      pages.close();
    }
    pages = reader.readNextRowGroup();
    rows = pages == null ? 0 : Math.toIntExact(pages.getRowCount());
    return pages != null;
  }

  /** Returns the number of rows of the group. */
  public int rows() {
    return rows;
  }

  /** Reads small numbers, {@link #NONE} for absent ones. */
  public void ints(String column, int[] into, int at) throws IOException {
    if (!projection.containsField(column)) {
      Arrays.fill(into, at, at + rows, NONE);
      return;
    }
    each(column, PageDecoder::ints, (known, from) -> {
      for (int i = 0; i < page.rows(); i++) {
        into[at + from + i] = !page.has(i) ? NONE : page.coded() ? known[page.place()] : page.nextInt();
      }
    });
  }

  /** Reads whole numbers, 0 for absent ones. */
  public void longs(String column, long[] into, int at) throws IOException {
    each(column, PageDecoder::longs, (known, from) -> {
      for (int i = 0; i < page.rows(); i++) {
        into[at + from + i] = !page.has(i) ? 0 : page.coded() ? known[page.place()] : page.nextLong();
      }
    });
  }

  /** Reads words as numbers of a lexicon. */
  public void words(String column, StringDictionary lexicon, int[] into, int at) throws IOException {
    each(column, (bytes, count) -> {
      int[] numbers = new int[count];
      Binary[] words = PageDecoder.texts(bytes, count);
      for (int i = 0; i < count; i++) {
        numbers[i] = lexicon.number(words[i]);
      }
      return numbers;
    }, (known, from) -> {
      for (int i = 0; i < page.rows(); i++) {
        into[at + from + i] = !page.has(i) ? 0 : page.coded() ? known[page.place()] : lexicon.number(page.nextText());
      }
    });
  }

  /** Reads texts one by one. */
  public void texts(String column, Texts texts) throws IOException {
    each(column, PageDecoder::texts, (known, from) -> {
      for (int i = 0; i < page.rows(); i++) {
        texts.accept(from + i, !page.has(i) ? null : page.coded() ? known[page.place()] : page.nextText());
      }
    });
  }

  /** Reads a column as a String, Long, Double, LocalDate or Boolean for each row of the group; null for absent ones. */
  public List<Object> values(String column) throws IOException {
    List<Object> values = new ArrayList<>(rows);
    if (!has(column)) {
      values.addAll(Collections.nCopies(rows, null));
      return values;
    }
    switch (projection.getType(column).asPrimitiveType().getPrimitiveTypeName()) {
      case BINARY -> add(column, values, ParquetColumnReader::texts, () -> page.nextText().toStringUsingUTF8());
      case INT32 -> add(column, values, ParquetColumnReader::days, () -> LocalDate.ofEpochDay(page.nextInt()));
      case INT64 -> add(column, values, ParquetColumnReader::wholes, page::nextLong);
      case DOUBLE -> add(column, values, ParquetColumnReader::numbers, () -> Double.longBitsToDouble(page.nextLong()));
      case BOOLEAN -> add(column, values, (bytes, count) -> List.of(), page::nextFlag);
      default -> throw new IOException("no value of a table is stored as column " + column + " is");
    }
    return values;
  }

  private void add(
      String column, List<Object> values, PageDecoder.DictionaryDecoder<List<?>> known, Supplier<Object> next)
      throws IOException {
    each(column, known, (dictionary, from) -> {
      for (int i = 0; i < page.rows(); i++) {
        values.add(!page.has(i) ? null : page.coded() ? dictionary.get(page.place()) : next.get());
      }
    });
  }

  private static List<?> texts(byte[] bytes, int count) {
    return Arrays.stream(PageDecoder.texts(bytes, count)).map(Binary::toStringUsingUTF8).toList();
  }

  private static List<?> days(byte[] bytes, int count) {
    return Arrays.stream(PageDecoder.ints(bytes, count)).mapToObj(LocalDate::ofEpochDay).toList();
  }

  private static List<?> wholes(byte[] bytes, int count) {
    return Arrays.stream(PageDecoder.longs(bytes, count)).boxed().toList();
  }

  private static List<?> numbers(byte[] bytes, int count) {
    return Arrays.stream(PageDecoder.longs(bytes, count)).mapToObj(Double::longBitsToDouble).toList();
  }

  @Override
  public void close() throws IOException {
    if (pages != null) {
      pages.close();
    }
    reader.close();
  }

  private <D> void each(String column, PageDecoder.DictionaryDecoder<D> known, PageConsumer<D> use) throws IOException {
    if (!projection.containsField(column)) {
      return;
    }
    PageReader source = pages.getPageReader(projection.getColumnDescription(new String[] {column}));
    DictionaryPage words = source.readDictionaryPage();
    D dictionary = words == null
        ? null
        : known.of(words.getBytes().toInputStream().readAllBytes(), words.getDictionarySize());
    int from = 0;
    for (DataPage data = source.readPage(); data != null; data = source.readPage()) {
      page.open(column, data);
      use.accept(dictionary, from);
      from += page.rows();
    }
  }
}
