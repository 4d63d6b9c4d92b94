package uk.footprints.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.footprints.area.Simplified;
import uk.footprints.catalogue.Indicators;
import uk.footprints.catalogue.Reports;
import uk.footprints.catalogue.Tables;
import uk.footprints.indicator.Answer;
import uk.footprints.indicator.Figures;
import uk.footprints.period.Period;
import uk.footprints.report.Evidence;
import uk.footprints.statistics.Estimate;
import uk.footprints.statistics.Rates;
import uk.footprints.statistics.Status;
import uk.footprints.table.Filled;

class PagesTest {

  private static final String INDICATOR = "non_elective_per_1000";
  private static final String SCRIPT = "</script><script>alert('x')</script><!-- ";
  private static final String RIGHT_TO_LEFT = "\u202Eשלום \u2028 \"quoted\" & 🏥";
  private static final String LONG = "Long ".repeat(2_000);

  @Test
  void names_are_harmless_in_the_page_and_whole_in_its_data() throws IOException {
    Materials materials = materials(List.of(SCRIPT, RIGHT_TO_LEFT, LONG, "=HYPERLINK(\"x\")"), "area");
    keep("names", materials);
    String page = page(materials);
    assertThat(page.contains("<script>alert")).isFalse();
    assertThat(page.contains("\u2028")).isFalse();
    assertThat(scripts(page)).as("the page's own scripts").hasSize(3);
    JsonNode names = data(page).at("/geographies/0/names");
    assertThat(List.of(names.get(0).asText(), names.get(1).asText(), names.get(2).asText()))
        .containsExactly(SCRIPT, RIGHT_TO_LEFT, LONG);
  }

  @Test
  void findings_are_harmless() {
    Object[] finding = {"unreadable", "set_aside", null, "<b>\".xls", null, null, null, "<img src=x> & more", "mend"};
    Materials materials = with(materials(List.of("A", "B", "C"), "area"), new Filled(Tables.FINDINGS, rows(finding)));
    assertThat(markup(page(materials)))
        .contains("&lt;b&gt;\".xls: &lt;img src=x&gt; &amp; more")
        .doesNotContain("<img");
  }

  @Test
  void an_indicator_without_data_says_so() {
    String page = page(materials(List.of("A", "B", "C"), "area"));
    assertThat(page.split("This release holds no data for this indicator", -1)).hasSize(Indicators.all().size());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 300})
  void any_number_of_areas_makes_a_page(int areas) throws IOException {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < areas; i++) {
      names.add("Area " + i);
    }
    Materials materials = materials(names, "area");
    keep("areas-" + areas, materials);
    JsonNode data = data(page(materials));
    assertThat(data.at("/geographies/0/codes").size()).isEqualTo(areas);
    assertThat(data.at("/geographies/0/tiles").size()).isEqualTo(areas);
  }

  @Test
  void the_country_alone_makes_a_page() throws IOException {
    JsonNode data = data(page(materials(List.of("England"), "country")));
    assertThat(data.at("/indicators/0/geographies/country/snapshots/0/value/0").asDouble()).isEqualTo(50);
  }

  @Test
  void incomplete_areas_are_marked_and_what_has_no_area_is_kept_apart() throws IOException {
    JsonNode data = data(page(materials(List.of("A", "B", "C"), "area")));
    JsonNode year = data.at("/indicators/0/geographies/area/snapshots/0");
    assertThat(year.get("comparable")).hasToString("[1,1,0]");
    assertThat(data.get("reasons").get(year.get("reason").get(2).asInt()).asText()).isEqualTo("no return: XYZ");
    assertThat(year.get("unassigned").get(0).asDouble()).isEqualTo(7);
    assertThat(data.at("/indicators/0/geographies/area/series/financial_year/incomplete")).hasToString("[[],[],[0]]");
  }

  @Test
  void a_gap_between_years_is_a_gap_in_the_line() throws IOException {
    Evidence evidence = evidence(List.of("A"), "area", 2012, 2015);
    JsonNode series = data(page(materials(evidence))).at("/indicators/0/geographies/area/series/financial_year");
    assertThat(series.get("labels")).hasToString("[\"2012/13\",\"2013/14\",\"2014/15\",\"2015/16\"]");
    assertThat(series.get("value").get(0).get(1).isNull()).isTrue();
  }

  @Test
  void outlines_are_drawn_where_there_are_some() throws IOException {
    Simplified square =
        new Simplified("area", 250, List.of(new Simplified.Shape("A0", List.of(new int[] {0, 0, 4, 0, 4, 8, 0, 8}))));
    Materials plain = materials(List.of("A", "B", "C"), "area");
    Materials drawn =
        new Materials(plain.imprint(), plain.evidence(), plain.tables(), Map.of("area", square), plain.sources());
    JsonNode outlines = data(page(drawn)).at("/geographies/0/outlines");
    assertThat(outlines.get("view")).hasToString("[0,0,4,8]");
    assertThat(outlines.get("paths").get(0).asText()).isEqualTo("M0 8l4 0 0-8-4 0z");
    assertThat(outlines.get("paths").get(1).isNull()).isTrue();
  }

  @Test
  void the_page_names_licence_release_and_sources_and_asks_for_nothing() {
    String page = markup(page(materials(List.of("A", "B", "C"), "area")));
    assertThat(page).contains("Open Government Licence", "test-release").contains("default-src &#39;none&#39;");
    assertThat(page)
        .doesNotContainPattern("<(?:script|img|iframe)[^>]* src=|<link[^>]* href=\"(?!data:)|@import|url\\(http");
  }

  @Test
  void the_made_up_sample_is_called_that() {
    Materials real = materials(List.of("A"), "area");
    Object[] file = new Object[Tables.RELEASES.fields().size()];
    file[0] = "mar/April-2016-sample.csv";
    file[Tables.RELEASES.index("dataset")] = "mar_commissioner";
    file[Tables.RELEASES.index("state")] = "read";
    assertThat(markup(page(real))).doesNotContain("Made-up data.");
    assertThat(markup(page(with(real, new Filled(Tables.RELEASES, rows(file)))))).contains("Made-up data.");
  }

  private static List<Object[]> rows(Object[] row) {
    return List.<Object[]>of(row);
  }

  private static Materials materials(List<String> names, String geography) {
    return materials(evidence(names, geography, 2016));
  }

  private static Materials materials(Evidence evidence) {
    List<Filled> tables = new ArrayList<>();
    Reports.all().forEach(report -> tables.add(new Filled(report.table(), report.rows(evidence))));
    tables.add(new Filled(Tables.INDICATORS, evidence.answers().stream().map(Answer::row).toList()));
    return new Materials(new Imprint("test-release", "1 May 2026", "test"), evidence, tables, Map.of(), List.of());
  }

  private static Materials with(Materials materials, Filled table) {
    List<Filled> tables = new ArrayList<>(materials.tables());
    tables.add(table);
    return new Materials(materials.imprint(), materials.evidence(), tables, Map.of(), List.of());
  }

  /** Areas of 1,000 people and 50 admissions; the third is incomplete; seven admissions have no area. */
  private static Evidence evidence(List<String> names, String geography, int... years) {
    List<Answer> answers = new ArrayList<>();
    for (int year : years) {
      for (int i = 0; i < names.size(); i++) {
        answers.add(answer(geography, "A" + i, names.get(i), year, i == 2));
      }
      answers.add(
          new Answer(
              INDICATOR, geography, Answer.UNASSIGNED, "In no area", Period.financialYear(year), "as_was", 7,
              Double.NaN, 1_000, Estimate.none(Status.NOT_APPLICABLE, ""), 0, 0, Double.NaN, true,
              Answer.UNASSIGNED, "X24"));
    }
    return new Evidence(names.isEmpty() ? List.of() : answers, new Figures(), Indicators.all());
  }

  private static Answer answer(String geography, String code, String name, int year, boolean incomplete) {
    return new Answer(
        INDICATOR, geography, code, name, Period.financialYear(year), "as_was", 50, 1_000, 1_000,
        Rates.crude(50, 1_000, 1_000), incomplete ? 0 : 1, incomplete ? 0 : 2, incomplete ? 0.5 : 1, true,
        incomplete ? Answer.INCOMPLETE : Answer.REPORTED, incomplete ? "no return: XYZ" : "");
  }

  /** Keeps odd pages, so that a browser can look at them: {@code jobs/checks/page.sh jobs/target/pages/names}. */
  private static void keep(String name, Materials materials) throws IOException {
    for (Map.Entry<String, byte[]> file : Pages.files(materials).entrySet()) {
      Path path = Path.of("jobs/target/pages", name).resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.write(path, file.getValue());
    }
  }

  private static String page(Materials materials) {
    return new String(Pages.files(materials).get("reports/index.html"), StandardCharsets.UTF_8);
  }

  /** The page without what its scripts hold. */
  private static String markup(String page) {
    return page.replaceAll("(?s)(<script[^>]*>).*?</script>", "$1</script>");
  }

  private static List<String> scripts(String page) {
    return Pattern.compile("<script[^>]*>").matcher(page).results().map(m -> m.group()).toList();
  }

  private static JsonNode data(String page) throws IOException {
    Matcher json = Pattern.compile("id=\"data\">(.*?)</script>", Pattern.DOTALL).matcher(page);
    assertThat(json.find()).isTrue();
    return new ObjectMapper().readTree(json.group(1));
  }
}
