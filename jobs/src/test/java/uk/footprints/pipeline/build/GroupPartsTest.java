package uk.footprints.pipeline.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import uk.footprints.analysis.GroupEstimate;
import uk.footprints.area.Area;
import uk.footprints.area.Areas;
import uk.footprints.area.Geography;
import uk.footprints.area.ReferenceData;
import uk.footprints.catalogue.PopulationShare;
import uk.footprints.indicator.AreaPopulation;
import uk.footprints.indicator.PopulationSource;

/** Editions of commissioning groups, and the parts of one that were groups of another. */
class GroupPartsTest {

  private static final Areas AREAS = ReferenceData.ofJar().areas();
  private static final LocalDate MIDDLE_OF_2015 = LocalDate.of(2015, 6, 30);
  private static final LocalDate MIDDLE_OF_2018 = LocalDate.of(2018, 6, 30);

  private static List<String> codes(String edition) {
    return AREAS.listAreas(edition).stream().map(Area::code).toList();
  }

  private static String edition(List<String> codes, LocalDate day) {
    return GroupParts.edition(codes, day, AREAS).map(Geography::id).orElse("");
  }

  @Test
  void theGroupsOf2015AreNotThoseOf2018() {
    assertThat(edition(codes("ccg_2015"), MIDDLE_OF_2015)).isEqualTo("ccg_2015");
    assertThat(edition(codes("ccg_2018"), MIDDLE_OF_2018)).isEqualTo("ccg_2018");
    assertThat(edition(codes("ccg_2019"), MIDDLE_OF_2018)).isEqualTo("ccg_2019");
    assertThat(edition(codes("ccg_2021"), LocalDate.of(2020, 6, 30))).isEqualTo("ccg_2021");
    assertThat(edition(List.of("E38000006"), MIDDLE_OF_2015)).isEqualTo("ccg_2015");
    assertThat(edition(List.of("W00000001"), MIDDLE_OF_2015)).isEmpty();
  }

  /** North Yorkshire (42D) was 03D, 03E and 03M; nobody of 50 was counted. */
  @Test
  void aGroupIsDividedByThePeopleOfEachAgeOfThoseThatItWas() {
    Map<String, double[]> people = new TreeMap<>();
    people.put("03D", ages(30, 10));
    people.put("03E", ages(50, 10));
    people.put("03M", ages(20, 60));
    GroupEstimate published = new GroupEstimate("ccg_2018", PopulationSource.on(MIDDLE_OF_2018), people);
    List<PopulationShare> shares =
        GroupParts.of(List.of(), List.of(published), List.of(), null, Map.of(), AREAS);
    assertThat(shares).allMatch(s -> s.fromGeography().equals("ccg_2021") && s.fromCode().equals("42D"));
    assertThat(share(shares, "03M", 30)).isCloseTo(0.2, within(1e-12));
    assertThat(share(shares, "03M", 80)).isCloseTo(0.75, within(1e-12));
    assertThat(share(shares, "03M", 50)).isCloseTo(80 / 180.0, within(1e-12));
    assertThat(share(shares, "03D", 90) + share(shares, "03E", 90) + share(shares, "03M", 90))
        .isCloseTo(1, within(1e-12));
  }

  /** Some small areas of a year are no people of the country where another year is whole. */
  @Test
  void aPartOfTheCountryDoesNotPassForAllOfIt() {
    Map<String, double[]> all = new TreeMap<>();
    AREAS.listAreas("ccg_2018").forEach(area -> all.put(area.odsCode(), ages(1, 1)));
    GroupEstimate whole = new GroupEstimate("ccg_2018", PopulationSource.on(MIDDLE_OF_2018), all);
    GroupEstimate some =
        new GroupEstimate(
            "ccg_2021", PopulationSource.on(LocalDate.of(2019, 6, 30)), new TreeMap<>(Map.of("16C", ages(5, 5))));
    assertThat(PopulationInputs.whole(Map.of("all", List.of(some, whole)), AREAS).get("all")).containsExactly(whole);
    assertThat(PopulationInputs.whole(Map.of("all", List.of(some)), AREAS).get("all")).containsExactly(some);
  }

  private static double[] ages(double young, double old) {
    double[] ages = new double[AreaPopulation.AGES];
    ages[30] = young;
    ages[80] = old;
    return ages;
  }

  private static double share(List<PopulationShare> shares, String part, int age) {
    return shares.stream()
        .filter(s -> s.toCode().equals(part) && s.age() == age)
        .mapToDouble(PopulationShare::share)
        .findFirst()
        .orElseThrow();
  }
}
