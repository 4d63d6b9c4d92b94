package uk.footprints.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import uk.footprints.catalogue.Reports;
import uk.footprints.table.ExcerptRows;
import uk.footprints.table.Field;
import uk.footprints.table.RowCells;
import uk.footprints.table.Table;
import uk.footprints.table.TableData;
import uk.footprints.table.TableExcerpt;

/** Excerpts of one table come of one reading of it. */
class ReportInputsTest {

  /** Words of columns that allow a few words only. */
  private static final Map<String, String> WORDS = Map.of(
          "outcome", "readmission", "method", "model", "position", "not_significant", "dispersed_position",
          "not_significant");

  @Test
  void everyTableIsReadOnceAndEveryExcerptHasItsRows() throws IOException {
    List<String> read = new ArrayList<>();
    ExcerptRows rows =
        ReportInputs.of(
            Reports.all(),
            (table, columns) -> {
              read.add(table.name());
              Table some = table.only(columns);
              return new TableData(some, List.of(RowCells.of(some.fields().stream().map(this::cell).toArray())));
            });
    List<TableExcerpt<?>> excerpts =
        Reports.all().stream().<TableExcerpt<?>>flatMap(report -> report.head().reads().stream()).distinct().toList();
    assertThat(read).doesNotHaveDuplicates().contains("allocations", "hes_groups");
    assertThat(excerpts).filteredOn(excerpt -> excerpt.table().name().equals("allocations")).hasSizeGreaterThan(1);
    assertThat(excerpts).allSatisfy(excerpt -> assertThat(rows.of(excerpt)).hasSize(1));
  }

  private Object cell(Field field) {
    return switch (field.type()) {
      case TEXT -> WORDS.getOrDefault(field.name(), field.name());
      case DATE -> LocalDate.of(2016, 4, 1);
      case NUMBER -> 1.5;
      case WHOLE -> 1L;
      case FLAG -> true;
      case BYTES, BOX -> throw new IllegalArgumentException(field.name());
    };
  }
}
