package uk.footprints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.footprints.area.AreaShare;
import uk.footprints.area.Areas;
import uk.footprints.area.Basis;
import uk.footprints.area.Membership;
import uk.footprints.area.ReferenceData;

/** Areas on the published files: who is placed, what adds up, and own areas. Prints what it finds. */
@Tag("integration")
class RealGeographyTest {

  /** A polygon around the Wirral, Chester and Liverpool. */
  private static final String DRAWN =
      """
      {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"name":"mersey_and_dee"},
      "geometry":{"type":"Polygon","coordinates":[[[-3.3,53.1],[-2.6,53.1],[-2.6,53.6],[-3.3,53.6],[-3.3,53.1]]]}}]}
      """;

  @TempDir static Path folder;
  private static String store;

  @BeforeAll
  static void refresh() {
    Path published = RealFilesTest.published();
    store = folder.resolve("store").toString();
    CommandLineRunner made = CommandLineRunner.run("refresh", "--from", published.toString(), "--to", store);
    assertThat(made.exit()).as(made.err()).isIn(0, 4);
  }

  private static List<String> ask(String what, String sql) {
    return ask(what, sql, Integer.MAX_VALUE);
  }

  private static List<String> ask(String what, String sql, int lines) {
    CommandLineRunner asked = CommandLineRunner.run("query", sql, "--at", store);
    assertThat(asked.exit()).as(asked.err()).isZero();
    return shown(what, asked.lines(), lines);
  }

  /** What a reader of the test's report sees. */
  private static List<String> shown(String what, List<String> lines, int most) {
    System.out.println("-- " + what);
    lines.stream().limit(most).forEach(System.out::println);
    return lines.subList(1, lines.size());
  }

  @Test
  void areasByGeographyAndDate() {
    assertThat(
            ask(
                "areas",
                """
                select geography, count(*) from areas
                where geography in ('stp_2016', 'stp_2018', 'stp_2021', 'icb_2022', 'icb_2026') group by 1 order by 1
                """))
        .containsExactly("icb_2022,42", "icb_2026,36", "stp_2016,44", "stp_2018,42", "stp_2021,42");
    assertThat(
            ask(
                "footprints and boards in force on a day",
                """
                select day, count(*) from
                  (select explode(sequence(date'2016-04-01', date'2026-04-01', interval 1 year)) day)
                join areas on (geography like 'stp%' or geography like 'icb%')
                  and day between valid_from and coalesce(valid_to, date'9999-12-31') group by 1 order by 1
                """))
        .containsExactly(
            "2016-04-01,44", "2017-04-01,44", "2018-04-01,42", "2019-04-01,42", "2020-04-01,42", "2021-04-01,42",
            "2022-04-01,42", "2023-04-01,42", "2024-04-01,42", "2025-04-01,42", "2026-04-01,36");
  }

  /** The same as a table that anybody can ask for: by year, geography and basis. */
  @Test
  void mappedShareByYear() {
    List<String> rows =
        ask(
            "mapped share of emergency admissions, by year",
            """
            select year(period_start) y, basis, min(mapped_share_pct) least, max(unplaced) unplaced,
              max(abs(difference)) difference from mapped_share
            where activity = 'emergency_admissions' group by 1, 2 order by 1, 2
            """);
    assertThat(rows).hasSizeGreaterThanOrEqualTo(18);
    assertThat(rows)
        .allSatisfy(
            row -> {
              String[] cells = row.split(",");
              assertThat(Double.parseDouble(cells[2])).as(row).isGreaterThanOrEqualTo(99);
              assertThat(Double.parseDouble(cells[4])).as(row).isZero();
            });
    assertThat(
            ask(
                "organisations that count as often as they are one, several or none",
                "select * from mapped_share where organisations <> in_one_area + in_several + unplaced"))
        .isEmpty();
    ask(
        "providers with emergency admissions in no footprint",
        """
        select activity, year(period_start) y, org_code, as_was, share_of_england_pct, because from placement
        where geography = 'stp_2018' and area_code = 'unassigned' and activity in ('emergency_admissions',
          'non_elective_by_provider') order by 1, 2, 3
        """);
  }

  @Test
  void asWasAndAsNowDifferByTheSuccessionsUsed() {
    List<String> moved =
        ask(
            "what as-now moves into other areas (stp_2018)",
            """
            select activity, year(period_start) y, area_code, org_code, round(difference) d, because from placement
            where geography = 'stp_2018' and difference <> 0 order by 1, 2, 3, 4
            """);
    assertThat(moved).isNotEmpty().allMatch(row -> row.contains(" became "));
    assertThat(
            ask(
                "differences that do not add to nothing",
                """
                select geography, activity, period_start, sum(difference) d from placement group by 1, 2, 3
                having abs(sum(difference)) > 1e-6
                """))
        .isEmpty();
  }

  @Test
  void englandIsTheSameOnEveryGeographyAndBasis() {
    assertThat(
            ask(
                "figures that do not add up to England, of any indicator, geography, basis and period",
                """
                select a.indicator, a.geography, a.basis, a.period_start, a.n, c.numerator from
                  (select indicator, geography, basis, period_start, period_end, sum(numerator) n from indicators
                   where geography <> 'country'
                     -- England's standardised rate is of the people of all areas: what is in none is left out.
                     -- Groups that had merged before 2015 are in no map of groups, but in a footprint.
                     and not (indicator = 'non_elective_age_standardised' and (area_code = 'unassigned' or geography = 'ccg'))
                     -- Beds of a trust that opened in the year are an average over its own days.
                     and not (geography = 'trust' and (indicator like 'ga_bed%' or indicator like 'long_stay%')
                       and period_kind = 'financial_year')
                   group by 1, 2, 3, 4, 5) a
                  join indicators c on c.geography = 'country' and c.basis = 'as_was' and c.indicator = a.indicator
                    and c.period_start = a.period_start and c.period_end = a.period_end
                where abs(a.n - c.numerator) > 1e-9 * c.numerator + 1e-6
                """))
        .isEmpty();
    ask(
        "what is in no area, by indicator, basis and year (stp_2018)",
        """
        select indicator, basis, year(period_start) y, round(numerator, 1) unassigned, reason from indicators
        where area_code = 'unassigned' and geography = 'stp_2018' and period_kind = 'financial_year' order by 1, 2, 3
        """);
  }

  /** Each provider has one footprint at each date of its life, or is named with its share. */
  @Test
  void emergencyAdmissionsFindAnArea() {
    List<String> rows =
        ask(
            "providers with emergency admissions, by month",
            """
            select org_code, period_start, sum(value) from observations
            where dataset = 'ae_attendances' and measure like 'ae.emergency\\\\_admissions.%' and value > 0
            group by 1, 2
            """,
            0);
    Areas areas = ReferenceData.ofJar().areas();
    Map<String, double[]> mapped = new TreeMap<>();
    Map<String, Double> nowhere = new TreeMap<>();
    for (String row : rows) {
      String[] cells = row.split(",");
      LocalDate day = LocalDate.parse(cells[1]);
      double admissions = Double.parseDouble(cells[2]);
      int year = day.getMonthValue() >= 4 ? day.getYear() : day.getYear() - 1;
      for (String geography : List.of("stp_2016", "stp_2018", "stp_2021", "icb_2022", "icb_2026")) {
        for (Basis basis : Basis.values()) {
          double placed =
              areas.listShares(basis, Membership.PROVIDER, cells[0], geography, day).stream()
                  .mapToDouble(AreaShare::weight)
                  .sum();
          assertThat(placed).as("%s in %s on %s", cells[0], geography, day).satisfiesAnyOf(p -> assertThat(p).isZero(),
              p -> assertThat(p).isCloseTo(1, within(1e-9)));
          double[] sums = mapped.computeIfAbsent(year + " " + geography + " " + basis.id(), k -> new double[2]);
          sums[0] += admissions * placed;
          sums[1] += admissions;
          if (placed == 0 && geography.equals("stp_2016") && basis == Basis.AS_WAS) {
            nowhere.merge(cells[0], admissions, Double::sum);
          }
        }
      }
    }
    System.out.println("-- mapped share of emergency admissions");
    mapped.forEach((key, sums) -> System.out.printf("%s %.4f%%%n", key, 100 * sums[0] / sums[1]));
    System.out.println("-- providers in no footprint, with their emergency admissions: " + nowhere);
    assertThat(mapped).isNotEmpty();
    mapped.forEach(
        (key, sums) -> {
          if (Integer.parseInt(key.substring(0, 4)) >= 2016) {
            assertThat(sums[0] / sums[1]).as(key).isGreaterThanOrEqualTo(0.99);
          }
        });
  }

  @Test
  void councilsHaveDelayedDaysInEveryFootprint() {
    assertThat(
            ask(
                "delayed days outside footprints, by geography",
                """
                select geography, round(sum(if(area_code = 'unassigned', numerator, 0)) / sum(numerator), 6)
                from indicators where indicator = 'delayed_days_per_1000' and geography <> 'country'
                  and basis = 'as_was'
                  and period_kind = 'financial_year' group by 1 order by 1
                """))
        .isNotEmpty()
        .allSatisfy(row -> assertThat(Double.parseDouble(row.replaceFirst(".*,", ""))).as(row).isLessThan(0.01));
  }

  @Test
  void organisationsHaveTypesAndDates() {
    assertThat(
            ask(
                "providers with emergency admissions, by type",
                """
                select coalesce(org_type, 'not in the register') t, count(*) n, count(opened_on) with_dates
                from organisations where org_role = 'provider' and org_code like 'R__' group by 1 order by 1
                """))
        .anyMatch(row -> row.startsWith("acute,"))
        .anyMatch(row -> row.startsWith("specialist,"))
        .anyMatch(row -> row.startsWith("community,"))
        .anyMatch(row -> row.startsWith("mental health,"));
    ask(
        "successions by change and confidence",
        "select kind, change, confidence, count(*) n from successions group by 1, 2, 3 order by 1, 2, 3");
    assertThat(ask("successions without", "select * from successions where change is null or confidence is null"))
        .isEmpty();
  }

  @Test
  void ownAreasRunThroughVariation() throws IOException {
    assertThat(variation("the ten systems", "data/reference/examples/accountable_care_systems_2017.csv")).hasSize(10);
    assertThat(variation("hospital groups", "data/reference/examples/dalton_groups.csv", "ae_four_hour_type_1"))
        .hasSize(5)
        .allMatch(row -> row.contains("dalton_groups"));
    Path drawn = Files.writeString(folder.resolve("drawn.geojson"), DRAWN);
    assertThat(variation("a drawing", drawn.toString())).hasSize(1).allMatch(row -> row.contains("mersey_and_dee"));
    assertThat(variation("a drawing, its hospitals", drawn.toString(), "ae_four_hour_type_1")).hasSize(1);
  }

  private static List<String> variation(String what, String file) {
    return variation(what, file, "non_elective_per_1000");
  }

  private static List<String> variation(String what, String file, String indicator) {
    CommandLineRunner report =
        CommandLineRunner.run(
            "report", "variation", "--geography", file, "--period", "2016/17", "--indicator", indicator, "--at", store);
    assertThat(report.exit()).as(report.err()).isZero();
    return shown(what, report.lines(), Integer.MAX_VALUE);
  }

  @Test
  void registerAgainstMap() {
    List<String> elsewhere =
        ask("sites that the register has elsewhere", "select message from findings where kind = 'site_elsewhere'");
    ask("sites", "select count(*) sites, count(org_code) of_trusts from sites");
    assertThat(elsewhere).hasSizeLessThan(10);
    List<String> agreement =
        ask(
            "agreement of register and map, sites of trusts",
            """
            select geography, count_if(status = 'agreed') agreed, count_if(status in ('elsewhere', 'nowhere')) apart
            from sites_placed where org_code is not null group by 1 order by 1
            """);
    assertThat(agreement)
        .isNotEmpty()
        .allSatisfy(
            row -> {
              String[] cells = row.split(",");
              assertThat(Integer.parseInt(cells[1])).as(row).isGreaterThan(200);
              assertThat(Integer.parseInt(cells[2])).as(row).isLessThan(15);
            });
    ask(
        "each disagreement",
        """
        select geography, org_code, site_name, register_area_name, map_area_name, status from sites_placed
        where status in ('elsewhere', 'nowhere') order by 1, 2
        """);
  }

  @Test
  void theMapAddsUp() {
    List<String> extents =
        ask("extents", "select geography, count(*) n, round(sum(area_km2)) km2 from boundaries group by 1 order by 1");
    assertThat(extents).isNotEmpty().allMatch(row -> {
      double km2 = Double.parseDouble(row.replaceFirst(".*,", ""));
      return km2 > 130_000 && km2 < 134_000;
    });
  }

  @Test
  void figuresMoveByThePeopleOfSmallAreas() throws IOException {
    StringBuilder figures = new StringBuilder("area_code,ages,value\n");
    ReferenceData.ofJar().areas().listAreas("ccg_2021").forEach(a -> figures.append(a.code()).append(",65+,100\n"));
    Path file = Files.writeString(folder.resolve("figures.csv"), figures);
    CommandLineRunner move =
        CommandLineRunner.run("reapportion", "--in", file.toString(), "--from", "ccg_2021", "--to", "icb_2022", "--at",
            store);
    assertThat(move.exit()).as(move.err()).isZero();
    List<String> rows = shown("moved " + move.err(), move.lines(), 8);
    assertThat(rows).hasSize(42).anyMatch(row -> row.endsWith(",estimated")).anyMatch(row -> row.endsWith(",1,known"));
    assertThat(move.err()).contains("the total is still 10,600.00");
    CommandLineRunner unknown =
        CommandLineRunner.run("reapportion", "--in", file.toString(), "--from", "icb_2022", "--to", "stp_2021", "--at",
            store);
    assertThat(unknown.exit()).isEqualTo(2);
    assertThat(unknown.err()).contains("figures.csv, row 2: no small area is in");
  }

  @Test
  void membersOfEveryKindAddToOne() {
    ask(
        "members by kind, basis of weight and status",
        "select member_kind, weight_basis, status, count(*) n from memberships group by 1, 2, 3 order by 1, 2, 3");
    assertThat(
            ask(
                "weights that do not add to one",
                """
                select member_kind, member_code, geography, sum(weight) from memberships
                where geography <> 'acs_2017' and valid_from is null and valid_to is null group by 1, 2, 3
                having abs(sum(weight) - 1) > 1e-5
                """))
        .isEmpty();
  }

  @Test
  void areasDrawnAgainstTheGrain() {
    CommandLineRunner report =
        CommandLineRunner.run(
            "report", "coherence", "--geography", "data/reference/examples/against_the_grain.csv", "--at", store);
    assertThat(report.exit()).as(report.err()).isZero();
    List<String> rows = shown("against the grain", report.lines(), Integer.MAX_VALUE);
    assertThat(rows).anyMatch(row -> row.contains("cheshire_west") && row.contains(",councils,1,"));
    assertThat(rows).anyMatch(row -> row.contains("coventry_and_warwickshire") && row.contains(",councils,2,"));
    assertThat(rows).anyMatch(row -> row.contains("west_essex") && row.contains("Essex 21%"));
    assertThat(rows)
        .filteredOn(row -> row.contains(",compactness,") || row.contains(",net_flow_non_elective_pct,"))
        .hasSize(6)
        .noneMatch(row -> row.contains("no_value"));
    assertThat(rows)
        .filteredOn(row -> row.contains("residents_treated_outside_pct") && row.contains("no_value"))
        .singleElement()
        .matches(row -> row.contains("west_essex") && row.contains("Essex 21%"), "Essex is counted whole");
  }
}
