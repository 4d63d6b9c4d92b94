package uk.footprints.broken;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.footprints.finding.Finding;
import uk.footprints.finding.Finding.Kind;
import uk.footprints.format.UnreadableFileException;
import uk.footprints.format.WorkbookReader;
import uk.footprints.pipeline.input.InputFile;
import uk.footprints.pipeline.input.RefreshOptions;
import uk.footprints.pipeline.read.FileReader;
import uk.footprints.pipeline.read.FileResult;
import uk.footprints.storage.Archive;
import uk.footprints.storage.Store;
import uk.footprints.transform.CellStatus;
import uk.footprints.transform.ObservationBatch;

/** Checks what becomes of a workbook whose main sheet was changed: it is read whole, or the file is set aside. */
@Tag("integration")
class ChangedSheetsTest {

  private static final Path QUARTER =
      Path.of("data/sample/kh03_beds/Beds-Open-Overnight-Web_File-Q3-2020-21-sample.xlsx");
  private static final String MAIN = "NHS Trust by Sector";

  @TempDir private Path folder;

  private FileResult changed(Consumer<CellGrid.Page> change) throws IOException {
    return changed(MAIN, change);
  }

  private FileResult changed(String sheet, Consumer<CellGrid.Page> change) throws IOException {
    try {
      CellGrid grid = CellGrid.of(WorkbookReader.read(Files.readAllBytes(QUARTER)));
      change.accept(grid.pages.stream().filter(page -> page.name.equals(sheet)).findFirst().orElseThrow());
      byte[] bytes = grid.bytes();
      Store store = new Store(folder.toString());
      FileReader reader = new FileReader(store, new Archive(store), new RefreshOptions(List.of(), null));
      return reader.read(new InputFile("q3.xlsx", "", bytes.length), "0", bytes);
    } catch (UnreadableFileException e) {
      throw new AssertionError(e);
    }
  }

  private static int header(CellGrid.Page page) {
    for (int r = 0; r < page.rows.size(); r++) {
      if (page.rows.get(r).contains("Org Code")) {
        return r;
      }
    }
    throw new AssertionError("no header");
  }

  /** Inserts a column into the table and its group headings. */
  private static void insert(CellGrid.Page page, int column, String heading) {
    int header = header(page);
    for (int r = header - 1; r < page.rows.size(); r++) {
      List<String> row = page.rows.get(r);
      if (row.size() >= column) {
        row.add(column, r == header ? heading : r > header ? "QXX" : "");
      }
    }
  }

  private static double sum(FileResult outcome, String measure) {
    double sum = 0;
    for (ObservationBatch batch : outcome.transformed().batches()) {
      int m = batch.measures().indexOf(measure);
      for (int i = 0; m >= 0 && i < batch.orgCodes().size(); i++) {
        sum += batch.status(i, m) == CellStatus.REPORTED ? batch.value(i, m) : 0;
      }
    }
    return sum;
  }

  private static void isWhole(FileResult outcome) {
    assertThat(outcome.state()).as("%s", outcome.transformed().findings()).isEqualTo(FileResult.READ);
    assertThat(sum(outcome, "beds.available.overnight.total")).isCloseTo(106_683.0, within(0.05));
    assertThat(sum(outcome, "beds.occupied.overnight.total")).isCloseTo(79_256.5, within(0.05));
  }

  private static void isSetAside(FileResult outcome, String... words) {
    assertThat(outcome.state()).isEqualTo(FileResult.SET_ASIDE);
    assertThat(outcome.transformed().findings()).filteredOn(f -> f.kind() == Kind.HEADER_CHANGED).singleElement()
        .satisfies(f -> assertThat(f.sentence()).contains(words));
  }

  @Test
  void aNewColumnIsNamedWhereverItIs() throws IOException {
    isWhole(changed(page -> {}));
    List<Integer> widths = new ArrayList<>();
    changed(page -> widths.add(page.rows.get(header(page)).size()));
    for (int column = 0; column <= widths.get(0); column++) {
      int at = column;
      FileResult outcome = changed(page -> insert(page, at, "ICB Code"));
      isWhole(outcome);
      assertThat(outcome.transformed().findings()).filteredOn(f -> f.kind() == Kind.COLUMN_NEW).singleElement()
          .extracting(Finding::message).asString().contains("ICB Code");
    }
  }

  @Test
  void aMainSheetWithoutANeededColumnSetsTheFileAside() throws IOException {
    for (String heading : List.of("Org Code", "Period End", "Maternity")) {
      FileResult outcome =
          changed(
              page -> {
                int header = header(page);
                int column = page.rows.get(header).indexOf(heading);
                page.rows.subList(header - 1, page.rows.size()).stream().filter(row -> row.size() > column)
                    .forEach(row -> row.remove(column));
              });
      isSetAside(outcome, "sheet " + MAIN, "the sheet was left out", heading, "not found");
    }
  }

  @Test
  void aMainSheetWithoutUnderstandableHeadingsSetsTheFileAside() throws IOException {
    isSetAside(changed(page -> page.rows.get(header(page)).replaceAll(cell -> "")), "sheet " + MAIN,
        "expected a row with the headings 'Year', 'Period End'");
    isSetAside(changed(page -> page.rows.get(header(page)).replaceAll(cell -> cell.isEmpty() ? "" : "F1")), MAIN);
    isSetAside(changed(page -> page.rows.get(header(page) - 1).replaceAll(cell -> "")), MAIN);
    isSetAside(changed(page -> page.rows.add(header(page), new ArrayList<>(List.of("Title")))), MAIN);
  }

  @Test
  void aMainSheetUnderAnotherNameSetsTheFileAside() throws IOException {
    isSetAside(changed(page -> page.name = "Trusts"), "sheet Trusts", "it has the columns of a sheet named " + MAIN);
  }

  @Test
  void columnsInAnotherOrderAreReadByTheirHeadings() throws IOException {
    isWhole(
        changed(
            page -> {
              int header = header(page);
              int code = page.rows.get(header).indexOf("Org Code");
              page.rows.subList(header, page.rows.size()).stream().filter(row -> row.size() > code + 1)
                  .forEach(row -> Collections.swap(row, code, code + 1));
            }));
  }

  @Test
  void aHeadingWithASlipIsReadAndNoted() throws IOException {
    for (String slip : List.of("Org  Code", "Org Cod", "Org_Code", "org code")) {
      isWhole(
          changed(
              page -> {
                List<String> headings = page.rows.get(header(page));
                headings.set(headings.indexOf("Org Code"), slip);
              }));
    }
  }

  @Test
  void aHeaderThatIsRepeatedIsNoOrganisation() throws IOException {
    FileResult outcome =
        changed(page -> page.rows.add(header(page) + 4, new ArrayList<>(page.rows.get(header(page)))));
    isWhole(outcome);
    assertThat(outcome.transformed().findings()).extracting(Finding::kind)
        .doesNotContain(Kind.NO_ORGANISATION, Kind.NOT_A_NUMBER);
  }

  @Test
  void theOtherSheetIsNoLessAMainSheet() throws IOException {
    isSetAside(
        changed("Occupied by Specialty", page -> page.rows.get(header(page)).replaceAll(cell -> "")),
        "sheet Occupied by Specialty");
  }
}
