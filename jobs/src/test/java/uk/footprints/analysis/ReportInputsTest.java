package uk.footprints.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.footprints.catalogue.Reports;
import uk.footprints.parquet.TableReader;
import uk.footprints.table.ExcerptRows;
import uk.footprints.table.Field;
import uk.footprints.table.TableExcerpt;

/** Excerpts of one table come of one reading of it. */
class ReportInputsTest {

  @Test
  void everyTableIsReadOnceAndEveryExcerptHasItsRows() throws IOException {
    List<String> read = new ArrayList<>();
    ExcerptRows rows =
        ReportInputs.of(
            Reports.all(),
            scan -> {
              read.add(scan.table().name());
              return List.<Object[]>of(cells(scan));
            });
    List<TableExcerpt<?>> excerpts =
        Reports.all().stream().<TableExcerpt<?>>flatMap(report -> report.reads().stream()).distinct().toList();
    assertThat(read).doesNotHaveDuplicates().contains("allocations", "hes_groups");
    assertThat(excerpts).filteredOn(excerpt -> excerpt.table().equals("allocations")).hasSizeGreaterThan(1);
    assertThat(excerpts).allSatisfy(excerpt -> assertThat(rows.of(excerpt)).hasSize(1));
  }

  /** A row whose texts are the names of their columns. */
  private static Object[] cells(TableReader scan) {
    return scan.columns().stream().map(column -> cell(scan.table().fields().get(scan.table().index(column)))).toArray();
  }

  private static Object cell(Field field) {
    return switch (field.type()) {
      case TEXT -> field.name();
      case DATE -> LocalDate.of(2016, 4, 1);
      case NUMBER -> 1.5;
      case WHOLE -> 1L;
      case FLAG -> true;
      case BYTES, BOX -> throw new IllegalArgumentException(field.name());
    };
  }
}
