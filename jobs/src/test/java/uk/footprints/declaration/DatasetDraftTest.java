package uk.footprints.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uk.footprints.format.Sheet;
import uk.footprints.format.SourceWorkbook;
import uk.footprints.format.UnreadableFileException;
import uk.footprints.format.WorkbookReader;

/** Drafts of made-up files: what is guessed, and that the draft reads the file from which it was made. */
class DatasetDraftTest {

  private static DatasetDraft.Draft draft(String file, String csv) throws UnreadableFileException {
    return DatasetDraft.of("clinics", file, WorkbookReader.read(csv.getBytes(StandardCharsets.UTF_8))).orElseThrow();
  }

  private static List<String> check(String file, String csv) throws UnreadableFileException {
    DatasetDraft.Draft draft = draft(file, csv);
    assertThat(draft.whole()).as(draft.yaml() + draft.notes()).isTrue();
    DeclaredDataset dataset = new DeclaredDataset(DatasetDeclaration.read("clinics.yaml", draft.yaml()));
    DeclarationCheck check = DeclarationCheck.of(dataset, file, csv.getBytes(StandardCharsets.UTF_8));
    assertThat(check.read()).as(draft.yaml() + check.lines()).isTrue();
    return check.lines();
  }

  @Test
  void aTitleWithTheMonthAndATotalThatAddsUp() throws UnreadableFileException {
    String csv =
        """
        Visits to clinics
        Period:,April 2016
        ,
        Code,Name,Visits,Visits over 4hrs
        ,England,30,3
        RAA,North Trust,10,1
        RBB,South Trust,20,2
        """;
    assertThat(check("clinics.csv", csv))
        .anyMatch(line -> line.contains("header in row 4"))
        .anyMatch(line -> line.contains("3 of organisations, 3 titles"))
        .contains("  periods: April 2016", "  rows by role: {country=1, provider=2}");
    assertThat(draft("clinics.csv", csv).yaml())
        .contains("- {when: {org_name: 'england'}, is: country, adds_up: provider}")
        .contains("id: clinics.visits_over_4hrs");
  }

  @Test
  void monthsInAColumnOfCommissioners() throws UnreadableFileException {
    String csv =
        """
        Region,Code,CCG name,Month,Admissions
        London,07L,Barking,April 2016,5
        London,08C,Hammersmith,April 2016,7
        North,00C,Darlington,April 2016,9
        London,07L,Barking,May 2016,6
        London,08C,Hammersmith,May 2016,*
        North,00C,Darlington,May 2016,8
        """;
    assertThat(check("clinics.csv", csv))
        .contains("  periods: April 2016, May 2016", "  rows by role: {commissioner=6}");
  }

  @Test
  void aYearAndAMonth() throws UnreadableFileException {
    String csv =
        """
        Year,Period,Org Code,Org name,Beds
        2016-17,APRIL,RAA,North Trust,100
        2016-17,MAY,RAA,North Trust,101
        2016-17,APRIL,RBB,South Trust,50
        2016-17,MAY,RBB,South Trust,51
        """;
    assertThat(check("clinics.csv", csv)).contains("  periods: April 2016, May 2016");
  }

  @Test
  void yearsOfEngland() throws UnreadableFileException {
    String csv =
        """
        Financial year,Admissions,Share of admissions %
        2014/15,100,5.5
        2015/16,110,6.0
        2016/17,120,6.5
        """;
    assertThat(check("clinics.csv", csv))
        .contains("  periods: 2014/15, 2015/16, 2016/17", "  rows by role: {country=3}");
    assertThat(draft("clinics.csv", csv).yaml()).contains("unit: '%'").contains("roll_up: none");
  }

  @Test
  void datesOfCouncils() throws UnreadableFileException {
    String csv =
        """
        Date,Council code,Council name,Delays
        01/12/2019,E06000001,Hartlepool,1
        02/12/2019,E06000001,Hartlepool,2
        13/12/2019,E06000001,Hartlepool,3
        01/12/2019,E09000002,Barking,4
        """;
    assertThat(check("clinics.csv", csv)).contains("  rows by role: {council=4}");
  }

  @Test
  void theMonthOfTheFileName() throws UnreadableFileException {
    String csv =
        """
        Org Code,Org Name,Attendances
        RAA,North Trust,10
        RBB,South Trust,20
        """;
    assertThat(check("clinics-June-2018.csv", csv)).contains("  periods: June 2018");
  }

  @Test
  void datesThatAWorkbookKeepsAsNumbers() throws UnreadableFileException {
    String csv =
        """
        Month,Org Code,Attendances
        42461,RAA,10
        42491,RAA,20
        """;
    assertThat(check("clinics.csv", csv)).contains("  periods: April 2016, May 2016");
  }

  @Test
  void groupsOfHeadings() {
    Sheet sheet =
        new Sheet(
            "Data",
            List.of(
                row(1, "Clinics, April 2016", "", "", "", ""), row(2, "", "", "Beds", "", "Patients"),
                row(3, "Code", "Name", "Adult", "Child", "Adult"), row(4, "RAA", "North Trust", "1", "2", "3"),
                row(5, "RBB", "South Trust", "4", "5", "6")));
    Sheet notes = new Sheet("Notes", List.of(row(1, "Beds are open beds.")));
    DatasetDraft.Draft draft =
        DatasetDraft.of("clinics", "clinics.xlsx", workbook(notes, sheet)).orElseThrow();
    assertThat(draft.yaml())
        .contains("sheets: ['Data']", "group_rows: 1", "heading: 'Beds | Adult'", "heading: 'Patients | Adult'")
        .contains("other_sheets:", "notes: ['Notes']");
    DatasetDeclaration.read("clinics.yaml", draft.yaml());
  }

  @Test
  void aNameWithoutHeadingBesideTheCode() throws UnreadableFileException {
    String csv =
        """
        Provider code and description,,Admissions
        RAA,North Trust,10
        RBB,South Trust,20
        """;
    assertThat(draft("clinics_2016-17.csv", csv).yaml()).contains("- {role: org_name, right_of: org_code}");
    assertThat(check("clinics_2016-17.csv", csv)).contains("  periods: 2016/17");
  }

  @Test
  void rowsThatOnlyTwoColumnsTellApartAreNamed() throws UnreadableFileException {
    String csv =
        """
        Month,Age,Sex,Admissions
        April 2016,0-4,men,10
        April 2016,0-4,women,10
        April 2016,5-9,women,20
        """;
    DatasetDraft.Draft draft = draft("clinics.csv", csv);
    assertThat(draft.whole()).isFalse();
    assertThat(draft.notes())
        .anyMatch(note -> note.startsWith("2 rows have the organisation and period of another row"));
  }

  @Test
  void aColumnThatSaysWhatIsCountedGivesAMeasureForEachOfItsTexts() throws UnreadableFileException {
    String csv =
        """
        Period,Level,Org Code,Org Name,Metric,Value
        01/02/2026,National,ENG,England,Patients,30
        01/02/2026,National,ENG,England,Discharged by 17:00,3
        01/02/2026,Region,Y56,London,Patients,30
        01/02/2026,Region,Y56,London,Discharged by 17:00,3
        01/02/2026,Provider,RAA,North Trust,Patients,10
        01/02/2026,Provider,RAA,North Trust,Discharged by 17:00,1
        01/02/2026,Provider,RBB,South Trust,Patients,20
        01/02/2026,Provider,RBB,South Trust,Discharged by 17:00,2
        02/02/2026,Provider,RBB,South Trust,Patients,21
        02/02/2026,Provider,RBB,South Trust,Discharged by 17:00,4
        """;
    assertThat(check("sitrep.csv", csv)).contains(
        "  rows by role: {country=2, provider=6, region=2}",
        "  row 2, country E92000001, 2026-02-01: clinics.patients 30",
        "  row 3, country E92000001, 2026-02-01: clinics.discharged_by_17_00 3",
        "  row 7, provider RAA, 2026-02-01: clinics.discharged_by_17_00 1");
  }

  @Test
  void aCheckShowsTheFirstFindingsOfAKindAndCountsTheOthers() throws UnreadableFileException {
    String csv =
        """
        Month,Code,Name,Visits
        April 2016,RAA,North Trust,10
        """;
    DeclaredDataset dataset =
        new DeclaredDataset(DatasetDeclaration.read("clinics.yaml", draft("clinics.csv", csv).yaml()));
    DeclarationCheck check =
        DeclarationCheck.of(
            dataset, "clinics.csv", (csv + "April 2016,RAA,North Trust,11\n".repeat(9)).getBytes(StandardCharsets.UTF_8));
    assertThat(check.read()).isFalse();
    assertThat(check.lines()).filteredOn(line -> line.contains("RAA is in the file twice")).hasSize(5);
    assertThat(check.lines()).anyMatch(line -> line.startsWith("  and 4 more findings of kind "));
  }

  @Test
  void aFileWithoutFiguresGivesNoDraft() throws UnreadableFileException {
    assertThat(DatasetDraft.of("clinics", "clinics.csv",
        WorkbookReader.read("Name,Town\nNorth,York\nSouth,Dover\n".getBytes(StandardCharsets.UTF_8)))).isEmpty();
  }

  @Test
  void anIdIsMadeOfTheNameOfAFile() {
    assertThat(DatasetDraft.id("AE-by-provider-June-2025-x1.xlsx")).isEqualTo("ae_by_provider_june_x");
    assertThat(DatasetDraft.id("2018.csv")).isEqualTo("own");
  }

  private static Sheet.Row row(int number, String... cells) {
    return new Sheet.Row(number, cells);
  }

  private static SourceWorkbook workbook(Sheet... sheets) {
    return new SourceWorkbook(SourceWorkbook.Format.XLSX, Stream.of(sheets).toList(), List.of());
  }
}
