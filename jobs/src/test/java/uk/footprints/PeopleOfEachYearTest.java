package uk.footprints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The people of every year, out of real files: their sums, their areas, and rates over them. */
@Tag("integration")
class PeopleOfEachYearTest {

  @TempDir private static Path folder;
  private static String store;

  @BeforeAll
  static void refresh() throws IOException {
    String given = System.getenv("FOOTPRINTS_SHARED");
    Path shared = given == null ? Path.of("..", "shared") : Path.of(given);
    Path estimates = shared.resolve("unread/population");
    assumeTrue(Files.isDirectory(estimates), "no estimates of sub-locations beside the project: skipped");
    Path published = shared.resolve("published");
    Path in = Files.createDirectories(folder.resolve("in"));
    List<Path> files =
        List.of(
            estimates.resolve("MidYrEstimates.xlsx"), estimates.resolve("2023pop.xlsx"),
            estimates.resolve("SAPE18DT5-mid-2015-ccg-syoa-estimates.xls"),
            published.resolve("population/ccg_2018_pop_est.xlsx"),
            published.resolve("population/lsoa/population20_lsoa11.csv"),
            published.resolve("population/gp-reg-pat-prac-sing-age-regions (1).csv"));
    for (Path file : files) {
      Files.createSymbolicLink(in.resolve(file.getFileName().toString()), file.toAbsolutePath());
    }
    Files.createSymbolicLink(
        in.resolve("lookups"), published.resolve("lookups/geographr_converted").toAbsolutePath());
    Files.createSymbolicLink(in.resolve("kh03"), published.resolve("kh03").toAbsolutePath());
    Files.createSymbolicLink(in.resolve("ae"), published.resolve("ae_monthly/2025-26").toAbsolutePath());
    store = folder.resolve("store").toString();
    CommandLineRunner made = CommandLineRunner.run("refresh", "--from", in.toString(), "--to", store);
    assertThat(made.exit()).as(made.err()).isIn(0, 4);
  }

  private static List<String> ask(String sql) {
    CommandLineRunner asked = CommandLineRunner.run("query", sql, "--at", store);
    assertThat(asked.exit()).as(asked.err()).isZero();
    return asked.lines().subList(1, asked.lines().size());
  }

  @Test
  void englandIsThatOfTheCurrentSeriesInEveryYear() {
    assertThat(
            ask(
                """
                select year(period_start), edition, published_on, cast(round(sum(persons)) as bigint) from population
                where geography = 'country' and sex = 'all' group by 1, 2, 3 order by 1
                """))
        .contains(
            "2011,rebased,2024-11-25,53107169", "2016,rebased,2024-11-25,55289034", "2020,rebased,2024-11-25,56325961",
            "2022,rebased,2025-11-07,57144395", "2024,rebased,2025-11-07,58620101")
        .hasSize(14);
  }

  @Test
  void everyGeographyAddsUpToEnglandInEveryYear() {
    assertThat(
            ask(
                """
                select geography, count(distinct area_code), count(distinct period_start) from population
                where sex = 'all' group by 1 order by 1
                """))
        .contains(
            "country,1,14", "council,152,14", "icb_2022,42,14", "icb_2026,36,14", "nhs_region,7,14", "stp_2016,44,14",
            "stp_2018,42,14", "sub_icb,106,14");
    assertThat(
            ask(
                """
                with sums as (select geography, sex, period_start, sum(persons) n from population
                  where edition = 'rebased' group by 1, 2, 3)
                select s.geography, s.sex, s.period_start, s.n - e.n from sums s
                join sums e on e.geography = 'country' and e.sex = s.sex and e.period_start = s.period_start
                where abs(s.n - e.n) > 0.5
                  and s.geography not in ('acs_2017', 'ccg')
                """))
        .isEmpty();
  }

  /** England's 55,977,178 of mid-2018 are other people than those of the series after the census; both are there. */
  @Test
  void firstEstimatesAreVintages() {
    assertThat(
            ask(
                """
                select geography, year(period_start), count(distinct area_code), count(distinct published_on),
                  cast(round(sum(persons)) as bigint)
                from population where edition = 'first' group by 1, 2 order by 1
                """))
        .containsExactly("ccg_2015,2015,209,1,54786327", "ccg_2018,2018,195,1,55977178");
  }

  /** All ages at one weight would make the people of 75 and over of this footprint 3.8% more. */
  @Test
  void aDividedGroupIsDividedByAge() {
    assertThat(
            ask(
                """
                select basis, count(distinct area_code) from population
                where geography = 'stp_2016' and sex = 'all' and year(period_start) = 2018 group by 1 order by 1
                """))
        .noneMatch(row -> row.startsWith("members_by_weight"));
    assertThat(
            ask(
                """
                select cast(round(100 * (sum(r.persons) / sum(f.persons) - 1), 1) as string)
                from population r
                join (select age, sum(persons) persons from population_published p
                      join areas a on a.geography = 'ccg_2018' and a.area_code = p.area_code
                      join memberships m on m.member_kind = 'ccg' and m.member_code = a.ods_code
                        and m.geography = 'stp_2016' and m.area_code = 'E54000016'
                        and (m.valid_from is null or m.valid_from <= date '2018-06-30')
                        and (m.valid_to is null or m.valid_to >= date '2018-06-30')
                      where p.sex = 'all' and year(p.period_start) = 2018 group by 1) f on f.age = r.age
                where r.geography = 'stp_2016' and r.area_code = 'E54000016' and r.sex = 'all'
                  and year(r.period_start) = 2018 and r.age >= 75
                """))
        .allMatch(percent -> Math.abs(Double.parseDouble(percent)) < 2);
  }

  @Test
  void theGroupsOfEachYearHaveTheirPeople() {
    assertThat(
            ask(
                """
                select year(period_start), count(distinct area_code), cast(round(sum(persons)) as bigint)
                from population where geography = 'ccg' and sex = 'all' and year(period_start) in (2016, 2018, 2020, 2023)
                group by 1 order by 1
                """))
        .containsExactly("2016,209,55289034", "2018,195,55924528", "2020,135,56325961", "2023,106,57932470");
  }

  @Test
  void ratesOverPatientsOnListsNameTheList() {
    CommandLineRunner report =
        CommandLineRunner.run(
            "report", "indicators", "--geography", "country", "--indicator", "ga_beds_per_1000", "--period", "2019/20",
            "--people", "registered", "--at", store);
    assertThat(report.exit()).as(report.err()).isZero();
    assertThat(report.lines().get(1)).contains("60429301").contains("patients on GP lists of 2020-03-01");
  }

  /** North West London's trusts: how many of them missed a standard, and how long. */
  @Test
  void trustsHaveIndicatorsOnBothBases() {
    assertThat(
            ask(
                """
                select basis, count(distinct area_code) > 100 from indicators
                where indicator = 'ga_bed_occupancy' and geography = 'trust' group by 1 order by 1
                """))
        .containsExactly("as_now,true", "as_was,true");
  }

  /** F2: beds per 1,000 of 2013/14 and 2019/20 over the people of then; over those of mid-2018 1.868 and 1.812. */
  @Test
  void ratesAreOverThePeopleOfTheirYear() {
    assertThat(
            ask(
                """
                select year(period_start), cast(denominator as bigint), coalesce(reason, '') like '%people of mid%'
                from indicators where indicator = 'ga_beds_per_1000' and geography = 'country' and basis = 'as_was'
                  and period_kind = 'financial_year' and year(period_start) in (2013, 2019, 2024)
                order by 1
                """))
        .containsExactly("2013,53918686,false", "2019,56230056,false", "2024,58620101,false");
    assertThat(
            ask(
                """
                select distinct denominator, reason like '%people of mid-2024, the last estimate, carried forward%'
                from indicators where indicator = 'emergency_admissions_per_1000' and geography = 'country'
                  and basis = 'as_was' and period_start >= date '2025-04-01'
                """))
        .containsExactly("58620101,true");
  }
}
