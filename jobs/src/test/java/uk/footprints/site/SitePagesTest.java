package uk.footprints.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.footprints.area.Atlas;
import uk.footprints.area.Basis;
import uk.footprints.area.BoundarySimplifier;
import uk.footprints.area.ReferenceData;
import uk.footprints.catalogue.Datasets;
import uk.footprints.catalogue.Indicators;
import uk.footprints.catalogue.Reports;
import uk.footprints.catalogue.Tables;
import uk.footprints.indicator.AreaPopulation;
import uk.footprints.indicator.IndicatorValue;
import uk.footprints.indicator.ObservationSeries;
import uk.footprints.period.Period;
import uk.footprints.report.AreaContext;
import uk.footprints.report.Evidence;
import uk.footprints.statistics.Estimate;
import uk.footprints.statistics.Rates;
import uk.footprints.statistics.ResultStatus;
import uk.footprints.table.Field;
import uk.footprints.table.RowCells;
import uk.footprints.table.Table;
import uk.footprints.table.TableData;

class SitePagesTest {

  private static final String INDICATOR = "non_elective_per_1000";
  private static final String SCRIPT = "</script><script>alert('x')</script><!-- ";
  private static final String RIGHT_TO_LEFT = "\u202Eשלום \u2028 \"quoted\" & 🏥";
  private static final String LONG = "Long ".repeat(2_000);

  @Test
  void names_are_harmless_in_every_page_and_whole_in_the_data() throws IOException {
    SiteInput input = input(List.of(SCRIPT, RIGHT_TO_LEFT, LONG, "=HYPERLINK(\"x\")"), "area");
    keep("names", input);
    for (SiteFile file : SitePages.files(input)) {
      String text = text(file);
      if (file.path().endsWith(".html")) {
        assertThat(text.contains("<script>alert") || text.contains("<!-- <")).as(file.path()).isFalse();
        assertThat(text.length()).as(file.path()).isLessThan(1_500_000);
      } else if (file.path().contains("/assets/data/")) {
        assertThat(text.contains("</script>") || text.contains("\u2028")).as(file.path()).isFalse();
      }
    }
    JsonNode names = data(input, "geography/area").get("names");
    assertThat(List.of(names.get(0).asText(), names.get(1).asText(), names.get(2).asText()))
        .containsExactly(SCRIPT, RIGHT_TO_LEFT, LONG);
  }

  @Test
  void codes_of_ones_own_make_no_paths() {
    assertThat(SiteContext.page("own", "../../etc/passwd")).matches("areas/own-x[0-9a-f]{16}\\.html");
    assertThat(SiteContext.page("stp_2016", "E54000001")).isEqualTo("areas/stp_2016-E54000001.html");
    assertThat(SiteContext.name("<script>")).matches("x[0-9a-f]{16}");
  }

  @Test
  void findings_are_harmless() {
    RowCells finding = RowCells.of(
        "unreadable", "set_aside", null, "<b>\".xls", null, null, null, "<img src=x> & more", "download it again");
    SiteInput input = with(input(List.of("A", "B", "C"), "area"), new TableData(Tables.FINDINGS, List.of(finding)));
    assertThat(page(input, "data/findings.html"))
        .contains("&lt;b&gt;\".xls: &lt;img src=x&gt; &amp; more")
        .doesNotContain("<img");
  }

  @Test
  void an_indicator_without_data_says_so() {
    SiteInput input = input(List.of("A", "B", "C"), "area");
    for (var indicator : Indicators.all()) {
      String page = page(input, "indicators/" + indicator.id() + ".html");
      assertThat(page.contains("No data: this release has no file of"))
          .as(indicator.id())
          .isEqualTo(!indicator.id().equals(INDICATOR));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 300, 10_000})
  void any_number_of_areas_makes_a_site(int areas) throws IOException {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < areas; i++) {
      names.add("Area " + i);
    }
    SiteInput input = input(evidence(names, "area", 2016), areas <= 300);
    List<SiteFile> files = SitePages.files(input);
    assertThat(files.stream().filter(f -> f.path().startsWith("reports/areas/area-")).count())
        .isEqualTo(Math.min(areas, 1_000));
    if (areas != 2) {
      keep("areas-" + areas, input);
    }
    if (areas > 0) {
      JsonNode data = data(input, "geography/area");
      assertThat(data.get("codes").size()).isEqualTo(areas);
      assertThat(data.get("tiles").size()).isEqualTo(areas);
      assertThat(page(input, "areas/area-A0.html")).contains("Area 0",
          "No data: similar areas need the population by age of every area.");
    }
  }

  @Test
  void the_country_alone_makes_a_site() throws IOException {
    JsonNode data = data(input(List.of("England"), "country"), INDICATOR + "/country-as_was");
    assertThat(data.at("/snapshots/0/value/0").asDouble()).isEqualTo(50);
  }

  @Test
  void incomplete_areas_are_marked_and_what_has_no_area_is_kept_apart() throws IOException {
    JsonNode data = data(input(List.of("A", "B", "C"), "area"), INDICATOR + "/area-as_was");
    JsonNode year = data.at("/snapshots/0");
    assertThat(year.get("comparable")).hasToString("[1,1,0]");
    assertThat(data.get("reasons").get(year.get("reason").get(2).asInt()).asText()).isEqualTo("no return: XYZ");
    assertThat(year.get("unassigned").get(0).asDouble()).isEqualTo(7);
    assertThat(data.at("/series/financial_year/incomplete")).hasToString("[[],[],[0]]");
  }

  @Test
  void charts_know_the_changes_of_recording_of_their_indicator() {
    SiteInput input = input(List.of("A", "B", "C"), "area");
    assertThat(page(input, "indicators/hes_emergency_per_1000.html"))
        .contains("\"breaks\":[{\"from\":\"2021-04-01\",\"until\":\"2025-07-01\",\"areas\":\"all\"");
    assertThat(page(input, "compare.html")).contains("\"breaks\":[]");
    assertThat(page(input, "areas/area-A0.html")).contains("data-role=\"recording\"");
    assertThat(text(input, "assets/footprints.js")).contains("breakSeries(indicator, starts");
  }

  @Test
  void a_gap_between_years_is_a_gap_in_the_line() throws IOException {
    Evidence evidence = evidence(List.of("A"), "area", 2012, 2015);
    JsonNode series = data(input(evidence, true), INDICATOR + "/area-as_was").at("/series/financial_year");
    assertThat(series.get("labels")).hasToString("[\"2012/13\",\"2013/14\",\"2014/15\",\"2015/16\"]");
    assertThat(series.get("value").get(0).get(1).isNull()).isTrue();
  }

  @Test
  void outlines_are_drawn_where_there_are_some() throws IOException {
    BoundarySimplifier square =
        new BoundarySimplifier(
            "area", 250, List.of(new BoundarySimplifier.Shape("A0", List.of(new int[] {0, 0, 4, 0, 4, 8, 0, 8}))));
    SiteInput plain = input(List.of("A", "B", "C"), "area");
    SiteInput drawn =
        new SiteInput(
            plain.imprint(), plain.news(), plain.evidence(), plain.asNow(), plain.tables(), Map.of("area", square),
            plain.catalogue());
    JsonNode outlines = data(drawn, "geography/area").get("outlines");
    assertThat(outlines.get("view")).hasToString("[0,0,4,8]");
    assertThat(outlines.get("paths").get(0).asText()).isEqualTo("M0 8l4 0 0-8-4 0z");
    assertThat(outlines.get("paths").get(1).isNull()).isTrue();
  }

  @Test
  void every_page_names_licence_and_release_and_links_to_files_that_are_there() {
    List<SiteFile> files = SitePages.files(input(List.of("A", "B", "C"), "area"));
    Set<String> paths = files.stream().map(SiteFile::path).collect(Collectors.toSet());
    for (SiteFile file : files) {
      if (file.path().endsWith(".html")) {
        String page = text(file);
        assertThat(page).contains("Open Government Licence", "test-release").contains("default-src &#39;none&#39;");
        Matcher links = Pattern.compile("(?:href|src)=\"([^\"#]+)[^\"]*\"").matcher(page);
        while (links.find()) {
          String link = links.group(1);
          if (!link.startsWith("https://") && !link.startsWith("data:") && !link.contains("csv/")) {
            String target = Path.of(file.path()).resolveSibling(link).normalize().toString();
            assertThat(paths).as("%s in %s", link, file.path()).contains(target);
          }
        }
      }
    }
  }

  @Test
  void the_made_up_sample_is_called_that() {
    SiteInput real = input(List.of("A"), "area");
    SiteInput named = with(real, sourceFile("mar/April-2016-sample.csv", false));
    assertThat(page(named, "index.html")).as("a name says nothing").doesNotContain("Made-up data.");
    assertThat(page(real, "index.html")).doesNotContain("Made-up data.");
    SiteInput sample = with(real, sourceFile("mar/April-2016.csv", true));
    assertThat(page(sample, "index.html")).contains("Made-up data.", "Monthly Hospital Activity");
    assertThat(page(sample, "data/sources.html")).contains("Made-up data.");
  }

  @Test
  void the_page_of_worked_cases_stands_alone() {
    SiteInput empty =
        new SiteInput(
            new PageImprint("r", "today", "1"), ReleaseNews.FIRST, evidence(List.of()),
            List.of(), List.of(), Map.of(), CatalogueView.EMPTY);
    assertThat(page(empty, "coherence.html"))
        .contains("West Essex</h2>", "Cheshire West</h2>", "Coventry and Warwickshire</h2>")
        .contains("Essex 21%")
        .doesNotContain("NaN");
  }

  @Test
  void stays_have_a_page_when_there_are_tables_of_them() {
    List<Field> fields = List.of(Field.key("area", "Area."), Field.number("bed_days", "Days.", ""));
    Table table = new Table("stays_by_area", "an area", List.of(), fields);
    SiteInput without = input(List.of("A"), "area");
    assertThat(page(without, "index.html")).doesNotContain("stays.html");
    SiteInput with = with(without, new TableData(table, List.of(RowCells.of("<b>A", 2.5))));
    assertThat(page(with, "index.html")).contains("stays.html");
    assertThat(page(with, "stays.html")).contains("&lt;b&gt;A", "2.50");
  }

  @Test
  void pages_about_care_show_words_and_no_identifiers() {
    Pattern identifier = Pattern.compile("\\b[a-z]+[0-9]*(?:_[a-z0-9]+)+\\b|\\b[a-z]{2,}\\.[a-z_]+\\.[a-z0-9_]+\\b");
    int pages = 0;
    for (SiteFile file : SitePages.files(input(List.of("A", "B", "C"), "area"))) {
      if (file.path().endsWith(".html") && !file.path().contains("/data/")) {
        String words = words(text(file));
        Matcher found = identifier.matcher(words);
        assertThat(found.find() ? found.group() : "").as("identifier in %s", file.path()).isEmpty();
        assertThat(words).as("text is cut in %s", file.path()).doesNotContain("…");
        pages++;
      }
    }
    assertThat(pages).isGreaterThan(20);
  }

  @Test
  void a_trust_has_a_page_without_people_and_with_its_accounts() {
    SiteInput input = input(List.of("Barts Health NHS Trust"), "trust");
    Table table = Tables.find("trust_finances").orElseThrow();
    RowCells row =
        RowCells.builder(table.fields().size())
            .set(table.column("org_code", String.class), "A0")
            .set(table.column("period_start", LocalDate.class), LocalDate.of(2018, 4, 1))
            .set(table.column("measure", String.class), "finance.position")
            .set(table.column("value", Double.class), -2_500.0)
            .build();
    SiteInput with = with(input, new TableData(table, List.of(row)));
    assertThat(page(with, "areas/trust-A0.html"))
        .contains("<h1", "Barts Health NHS Trust", "NHS trust. Code A0", "−2.5", "2018/19")
        .doesNotContain("Population estimates", "Similar areas");
    assertThat(page(with, "areas/index.html")).contains("trust-A0.html");
    assertThat(page(with, "compare.html")).contains("&quot;trust&quot;".replace("&quot;", "\""));
  }

  @Test
  void the_first_page_has_a_card_for_each_theme_and_says_what_would_bring_data() {
    String page = page(input(List.of("England"), "country"), "index.html");
    assertThat(page)
        .contains("Emergency admissions", "A&amp;E waits", "Delayed discharge", "Long stays", "Money")
        .contains("No data: this release has no file of the publication that it needs")
        .contains("National findings, then and now");
  }

  @Test
  void names_in_capitals_are_written_as_names() {
    assertThat(OrganisationNames.written("BARTS HEALTH NHS TRUST")).isEqualTo("Barts Health NHS Trust");
    assertThat(OrganisationNames.written("ROYAL BOROUGH OF KENSINGTON AND CHELSEA"))
        .isEqualTo("Royal Borough of Kensington and Chelsea");
    assertThat(OrganisationNames.written("KING'S COLLEGE HOSPITAL")).isEqualTo("King's College Hospital");
    assertThat(OrganisationNames.written("Airedale NHS Foundation Trust")).isEqualTo("Airedale NHS Foundation Trust");
    assertThat(OrganisationNames.written("R1H")).isEqualTo("R1H");
  }

  @Test
  void codes_in_reasons_are_names_and_the_rest_is_counted() {
    OrganisationNames names =
        new OrganisationNames(Map.of("RGR", "WEST SUFFOLK NHS FOUNDATION TRUST", "RC9", "Bedfordshire", "RDU", "C",
            "RFR", "D"));
    assertThat(names.named("no return: RC9")).isEqualTo("no return: Bedfordshire (RC9)");
    assertThat(names.named("no return: RC9 RDU RFR RGR")).isEqualTo("no return: Bedfordshire (RC9), C (RDU), D (RFR)"
        + " and 1 more");
    assertThat(names.named("RC9 RDU and 7 more; not ranked"))
        .isEqualTo("Bedfordshire (RC9), C (RDU) and 7 more; not ranked");
    assertThat(names.named("NHS Cumbria (RC9) in KH03 of 2018")).isEqualTo("NHS Cumbria (RC9) in KH03 of 2018");
  }

  @Test
  void measures_are_told_by_their_definition() {
    assertThat(
            MeasureNames.brief("Unplanned attendances at type 1 (consultant-led, 24 hour, major) departments. Caveat."))
        .isEqualTo("Unplanned attendances at type 1 departments");
  }

  /** Returns the text of a page as a reader sees it: without scripts, styles, code and addresses. */
  private static String words(String page) {
    return page
        .replaceAll("(?s)<(script|style|code|pre)\\b.*?</\\1>", " ")
        .replaceAll("(?s)<span class=\"code\">.*?</span>", " ")
        .replaceAll("(?s)<[^>]*>", " ");
  }

  /** A source file that was read. */
  private static TableData sourceFile(String path, boolean artificial) {
    Table table = Tables.SOURCE_FILES;
    return new TableData(
        table,
        List.of(
            RowCells.builder(table.fields().size())
                .set(0, path)
                .set(table.column("dataset", String.class), "mar_commissioner")
                .set(table.column("state", String.class), "read")
                .set(table.column("artificial", Boolean.class), artificial)
                .build()));
  }

  private static SiteInput input(List<String> names, String geography) {
    return input(evidence(names, geography, 2016), true);
  }

  private static SiteInput input(Evidence evidence, boolean reports) {
    List<TableData> tables = new ArrayList<>();
    if (reports) {
      Reports.all().forEach(report -> tables.add(report.data(evidence)));
    }
    return new SiteInput(
        new PageImprint("test-release", "1 May 2026", "test"), ReleaseNews.FIRST, evidence, List.of(), tables, Map.of(),
        new CatalogueView(Datasets.all(), Tables.all(), Reports.all()));
  }

  private static SiteInput with(SiteInput input, TableData table) {
    List<TableData> tables = new ArrayList<>(input.tables());
    tables.add(table);
    return new SiteInput(
        input.imprint(), input.news(), input.evidence(), input.asNow(), tables, Map.of(),
        input.catalogue());
  }

  /** Areas of 1,000 people and 50 admissions; the third is incomplete; seven admissions have no area. */
  private static Evidence evidence(List<String> names, String geography, int... years) {
    List<IndicatorValue> answers = new ArrayList<>();
    for (int year : years) {
      for (int i = 0; i < names.size(); i++) {
        answers.add(answer(geography, "A" + i, names.get(i), year, i == 2));
      }
      answers.add(
          new IndicatorValue(
              INDICATOR, geography, IndicatorValue.UNASSIGNED, "In no area", Period.financialYear(year), "as_was", 7,
              Double.NaN, 1_000, Estimate.none(ResultStatus.NOT_APPLICABLE, ""), 0, 0, Double.NaN, true,
              IndicatorValue.UNASSIGNED, "X24"));
    }
    return evidence(names.isEmpty() ? List.of() : answers);
  }

  private static Evidence evidence(List<IndicatorValue> answers) {
    AreaContext context =
        new AreaContext(
            ReferenceData.ofJar().areas(), Basis.AS_WAS, List.of(), new AreaPopulation(), Atlas.NONE,
            List.of());
    return new Evidence(
        answers, new ObservationSeries(), Indicators.all(), context, Optional.empty(), Evidence.OtherTables.NONE);
  }

  private static IndicatorValue answer(String geography, String code, String name, int year, boolean incomplete) {
    return new IndicatorValue(
        INDICATOR, geography, code, name, Period.financialYear(year), "as_was", 50, 1_000, 1_000,
        Rates.crude(50, 1_000, 1_000), incomplete ? 0 : 1, incomplete ? 0 : 2, incomplete ? 0.5 : 1, true,
        incomplete ? IndicatorValue.INCOMPLETE : IndicatorValue.REPORTED, incomplete ? "no return: XYZ" : "");
  }

  /** Writes unusual sites, so that a browser can look at them: {@code jobs/checks/page.sh jobs/target/pages/names}. */
  private static void keep(String name, SiteInput input) throws IOException {
    for (SiteFile file : SitePages.files(input)) {
      Path path = Path.of("jobs/target/pages", name).resolve(file.path());
      Files.createDirectories(path.getParent());
      Files.write(path, file.bytes());
    }
  }

  private static String text(SiteFile file) {
    return new String(file.bytes(), StandardCharsets.UTF_8);
  }

  private static String text(SiteInput input, String path) {
    return SitePages.files(input).stream()
        .filter(file -> file.path().equals("reports/" + path))
        .map(SitePagesTest::text)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + path));
  }

  private static String page(SiteInput input, String path) {
    return text(input, path);
  }

  private static JsonNode data(SiteInput input, String key) throws IOException {
    String script = text(input, "assets/data/" + key + ".js");
    String start = "footprints.put(\"" + key + "\",";
    assertThat(script).startsWith(start);
    return new ObjectMapper().readTree(script.substring(start.length(), script.lastIndexOf(')')));
  }
}
