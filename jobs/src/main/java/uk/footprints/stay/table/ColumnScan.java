package uk.footprints.stay.table;

import java.io.Closeable;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.Dictionary;
import org.apache.parquet.column.EncodingStats;
import org.apache.parquet.column.impl.ColumnReadStoreImpl;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import uk.footprints.publish.column.Lexicon;

/**
 * Reads flat columns of a Parquet file straight into arrays, a row group at a time. Words that the file keeps in a
 * dictionary are looked up once each and not once a row.
 */
public final class ColumnScan implements Closeable {

  /** What stands for no value in a column of small numbers. */
  public static final int NONE = Integer.MIN_VALUE;

  private final ParquetFileReader reader;
  private final MessageType wanted;
  private final Map<String, Words> words = new HashMap<>();
  private int group = -1;
  private int rows;
  private ColumnReadStoreImpl store;

  /** What is done with each text of a column that is not kept in a dictionary. */
  @FunctionalInterface
  public interface Texts {
    /** The row within the group, and its text, good until the next; null when there is none. */
    void accept(int row, Binary text);
  }

  public ColumnScan(Path path, Configuration conf, List<String> columns) throws IOException {
    reader = ParquetFileReader.open(HadoopInputFile.fromPath(path, conf));
    MessageType whole = reader.getFileMetaData().getSchema();
    List<Type> fields = columns.stream().map(column -> whole.getType(column)).toList();
    wanted = new MessageType(whole.getName(), fields);
    reader.setRequestedSchema(wanted);
  }

  /** Rows of the file. */
  public int total() {
    return Math.toIntExact(reader.getRecordCount());
  }

  /** Moves to the next row group. */
  public boolean next() throws IOException {
    PageReadStore pages = reader.readNextRowGroup();
    if (pages == null) {
      return false;
    }
    group++;
    rows = Math.toIntExact(pages.getRowCount());
    BlockMetaData block = reader.getRowGroups().get(group);
    words.clear();
    for (ColumnChunkMetaData chunk : block.getColumns()) {
      EncodingStats stats = chunk.getEncodingStats();
      boolean kept = stats != null && stats.hasDictionaryPages() && !stats.hasNonDictionaryEncodedPages();
      words.put(chunk.getPath().toDotString(), new Words(kept));
    }
    store = new ColumnReadStoreImpl(
        pages, new Root(), wanted, reader.getFileMetaData().getCreatedBy());
    return true;
  }

  /** Rows of the group. */
  public int rows() {
    return rows;
  }

  public void ints(String column, int[] into, int at) {
    ColumnReader values = reader(column);
    for (int i = at; i < at + rows; i++) {
      into[i] = values.getCurrentDefinitionLevel() == 1 ? values.getInteger() : NONE;
      values.consume();
    }
  }

  /** Whole numbers, 0 for none. */
  public void longs(String column, long[] into, int at) {
    ColumnReader values = reader(column);
    for (int i = at; i < at + rows; i++) {
      into[i] = values.getCurrentDefinitionLevel() == 1 ? values.getLong() : 0;
      values.consume();
    }
  }

  /** Words as numbers of a lexicon. */
  public void words(String column, Lexicon lexicon, int[] into, int at) {
    ColumnReader values = reader(column);
    Words kept = words.get(column);
    if (kept.dictionary == null) {
      for (int i = at; i < at + rows; i++) {
        into[i] = values.getCurrentDefinitionLevel() == 1 ? lexicon.number(values.getBinary()) : 0;
        values.consume();
      }
      return;
    }
    int[] numbers = new int[kept.dictionary.getMaxId() + 1];
    for (int id = 0; id < numbers.length; id++) {
      numbers[id] = lexicon.number(kept.dictionary.decodeToBinary(id));
    }
    for (int i = at; i < at + rows; i++) {
      into[i] = values.getCurrentDefinitionLevel() == 1 ? numbers[values.getCurrentValueDictionaryID()] : 0;
      values.consume();
    }
  }

  /** Texts one by one. */
  public void texts(String column, Texts texts) {
    ColumnReader values = reader(column);
    Dictionary dictionary = words.get(column).dictionary;
    for (int i = 0; i < rows; i++) {
      boolean there = values.getCurrentDefinitionLevel() == 1;
      texts.accept(i, !there ? null
          : dictionary == null ? values.getBinary() : dictionary.decodeToBinary(values.getCurrentValueDictionaryID()));
      values.consume();
    }
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }

  private ColumnReader reader(String column) {
    ColumnDescriptor descriptor = wanted.getColumnDescription(new String[] {column});
    return store.getColumnReader(descriptor);
  }

  private final class Root extends GroupConverter {
    @Override
    public Converter getConverter(int field) {
      return words.get(wanted.getFieldName(field));
    }

    @Override
    public void start() {}

    @Override
    public void end() {}
  }

  /** Asks for the dictionary of a column all of whose pages use it. */
  private static final class Words extends PrimitiveConverter {
    private final boolean kept;
    private Dictionary dictionary;

    Words(boolean kept) {
      this.kept = kept;
    }

    @Override
    public boolean hasDictionarySupport() {
      return kept;
    }

    @Override
    public void setDictionary(Dictionary dictionary) {
      this.dictionary = dictionary;
    }
  }
}
