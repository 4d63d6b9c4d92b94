package uk.footprints.records.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DelimitedRecordReaderTest {

  @Test
  void findsOnlyTheSelectedCells() throws IOException {
    assertThat(read("a,b,c,d\n1,,3,4\n", ',', 1 << 10, 0, 2)).containsExactly("a|c #4", "1|3 #4");
  }

  @Test
  void readsCrLfBlankLinesAndAMissingLastLineEnd() throws IOException {
    assertThat(read("a,b\r\n\r\n1,2\r\n3,4", ',', 1 << 10, 0, 1)).containsExactly("a|b #2", "1|2 #2", "3|4 #2");
  }

  @Test
  void readsQuotesSeparatorsLineEndsAndDoubledQuotes() throws IOException {
    assertThat(read("\"a,\nb\",\"say \"\"no\"\"\",\"\"\n\"x\",\"y\",z\"q\n", ',', 1 << 10, 0, 1, 2))
        .containsExactly("a,\nb|say \"no\"| #3", "x|y|z\"q #3");
  }

  @Test
  void skipsQuotedCellsWithSeparators() throws IOException {
    assertThat(read("1,\"a,b,c,d,e,f,g,h,i\",\"x\"\"y,\",2\n", ',', 1 << 10, 3)).containsExactly("2 #4");
  }

  @Test
  void countsTheCellsOfShortAndLongRecords() throws IOException {
    assertThat(read("1,2\n1,2,3,4\n\n1\n", ',', 1 << 10, 1, 2)).containsExactly("2| #2", "2|3 #4", "| #1");
  }

  @Test
  void anUnclosedQuoteBreaksOnlyItsOwnLine() throws IOException {
    assertThat(read("1,\"2\n3,4\n", ',', 1 << 10, 1)).containsExactly("\"2 #2", "4 #2");
  }

  @Test
  void agreesWithASimpleReaderForAnyBufferSizeAndSeparator() throws IOException {
    Random random = new Random(6);
    for (int round = 0; round < 300; round++) {
      char separator = random.nextBoolean() ? ',' : '|';
      int columns = 1 + random.nextInt(40);
      int[] wanted = random.ints(0, columns).limit(5).distinct().sorted().toArray();
      StringBuilder text = new StringBuilder();
      List<String> expected = new ArrayList<>();
      for (int row = 0; row < 20; row++) {
        String[] cells = new String[columns];
        for (int c = 0; c < columns; c++) {
          cells[c] = cell(random, separator);
          text.append(c == 0 ? "" : separator).append(written(cells[c], separator, random, c == 0 && columns == 1));
        }
        text.append(random.nextInt(4) == 0 ? "\r\n" : "\n");
        expected.add(String.join("|", Arrays.stream(wanted).mapToObj(c -> cells[c]).toList()) + " #" + columns);
      }
      assertThat(read(text.toString(), separator, 16 + random.nextInt(300), wanted)).isEqualTo(expected);
    }
  }

  @Test
  void everyRecordIsReadOnceWhereverAFileIsCut() throws IOException {
    StringBuilder text = new StringBuilder();
    for (int row = 0; row < 200; row++) {
      text.append(row).append(row % 7 == 0 ? ",\"two\nlines, and\n\",x,y\n" : ",b,c,d\n");
    }
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    for (int size = 40; size < 900; size += 13) {
      List<Integer> rows = new ArrayList<>();
      for (int from = 0; from < bytes.length; from += size) {
        long start = from == 0 ? 0 : boundary(bytes, from);
        long end = from + size >= bytes.length ? bytes.length : boundary(bytes, from + size);
        DelimitedRecordReader records = new DelimitedRecordReader(
            new ByteArrayInputStream(bytes, (int) start, bytes.length - (int) start), start, (byte) ',', new int[1],
            64);
        while (records.next(end)) {
          assertThat(records.cells()).isEqualTo(4);
          rows.add(Integer.parseInt(new String(
              records.bytes(), records.start(0), records.end(0) - records.start(0), StandardCharsets.UTF_8)));
        }
      }
      assertThat(rows).as("size %d", size).hasSize(200).isSorted();
    }
  }

  @Test
  void readsAHeadingWithByteOrderMarkQuotesAndPipes() {
    DelimitedHeader heading = DelimitedHeader.of("\uFEFF\"Fyear\"| epikey |SEX", Set.of("FYEAR", "EPIKEY"));
    assertThat(heading).isEqualTo(new DelimitedHeader((byte) '|', List.of("FYEAR", "EPIKEY", "SEX")));
    assertThat(heading.at("SEX")).isEqualTo(2);
    assertThat(heading.at("AGE")).isEqualTo(-1);
  }

  private static long boundary(byte[] bytes, int place) throws IOException {
    return RecordBoundary.after(
        new ByteArrayInputStream(bytes, place - 1, bytes.length - place + 1), place, (byte) ',', 4);
  }

  private static String cell(Random random, char separator) {
    StringBuilder cell = new StringBuilder();
    for (int i = random.nextInt(12) - 4; i > 0; i--) {
      cell.append("abcdefgh0123456789-\u00e9\n\"".charAt(random.nextInt(22)));
      if (random.nextInt(9) == 0) {
        cell.append(separator);
      }
    }
    return cell.toString();
  }

  private static String written(String cell, char separator, Random random, boolean alone) {
    boolean needed = cell.indexOf(separator) >= 0 || cell.contains("\n") || cell.contains("\"") || alone;
    return needed || random.nextInt(5) == 0 ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
  }

  private static List<String> read(String text, char separator, int size, int... wanted) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    List<String> rows = new ArrayList<>();
    try (DelimitedRecordReader records =
        new DelimitedRecordReader(new ByteArrayInputStream(bytes), 0, (byte) separator, wanted, size)) {
      while (records.next()) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < wanted.length; i++) {
          cells.add(new String(records.bytes(), records.start(i), records.end(i) - records.start(i),
              StandardCharsets.UTF_8));
        }
        rows.add(String.join("|", cells) + " #" + records.cells());
      }
    }
    return rows;
  }
}
