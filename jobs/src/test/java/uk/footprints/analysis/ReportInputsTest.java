package uk.footprints.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import uk.footprints.catalogue.Reports;
import uk.footprints.parquet.TableReader;
import uk.footprints.report.TableExcerpt;

/** Excerpts of one table come of one reading of it. */
class ReportInputsTest {

  @Test
  void everyTableIsReadOnceAndEveryExcerptHasItsColumnsInOrder() throws IOException {
    List<String> read = new ArrayList<>();
    Map<TableExcerpt, List<Object[]>> lines =
        ReportInputs.of(
            Reports.all(),
            scan -> {
              read.add(scan.table().name());
              return List.<Object[]>of(cells(scan));
            });
    assertThat(read).doesNotHaveDuplicates().contains("allocations", "hes_groups");
    assertThat(lines.keySet()).filteredOn(excerpt -> excerpt.table().equals("allocations")).hasSizeGreaterThan(1);
    lines.forEach(
        (excerpt, rows) ->
            assertThat(rows.get(0)).as(excerpt.toString()).containsExactly(excerpt.columns().toArray()));
  }

  /** A row whose cells are the names of their columns. */
  private static Object[] cells(TableReader scan) {
    return scan.columns().toArray();
  }
}
