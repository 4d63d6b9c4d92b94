package uk.footprints.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.footprints.finding.Finding.Kind;
import uk.footprints.finding.Finding;
import uk.footprints.pipeline.input.InputFile;
import uk.footprints.pipeline.input.RefreshOptions;
import uk.footprints.pipeline.read.FileReader;
import uk.footprints.pipeline.read.FileResult;
import uk.footprints.storage.Archive;
import uk.footprints.storage.Store;
import uk.footprints.transform.CellStatus;
import uk.footprints.transform.ObservationBatch;

/** The made-up sample with other separators, headings, columns and codes than its publisher has today. */
class ChangedFilesTest {

  private static final Path SAMPLE = Path.of("data/sample");
  private static final String JUNE = "ae_attendances/June-2020-revised-130521-sample.csv";
  private static final String OCTOBER = "ae_attendances/October-2020-revised-130521-sample.csv";

  @TempDir private Path folder;

  private static List<String> lines(String file) throws IOException {
    return Files.readString(SAMPLE.resolve(file)).lines().toList();
  }

  private FileResult read(String name, String text) throws IOException {
    return read(name, text, StandardCharsets.UTF_8);
  }

  private FileResult read(String name, String text, Charset charset) throws IOException {
    Files.write(folder.resolve(name), text.getBytes(charset));
    Path file = folder.resolve(name);
    Archive archive = new Archive(new Store(folder.resolve("store").toString()));
    FileReader reader = new FileReader(new Store(folder.toString()), archive, new RefreshOptions(List.of(), null));
    return reader.read(new InputFile(name, "file:" + file.toAbsolutePath(), Files.size(file)));
  }

  private static double sum(FileResult outcome, String measures) {
    double sum = 0;
    for (ObservationBatch batch : outcome.transformed().batches()) {
      for (int m = 0; m < batch.measures().size(); m++) {
        for (int i = 0; i < batch.orgCodes().size() && batch.measures().get(m).startsWith(measures); i++) {
          sum += batch.status(i, m) == CellStatus.REPORTED ? batch.value(i, m) : 0;
        }
      }
    }
    return sum;
  }

  private static CellStatus status(FileResult outcome, String org, String measure) {
    for (ObservationBatch batch : outcome.transformed().batches()) {
      int row = batch.orgCodes().indexOf(org);
      int column = batch.measures().indexOf(measure);
      if (row >= 0 && column >= 0) {
        return batch.status(row, column);
      }
    }
    throw new AssertionError(org + " has no " + measure);
  }

  private static List<Kind> kinds(FileResult outcome) {
    return outcome.transformed().findings().stream().map(Finding::kind).toList();
  }

  private static void isWholeJune(FileResult outcome) {
    assertThat(outcome.state()).as(outcome.transformed().findings().toString()).isEqualTo(FileResult.READ);
    assertThat(sum(outcome, "ae.attendances.")).isEqualTo(1_276_571);
    assertThat(sum(outcome, "ae.emergency_admissions.")).isEqualTo(367_029);
    assertThat(outcome.transformed().accounting().cellsRejected()).isZero();
    assertThat(kinds(outcome)).doesNotContain(Kind.TOTAL_DISAGREES, Kind.TOTAL_MISSING, Kind.NOT_A_NUMBER);
  }

  private static String separated(String line, String separator) {
    return Arrays.stream(line.split(",", -1))
        .map(cell -> cell.matches("\\d{4,}") ? String.format("%,d", Long.valueOf(cell)).replace(",", separator) : cell)
        .collect(Collectors.joining(","));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u00a0", "\u202f", "\u2009", " ", "'"})
  void thousandsAreSeparatedInManyWays(String separator) throws IOException {
    List<String> lines = lines(JUNE);
    String text =
        Stream.iterate(0, i -> i < lines.size(), i -> i + 1)
            .map(i -> i % 2 == 1 || i == lines.size() - 1 ? separated(lines.get(i), separator) : lines.get(i))
            .collect(Collectors.joining("\n"));
    isWholeJune(read("June-2020.csv", text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\t", ";", "|"})
  void cellsAreSeparatedInManyWays(String separator) throws IOException {
    isWholeJune(read("June-2020.txt", String.join("\n", lines(JUNE)).replace(",", separator)));
    isWholeJune(
        read("June-2020-u.txt", "\ufeff" + String.join("\n", lines(JUNE)).replace(",", separator),
            StandardCharsets.UTF_16LE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"*", "\u00a0", " (1)", "[note 2]", "\u00b9", "\u2020"})
  void marksAfterCodesAreLeftOff(String mark) throws IOException {
    String text =
        lines(JUNE).stream()
            .map(line -> line.replaceFirst("^([^,]+),(R[0-9A-Z]{2}),", "$1,$2" + mark + ","))
            .collect(Collectors.joining("\n"));
    FileResult outcome = read("June-2020.csv", text);
    isWholeJune(outcome);
    assertThat(outcome.transformed().batches().get(0).orgCodes()).contains("RBT").noneMatch(c -> c.contains(mark));
    assertThat(kinds(outcome)).contains(Kind.CODE_TIDIED);
  }

  @Test
  void codesInLowerCaseAreCodes() throws IOException {
    String text =
        lines(JUNE).stream()
            .map(line -> line.startsWith("Period") ? line : line.replaceFirst(",[^,]+,", lower(line)))
            .collect(Collectors.joining("\n"));
    FileResult outcome = read("June-2020.csv", text);
    isWholeJune(outcome);
    assertThat(outcome.transformed().batches().get(0).orgCodes()).contains("RBT", "8J094");
  }

  private static String lower(String line) {
    return "," + line.split(",")[1].toLowerCase(java.util.Locale.ROOT) + ",";
  }

  @Test
  void marksAreMissingSuppressedOrNotApplicable() throws IOException {
    String text = String.join("\n", lines(OCTOBER));
    for (String[] mark : new String[][] {{"RR7", ".."}, {"RTR", "<5"}, {"RXN", "[low]"}}) {
      text = text.replaceFirst("(?m)^([^,\n]+," + mark[0] + ",[^,\n]*,[^,\n]*),\\d+,", "$1," + mark[1] + ",");
    }
    FileResult outcome = read("October-2020.csv", text);
    assertThat(status(outcome, "RR7", "ae.attendances.type_1")).isEqualTo(CellStatus.MISSING);
    assertThat(status(outcome, "RTR", "ae.attendances.type_1")).isEqualTo(CellStatus.SUPPRESSED);
    assertThat(status(outcome, "RXN", "ae.attendances.type_1")).isEqualTo(CellStatus.SUPPRESSED);
    assertThat(outcome.transformed().accounting().cellsRejected()).isZero();
  }

  @Test
  void aNewColumnIsNamedAndTheOthersAreRead() throws IOException {
    String text =
        lines(JUNE).stream()
            .map(line -> line.replaceFirst(",", line.startsWith("Period") ? ",ICB Code," : ",QXX,"))
            .collect(Collectors.joining("\n"));
    FileResult outcome = read("June-2020.csv", text);
    isWholeJune(outcome);
    assertThat(outcome.transformed().findings())
        .filteredOn(f -> f.kind() == Kind.COLUMN_NEW)
        .singleElement()
        .satisfies(f -> assertThat(f.message()).contains("'ICB Code'"));
  }

  @Test
  void aNewColumnThatSplitsRowsSetsTheFileAside() throws IOException {
    List<String> lines = lines(JUNE);
    String text =
        Stream.concat(
                Stream.of("Age band," + lines.get(0)),
                lines.stream().skip(1).flatMap(line -> Stream.of("0 to 17," + line, "18 and over," + line)))
            .collect(Collectors.joining("\n"));
    FileResult outcome = read("June-2020.csv", text);
    assertThat(outcome.state()).isEqualTo(FileResult.SET_ASIDE);
    assertThat(kinds(outcome)).contains(Kind.HEADER_CHANGED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Org Cod", "Org_Code", "Org Codes", "Org Coed", "org-code", "Org  Code", "OrgCode"})
  void aSlipInAHeadingIsNoted(String heading) throws IOException {
    FileResult outcome = read("June-2020.csv", String.join("\n", lines(JUNE)).replaceFirst("Org Code", heading));
    isWholeJune(outcome);
    if (!heading.equals("Org  Code")) {
      assertThat(kinds(outcome)).contains(Kind.HEADING_MISSPELT);
    }
  }

  @Test
  void underscoresForSpacesInEveryHeading() throws IOException {
    List<String> lines = lines(JUNE);
    String text = lines.get(0).replace(' ', '_') + "\n" + String.join("\n", lines.subList(1, lines.size()));
    isWholeJune(read("June-2020.csv", text));
    isWholeJune(read("June-2020-marks.csv", "\ufeff\ufeff" + String.join("\n", lines)));
  }

  /** Another digit is another column: type 3 is not type 1. */
  @Test
  void headingsThatDifferByADigitAreOthers() throws IOException {
    String text = String.join("\n", lines(JUNE)).replaceFirst("A&E attendances Type 1", "A&E attendances Type 3");
    FileResult outcome = read("June-2020.csv", text);
    assertThat(outcome.state()).isEqualTo(FileResult.SET_ASIDE);
    assertThat(kinds(outcome)).contains(Kind.HEADER_CHANGED);
  }

  @Test
  void aTableThatEndsWhereASpreadsheetEndsMayHaveBeenCut() throws IOException {
    StringBuilder rows = new StringBuilder("NHS Body,Date,Supplier,Amount\n");
    for (int i = 2; i <= 65_536; i++) {
      rows.append("NHS Somewhere ICB,31/01/2017,Acme ").append(i).append(",30000\n");
    }
    assertThat(kinds(read("whole.csv", rows.toString()))).contains(Kind.ROWS_CUT);
    rows.append("NHS Somewhere ICB,31/01/2017,Acme,30000\n");
    assertThat(kinds(read("longer.csv", rows.toString()))).doesNotContain(Kind.ROWS_CUT);
  }

  /** A comma inside a name without quotation marks moves every figure of the row by one column. */
  @Test
  void aRowWithMoreCellsThanTheHeaderIsRejected() throws IOException {
    List<String> lines = new ArrayList<>(lines(OCTOBER));
    double whole = sum(read("whole.csv", String.join("\n", lines)), "ae.attendances.");
    int at = 1;
    String row = lines.get(at);
    String code = row.split(",")[1];
    lines.set(at, row.replace(" NHS FOUNDATION TRUST", ", NHS FOUNDATION TRUST"));
    FileResult outcome = read("October-2020.csv", String.join("\n", lines));
    Finding finding =
        outcome.transformed().findings().stream().filter(f -> f.kind() == Kind.ROW_SHIFTED).findFirst().orElseThrow();
    assertThat(finding.place().row()).isEqualTo(at + 1L);
    assertThat(outcome.transformed().accounting().balances()).isTrue();
    assertThat(outcome.transformed().accounting().rejected()).isEqualTo(1);
    assertThat(sum(outcome, "ae.attendances.")).isLessThan(whole);
    assertThat(kinds(outcome)).contains(Kind.TOTAL_DISAGREES);
    assertThat(outcome.transformed().batches()).noneMatch(batch -> batch.orgCodes().contains(code));
  }

  /** The number of the transaction would have been read as pounds. */
  @Test
  void aPaymentWithACommaInItsSupplierIsRejected() throws IOException {
    String text =
        """
        NHS Body,Date,Supplier,Transaction Number,Amount
        NHS Somewhere ICB,31/01/2017,Acme,700000,30000
        NHS Somewhere ICB,31/01/2017,Smith, Jones and partners,700001,30001
        NHS Somewhere ICB,31/01/2017,"Smith, Jones and partners",700002,30002
        NHS Somewhere ICB,31/01/2017,Acme,700003,30003,,
        """;
    FileResult outcome = read("payments.csv", text);
    assertThat(kinds(outcome)).containsOnlyOnce(Kind.ROW_SHIFTED);
    assertThat(outcome.transformed().accounting().observed()).isEqualTo(3);
    assertThat(outcome.transformed().accounting().rejected()).isEqualTo(1);
    assertThat(outcome.transformed().accounting().refused()).isEqualTo(1);
  }
}
