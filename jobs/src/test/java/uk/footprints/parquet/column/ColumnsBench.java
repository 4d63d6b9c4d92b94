package uk.footprints.parquet.column;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.Dictionary;
import org.apache.parquet.column.impl.ColumnReadStoreImpl;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;

/**
 * Our reader and writer of columns against those of parquet-java, in turn, with results compared first. For
 * {@code jobs/bench/columns.sh}.
 */
public final class ColumnsBench {

  private static final int TURNS = 5;
  private static final int NUMBERS = 7;
  private static final int WORDS = 11;

  private ColumnsBench() {}

  /** A way to read columns of one kind into arrays; each array is one column. */
  private interface Columns {
    Map<String, int[]> read() throws IOException;
  }

  /** {@code episodes ROWS FILE} with made-up episodes, or {@code release FILE COLUMN...} with a file of a release. */
  public static void main(String[] args) throws IOException {
    if (args[0].equals("episodes")) {
      int rows = Integer.parseInt(args[1]);
      Path ours = new Path(args[2] + ".ours.parquet");
      Path theirs = new Path(args[2] + ".theirs.parquet");
      List<Double> mine = new ArrayList<>();
      List<Double> library = new ArrayList<>();
      for (int turn = 0; turn < TURNS; turn++) {
        long from = System.nanoTime();
        writeOurs(ours, rows);
        mine.add((System.nanoTime() - from) / 1e9);
        from = System.nanoTime();
        writeTheirs(theirs, rows);
        library.add((System.nanoTime() - from) / 1e9);
      }
      report("write " + rows + " episodes", mine, library);
      List<String> columns = new ArrayList<>();
      IntStream.range(0, NUMBERS).forEach(i -> columns.add("n" + i));
      IntStream.range(0, WORDS).forEach(i -> columns.add("w" + i));
      compare("read " + rows + " episodes", ours, columns);
    } else {
      compare("read " + args[1].replaceAll(".*/(\\w+/)", "$1"), new Path(args[1]),
          Arrays.asList(args).subList(2, args.length));
    }
  }

  private static void compare(String what, Path file, List<String> columns) throws IOException {
    Columns ours = () -> readOurs(file, columns);
    Columns theirs = () -> readTheirs(file, columns);
    Map<String, int[]> a = ours.read();
    Map<String, int[]> b = theirs.read();
    for (String column : columns) {
      if (!Arrays.equals(a.get(column), b.get(column))) {
        throw new IllegalStateException(column + " differs");
      }
    }
    List<Double> mine = new ArrayList<>();
    List<Double> library = new ArrayList<>();
    for (int turn = 0; turn < TURNS; turn++) {
      long from = System.nanoTime();
      ours.read();
      mine.add((System.nanoTime() - from) / 1e9);
      from = System.nanoTime();
      theirs.read();
      library.add((System.nanoTime() - from) / 1e9);
    }
    report(what + ", " + a.get(columns.get(0)).length + " rows, " + columns.size() + " columns", mine, library);
  }

  private static void report(String what, List<Double> ours, List<Double> theirs) {
    double a = ours.stream().sorted().toList().get(TURNS / 2);
    double b = theirs.stream().sorted().toList().get(TURNS / 2);
    System.out.printf("%s: ours %.3f s, parquet-java %.3f s, ratio %.2f%n", what, a, b, b / a);
  }

  private static MessageType schema() {
    List<Type> fields = new ArrayList<>();
    IntStream.range(0, NUMBERS)
        .forEach(i -> fields.add(org.apache.parquet.schema.Types.optional(PrimitiveTypeName.INT32).named("n" + i)));
    IntStream.range(0, WORDS)
        .forEach(
            i ->
                fields.add(
                    org.apache.parquet.schema.Types.optional(PrimitiveTypeName.BINARY)
                        .as(org.apache.parquet.schema.LogicalTypeAnnotation.stringType())
                        .named("w" + i)));
    return new MessageType("episodes", fields);
  }

  private static int number(Random random, int i) {
    return i < 3 ? 17_000 + random.nextInt(365) : random.nextInt(10 << i);
  }

  private static String word(Random random, int i) {
    return "W" + random.nextInt(4 << i);
  }

  private static void writeOurs(Path path, int rows) throws IOException {
    path.getFileSystem(new Configuration()).delete(path, false);
    Random random = new Random(1);
    try (ParquetColumnWriter out =
        new ParquetColumnWriter(path, new Configuration(), schema(), Set.of(), Map.of(), ParquetColumnWriter.LARGE)) {
      for (int r = 0; r < rows; r++) {
        for (int i = 0; i < NUMBERS; i++) {
          out.set(i, number(random, i));
        }
        for (int i = 0; i < WORDS; i++) {
          out.word(NUMBERS + i, word(random, i));
        }
        out.endRow();
      }
    }
  }

  private static void writeTheirs(Path path, int rows) throws IOException {
    Random random = new Random(1);
    MessageType schema = schema();
    try (ParquetWriter<Group> out =
        ExampleParquetWriter.builder(path)
            .withType(schema)
            .withCompressionCodec(CompressionCodecName.ZSTD)
            .withWriteMode(ParquetFileWriter.Mode.OVERWRITE)
            .build()) {
      for (int r = 0; r < rows; r++) {
        Group group = new SimpleGroup(schema);
        for (int i = 0; i < NUMBERS; i++) {
          group.add(i, number(random, i));
        }
        for (int i = 0; i < WORDS; i++) {
          group.add(NUMBERS + i, word(random, i));
        }
        out.write(group);
      }
    }
  }

  private static boolean isText(MessageType schema, String column) {
    return schema.getType(column).asPrimitiveType().getPrimitiveTypeName() == PrimitiveTypeName.BINARY;
  }

  private static Map<String, int[]> readOurs(Path file, List<String> columns) throws IOException {
    Map<String, int[]> read = new TreeMap<>();
    Map<String, StringDictionary> words = new TreeMap<>();
    MessageType schema;
    try (ParquetFileReader head = ParquetFileReader.open(HadoopInputFile.fromPath(file, new Configuration()))) {
      schema = head.getFileMetaData().getSchema();
    }
    try (ParquetColumnReader reader = new ParquetColumnReader(file, new Configuration(), columns)) {
      for (String column : columns) {
        read.put(column, new int[reader.total()]);
        words.put(column, new StringDictionary());
      }
      int at = 0;
      while (reader.next()) {
        for (String column : columns) {
          if (isText(schema, column)) {
            reader.words(column, words.get(column), read.get(column), at);
          } else {
            reader.ints(column, read.get(column), at);
          }
        }
        at += reader.rows();
      }
    }
    return read;
  }

  private static Map<String, int[]> readTheirs(Path file, List<String> columns) throws IOException {
    Map<String, int[]> read = new TreeMap<>();
    try (ParquetFileReader reader = ParquetFileReader.open(HadoopInputFile.fromPath(file, new Configuration()))) {
      MessageType whole = reader.getFileMetaData().getSchema();
      MessageType schema =
          new MessageType(whole.getName(), columns.stream().map(c -> whole.getType(c)).toList());
      reader.setRequestedSchema(schema);
      Map<String, Cells> cells = new TreeMap<>();
      columns.forEach(c -> cells.put(c, new Cells(isText(whole, c), (int) reader.getRecordCount())));
      GroupConverter root = new Root(columns.stream().map(cells::get).toList());
      int at = 0;
      for (PageReadStore pages = reader.readNextRowGroup(); pages != null; pages = reader.readNextRowGroup()) {
        ColumnReadStoreImpl store =
            new ColumnReadStoreImpl(pages, root, schema, reader.getFileMetaData().getCreatedBy());
        int rows = (int) pages.getRowCount();
        for (String column : columns) {
          ColumnReader values = store.getColumnReader(schema.getColumnDescription(new String[] {column}));
          int most = schema.getMaxDefinitionLevel(column);
          Cells into = cells.get(column);
          for (int i = 0; i < rows; i++) {
            into.at = at + i;
            if (values.getCurrentDefinitionLevel() == most) {
              values.writeCurrentValueToConverter();
            } else {
              into.absent();
            }
            values.consume();
          }
        }
        at += rows;
      }
      cells.forEach((column, c) -> read.put(column, c.values));
    }
    return read;
  }

  /** Receives the values of a column. */
  private static final class Cells extends PrimitiveConverter {
    private final boolean text;
    private final int[] values;
    private final StringDictionary words = new StringDictionary();
    private int[] known;
    private int at;

    Cells(boolean text, int rows) {
      this.text = text;
      this.values = new int[rows];
    }

    void absent() {
      values[at] = text ? 0 : ParquetColumnReader.NONE;
    }

    @Override
    public boolean hasDictionarySupport() {
      return true;
    }

    @Override
    public void setDictionary(Dictionary dictionary) {
      known = new int[dictionary.getMaxId() + 1];
      for (int i = 0; i < known.length; i++) {
        known[i] = text ? words.number(dictionary.decodeToBinary(i)) : dictionary.decodeToInt(i);
      }
    }

    @Override
    public void addValueFromDictionary(int id) {
      values[at] = known[id];
    }

    @Override
    public void addInt(int value) {
      values[at] = value;
    }

    @Override
    public void addBinary(Binary value) {
      values[at] = words.number(value);
    }
  }

  /** The root of the converters that parquet-java asks for. */
  private static final class Root extends GroupConverter {
    private final List<Cells> cells;

    Root(List<Cells> cells) {
      this.cells = cells;
    }

    @Override
    public Converter getConverter(int field) {
      return cells.get(field);
    }

    @Override
    public void start() {}

    @Override
    public void end() {}
  }
}
