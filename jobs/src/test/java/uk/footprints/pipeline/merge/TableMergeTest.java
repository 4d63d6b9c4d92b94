package uk.footprints.pipeline.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.footprints.table.Field;
import uk.footprints.table.RowCells;
import uk.footprints.table.Table;
import uk.footprints.table.TableRows;

/** Checks which row of a key is current in a table that a dataset defines itself. */
class TableMergeTest {

  private static final Table TABLE =
      Table.published("t", "a row", List.of("code", "age"), Field.key("code", "Code."), Field.whole("age", "Age.", ""));

  private static RowCells row(String code, Long age, int day, String status, String file) {
    return RowCells.of(code, age, LocalDate.of(2020, 9, day), status, file, "", 1L);
  }

  private static List<String> merged(RowCells... rows) throws IOException {
    List<String> merged = new ArrayList<>();
    MadeUpRows sorted = MadeUpRows.of(TABLE, new TableRows("t", List.of(rows)));
    TableMerge merge = new TableMerge(sorted.names().order(), new TableMerge.Output() {
      @Override
      public void current(PublishedRow row) {
        merged.add(row.cells().value(0) + " " + row.cells().value(1) + " " + file(row));
      }

      @Override
      public void superseded(PublishedRow row, PublishedRow current) {
        merged.add("(" + row.cells().value(0) + " " + row.cells().value(1) + " " + file(row) + " by " + file(current) + ")");
      }

      private String file(PublishedRow row) {
        return sorted.names().sources().get(row.source()).origin().sha256();
      }
    });
    for (MergeRow row : sorted.sorted()) {
      merge.add((PublishedRow) row);
    }
    return merged;
  }

  @Test
  void theNewestRowOfAKeyIsCurrent() throws IOException {
    assertThat(merged(row("A", 1L, 1, "provisional", "old"), row("A", 1L, 2, "provisional", "new"), row("A", 2L, 1,
        "provisional", "old"))).containsExactly("A 1 new", "(A 1 old by new)", "A 2 old");
  }

  @Test
  void aDerivedTableComesLastHoweverNew() throws IOException {
    assertThat(merged(row("A", 1L, 9, "derived", "copy"), row("A", 1L, 1, "provisional", "own")))
        .containsExactly("A 1 own", "(A 1 copy by own)");
  }

  @Test
  void aRowWithoutPartOfItsKeyIsARowOfItsOwn() throws IOException {
    assertThat(merged(row("A", null, 1, "provisional", "x"), row("A", 0L, 1, "provisional", "x")))
        .containsExactly("A null x", "A 0 x");
  }

  @Test
  void everyRowIsReceivedOnce() throws IOException {
    assertThat(merged(row("A", 1L, 1, "provisional", "x"), row("A", 1L, 1, "provisional", "x"),
        row("A", 1L, 1, "provisional", "y"))).hasSize(3);
  }
}
