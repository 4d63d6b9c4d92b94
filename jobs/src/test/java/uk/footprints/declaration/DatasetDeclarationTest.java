package uk.footprints.declaration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.footprints.catalogue.Catalogue;
import uk.footprints.runtime.UserException;

/** Wrong declarations are refused with file, line and what would be right; a right one reads a small table. */
class DatasetDeclarationTest {

  private static final String RIGHT =
      """
      id: clinics
      title: Clinics
      publisher: A council
      cadence: {published: monthly, months_after: 1, page: its site}
      by_hand: It comes by letter.
      caveats: [Made up.]
      rows:
        period: {kind: month, from: [columns]}
        organisations:
          - {when: {org_name: total}, is: country, adds_up: provider}
          - is: provider
        marks: {'-': zero}
        rounded_to: 5
      measures:
        - {id: clinics.visits, quantity: Visits, unit: visits, heading: Visits, definition: Visits in the month.}
      layouts:
        - name: from 2016
          columns:
            - {role: period, heading: Month}
            - {role: org_code, heading: Code}
            - {role: org_name, heading: Name}
            - {measure: clinics.visits}
      """;

  private static UserException refused(String before, String after) {
    String wrong = RIGHT.replace(before, after);
    assertThat(wrong).isNotEqualTo(RIGHT);
    try {
      DatasetDeclaration.read("clinics.yaml", wrong);
    } catch (UserException e) {
      return e;
    }
    throw new AssertionError("it was accepted: " + after);
  }

  private static void assertRefused(String before, String after, String message, String next) {
    UserException e = refused(before, after);
    assertThat(e.getMessage()).isEqualTo(message);
    assertThat(e.next()).isEqualTo(next);
    assertThat(e.exit()).isEqualTo(2);
  }

  @Test
  void anUnknownRole() {
    assertRefused(
        "role: org_code", "role: org_cod", "clinics.yaml line 20: unknown role \"org_cod\".",
        "use one of year, period, date, level, org_code, org_name, parent_code, parent_name, key, sum, value");
  }

  @Test
  void twoColumnsOfOneRole() {
    assertRefused(
        "{role: org_name, heading: Name}", "{role: org_code, heading: Name}",
        "clinics.yaml line 21: two columns have the role org_code, this one and that of line 20.",
        "keep one of them, and declare the other as ignored: or field:");
  }

  @Test
  void aMeasureWithoutUnit() {
    assertRefused(
        "unit: visits, ", "", "clinics.yaml line 15: a measure has no unit.", "add unit: such as attendances");
    assertRefused(
        "unit: visits", "unit: ''", "clinics.yaml line 15: unit of clinics.visits is empty.", "write it in words");
  }

  @Test
  void aPatternThatIsNoRegularExpression() {
    assertThat(refused("org_name: total", "org_name: 'total('"))
        .hasMessage("clinics.yaml line 10: \"total(\" is no regular expression: Unclosed group.");
    assertThat(refused("heading: Visits,", "matching: '[a', heading: Visits,")).hasMessageContaining("line 15");
  }

  @Test
  void aHeadingClaimedTwice() {
    assertRefused(
        "{role: org_name, heading: Name}", "{role: org_name, heading: ' code '}",
        "clinics.yaml line 21: the heading \" code \" is claimed twice, here and in line 20.",
        "keep it in one column, or set group_rows and write the group before it: Group | Heading");
  }

  @Test
  void aLayoutThatNoFileCanMatch() {
    assertThat(refused("heading: Visits,", "heading: Total | Visits,"))
        .hasMessage("clinics.yaml line 22: no file can match the layout: \"total | visits\" has a group, and group_rows is 0.");
    String optional = RIGHT.replace("heading: Month}", "matching: month}").replace("heading: Code}", "matching: code}")
        .replace("heading: Name}", "matching: name}").replace("{measure: clinics.visits}",
            "{measure: clinics.visits, optional: yes}");
    assertThatThrownBy(() -> DatasetDeclaration.read("clinics.yaml", optional))
        .hasMessage("clinics.yaml line 17: no file can match the layout: no column that every file has is given by its "
            + "heading.");
  }

  @Test
  void aLayoutWhoseSheetsOrTitlesNoFileHas() {
    assertThat(
            refused(
                "  - name: from 2016\n",
                "  - name: from 2016\n    title_matching: clinics of (north|south)\n    title_without: Clinics\n"))
        .hasMessage(
            "clinics.yaml line 19: no file can match the layout: title_without excludes the titles of title_matching.");
    assertThat(
            refused("  - name: from 2016\n", "  - name: from 2016\n    sheets: [Visits]\n    sheets_matching: 'visit'\n"))
        .hasMessage(
            "clinics.yaml line 19: no file can match the layout: none of the names under sheets: is matched by "
                + "\"visit\".");
  }

  @Test
  void whatIsMissingOrUnknown() {
    assertThat(refused("  - name: from 2016\n", "  - nam: from 2016\n")).hasMessageContaining("line 17: a layout has no key \"nam\"");
    assertThat(refused("{measure: clinics.visits}", "{measure: clinics.visit}"))
        .hasMessage("clinics.yaml line 22: measures: has no \"clinics.visit\".");
    assertThat(refused("kind: month", "kind: months")).hasMessageContaining("line 8: unknown kind of period \"months\"");
    assertThat(refused("'-': zero", "'-': nought")).hasMessageContaining("line 12: unknown meaning of a mark \"nought\"");
    assertThat(refused("      - {role: org_code, heading: Code}\n", ""))
        .hasMessageContaining("no column has the code of the organisation");
    assertThat(refused("      - {role: period, heading: Month}\n", "")).hasMessageContaining("no column has the period");
    assertThat(refused("is: provider\n", "is: hospital\n")).hasMessageContaining("unknown role of an organisation \"hospital\"");
    assertThat(refused("org_name: total", "nam: total")).hasMessageContaining("no layout has a column \"nam\"");
    assertThat(refused("by_hand: It comes by letter.\n", "")).hasMessageContaining("does not say where its files are");
    assertThat(refused("title: Clinics", "title: [Clinics")).hasMessageContaining("is no YAML");
    assertThat(refused("id: clinics\n", "id: Clinics 1\n")).hasMessageContaining("line 1: \"Clinics 1\" is no id of a dataset");
  }

  @Test
  void aRightOneReadsATable() {
    DeclaredDataset dataset = new DeclaredDataset(DatasetDeclaration.read("clinics.yaml", RIGHT));
    String table =
        """
        Month,Code,Name,Visits
        December 2016,,Total,"1,230"
        December 2016,RTE,A,1000
        December 2016,RTQ,B,230
        December 2016,RXA,C,-
        Note: made up,,,
        """;
    DeclarationCheck check = DeclarationCheck.of(dataset, "clinics.csv", table.getBytes(StandardCharsets.UTF_8));
    assertThat(check.read()).isTrue();
    assertThat(check.lines())
        .contains(
            "  6 rows: 4 of organisations, 1 titles, 1 notes, 0 totals, 0 rejected, 0 not read",
            "  row 2, country E92000001, December 2016: clinics.visits 1,230");
  }

  @Test
  void aWordInTheColumnOfCodesIsAFootnote() {
    DeclaredDataset dataset = new DeclaredDataset(DatasetDeclaration.read("clinics.yaml", RIGHT));
    String table =
        """
        Month,Code,Name,Visits
        December 2016,RTE,A,1000
        December 2016,RTQ,B,
        December 2016,R1A,,
        December 2016,Source,,
        """;
    DeclarationCheck check = DeclarationCheck.of(dataset, "clinics.csv", table.getBytes(StandardCharsets.UTF_8));
    assertThat(check.lines())
        .contains("  5 rows: 3 of organisations, 1 titles, 1 notes, 0 totals, 0 rejected, 0 not read");
  }

  @Test
  void aFileThatDoesNotMatchIsExplained() {
    DeclaredDataset dataset = new DeclaredDataset(DatasetDeclaration.read("clinics.yaml", RIGHT));
    DeclarationCheck check =
        DeclarationCheck.of(dataset, "other.csv", "Month,Code,Visit count\nMay 2016,RTE,1\n".getBytes(StandardCharsets.UTF_8));
    assertThat(check.read()).isFalse();
    assertThat(check.lines().get(check.lines().size() - 1))
        .contains("The nearest is \"from 2016\": expected columns 'Name', 'Visits', not found");
  }

  @Test
  void anOwnDatasetIsAddedToACatalogueOfItsRunOnly() {
    assertThat(Catalogue.with(List.of(new DeclarationFile("clinics.yaml", RIGHT))).findDataset("clinics")).isPresent();
    assertThat(Catalogue.builtIn().findDataset("clinics")).isEmpty();
    assertThatThrownBy(() -> Catalogue.with(
            List.of(new DeclarationFile("clinics.yaml", RIGHT.replace("id: clinics\n", "id: mar_pct\n")))))
        .hasMessage("clinics.yaml: there is a dataset mar_pct already.");
  }

  @Test
  void everyFileOfTheProgramIsListed() {
    assertThat(DeclaredDatasets.builtIn().stream().map(d -> d.id() + ".yaml"))
        .containsExactlyInAnyOrder(new java.io.File("jobs/src/main/resources/uk/footprints/datasets").list(
            (folder, name) -> name.endsWith(".yaml")));
  }
}
