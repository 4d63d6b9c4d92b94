package uk.footprints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Back tests: national and regional figures as published, out of the real files, with tolerance 0. */
@Tag("integration")
class RealFilesTest {

  @TempDir static Path folder;
  private static String store;
  private static CommandLineRunner made;

  /** The published files, where they are; a visible skip where they are not. */
  static Path published() {
    String folder = System.getenv("FOOTPRINTS_SHARED");
    Path shared = folder == null ? Path.of("..", "shared") : Path.of(folder);
    assumeTrue(Files.isDirectory(shared.resolve("published")), "no published files beside the project: skipped");
    return shared.resolve("published");
  }

  @BeforeAll
  static void refresh() {
    Path published = published();
    store = folder.resolve("store").toString();
    made = CommandLineRunner.run("refresh", "--from", published.toString(), "--to", store);
  }

  private static List<String> ask(String sql) {
    CommandLineRunner asked = CommandLineRunner.run("query", sql, "--at", store);
    assertThat(asked.exit()).as(asked.err()).isZero();
    return asked.lines().subList(1, asked.lines().size());
  }

  @Test
  void nothingIsLost() {
    assertThat(made.exit()).as(made.err()).isIn(0, 4);
    assertThat(made.err()).doesNotContain("Exception");
    assertThat(
            ask(
                """
                select file from source_files
                where rows_read <> rows_observed + rows_titles + rows_notes + rows_totals + rows_rejected + rows_not_read
                """))
        .isEmpty();
    // Workbooks of delayed transfers and HES hold two datasets each; a refresh itself holds when a file's count is off.
    assertThat(
            ask(
                """
                select r.dataset from
                  (select dataset, sum(figures_kept - figures_superseded) n from source_files group by 1) r
                  join (select dataset, count(*) n from observations group by 1) o on o.dataset = r.dataset
                where r.n <> o.n and r.dataset in ('ae_attendances', 'mar_commissioner', 'mar_provider', 'kh03_beds')
                """))
        .isEmpty();
    assertThat(
            ask(
                """
                select dataset, count(*) from source_files where state = 'read'
                  and dataset in ('ae_attendances', 'mar_commissioner', 'mar_provider', 'kh03_beds')
                group by 1 having count(*) < 6
                """))
        .isEmpty();
  }

  @Test
  void everyOfficialTotalAgrees() {
    assertThat(
            ask(
                """
                select f.file, f.column, f.message from findings f join source_files r on r.file = f.file
                where f.kind = 'total_disagrees' and r.revision_status <> 'derived'
                  and f.dataset in ('ae_attendances', 'mar_commissioner', 'mar_provider', 'kh03_beds', 'population',
                    'dtoc', 'dtoc_england', 'msitrep', 'uec_sitrep', 'hes_monthly')
                """))
        .isEmpty();
  }

  /** March 2021's booked attendances within four hours: 24,409 + 127 + 36,368 is 60,904, published as 59,869. */
  @Test
  void theSeriesOfBookedAttendancesHasOneSlip() {
    assertThat(ask("select row, message from findings where dataset = 'ae_timeseries' and kind = 'total_disagrees'"))
        .hasSize(2)
        .allMatch(row -> row.startsWith("21,") && row.contains("-1,035.00"));
  }

  @Test
  void delayedDaysOfEngland() {
    assertThat(
            ask(
                """
                select dataset, year(add_months(period_start, -3)) y, sum(value) from observations
                where measure = 'dtoc.delayed_days.total' and year(add_months(period_start, -3)) in (2016, 2018)
                group by 1, 2 order by 1, 2
                """))
        .containsExactly(
            "dtoc,2016,2254821", "dtoc,2018,1665649", "dtoc_england,2016,2254821", "dtoc_england,2018,1665725");
  }

  @Test
  void onlyTheListOfTheFolderItselfIsNoPublication() {
    assertThat(ask("select file from source_files where state = 'set_aside'")).containsExactly("PROVENANCE.tsv");
    assertThat(ask("select era, figures_kept > 2800 from source_files where dataset = 'practice_lists'"))
        .containsExactly("\"pages of a report, by commissioner\",true");
  }

  /** October's revised file has an organisation more (NL7): 18 cells that were not there before. */
  @Test
  void revisedCellsOfTheEightMonthsHeldInTwoVintages() {
    assertThat(
            ask(
                """
                select month(period_start), count(*) from revisions
                where dataset = 'ae_attendances' and period_start between date'2025-04-01' and date'2025-11-01'
                group by 1 order by 1
                """))
        .containsExactly("4,15", "5,10", "6,5", "7,2", "8,2", "9,6", "10,20", "11,4");
  }

  @Test
  void aProvableErrorIsCorrectedAndSaysSo() {
    assertThat(
            ask(
                """
                select value from observations where dataset = 'ae_timeseries' and period_start = '2021-03-01'
                  and measure = 'ae.within_4h_booked.total'
                """))
        .containsExactly("60904");
    assertThat(ask("select count(*) from findings where kind = 'corrected'")).containsExactly("2");
    assertThat(ask("select file from findings where kind = 'correction_outdated'")).isEmpty();
  }

  @Test
  void asOfGivesWhatWasKnownThenAndTheSameBytesTwice() throws Exception {
    String months = published().resolve("ae_monthly").toString();
    List<String> then = new java.util.ArrayList<>();
    for (String day : List.of("2026-05-13", "2026-05-14")) {
      String at = folder.resolve("as-of-" + day).toString();
      assertThat(CommandLineRunner.run("refresh", "--from", months, "--to", at, "--as-of", day).exit()).isZero();
      then.add(at);
    }
    String october = "select org_code, measure, value from observations where period_start = '2025-10-01' order by 1, 2";
    List<String> before = lines(then.get(0), october);
    List<String> after = lines(then.get(1), october);
    assertThat(after).hasSize(before.size() + 18);
    assertThat(after.stream().filter(row -> !before.contains(row)).toList())
        .hasSize(20)
        .contains("RHM,ae.dta_wait.over_12h,13", "RHM,ae.emergency_admissions.type_1,4328");
    String again = folder.resolve("again").toString();
    CommandLineRunner.run("refresh", "--from", months, "--to", again, "--as-of", "2026-05-13");
    assertThat(bytes(again, "observations")).isEqualTo(bytes(then.get(0), "observations"));
    assertThat(bytes(again, "vintages")).isEqualTo(bytes(then.get(0), "vintages"));
    assertThat(bytes(again, "revisions")).isEqualTo(bytes(then.get(0), "revisions"));
  }

  private static List<String> lines(String at, String sql) {
    CommandLineRunner asked = CommandLineRunner.run("query", sql, "--at", at);
    assertThat(asked.exit()).as(asked.err()).isZero();
    return asked.lines().subList(1, asked.lines().size());
  }

  private static List<String> bytes(String at, String table) throws Exception {
    Path release = Path.of(at, "releases", Files.readString(Path.of(at, "CURRENT")).strip(), table);
    try (java.util.stream.Stream<Path> files = Files.list(release)) {
      List<String> all = new java.util.ArrayList<>();
      for (Path file : files.sorted().toList()) {
        all.add(file.getFileName() + " " + uk.footprints.storage.Store.sha256(Files.readAllBytes(file)));
      }
      return all;
    }
  }

  @Test
  void bedsOccupiedOnTheSecondOfDecember2019() {
    // The publisher's 15,545 have two trusts with more patients of 21 days than of 14 days: impossible, so missing here.
    assertThat(
            ask(
                """
                select measure, sum(value) from observations
                where dataset = 'uec_sitrep' and period_start = '2019-12-02'
                  and measure in ('sitrep.beds.ga.occupied', 'sitrep.long_stay.21') group by 1 order by 1
                """))
        .containsExactly("sitrep.beds.ga.occupied,93405", "sitrep.long_stay.21,15507");
  }

  @Test
  void emergencyAdmissionsByAgeAndByTreatmentFunctionAreTheSame() {
    assertThat(
            ask(
                """
                select period_start from hes_groups where measure = 'hes.fae.emergency' group by 1
                having abs(sum(case when breakdown = 'age' then value end)
                  - sum(case when breakdown = 'treatment_function' then value end)) > 0
                """))
        .isEmpty();
  }

  @Test
  void nonElectiveAdmissionsOfEngland() {
    assertThat(
            ask(
                """
                select case when month(period_start) >= 4 then year(period_start) else year(period_start) - 1 end y,
                  sum(value) from observations
                where measure = 'mar.non_elective' and org_role = 'commissioner' group by 1 having count(distinct
                  period_start) = 12 order by 1
                """))
        .contains("2013,5565567", "2015,5885604", "2016,6022019", "2018,6597740");
  }

  @Test
  void nonElectiveAdmissionsOfNorthWestLondon() {
    assertThat(
            ask(
                """
                select year(period_start), numerator from indicators
                where indicator = 'non_elective_per_1000' and geography = 'stp_2016' and area_code = 'E54000027'
                  and period_kind = 'financial_year' and basis = 'as_was' order by 1
                """))
        .contains("2013,191665", "2015,196990", "2016,198405", "2018,219263");
  }

  @Test
  void whatBelongsToNoFootprintIsShown() {
    assertThat(
            ask(
                """
                select numerator, reason from indicators
                where indicator = 'non_elective_per_1000' and geography = 'stp_2016' and area_code = 'unassigned'
                  and period_kind = 'financial_year' and period_start = '2016-04-01' and basis = 'as_was'
                """))
        .containsExactly("182203,\"belongs to no area: X24; 182,203 of England's 6,022,019 (3.0%)\"");
  }

  @Test
  void emergencyAdmissionsOfAprilAndAugust2020() {
    assertThat(
            ask(
                """
                select period_start, sum(value) from observations
                where dataset = 'ae_attendances' and measure like 'ae.emergency\\\\_admissions.%'
                  and period_start in (date'2020-04-01', date'2020-08-01') group by 1 order by 1
                """))
        .containsExactly("2020-04-01,326581", "2020-08-01,474225");
  }

  @Test
  void gloucestershireIsIncompleteAndUnranked() {
    assertThat(
            ask(
                """
                select year(period_start), status, rank is null from indicators
                where indicator = 'non_elective_per_1000' and geography = 'stp_2016' and area_code = 'E54000043'
                  and period_kind = 'financial_year' and basis = 'as_was' and year(period_start) in (2015, 2016, 2017)
                order by 1
                """))
        .containsExactly("2015,reported,false", "2016,incomplete,true", "2017,incomplete,true");
  }

  @Test
  void typeOneWaitsOfNorthWestLondon() {
    assertThat(
            ask(
                """
                select year(period_start), round(value, 1) from indicators
                where indicator = 'ae_four_hour_type_1' and geography = 'stp_2016' and area_code = 'E54000027'
                  and period_kind = 'financial_year' and basis = 'as_was' and year(period_start) between 2016 and 2018
                order by 1
                """))
        .containsExactly("2016,76.3", "2017,76.5", "2018,79.7");
  }

  /**
   * Fourteen trusts of the field test of 2019 sent no four-hour figure: their areas have no rank, and say who. Sussex is
   * none of these: its two trusts divided their attendances anew before they merged in April 2021, which is no gap.
   */
  @Test
  void areasOfTheFieldTestAreUnranked() {
    assertThat(
            ask(
                """
                select status, count(*), count(rank), count(reason) from indicators
                where indicator = 'ae_four_hour_type_1' and geography = 'stp_2018' and basis = 'as_was'
                  and period_start = date '2020-04-01' and period_kind = 'financial_year' and status <> 'unassigned'
                  and status <> 'reported'
                group by status order by status
                """))
        .containsExactly("incomplete,13,0,13", "no_value,1,0,1");
  }

  /**
   * Crude rates and rates over need hardly agree on who is high: Spearman's 0.42. The folder has people by age from
   * mid-2017 on, over which North West London is 29th by the crude rate, a tenth of an admission per 1,000 from the 28th.
   */
  @Test
  void theAdjustmentDecidesTheRankOfNorthWestLondon() {
    assertThat(
            ask(
                """
                select adjustment, rank, change_of_rank, round(rank_correlation, 2) from adjustments
                where geography = 'icb_2022' and area_name like '%North West London%'
                  and period_start = date '2016-04-01' order by rank
                """))
        .containsExactly("age_and_need,2,-27,0.42", "age,16,-13,0.76", "none,29,0,1");
  }

  /** Lower areas through their commissioning groups; middle areas and Wales are no part of it. */
  @Test
  void peopleOfSmallAreasAddUpToEverybody() {
    assertThat(
            ask(
                """
                select geography, year(period_start), cast(round(sum(persons)) as bigint) from population
                where basis in ('small_areas', 'members', 'members_by_weight') and sex = 'all'
                  and geography in ('ccg_2021', 'stp_2016', 'icb_2026') and year(period_start) in (2017, 2020)
                group by 1, 2 order by 2, 1
                """))
        .containsExactly(
            "ccg_2021,2017,55619430", "icb_2026,2017,55619430", "stp_2016,2017,55619430",
            "ccg_2021,2020,56550138", "icb_2026,2020,56550138", "stp_2016,2020,56550138");
  }

  /** All that differs was revised after the series: April to June 2025. March 2019 is of the table tidied by others. */
  @Test
  void attendancesOfProvidersAddUpToTheSeriesOfEngland() {
    assertThat(
            ask(
                """
                select measure, count(*), count(case when agreement <> 'equal' then 1 end),
                  min(case when agreement <> 'equal' then period_start end)
                from reconciliation where measure like 'ae.attendances.%' group by 1 order by 1
                """))
        .containsExactly(
            "ae.attendances.other,96,3,2025-04-01", "ae.attendances.type_1,96,3,2019-03-01",
            "ae.attendances.type_2,96,0,");
  }

  @Test
  void growthOfEnglandIsTakenApartExactly() {
    assertThat(
            ask(
                """
                select from_year, to_year, round(growth_pct, 1) from growth
                where indicator = 'non_elective_per_1000' and geography = 'country' and to_year = '2016/17'
                order by 1
                """))
        .contains("2013/14,2016/17,8.2", "2015/16,2016/17,2.3");
    assertThat(
            ask(
                """
                select * from growth where change is not null
                  and abs(change - population_size - age_structure - age_specific_rate) > 1e-9
                """))
        .isEmpty();
    assertThat(
            ask(
                """
                select what, geography, from_year, to_year from contributions group by 1, 2, 3, 4
                having abs(sum(points) - first(country_growth_pct)) > 1e-9
                """))
        .isEmpty();
  }

  @Test
  void thePlanOfNorthWestLondon() {
    assertThat(
            ask(
                """
                select base_count, target_value, latest, round(change_since_base_pct, 1), met, trend_reaches from plans
                where target = 'nwl_admissions'
                """))
        .containsExactly("198405,99405,219263,10.5,false,not on this trend");
  }

  @Test
  void gloucestershireIsLeftOutOfTheSpreadAndNamed() {
    assertThat(
            ask(
                """
                select year(period_start), left_out like '%Gloucestershire%' from spread
                where indicator = 'non_elective_per_1000' and geography = 'stp_2016'
                  and year(period_start) in (2016, 2017)
                order by 1
                """))
        .containsExactly("2016,true", "2017,true");
    assertThat(
            ask(
                """
                select 1 from variation where indicator = 'non_elective_per_1000' and area_code = 'E54000043'
                  and geography = 'stp_2016' and year(period_start) in (2016, 2017) and rank_lower_95 is not null
                """))
        .isEmpty();
  }
}
