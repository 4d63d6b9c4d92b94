package uk.footprints.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.footprints.format.ArtificialMarker;
import uk.footprints.format.SourceWorkbook;
import uk.footprints.format.UnreadableFileException;
import uk.footprints.format.WorkbookReader;

/** Checks that every file of the sample carries the mark, and that its other cells stay. */
class ArtificialDataMarkTest {

  private static List<String> cells(SourceWorkbook book) {
    return book.sheets().stream()
        .flatMap(sheet -> sheet.rows().stream().map(row -> sheet.name() + row.number() + Arrays.toString(row.cells())))
        .toList();
  }

  @Test
  void aMarkedFileSaysThatItIsMadeUpAndHasTheSameCells() throws UnreadableFileException {
    for (PublishedSampleWriter.Placed placed : PublishedSampleWriter.fixtures()) {
      SampleFile marked = ArtificialDataMark.on(placed.file());
      SourceWorkbook before = WorkbookReader.read(placed.file().bytes());
      SourceWorkbook after = WorkbookReader.read(marked.bytes());
      assertThat(ArtificialMarker.isIn(before)).as(placed.file().name()).isFalse();
      assertThat(ArtificialMarker.isIn(after)).as(placed.file().name()).isTrue();
      assertThat(cells(ArtificialMarker.without(after))).as(placed.file().name()).isEqualTo(cells(before));
      assertThat(ArtificialDataMark.on(placed.file()).bytes()).isEqualTo(marked.bytes());
    }
  }
}
