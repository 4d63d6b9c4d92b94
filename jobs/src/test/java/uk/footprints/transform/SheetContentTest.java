package uk.footprints.transform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import uk.footprints.finding.Finding.Kind;
import uk.footprints.finding.Finding;
import uk.footprints.finding.Location;
import uk.footprints.period.Period;
import uk.footprints.publication.RevisionStatus;
import uk.footprints.table.Column;
import uk.footprints.table.RecordTable;
import uk.footprints.table.RowCells;

/** Checks that rows get the day on which they were published. */
class SheetContentTest {

  private static final ObservationBatch.Origin ORIGIN =
      new ObservationBatch.Origin("abc", LocalDate.of(2021, 5, 13), RevisionStatus.REVISED);

  private static ObservationBatchDraft draft(String sheet, String measure, CellValue... down) {
    List<ObservationBatchDraft.Row> rows =
        IntStream.range(0, down.length)
            .mapToObj(i -> new ObservationBatchDraft.Row("RA" + i, "Trust " + i, i + 2, Arrays.asList(down[i])))
            .toList();
    return new ObservationBatchDraft("d", "provider", Period.month(2021, 3), sheet, List.of(measure), rows);
  }

  private static SheetContent content(ObservationBatchDraft... batches) {
    return new SheetContent(List.of(batches), List.of(), List.of(), RowAccounting.NONE, List.of());
  }

  @Test
  void aRejectedCellIsNoObservationAndAMissingOneIs() {
    SheetContent draft = content(draft("a", "m", CellValue.reported(7), null, CellValue.missing()));
    ObservationBatch batch = draft.publishedAs(ORIGIN).batches().get(0);
    assertThat(batch.size()).isEqualTo(2);
    assertThat(batch.value(0, 0)).isEqualTo(7);
    assertThat(batch.status(1, 0)).isNull();
    assertThat(batch.status(2, 0)).isEqualTo(CellStatus.MISSING);
    assertThat(batch.row(2)).isEqualTo(4);
    assertThat(batch.origin()).isEqualTo(ORIGIN);
  }

  @Test
  void arraysThatAreChangedLaterDoNotChangeABatch() {
    double[][] values = {{1}};
    CellStatus[][] statuses = {{CellStatus.REPORTED}};
    ObservationBatch batch =
        new ObservationBatch("d", "provider", Period.month(2021, 3), ORIGIN, "a", List.of("m"), List.of("RA1"),
            List.of("One"),
            new int[] {2}, values, statuses);
    values[0][0] = 2;
    statuses[0][0] = null;
    assertThat(batch.value(0, 0)).isEqualTo(1);
    assertThat(batch.status(0, 0)).isEqualTo(CellStatus.REPORTED);
  }

  /** A row of a table. */
  record Thing(@Column(value = "A code.", required = true) String code) {}

  @Test
  void rowsOfATableGetTheirDayStatusAndFile() {
    RecordTable<Thing> table = RecordTable.published("t", "a thing", Thing.class, "code");
    List<RowCells> drafts = List.of(TableDraft.cells(table, new Thing("X"), "sheet", 5));
    List<TableDraft> tables = List.of(new TableDraft(table.table(), drafts));
    SheetContent draft = new SheetContent(List.of(), tables, List.of(), RowAccounting.NONE, List.of());
    assertThat(draft.publishedAs(ORIGIN).tables().get(0).rows())
        .containsExactly(RowCells.of("X", LocalDate.of(2021, 5, 13), "revised", "abc", "sheet", 5L));
    assertThat(drafts.get(0).values()).containsExactly("X", null, null, null, "sheet", 5L);
  }

  @Test
  void aFigureOfAnEarlierSheetCountsOnceAndAnotherFigureThereIsAFinding() {
    SheetContent both =
        content(
            draft("a", "m", CellValue.reported(1), CellValue.reported(2)),
            draft("b", "m", CellValue.reported(1), CellValue.reported(3), CellValue.reported(4)));
    SheetContent once = DuplicateFigureFilter.once(both, "d", Location.file("f"));
    assertThat(once.batches().get(0)).isEqualTo(both.batches().get(0));
    assertThat(once.batches().get(1).rows()).extracting(row -> row.values().get(0))
        .containsExactly(null, null, CellValue.reported(4));
    assertThat(once.accounting().cellsRejected()).isEqualTo(2);
    assertThat(once.findings()).extracting(Finding::kind).containsExactly(Kind.DUPLICATE_ROW);
    assertThat(once.findings().get(0).message()).startsWith("1 figures of");
    assertThat(both.batches().get(1).rows().get(0).values()).containsExactly(CellValue.reported(1));
  }

  @Test
  void aReportedFigureIsKeptBeforeOneThatIsMissing() {
    SheetContent both =
        content(
            draft("a", "m", CellValue.missing(), CellValue.reported(2), CellValue.missing()),
            draft("b", "m", CellValue.reported(1), CellValue.missing(), CellValue.missing()));
    SheetContent once = DuplicateFigureFilter.once(both, "d", Location.file("f"));
    assertThat(once.batches().get(0).rows()).extracting(row -> row.values().get(0))
        .containsExactly(null, CellValue.reported(2), CellValue.missing());
    assertThat(once.batches().get(1).rows()).extracting(row -> row.values().get(0))
        .containsExactly(CellValue.reported(1), null, null);
    assertThat(once.findings()).isEmpty();
    assertThat(once.accounting().cellsRejected()).isEqualTo(3);
  }

  @Test
  void sheetsWithOtherMeasuresOrOtherPeriodsAreLeftAsTheyAre() {
    SheetContent both = content(draft("a", "m", CellValue.reported(1)), draft("b", "n", CellValue.reported(1)));
    assertThat(DuplicateFigureFilter.once(both, "d", Location.file("f"))).isSameAs(both);
  }
}
