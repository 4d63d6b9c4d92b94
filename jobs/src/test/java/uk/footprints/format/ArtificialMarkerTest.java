package uk.footprints.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Checks that made-up data are recognised by a mark in the data. */
class ArtificialMarkerTest {

  private static SourceWorkbook book(Sheet... sheets) {
    return new SourceWorkbook(SourceWorkbook.Format.XLSX, List.of(sheets), List.of());
  }

  private static Sheet sheet(String name, String... rows) {
    return new Sheet(
        name,
        Stream.of(rows).map(row -> new Sheet.Row(1 + Arrays.asList(rows).indexOf(row), row.split(",", -1))).toList());
  }

  private static List<String> cells(SourceWorkbook book) {
    return book.sheets().stream().flatMap(s -> s.rows().stream()).map(r -> String.join(",", r.cells())).toList();
  }

  @Test
  void aSheetIsAMark() {
    SourceWorkbook marked = book(sheet("Data", "a,b"), sheet("artificial data", "note"));
    assertThat(ArtificialMarker.isIn(marked)).isTrue();
    assertThat(cells(ArtificialMarker.without(marked))).containsExactly("a,b");
  }

  @Test
  void aColumnIsAMarkAndTheOtherCellsStay() throws UnreadableFileException {
    SourceWorkbook marked =
        WorkbookReader.read(
            "Code,Figure,Artificial data\nRA1,5,Artificial data\nRA2,6,Artificial data\n".getBytes(StandardCharsets.UTF_8));
    assertThat(ArtificialMarker.isIn(marked)).isTrue();
    assertThat(cells(ArtificialMarker.without(marked))).containsExactly("Code,Figure", "RA1,5", "RA2,6");
  }

  @Test
  void aColumnInTheMiddleLeavesTheOthersInTheirPlaces() {
    SourceWorkbook marked = book(sheet("", "Code,Artificial data,Figure", "RA1,Artificial data,5"));
    assertThat(cells(ArtificialMarker.without(marked))).containsExactly("Code,,Figure", "RA1,,5");
  }

  @Test
  void aFirstLineIsAMark() {
    assertThat(ArtificialMarker.isIn(book(sheet("", "Artificial data: made up by a program", "Code,Figure")))).isTrue();
  }

  @Test
  void wordsElsewhereAreNone() {
    assertThat(ArtificialMarker.isIn(book(sheet("", "Code,Name", "RA1,Artificial data and limb centre")))).isFalse();
    assertThat(ArtificialMarker.isIn(book(sheet("sample", "Code,Name")))).isFalse();
  }
}
