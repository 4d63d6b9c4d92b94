package uk.footprints.parquet.column;

import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BINARY;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BOOLEAN;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.DOUBLE;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT32;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT64;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.IntFunction;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Types;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checks that parquet-java reads back what is written, for any mix of runs, gaps and repeated values. */
class ParquetColumnWriterTest {

  private static final MessageType SCHEMA = Types.buildMessage()
      .optional(INT32).named("small")
      .optional(INT64).named("large")
      .optional(INT64).named("unique")
      .optional(DOUBLE).named("real")
      .optional(BOOLEAN).named("flag")
      .optional(BINARY).as(LogicalTypeAnnotation.stringType()).named("code")
      .optional(BINARY).as(LogicalTypeAnnotation.stringType()).named("text")
      .named("row");

  @TempDir
  java.nio.file.Path folder;

  @Test
  void parquetJavaReadsBackAllValues() throws IOException {
    Random chance = new Random(5);
    for (int rows : new int[] {0, 1, 7, 8, 9, 20_000, 20_001, 61_003}) {
      double gaps = chance.nextDouble();
      int runs = 1 + chance.nextInt(40);
      int kinds = 1 + chance.nextInt(20_000);
      Object[][] table = new Object[rows][];
      for (int r = 0; r < rows; r++) {
        boolean again = r > 0 && chance.nextInt(runs) != 0;
        table[r] = again ? table[r - 1].clone() : row(chance, gaps, kinds);
      }
      same(table, 30_000);
    }
  }

  @Test
  void onlyGapsAndOnlyOneValue() throws IOException {
    same(rows(25_000, r -> new Object[7]), ParquetColumnWriter.LARGE);
    same(rows(25_000, r -> new Object[] {1, 2L, 3L, 4.5, true, "a", "b"}), ParquetColumnWriter.LARGE);
    same(rows(25_000, r -> r < 22_000 ? new Object[7] : new Object[] {r, 2L, 3L, -0.0, false, "", "é"}), 24_000);
  }

  /** A dictionary that grows too large in the second page leaves the first as it is. */
  @Test
  void numbersThatStopRepeating() throws IOException {
    same(rows(60_000, r -> new Object[] {r < 20_000 ? r % 9 : r, r < 20_000 ? r % 5L : r * 7L, null,
        r < 40_000 ? r % 3 / 7.0 : r / 7.0, null, "w" + (r < 20_000 ? r % 3 : r), null}), ParquetColumnWriter.LARGE);
  }

  @Test
  void pagesAndGroupsHaveMinimumAndMaximum() throws IOException {
    Path path = write(rows(100, r -> new Object[] {r - 50, 7L, 1L, r / 2.0, r == 3, r < 50 ? "m" : "c", "x"}), 64);
    try (ParquetFileReader reader = ParquetFileReader.open(HadoopInputFile.fromPath(path, new Configuration()))) {
      BlockMetaData first = reader.getRowGroups().get(0);
      assertEquals(2, reader.getRowGroups().size());
      assertEquals("min: -50, max: 13, num_nulls: 0", first.getColumns().get(0).getStatistics().toString());
      assertEquals("c", first.getColumns().get(5).getStatistics().minAsString());
      assertEquals("m", first.getColumns().get(5).getStatistics().maxAsString());
      assertEquals("false", first.getColumns().get(4).getStatistics().minAsString());
      assertTrue(first.getColumns().get(6).getStatistics().isEmpty());
      assertEquals(31.5, first.getColumns().get(3).getStatistics().genericGetMax());
    }
  }

  /** A page of long texts ends before its rows are many. */
  @Test
  void longTextsMakeShortPages() throws IOException {
    String text = "x".repeat(100_000);
    same(rows(40, r -> new Object[] {r, null, null, null, null, null, text + r}), ParquetColumnWriter.LARGE);
  }

  private static Object[][] rows(int count, IntFunction<Object[]> of) {
    Object[][] rows = new Object[count][];
    for (int r = 0; r < count; r++) {
      rows[r] = of.apply(r);
    }
    return rows;
  }

  private static Object[] row(Random chance, double gaps, int kinds) {
    Object[] row = {chance.nextInt(kinds) - 7, (long) chance.nextInt(kinds) << 33, chance.nextLong(),
        chance.nextInt(kinds) / 3.0, chance.nextBoolean(), "c" + chance.nextInt(kinds), "t" + chance.nextInt()};
    for (int i = 0; i < row.length; i++) {
      if (chance.nextDouble() < gaps) {
        row[i] = null;
      }
    }
    return row;
  }

  private void same(Object[][] table, int groupRows) throws IOException {
    Path path = write(table, groupRows);
    List<Object[]> read = read(path);
    assertEquals(table.length, read.size());
    for (int r = 0; r < table.length; r++) {
      assertEquals(List.of(java.util.Arrays.toString(table[r])), List.of(java.util.Arrays.toString(read.get(r))));
    }
  }

  private Path write(Object[][] table, int groupRows) throws IOException {
    Path path = new Path(folder.resolve("file.parquet").toString());
    try (ParquetColumnWriter file =
        new ParquetColumnWriter(path, new Configuration(), SCHEMA, Set.of("unique", "text"), Map.of(), groupRows)) {
      for (Object[] row : table) {
        for (int i = 0; i < row.length; i++) {
          set(file, i, row[i]);
        }
        file.endRow();
      }
    }
    return path;
  }

  private static void set(ParquetColumnWriter file, int column, Object value) {
    if (value instanceof Integer number) {
      file.set(column, number.intValue());
    } else if (value instanceof Long number) {
      file.set(column, number.longValue());
    } else if (value instanceof Double number) {
      file.set(column, number.doubleValue());
    } else if (value instanceof Boolean flag) {
      file.set(column, flag.booleanValue());
    } else if (value != null) {
      file.word(column, (String) value);
    }
  }

  private static List<Object[]> read(Path path) throws IOException {
    List<Object[]> rows = new ArrayList<>();
    try (ParquetFileReader reader = ParquetFileReader.open(HadoopInputFile.fromPath(path, new Configuration()))) {
      for (PageReadStore group = reader.readNextRowGroup(); group != null; group = reader.readNextRowGroup()) {
        RecordReader<Group> records =
            new ColumnIOFactory().getColumnIO(SCHEMA).getRecordReader(group, new GroupRecordConverter(SCHEMA));
        for (long r = 0; r < group.getRowCount(); r++) {
          rows.add(row(records.read()));
        }
      }
    }
    return rows;
  }

  private static Object[] row(Group group) {
    Object[] row = new Object[SCHEMA.getFieldCount()];
    for (int i = 0; i < row.length; i++) {
      if (group.getFieldRepetitionCount(i) > 0) {
        row[i] = switch (SCHEMA.getType(i).asPrimitiveType().getPrimitiveTypeName()) {
          case INT32 -> group.getInteger(i, 0);
          case INT64 -> group.getLong(i, 0);
          case DOUBLE -> group.getDouble(i, 0);
          case BOOLEAN -> group.getBoolean(i, 0);
          default -> group.getString(i, 0);
        };
      }
    }
    return row;
  }
}
