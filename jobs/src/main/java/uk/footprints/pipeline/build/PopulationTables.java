package uk.footprints.pipeline.build;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import uk.footprints.analysis.ResidentPopulation;
import uk.footprints.area.AreaShare;
import uk.footprints.area.Areas;
import uk.footprints.area.Basis;
import uk.footprints.area.Geography;
import uk.footprints.area.Membership;
import uk.footprints.catalogue.Tables;

/** Makes the rows of the population tables: commissioning groups as published, and areas as sums of their groups. */
final class PopulationTables {

  private static final Map<String, String> BASES =
      Map.of(ResidentPopulation.GROUPS, "published", ResidentPopulation.BANDED, "small_areas");

  private PopulationTables() {}

  /** An area on a day. */
  private record Place(String geography, String area, String ods, LocalDate day) implements Comparable<Place> {

    private static final Comparator<Place> ORDER =
        Comparator.comparing(Place::geography).thenComparing(Place::area).thenComparing(Place::day);

    @Override
    public int compareTo(Place other) {
      return ORDER.compare(this, other);
    }
  }

  /** A sex and age band. */
  private record Band(String sex, long age, Long ageTo) {

    private static final Comparator<Band> ORDER = Comparator.comparing(Band::sex).thenComparingLong(Band::age);
  }

  /** The sums of an area, and the share of a group that belongs to it. */
  private record ParentArea(Map<Band, double[]> people, double weight) {}

  /**
   * Returns the rows of {@link Tables#POPULATION}: groups as published, then each footprint as the sum of its groups.
   */
  static List<Object[]> areas(List<PopulationCount> counted, Areas areas) {
    Map<String, String> odsCodes = odsCodes(areas);
    List<Geography> footprints =
        areas.listGeographies().stream()
            .filter(g -> g.family().equals(Geography.FOOTPRINT) || g.id().equals("country"))
            .toList();
    Map<Place, Map<Band, double[]>> people = new TreeMap<>();
    Map<String, List<ParentArea>> parentAreas = new HashMap<>();
    for (PopulationCount group : counted) {
      String ons = group.code();
      LocalDate day = group.day();
      Band band = new Band(group.sex(), group.age(), group.ageTo());
      List<ParentArea> parents =
          parentAreas.computeIfAbsent(
              group.geography() + " " + ons + " " + day,
              k -> {
                List<ParentArea> found = new ArrayList<>();
                String ods = odsCodes.getOrDefault(ons, "");
                Place own = new Place(group.geography(), ons, ods, day);
                found.add(new ParentArea(people.computeIfAbsent(own, p -> new HashMap<>()), 1));
                for (Geography geography : ods.isEmpty() ? List.<Geography>of() : footprints) {
                  for (AreaShare share : areas.listShares(Basis.AS_WAS, Membership.CCG, ods, geography.id(), day)) {
                    Place place = new Place(geography.id(), share.areaCode(), "", day);
                    found.add(new ParentArea(people.computeIfAbsent(place, p -> new HashMap<>()), share.weight()));
                  }
                }
                return found;
              });
      for (ParentArea parent : parents) {
        parent.people().computeIfAbsent(band, b -> new double[1])[0] += group.persons() * parent.weight();
      }
    }
    List<Object[]> rows = new ArrayList<>();
    people.forEach(
        (place, bands) -> {
          String ods = ods(areas, place);
          String basis = BASES.getOrDefault(place.geography(), "members");
          bands.entrySet().stream()
              .sorted(Map.Entry.comparingByKey(Band.ORDER))
              .forEach(
                  e ->
                      rows.add(
                          new Object[] {
                            place.geography(), place.area(), ods, place.day(), place.day(), e.getKey().sex(),
                            e.getKey().age(), e.getValue()[0], basis, e.getKey().ageTo()
                          }));
        });
    return rows;
  }

  /** Returns the rows of the commissioning groups. */
  static List<ResidentPopulation.Residents> groups(List<Object[]> population) {
    return population.stream()
        .filter(row -> BASES.containsKey(row[0]))
        .map(
            row ->
                new ResidentPopulation.Residents(
                    (String) row[0], row[2] == null ? "" : (String) row[2], (LocalDate) row[3], (String) row[5],
                    Math.toIntExact((Long) row[6]), (Double) row[7]))
        .toList();
  }

  /** Returns the NHS codes of commissioning groups of all years, by their ONS code. */
  private static Map<String, String> odsCodes(Areas areas) {
    Map<String, String> codes = new HashMap<>();
    areas.listAreas().stream()
        .filter(a -> a.geography().startsWith("ccg_"))
        .forEach(a -> codes.putIfAbsent(a.code(), a.odsCode()));
    return codes;
  }

  private static String ods(Areas areas, Place key) {
    String code =
        key.ods().isEmpty()
            ? areas.findArea(key.geography(), key.area()).map(a -> a.odsCode()).orElse("")
            : key.ods();
    return code.isEmpty() ? null : code;
  }
}
