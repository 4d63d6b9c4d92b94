package uk.footprints.analysis;

import java.io.IOException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import uk.footprints.area.AreaShare;
import uk.footprints.area.Areas;
import uk.footprints.area.Basis;
import uk.footprints.area.Geography;
import uk.footprints.area.Membership;
import uk.footprints.catalogue.Tables;
import uk.footprints.indicator.AreaPopulation;
import uk.footprints.table.TableExcerpt;

/**
 * Holds the published population by age and commissioning group. The people of an area are those of the groups in it,
 * on the basis on which its activity is counted.
 */
public final class ResidentPopulation {

  /** The groups whose people are published by single year of age. */
  public static final String GROUPS = "ccg_2018";

  /** The groups for which the populations of small areas are added up, by bands of five years. */
  public static final String BANDED = "ccg_2021";

  private static final String ALL = "all";

  /** People of an age or age band of a group on a day; a row of the table {@code population}. */
  public record Residents(
      String geography, String odsCode, LocalDate periodStart, String sex, int age, double persons) {}

  private static final TableExcerpt<Residents> POPULATION = TableExcerpt.of(Tables.POPULATION, Residents.class);

  private final Map<LocalDate, Map<String, double[]>> byDay = new TreeMap<>();
  private final Map<LocalDate, Map<String, double[]>> byBand = new TreeMap<>();

  private record Whole(String code, LocalDate day) {}

  /** Reads the groups of a release. */
  public static ResidentPopulation read(ReleaseReader published) throws IOException {
    return of(published.rows(POPULATION, Map.of("geography", Set.of(GROUPS, BANDED))));
  }

  /** Adds up groups; where there are rows of each sex and of both together, those of both are used. */
  public static ResidentPopulation of(List<Residents> groups) {
    ResidentPopulation residents = new ResidentPopulation();
    Set<Whole> together = new HashSet<>();
    for (Residents group : groups) {
      if (!group.odsCode().isEmpty() && group.sex().equals(ALL)) {
        together.add(new Whole(group.odsCode(), group.periodStart()));
      }
    }
    for (Residents group : groups) {
      String code = group.odsCode();
      LocalDate day = group.periodStart();
      if (!code.isEmpty() && group.sex().equals(ALL) == together.contains(new Whole(code, day))) {
        int age = Math.min(group.age(), AreaPopulation.AGES - 1);
        if (group.geography().equals(GROUPS)) {
          ages(residents.byDay, day, code)[age] += group.persons();
        }
        ages(residents.byBand, day, code)[AreaPopulation.band(age)] += group.persons();
      }
    }
    return residents;
  }

  private static double[] ages(Map<LocalDate, Map<String, double[]>> byDay, LocalDate day, String code) {
    return byDay
    .computeIfAbsent(day, d -> new TreeMap<>())
    .computeIfAbsent(code, c -> new double[AreaPopulation.AGES]);
  }

  /** Computes the people of every area of these geographies, by single year of age. */
  public AreaPopulation people(Areas areas, Basis basis, List<Geography> geographies) {
    return people(byDay, areas, basis, geographies);
  }

  /** Computes them by bands of five years, also at the days for which only small areas were published. */
  public AreaPopulation yearly(Areas areas, Basis basis, List<Geography> geographies) {
    return people(byBand, areas, basis, geographies);
  }

  private static AreaPopulation people(
      Map<LocalDate, Map<String, double[]>> byDay, Areas areas, Basis basis, List<Geography> geographies) {
    AreaPopulation people = new AreaPopulation();
    byDay.forEach(
        (day, groups) ->
            groups.forEach(
                (code, ages) -> {
                  for (Geography geography : geographies) {
                    for (AreaShare share : areas.listShares(basis, Membership.CCG, code, geography.id(), day)) {
                      for (int age = 0; age < ages.length; age++) {
                        people.add(geography.id(), share.areaCode(), day, age, ages[age] * share.weight());
                      }
                    }
                  }
                }));
    return people;
  }
}
