package uk.footprints.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import uk.footprints.area.Area;
import uk.footprints.area.Areas;
import uk.footprints.area.Basis;
import uk.footprints.area.Geography;
import uk.footprints.area.ReferenceData;
import uk.footprints.catalogue.PopulationShare;
import uk.footprints.indicator.AreaPopulation;
import uk.footprints.indicator.PopulationDivision;
import uk.footprints.indicator.PopulationSource;
import uk.footprints.period.Period;

/** People of the sub-locations of boards, added up to areas of every time. */
class ResidentPopulationTest {

  private static final Areas AREAS = ReferenceData.ofJar().areas();
  private static final LocalDate PUBLISHED = LocalDate.of(2024, 11, 25);

  /** Made-up people of every sub-location in a year: more each year, and not the same in any two. */
  private static GroupEstimate estimate(int year) {
    Map<String, double[]> people = new TreeMap<>();
    List<Area> locations = AREAS.listAreas(Geography.SUB_LOCATIONS);
    for (int i = 0; i < locations.size(); i++) {
      double[] ages = new double[AreaPopulation.AGES];
      for (int age = 0; age < ages.length; age++) {
        ages[age] = 1_000 + 10 * i + (year - 2011) * 7 + (i * age) % 13;
      }
      people.put(locations.get(i).odsCode(), ages);
    }
    LocalDate day = LocalDate.of(year, 6, 30);
    return new GroupEstimate(
        Geography.SUB_LOCATIONS,
        new PopulationSource(day, PUBLISHED, PopulationSource.REBASED, PUBLISHED, false), people);
  }

  private static double total(int year) {
    return estimate(year).people().values().stream().mapToDouble(ages -> Arrays.stream(ages).sum()).sum();
  }

  private static List<Geography> geographies(String... ids) {
    return Arrays.stream(ids).map(Geography::get).toList();
  }

  @Test
  void everyGeographyAddsUpToEnglandInEveryYear() {
    List<GroupEstimate> years = new ArrayList<>();
    for (int year = 2011; year <= 2024; year++) {
      years.add(estimate(year));
    }
    String[] all = {
      "country", "stp_2016", "stp_2017", "stp_2018", "stp_2020", "stp_2021", "icb_2022", "icb_2026", "nhs_region",
      "sub_icb", "ccg", "council"
    };
    for (Basis basis : Basis.values()) {
      AreaPopulation people =
          new ResidentPopulation(years, PopulationShares.NONE).people(AREAS, basis, geographies(all));
      for (String geography : all) {
        for (int year = 2011; year <= 2024; year++) {
          LocalDate day = LocalDate.of(year, 6, 30);
          double sum =
              people.list().stream()
                  .filter(e -> e.geography().equals(geography) && e.source().day().equals(day))
                  .mapToDouble(e -> Arrays.stream(e.ages()).sum())
                  .sum();
          assertThat(sum).as("%s %s %s", geography, basis, day).isCloseTo(total(year), within(0.01));
        }
      }
    }
  }

  @Test
  void footprintsAndBoardsAreAllThere() {
    AreaPopulation people =
        new ResidentPopulation(List.of(estimate(2016)), PopulationShares.NONE)
            .people(AREAS, Basis.AS_WAS, geographies("stp_2016", "icb_2022", "nhs_region", "sub_icb", "council"));
    assertThat(people.list().stream().map(e -> e.geography()).toList())
        .containsOnly("stp_2016", "icb_2022", "nhs_region", "sub_icb", "council");
    for (Map.Entry<String, Integer> of :
        Map.of("stp_2016", 44, "icb_2022", 42, "nhs_region", 7, "sub_icb", 106, "council", 152).entrySet()) {
      assertThat(people.list().stream().filter(e -> e.geography().equals(of.getKey())).count())
          .as(of.getKey())
          .isEqualTo(of.getValue().longValue());
    }
  }

  /** Birmingham and Solihull (15E) has West Birmingham since July 2022, which is in another footprint of 2016. */
  private static List<PopulationShare> westBirmingham() {
    List<PopulationShare> shares = new ArrayList<>();
    for (int age = 0; age < AreaPopulation.AGES; age++) {
      double west = age < 65 ? 0.2 : 0.05;
      shares.add(new PopulationShare("sub_icb", "15E", "ccg_2021", "D2P2L", age, west, "small_areas"));
      shares.add(new PopulationShare("sub_icb", "15E", "ccg_2021", "15E", age, 1 - west, "small_areas"));
    }
    return shares;
  }

  private static GroupEstimate only(String code, double young, double old) {
    double[] ages = new double[AreaPopulation.AGES];
    ages[30] = young;
    ages[80] = old;
    GroupEstimate any = estimate(2015);
    return new GroupEstimate(any.geography(), any.source(), Map.of(code, ages));
  }

  @Test
  void aLocationInTwoFootprintsIsDividedByAgeWhereSharesAreKnown() {
    AreaPopulation people =
        new ResidentPopulation(List.of(only("15E", 1_000, 100)), new PopulationShares(westBirmingham()))
            .people(AREAS, Basis.AS_WAS, geographies("stp_2016", "icb_2022"));
    double[] west = people.ages("stp_2016", "E54000016", Period.financialYear(2015));
    assertThat(west[30]).isCloseTo(200, within(1e-9));
    assertThat(west[80]).isCloseTo(5, within(1e-9));
    double[] board = people.ages("icb_2022", "E54000055", Period.financialYear(2015));
    assertThat(board[30]).isEqualTo(1_000);
    assertThat(people.list().stream().filter(e -> e.geography().equals("stp_2016")).map(e -> e.division()))
        .containsOnly(PopulationDivision.MEMBERS_BY_AGE);
    assertThat(people.list().stream().filter(e -> e.geography().equals("icb_2022")).map(e -> e.division()))
        .containsOnly(PopulationDivision.MEMBERS);
  }

  @Test
  void withoutSharesItIsDividedByOneWeightWhichTheRowsSay() {
    AreaPopulation people =
        new ResidentPopulation(List.of(only("15E", 1_000, 100)), PopulationShares.NONE)
            .people(AREAS, Basis.AS_WAS, geographies("stp_2016"));
    double[] west = people.ages("stp_2016", "E54000016", Period.financialYear(2015));
    assertThat(west[30] / west[80]).isCloseTo(10, within(1e-9));
    assertThat(people.list().stream().map(e -> e.division())).containsOnly(PopulationDivision.MEMBERS_BY_WEIGHT);
  }

  /** North Yorkshire (42D) was three groups of 2018, in three footprints. */
  @Test
  void aMergedGroupIsDividedByThePeopleOfThoseThatItWas() {
    List<PopulationShare> shares = new ArrayList<>();
    for (int age = 0; age < AreaPopulation.AGES; age++) {
      shares.add(new PopulationShare("sub_icb", "42D", "ccg_2021", "42D", age, 1, "same"));
      shares.add(new PopulationShare("ccg_2021", "42D", "ccg_2018", "03D", age, age < 65 ? 0.5 : 0.2, "published"));
      shares.add(new PopulationShare("ccg_2021", "42D", "ccg_2018", "03E", age, age < 65 ? 0.3 : 0.2, "published"));
      shares.add(new PopulationShare("ccg_2021", "42D", "ccg_2018", "03M", age, age < 65 ? 0.2 : 0.6, "published"));
    }
    GroupEstimate of2016 = only("42D", 1_000, 100);
    AreaPopulation people =
        new ResidentPopulation(List.of(of2016), new PopulationShares(shares))
            .people(AREAS, Basis.AS_WAS, geographies("stp_2016", "ccg", "sub_icb"));
    Period year = Period.financialYear(2015);
    assertThat(people.near("stp_2016", "E54000003", year)).isCloseTo(520, within(1e-9));
    assertThat(people.near("stp_2016", "E54000005", year)).isCloseTo(320, within(1e-9));
    assertThat(people.near("stp_2016", "E54000006", year)).isCloseTo(260, within(1e-9));
    assertThat(people.near("ccg", "03M", year)).isCloseTo(260, within(1e-9));
    assertThat(people.near("ccg", "42D", year)).isNaN();
    assertThat(people.near("sub_icb", "E38000241", year)).isEqualTo(1_100);
  }

  @Test
  void bandsAreSpreadByTheNearestSingleYears() {
    double[] single = new double[AreaPopulation.AGES];
    single[0] = 30;
    single[1] = 10;
    double[] bands = new double[AreaPopulation.AGES];
    bands[0] = 80;
    LocalDate one = LocalDate.of(2018, 6, 30);
    LocalDate other = LocalDate.of(2020, 6, 30);
    AreaPopulation people =
        new ResidentPopulation(
                List.of(
                    new GroupEstimate("ccg_2018", PopulationSource.on(one), Map.of("00C", single)),
                    new GroupEstimate(
                        "ccg_2021", new PopulationSource(other, other, PopulationSource.FIRST, null, true),
                        Map.of("16C", bands))),
                PopulationShares.NONE)
            .people(AREAS, Basis.AS_WAS, geographies("country"));
    double[] ages = people.ages("country", "E92000001", Period.financialYear(2020));
    assertThat(ages[0]).isEqualTo(60);
    assertThat(ages[1]).isEqualTo(20);
  }
}
