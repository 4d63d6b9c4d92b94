package uk.footprints.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.footprints.CommandLineRunner;
import uk.footprints.analysis.RatePeople;
import uk.footprints.analysis.ReleaseReader;
import uk.footprints.analysis.ReportOptions;
import uk.footprints.analysis.ReportService;
import uk.footprints.area.ReferenceData;
import uk.footprints.catalogue.IndicatorCatalogue;
import uk.footprints.catalogue.OwnDeclarations;
import uk.footprints.catalogue.Reports;
import uk.footprints.catalogue.Tables;
import uk.footprints.parquet.TableReader;
import uk.footprints.runtime.ExitCode;
import uk.footprints.storage.Store;
import uk.footprints.table.Field;
import uk.footprints.table.Table;
import uk.footprints.table.TableData;

/** Checks reports on the sample; every fault in custom areas is reported with its row. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("integration")
class ReportCommandTest {

  private static final String HEADING = "area,area_name,member_kind,member_code,exclude\n";
  private static final String EXAMPLES = "data/reference/examples/";

  @TempDir static Path folder;
  private String store;

  @BeforeAll
  void refreshSample() {
    store = folder.resolve("store").toString();
    assertThat(CommandLineRunner.run("refresh", "--from", "data/sample", "--to", store).exit()).isZero();
  }

  private CommandLineRunner report(String... words) {
    return CommandLineRunner.run(
        java.util.stream.Stream.of(List.of("report"), List.of(words), List.of("--at", store))
            .flatMap(List::stream)
            .toArray(String[]::new));
  }

  @Test
  void built_in_areas_give_the_values_of_the_release() {
    CommandLineRunner report =
        report("indicators", "--geography", "stp_2016", "--period", "2016/17", "--indicator", "non_elective_per_1000");
    assertThat(report.exit()).as(report.err()).isZero();
    List<String> published =
        CommandLineRunner.run(
                "query",
                """
                select area_code, numerator, denominator, value, rank from indicators where basis = 'as_was'
                  and geography = 'stp_2016' and indicator = 'non_elective_per_1000' and period_kind = 'financial_year'
                  and period_start = '2016-04-01' and rank is not null order by area_code
                """,
                "--at",
                store)
            .lines();
    assertThat(published).hasSizeGreaterThan(30);
    for (String row : published.subList(1, published.size())) {
      String[] cells = row.split(",");
      assertThat(report.lines()).anyMatch(line -> line.contains(cells[0]) && line.contains("," + cells[3] + ",1000,"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "accountable_care_systems_2017.csv, 10",
    "dalton_groups.csv, 5",
    "childrens_hospitals_north_staffordshire.csv, 2",
    "essex.yaml, 2",
    "against_the_grain.csv, 3"
  })
  void custom_areas_work_in_every_report(String file, int areas) {
    for (String id : List.of("indicators", "variation", "trends", "coherence")) {
      CommandLineRunner report = report(id, "--geography", EXAMPLES + file, "--format", "json");
      assertThat(report.exit()).as(report.err()).isZero();
      String geography = "\"geography\":\"" + file.replaceFirst("\\..*", "") + "\"";
      assertThat(report.lines()).as(id).isNotEmpty().allMatch(line -> line.contains(geography));
      assertThat(
              report.lines().stream()
                  .map(line -> line.replaceFirst(".*\"area_code\":\"([^\"]*)\".*", "$1"))
                  .filter(code -> !code.equals("unassigned"))
                  .distinct())
          .as(id)
          .hasSize(areas);
    }
  }

  @Test
  void people_are_residents_or_registered() {
    CommandLineRunner wrong = report("indicators", "--people", "lists");
    assertThat(wrong.exit()).isEqualTo(1);
    assertThat(wrong.err()).contains("\"lists\"").contains("--people residents or --people registered");
    CommandLineRunner right =
        report("indicators", "--people", "registered", "--geography", "country", "--indicator", "ga_beds_per_1000");
    assertThat(right.exit()).as(right.err()).isZero();
    assertThat(right.lines()).allMatch(line -> !line.contains("people of mid-"));
  }

  private static final Pattern NO_NUMBER = Pattern.compile("\\b(?:NaN|Infinity)\\b");

  /** The words that Java has for what is no number appear in no report, file or page. */
  @Test
  void what_is_no_number_is_empty_everywhere() throws IOException {
    for (TableData table : allReports()) {
      for (ReportFormat format : ReportFormat.values()) {
        assertThat(format.lines(table)).as(table.table().name() + " " + format)
            .noneMatch(ReportCommandTest::hasNoNumber);
      }
    }
    for (String format : List.of("table", "json", "csv")) {
      CommandLineRunner report = report("trends", "--format", format);
      assertThat(report.exit()).as(report.err()).isZero();
      assertThat(report.lines()).as(format).hasSizeGreaterThan(100)
          .noneMatch(ReportCommandTest::hasNoNumber);
    }
    Path to = folder.resolve("answers");
    assertThat(report("--to", to.toString()).exit()).isZero();
    for (Path root : List.of(to, Path.of(store, "releases"))) {
      try (Stream<Path> files = Files.walk(root)) {
        assertThat(files.filter(file -> file.toString().matches(".*\\.(csv|json|html|js|svg|md)")).toList())
            .isNotEmpty()
            .noneMatch(ReportCommandTest::hasNoNumber);
      }
    }
    assertFiniteTables();
  }

  /** Returns the indicators and every report, computed once, as the command computes them. */
  private List<TableData> allReports() throws IOException {
    List<String> ids =
        Stream.concat(Stream.of("indicators"), Reports.all().stream().map(one -> one.id())).toList();
    IndicatorCatalogue catalogue = IndicatorCatalogue.with(OwnDeclarations.current(new Store(store)));
    ReportOptions options =
        ReportOptions.of(ids, List.of(), Optional.empty(), "as-was", "", RatePeople.RESIDENTS, catalogue);
    List<TableData> tables =
        ReportService.of(options, ReleaseReader.current(new Store(store)), catalogue, ReferenceData.ofJar()).tables();
    assertThat(tables).hasSameSizeAs(ids);
    return tables;
  }

  private static boolean hasNoNumber(String line) {
    return (line.contains("NaN") || line.contains("Infinity")) && NO_NUMBER.matcher(line).find();
  }

  private static boolean hasNoNumber(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      // Scripts of the site test for what is no number; data has none.
      return !file.toString().endsWith(".js") && lines.anyMatch(ReportCommandTest::hasNoNumber);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(file.toString(), e);
    }
  }

  private void assertFiniteTables() throws IOException {
    ReleaseReader release = ReleaseReader.current(new Store(store));
    // Boundaries are GeoParquet, written by the library and read by others.
    CommandLineRunner boundaries =
        CommandLineRunner.run(
            "query",
            "select count(*) from boundaries"
                + " where not area_km2 > 0 or isnan(area_km2) or area_km2 = double('infinity')",
            "--at", store, "--format", "csv");
    assertThat(boundaries.lines()).last().isEqualTo("0");
    for (Table table : Tables.all().stream().filter(of -> !of.equals(Tables.BOUNDARIES)).toList()) {
      List<String> numbers =
          table.fields().stream().filter(field -> field.type() == Field.Type.NUMBER).map(Field::name).toList();
      if (!numbers.isEmpty()) {
        assertThat(release.rows(new TableReader(table, numbers, Map.of()))).as(table.name())
            .allMatch(row -> row.values().stream().allMatch(cell -> cell == null || Double.isFinite((Double) cell)));
      }
    }
  }

  @Test
  void areas_of_providers_have_no_population_and_a_note() {
    CommandLineRunner report =
        report(
            "indicators", "--geography", EXAMPLES + "dalton_groups.csv", "--indicator", "non_elective_per_1000",
            "--period", "2016/17");
    assertThat(report.lines().subList(1, report.lines().size()))
        .allMatch(line -> line.contains("no_value") || line.contains("unassigned"))
        .anyMatch(line -> line.contains("it has no commissioning group, so no population"));
  }

  @Test
  void custom_areas_have_the_population_of_their_groups_on_both_bases() {
    Path mine = file("mine.csv", HEADING + "nwl,North West London,stp_2016,E54000027,\n");
    for (String basis : List.of("as-was", "as-now")) {
      assertThat(denominator("mine", report(words(mine.toString(), basis))))
          .isEqualTo(denominator("stp_2016,E54000027", report(words("stp_2016", basis))));
    }
  }

  private static String[] words(String geography, String basis) {
    return new String[] {
      "indicators", "--geography", geography, "--basis", basis, "--period", "2016/17", "--indicator",
      "non_elective_per_1000"
    };
  }

  private static String denominator(String area, CommandLineRunner report) {
    assertThat(report.exit()).as(report.err()).isZero();
    String row = report.lines().stream().filter(line -> line.contains("," + area + ",")).findFirst().orElseThrow();
    return row.replaceFirst(".*,as_(was|now),[^,]*,([^,]*),.*", "$2");
  }

  @Test
  void one_month_or_quarter_can_be_selected() {
    CommandLineRunner month = report("variation", "--geography", "stp_2016", "--period", "2016-12");
    assertThat(month.lines().subList(1, month.lines().size()))
        .isNotEmpty()
        .allMatch(line -> line.contains("2016-12-01,2016-12-31,month"));
    CommandLineRunner quarter = report("variation", "--geography", "stp_2016", "--period", "2020-Q3");
    assertThat(quarter.lines().subList(1, quarter.lines().size()))
        .isNotEmpty()
        .allMatch(line -> line.contains("2020-07-01,2020-09-30,quarter"));
  }

  @Test
  void every_report_is_written_as_csv_and_parquet() {
    Path to = folder.resolve("answers");
    CommandLineRunner report = report("--geography", "icb_2022", "--basis", "as_now", "--to", to.toString());
    assertThat(report.exit()).as(report.err()).isZero();
    for (String id : List.of("headlines", "variation", "trends", "coherence")) {
      assertThat(to.resolve(id + ".csv")).isNotEmptyFile();
      assertThat(to.resolve(id + ".zstd.parquet")).isNotEmptyFile();
    }
  }

  @Test
  void invalid_options_are_reported_before_anything_is_read() {
    wrong(ExitCode.COMMAND, "No report is named.");
    wrong(ExitCode.COMMAND, "There is no report \"varation\".", "varation");
    wrong(ExitCode.COMMAND, "There is no geography \"stp_1999\".", "variation", "--geography", "stp_1999");
    wrong(ExitCode.COMMAND, "There is no basis \"then\".", "variation", "--basis", "then");
    wrong(ExitCode.COMMAND, "\"soon\" is not a period.", "variation", "--period", "soon");
    wrong(ExitCode.COMMAND, "There is no indicator \"beds\".", "variation", "--indicator", "beds");
    wrong(ExitCode.DATA, "There is no file nowhere.csv.", "variation", "--geography", "nowhere.csv");
  }

  @Test
  void faults_in_custom_areas_are_reported_with_the_row() {
    bad("twice.csv", HEADING + "a,A,provider,RHW,\nb,B,provider,RHW,\n", "twice.csv, row 3: provider RHW is counted twice");
    bad("unknown.csv", HEADING + "a,A,provider,RZZ,\n", "unknown.csv, row 2: there is no provider with the code RZZ.");
    bad("kind.csv", HEADING + "a,A,ward,RHW,\n", "kind.csv, row 2: member_kind \"ward\" is neither");
    bad("empty.csv", HEADING + "a,A,provider,RHW,\na,A,provider,RHW,yes\n", "the area \"a\" has no members");
    bad("out.csv", HEADING + "a,A,provider,RHW,\na,A,provider,RXQ,yes\n", "out.csv, row 3: provider RXQ is left out");
    bad("broken.yaml", "areas:\n  - area: a\n    members: RHW\n", "broken.yaml, row 3 should be names with values.");
    bad("crossed.geojson", drawn("[[-2,52],[-1,53],[-1,52],[-2,53],[-2,52]]"), "crossed.geojson contains polygons");
    bad("metres.geojson", drawn("[[400000,300000],[500000,300000],[500000,400000],[400000,300000]]"), "metres.geojson");
    bad("exchanged.geojson", drawn("[[52,-2],[52,-1],[53,-1],[53,-2],[52,-2]]"), "exchanged.geojson");
    bad("stp_2016.csv", HEADING + "a,A,provider,RHW,\n", "has the name of the built-in geography stp_2016");
  }

  private void bad(String name, String text, String message) {
    wrong(ExitCode.DATA, message, "variation", "--geography", file(name, text).toString());
  }

  private void wrong(int exit, String message, String... words) {
    CommandLineRunner report = report(words);
    assertThat(report.err()).contains(message).doesNotContain("Exception");
    assertThat(report.exit()).isEqualTo(exit);
    assertThat(report.out()).isEmpty();
  }

  private static Path file(String name, String text) {
    try {
      return Files.writeString(folder.resolve(name), text);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static String drawn(String ring) {
    return "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{\"name\":\"a\"},"
        + "\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[" + ring + "]}}]}";
  }
}
