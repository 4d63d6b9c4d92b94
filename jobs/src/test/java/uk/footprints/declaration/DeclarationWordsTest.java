package uk.footprints.declaration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.footprints.layout.Layout;
import uk.footprints.layout.LayoutColumn;
import uk.footprints.transform.Measure;

/** Lists of words, layouts like others, zeros that are missing, and readers, on tiny declarations. */
class DeclarationWordsTest {

  private static final String WARDS =
      """
      id: wards
      title: Wards
      publisher: A council
      cadence: {published: monthly, months_after: 1, page: its site}
      by_hand: It comes by letter.
      caveats: [Made up.]
      rows:
        period: {kind: month}
        organisations: [{is: provider}]
        zeros_missing:
          - {measures: 'beds\\.(open|used)\\..*', all_zero: 'beds\\.open\\..*', none_above_zero: 'beds\\..*', because: no return}
      lists:
        - name: ward
          words: {Acute: 'acute, in acute wards', Akute: acute, Maternity: 'maternity, in maternity wards'}
      measures:
        - {id: 'beds.open.{ward}', each: ward, quantity: Beds, unit: beds, heading: 'Open | {ward.heading}', definition: 'Beds open {ward.meaning}.'}
        - {id: 'beds.used.{ward}', each: ward, quantity: Beds, unit: beds, heading: 'Used | {ward.heading}', definition: 'Beds used {ward.meaning}.', part_of: 'beds.open.{ward}'}
      layouts:
        - name: later
          like: earlier
          group_rows: 1
          columns:
            - {role: parent_code, heading: Region}
            - {each: ward, measure: 'beds.used.{ward}'}
        - name: earlier
          group_rows: 1
          columns:
            - {role: period, heading: Month}
            - {role: parent_code, heading: Area}
            - {role: org_code, heading: Code}
            - {role: org_name, heading: Name}
            - {each: ward, measure: 'beds.open.{ward}'}
      """;

  private static DatasetDeclaration read(String text) {
    return DatasetDeclaration.read("wards.yaml", text);
  }

  private static void assertRefused(String before, String after, String message) {
    assertThat(WARDS).contains(before);
    assertThatThrownBy(() -> read(WARDS.replace(before, after))).hasMessage(message);
  }

  @Test
  void oneMeasureForEachWord() {
    List<Measure> measures = read(WARDS).measures();
    assertThat(measures).extracting(Measure::id)
        .containsExactlyInAnyOrder("beds.open.acute", "beds.open.maternity", "beds.used.acute", "beds.used.maternity");
    assertThat(measures).extracting(Measure::definition).contains("Beds used in maternity wards.");
    assertThat(measures).filteredOn(m -> m.id().equals("beds.used.acute"))
        .allMatch(m -> m.limits().whole().equals("beds.open.acute") && m.publishedAs().equals("Used | Acute"));
  }

  @Test
  void aWordMayBePublishedInSeveralSpellings() {
    Layout earlier = new DeclaredDataset(read(WARDS)).layouts().get(1);
    assertThat(earlier.columns()).filteredOn(c -> c.name().equals("beds.open.acute"))
        .extracting(LayoutColumn::headings).containsExactly(List.of("Open | Acute", "Open | Akute"));
  }

  @Test
  void aLayoutLikeAnotherHasItsColumnsAndReplacesThoseOfItsRoles() {
    Layout later = new DeclaredDataset(read(WARDS)).layouts().get(0);
    assertThat(later.columns()).flatExtracting(LayoutColumn::headings)
        .contains("Month", "Code", "Region", "Open | Maternity", "Used | Maternity").doesNotContain("Area");
  }

  @Test
  void zerosOfARowWithoutAnyFigureAreMissing() {
    String table =
        """
        ,,,,Open,,Used,
        Month,Region,Code,Name,Acute,Maternity,Acute,Maternity
        May 2016,Y56,RTE,A,0,0,0,0
        May 2016,Y56,RTQ,B,0,0,0,3
        May 2016,Y56,RXA,C,5,0,4,0
        """;
    DeclarationCheck check =
        DeclarationCheck.of(new DeclaredDataset(read(WARDS)), "w.csv", table.getBytes(StandardCharsets.UTF_8));
    assertThat(check.lines())
        .contains("  row 3, provider RTE, May 2016: beds.open.acute missing")
        .anyMatch(line -> line.contains("no return: RTE (1)"));
  }

  @Test
  void aPatternOfTheTitleMayNameItsLine() {
    String declared = WARDS.replace("  - name: later\n", "  - name: later\n    title_without: 'title:? .*day only'\n");
    DeclaredDataset dataset = new DeclaredDataset(read(declared));
    String table =
        """
        ,Title:,Beds open overnight
        ,Summary:,Beds open day only
        ,,,,Open,,Used,
        Month,Region,Code,Name,Acute,Maternity,Acute,Maternity
        May 2016,Y56,RTE,A,4,3,2,1
        """;
    assertThat(DeclarationCheck.of(dataset, "w.csv", table.getBytes(StandardCharsets.UTF_8)).read()).isTrue();
    String other = table.replace("open overnight", "open day only");
    assertThat(DeclarationCheck.of(dataset, "w.csv", other.getBytes(StandardCharsets.UTF_8)).read()).isFalse();
  }

  @Test
  void aLayoutOfWorkbooksOnlyFitsNoTextFile() {
    String declared = WARDS.replace("    group_rows: 1\n", "    sheets: [Wards]\n    workbook: yes\n    group_rows: 1\n");
    String table = ",,,,Open,,Used,\nMonth,Region,Code,Name,Acute,Maternity,Acute,Maternity\nMay 2016,Y56,RTE,A,4,3,2,1\n";
    byte[] bytes = table.getBytes(StandardCharsets.UTF_8);
    assertThat(DeclarationCheck.of(new DeclaredDataset(read(declared)), "w.csv", bytes).read()).isFalse();
    assertThat(DeclarationCheck.of(new DeclaredDataset(read(declared.replace("workbook: yes", "workbook: no"))), "w.csv", bytes)
        .read()).isTrue();
  }

  @Test
  void whatIsWrongIsRefusedWithItsLine() {
    assertRefused("each: ward, quantity: Beds, unit: beds, heading: 'Open", "each: wards, quantity: Beds, unit: beds, heading: 'Open",
        "wards.yaml line 16: lists: has no \"wards\".");
    assertRefused("like: earlier", "like: early", "wards.yaml line 20: there is no layout \"early\".");
    assertRefused("like: earlier", "like: later", "wards.yaml line 20: the layout \"later\" is like itself.");
    assertRefused("part_of: 'beds.open.{ward}'", "part_of: 'beds.opened.{ward}'",
        "wards.yaml line 17: beds.used.acute is a part of \"beds.opened.acute\", which is not declared.");
    assertRefused("Maternity: 'maternity,", "Maternity: 'Maternity,",
        "wards.yaml line 14: \"Maternity\" is no word of an id.");
    assertRefused("none_above_zero: 'beds\\..*', because: no return", "where: beds.open.acute, because: no return",
        "wards.yaml line 11: where and at_least belong together.");
    assertRefused("caveats: [Made up.]", "reader: ods\ncaveats: [Made up.]",
        "wards.yaml line 20: the dataset has a reader, and layouts of its own.");
    assertRefused("caveats: [Made up.]", "reader: odd\ncaveats: [Made up.]", "wards.yaml line 6: unknown reader \"odd\".");
    assertRefused("- name: ward\n", "- name: Ward\n", "wards.yaml line 13: \"Ward\" is no name of a list.");
  }

  @Test
  void aWordMayBeForIdsWithAPlaceOnly() {
    MeasureKey placed = key(true);
    MeasureKey following = key(false);
    assertThat(MeasureKey.complete("a.{1}", List.of("x", "y"), List.of(placed, placed))).isEqualTo("a.x");
    assertThat(MeasureKey.complete("a.{2}", List.of("x", "y"), List.of(placed, placed))).isEqualTo("a.y");
    assertThat(MeasureKey.complete("a.{1}", List.of("x", "y"), List.of(following, following))).isEqualTo("a.x.y");
  }

  @Test
  void thePatternsFirstGroupThatIsInTheTextIsUsed() {
    java.util.regex.Pattern either = java.util.regex.Pattern.compile("year (20\\d\\d-\\d\\d)|^(20\\d\\d-\\d\\d)");
    assertThat(PatternText.find(either, "Costs, year 2015-16")).contains("2015-16");
    assertThat(PatternText.find(either, "2016-17 schedule.xlsx")).contains("2016-17");
    assertThat(PatternText.find(either, "schedule")).isEmpty();
  }

  private static MeasureKey key(boolean placed) {
    return new MeasureKey(List.of("Type"), List.of(), java.util.Optional.empty(), java.util.Map.of(), false, placed, "");
  }
}
