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

/** People: what was published for commissioning groups, and what that adds up to for areas. */
final class PopulationTables {

  private static final Map<String, String> BASES =
      Map.of(ResidentPopulation.GROUPS, "published", ResidentPopulation.BANDED, "small_areas");

  private PopulationTables() {}

  /** Where people live, and when. */
  private record Place(String geography, String area, String ods, LocalDate day) implements Comparable<Place> {

    private static final Comparator<Place> ORDER =
        Comparator.comparing(Place::geography).thenComparing(Place::area).thenComparing(Place::day);

    @Override
    public int compareTo(Place other) {
      return ORDER.compare(this, other);
    }
  }

  /** Who they are. */
  private record Band(String sex, long age, Long ageTo) {

    private static final Comparator<Band> ORDER = Comparator.comparing(Band::sex).thenComparingLong(Band::age);
  }

  /** An area of which a group is a part. */
  private record Whole(Map<Band, double[]> people, double weight) {}

  /** Rows of {@link Tables#POPULATION}: the groups as counted, then every footprint as the sum of its groups. */
  static List<Object[]> areas(List<PopulationCount> counted, Areas areas) {
    Map<String, String> odsCodes = odsCodes(areas);
    List<Geography> footprints =
        areas.listGeographies().stream()
            .filter(g -> g.family().equals(Geography.FOOTPRINT) || g.id().equals("country"))
            .toList();
    Map<Place, Map<Band, double[]>> people = new TreeMap<>();
    Map<String, List<Whole>> wholes = new HashMap<>();
    for (PopulationCount group : counted) {
      String ons = group.code();
      LocalDate day = group.day();
      Band band = new Band(group.sex(), group.age(), group.ageTo());
      List<Whole> of =
          wholes.computeIfAbsent(
              group.geography() + " " + ons + " " + day,
              k -> {
                List<Whole> found = new ArrayList<>();
                String ods = odsCodes.getOrDefault(ons, "");
                Place own = new Place(group.geography(), ons, ods, day);
                found.add(new Whole(people.computeIfAbsent(own, p -> new HashMap<>()), 1));
                for (Geography geography : ods.isEmpty() ? List.<Geography>of() : footprints) {
                  for (AreaShare share : areas.listShares(Basis.AS_WAS, Membership.CCG, ods, geography.id(), day)) {
                    Place place = new Place(geography.id(), share.areaCode(), "", day);
                    found.add(new Whole(people.computeIfAbsent(place, p -> new HashMap<>()), share.weight()));
                  }
                }
                return found;
              });
      for (Whole whole : of) {
        whole.people().computeIfAbsent(band, b -> new double[1])[0] += group.persons() * whole.weight();
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

  /** Of these rows, the commissioning groups as counted, as {@link ResidentPopulation} reads them. */
  static List<Object[]> groups(List<Object[]> population) {
    return population.stream()
        .filter(row -> BASES.containsKey(row[0]))
        .map(row -> new Object[] {row[0], row[2], row[3], row[5], row[7], row[6]})
        .toList();
  }

  /** NHS codes of commissioning groups by their ONS code, of any year. */
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
