package uk.footprints.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.footprints.broken.EditedWorkbook;
import uk.footprints.finding.Finding.Kind;
import uk.footprints.finding.Finding;
import uk.footprints.finding.Severity;
import uk.footprints.pipeline.input.InputFile;
import uk.footprints.pipeline.input.RefreshOptions;
import uk.footprints.pipeline.read.FileReader;
import uk.footprints.pipeline.read.FileResult;
import uk.footprints.storage.Archive;
import uk.footprints.storage.Store;
import uk.footprints.transform.RowAccounting;

/** Checks from which share on rejected figures end a run with 4, by one rule for text files and workbooks. */
class RejectedFiguresTest {

  private static final Path SAMPLE = Path.of("data/sample");

  @TempDir private Path folder;

  private FileResult read(String name, byte[] bytes) throws IOException {
    Path file = Files.write(folder.resolve(name), bytes);
    Archive archive = new Archive(new Store(folder.resolve("store").toString()));
    FileReader reader = new FileReader(new Store(folder.toString()), archive, new RefreshOptions(List.of(), null));
    return reader.read(new InputFile(name, "file:" + file.toAbsolutePath(), Files.size(file)));
  }

  private static List<Finding> incomplete(FileResult file) {
    assertThat(file.state()).as("%s", file.transformed().findings()).isEqualTo(FileResult.READ);
    return file.transformed().findings().stream().filter(f -> f.severity() == Severity.INCOMPLETE).toList();
  }

  /** Returns a month of attendances with a word in so many cells of figures. */
  private FileResult attendances(int words) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    Files.readAllLines(SAMPLE.resolve("ae_attendances/June-2020-revised-130521-sample.csv"))
        .forEach(line -> rows.add(new ArrayList<>(Arrays.asList(line.split(",", -1)))));
    for (int n = 0; n < words; n++) {
      rows.get(1 + n / 2).set(4 + n % 2, "see note");
    }
    String text = rows.stream().map(row -> String.join(",", row)).collect(Collectors.joining("\n", "", "\n"));
    return read("june.csv", text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void aFewFiguresAreAFindingEachAndNoMore() throws IOException {
    RowAccounting all = attendances(0).transformed().accounting();
    int few = (int) (all.figures() * 0.02);
    FileResult below = attendances(few);
    assertThat(incomplete(below)).isEmpty();
    assertThat(below.transformed().accounting().refused()).isEqualTo(few);
    List<Finding> above = incomplete(attendances(few + 1));
    assertThat(above).extracting(Finding::kind).containsExactly(Kind.FIGURES_REJECTED);
    assertThat(above.get(0).message()).contains("%,d of %,d figures (2.".formatted(few + 1, all.figures()));
  }

  @Test
  void aWorkbookIsJudgedAsATextFileIs() throws IOException {
    byte[] beds =
        Files.readAllBytes(SAMPLE.resolve("kh03_beds/Beds-Open-Overnight-Web_File-Q2-2020-21-sample.xlsx"));
    byte[] spoilt =
        EditedWorkbook.of(
            beds,
            sheets ->
                sheets.get("NHS Trust by Sector").stream()
                    .filter(row -> row.size() > 8 && row.get(4).matches("R\\w{2,4}"))
                    .limit(90)
                    .forEach(row -> row.set(7, "#REF!")));
    assertThat(incomplete(read("beds.xlsx", beds))).isEmpty();
    assertThat(incomplete(read("spoilt.xlsx", spoilt))).extracting(Finding::kind).contains(Kind.FIGURES_REJECTED);
  }

  @Test
  void linesOfPaymentsCountAsFigures() throws IOException {
    StringBuilder lines = new StringBuilder("NHS Body,Date,Supplier,Amount\n");
    for (int i = 0; i < 40; i++) {
      lines.append("Gateshead Health NHS Foundation Trust,%02d/05/2017,Supplier %d,%s\n".formatted(
          1 + i % 28, i, i == 7 ? "about ten" : "30000"));
    }
    FileResult file = read("NHS payments.csv", lines.toString().getBytes(StandardCharsets.UTF_8));
    assertThat(incomplete(file)).extracting(Finding::message)
        .containsExactly("1 of 40 figures (2.5%) could not be read; they count as missing");
  }

  @Test
  void aTotalOfPaymentsThatCannotBeReadIsNamed() throws IOException {
    String lines =
        "NHS Body,Date,Supplier,Amount\n"
            + "Gateshead Health NHS Foundation Trust,01/05/2017,A,30000\n".repeat(60) + "Total,,,#REF!\n";
    FileResult file = read("NHS payments.csv", lines.getBytes(StandardCharsets.UTF_8));
    assertThat(incomplete(file)).extracting(Finding::kind).containsExactly(Kind.TOTAL_REJECTED);
  }
}
