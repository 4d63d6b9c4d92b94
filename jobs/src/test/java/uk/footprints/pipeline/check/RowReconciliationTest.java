package uk.footprints.pipeline.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import uk.footprints.finding.Finding.Kind;
import uk.footprints.finding.Finding;
import uk.footprints.finding.Severity;
import uk.footprints.pipeline.merge.PartitionResult;
import uk.footprints.pipeline.merge.WrittenRows;
import uk.footprints.pipeline.merge.RowOverlap;
import uk.footprints.pipeline.read.FileResult;
import uk.footprints.pipeline.read.RowSource;
import uk.footprints.pipeline.read.SourceFile;
import uk.footprints.transform.RowAccounting;
import uk.footprints.transform.TransformResult;

/** Checks that what was read is in a table or in a finding. */
class RowReconciliationTest {

  private static FileResult file(String path, String sha, long rows) {
    RowAccounting accounting = new RowAccounting(rows + 1, rows, 1, 0, 0, 0, 0, rows, 0);
    return new FileResult(
        new SourceFile(path, 1, sha, "CSV"), "spend_over_25k", "", null,
        TransformResult.nothing(List.of(), accounting), FileResult.READ, List.of(), Map.of(payments(sha), rows));
  }

  private static RowSource payments(String sha) {
    return new RowSource("transactions", sha, "May");
  }

  private static PartitionResult written(Map<RowSource, WrittenRows> counts, Map<RowOverlap, Long> overlaps) {
    return new PartitionResult(List.of(), counts, overlaps, Map.of());
  }

  @Test
  void nothingIsFoundWhereEveryRowArrived() {
    PartitionResult merged = written(Map.of(payments("a"), new WrittenRows(3, 0, 0, 0)), Map.of());
    assertThat(RowReconciliation.of(List.of(file("a.csv", "a", 3)), merged, Map.of("transactions", 3L))).isEmpty();
  }

  @Test
  void rowsThatVanishHoldTheReleaseWithFileSheetTableAndDifference() {
    PartitionResult merged = written(Map.of(payments("a"), new WrittenRows(187_120, 0, 0, 0)), Map.of());
    List<Finding> findings =
        RowReconciliation.of(List.of(file("a.csv", "a", 187_146)), merged, Map.of("transactions", 187_120L));
    assertThat(findings).hasSize(1);
    assertThat(findings.get(0).severity()).isEqualTo(Severity.HOLD);
    assertThat(findings.get(0).sentence())
        .isEqualTo(
            "a.csv, sheet May: 187,146 rows were read for the table transactions and 187,120 reached it (difference 26)");
  }

  @Test
  void aFileOfWhichNoRowArrivedIsFound() {
    PartitionResult merged = written(Map.of(), Map.of());
    assertThat(RowReconciliation.of(List.of(file("a.csv", "a", 3)), merged, Map.of())).extracting(Finding::kind)
        .containsExactly(Kind.CHECK_FAILED);
  }

  @Test
  void rowsThatWereCountedButNotStoredHoldTheRelease() {
    PartitionResult merged = written(Map.of(payments("a"), new WrittenRows(3, 0, 0, 0)), Map.of());
    List<Finding> findings =
        RowReconciliation.of(List.of(file("a.csv", "a", 3)), merged, Map.of("transactions", 2L));
    assertThat(findings).extracting(Finding::message)
        .containsExactly("3 rows were written to the table transactions and its files have 2 (difference 1)");
    assertThat(findings).extracting(Finding::severity).containsExactly(Severity.HOLD);
  }

  @Test
  void figuresThatNoSheetHasHoldTheRelease() {
    FileResult file = file("a.csv", "a", 3);
    FileResult lost =
        new FileResult(
            file.file(), file.dataset(), "", null, file.transformed(), FileResult.READ, List.of(),
            Map.of(payments("a"), 2L));
    PartitionResult merged = written(Map.of(payments("a"), new WrittenRows(2, 0, 0, 0)), Map.of());
    assertThat(RowReconciliation.of(List.of(lost), merged, Map.of("transactions", 2L))).extracting(Finding::message)
        .containsExactly("2 figures were read and 3 are accounted for (difference -1)");
  }

  @Test
  void observationsAreComparedWithVintagesAndWithTheirOwnFiles() {
    RowSource figures = new RowSource("vintages", "a", "");
    FileResult file = file("a.csv", "a", 3);
    FileResult observed =
        new FileResult(
            file.file(), "kh03_beds", "", null, file.transformed(), FileResult.READ, List.of(), Map.of(figures, 3L));
    PartitionResult merged = written(Map.of(figures, new WrittenRows(2, 1, 0, 0)), Map.of());
    assertThat(RowReconciliation.of(List.of(observed), merged, Map.of("vintages", 3L, "observations", 2L))).isEmpty();
    assertThat(RowReconciliation.of(List.of(observed), merged, Map.of("vintages", 3L, "observations", 1L))).hasSize(1);
  }

  @Test
  void linesThatTwoFilesHaveAreNamedAndAWarningWhereMostDiffer() {
    Map<RowSource, WrittenRows> counts =
        Map.of(payments("a"), new WrittenRows(1, 9, 0, 0), payments("b"), new WrittenRows(10, 0, 0, 0));
    List<FileResult> files = List.of(file("a.csv", "a", 10), file("b.csv", "b", 10));
    List<Finding> again =
        RowReconciliation.of(
            files, written(counts, Map.of(new RowOverlap("transactions", "a", "b"), 9L)), Map.of("transactions", 11L));
    assertThat(again).extracting(Finding::sentence)
        .containsExactly("a.csv: 9 of 10 rows for the table transactions are in b.csv too and count once");
    assertThat(again.get(0).severity()).isEqualTo(Severity.NOTE);
    counts = Map.of(payments("a"), new WrittenRows(8, 2, 0, 0), payments("b"), new WrittenRows(10, 0, 0, 0));
    List<Finding> few =
        RowReconciliation.of(
            files, written(counts, Map.of(new RowOverlap("transactions", "a", "b"), 2L)), Map.of("transactions", 18L));
    assertThat(few).extracting(Finding::severity).containsExactly(Severity.WARNING);
  }

  @Test
  void rowsOfOneKeyInTwoSheetsOfAFileAreRejected() {
    PartitionResult merged =
        written(
            Map.of(payments("a"), new WrittenRows(2, 1, 0, 0)), Map.of(new RowOverlap("transactions", "a", "a"), 1L));
    assertThat(RowReconciliation.of(List.of(file("a.csv", "a", 3)), merged, Map.of("transactions", 2L)))
        .extracting(Finding::kind).containsExactly(Kind.DUPLICATE_ROW);
  }
}
