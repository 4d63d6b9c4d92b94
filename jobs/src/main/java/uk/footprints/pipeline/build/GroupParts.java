package uk.footprints.pipeline.build;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import uk.footprints.analysis.GroupEstimate;
import uk.footprints.analysis.SmallAreaMemberships;
import uk.footprints.area.Area;
import uk.footprints.area.Areas;
import uk.footprints.area.Basis;
import uk.footprints.area.Geography;
import uk.footprints.area.Membership;
import uk.footprints.area.Successions;
import uk.footprints.catalogue.PopulationShare;
import uk.footprints.indicator.AreaPopulation;

/**
 * Finds the parts of today's groups that were other groups: of sub-locations the groups of 2021, by their small areas;
 * of these the groups of earlier estimates, by the people of each age who were estimated then.
 */
final class GroupParts {

  private static final String SUB_LOCATIONS_2022 = "sicbl_2022";
  private static final String GROUPS_2021 = PopulationInputs.SUMMED;
  private static final double NEGLIGIBLE = 0.0005;

  private GroupParts() {}

  /** Returns the edition of commissioning groups that has most of some codes; among equals the one of the day. */
  static Optional<Geography> edition(List<String> codes, LocalDate day, Areas areas) {
    return areas.listGeographies().stream()
        .filter(g -> g.id().startsWith("ccg_"))
        .filter(g -> codes.stream().anyMatch(code -> areas.findArea(g.id(), code).isPresent()))
        .max(
            Comparator.comparingLong(
                    (Geography g) -> codes.stream().filter(c -> areas.findArea(g.id(), c).isPresent()).count())
                .thenComparing(g -> g.inForce().contains(day))
                .thenComparing(g -> -areas.listAreas(g.id()).size()));
  }

  /**
   * Returns the parts.
   *
   * @param rebased the estimates of sub-locations
   * @param published estimates of commissioning groups, as first published
   * @param small people of small areas, by bands of five years
   * @param links the groups of small areas
   * @param codes NHS codes of groups and sub-locations by their ONS codes
   */
  static List<PopulationShare> of(
      List<GroupEstimate> rebased, List<GroupEstimate> published, List<PopulationInputs.SmallArea> small,
      SmallAreaMemberships links, Map<String, String> codes, Areas areas) {
    List<PopulationShare> rows = new ArrayList<>(ofSubLocations(rebased, small, links, codes, areas));
    List<GroupEstimate> editions =
        published.stream()
            .sorted(Comparator.comparing((GroupEstimate e) -> e.source().day()).reversed())
            .toList();
    String geography = GROUPS_2021;
    List<String> groups = areas.listAreas(GROUPS_2021).stream().map(Area::odsCode).toList();
    for (GroupEstimate edition : editions) {
      if (Geography.get(edition.geography()).inForce().from().isBefore(Geography.get(geography).inForce().from())) {
        rows.addAll(ofGroups(geography, groups, edition, areas));
        geography = edition.geography();
        groups = List.copyOf(edition.people().keySet());
      }
    }
    return rows;
  }

  private static List<PopulationShare> ofSubLocations(
      List<GroupEstimate> rebased, List<PopulationInputs.SmallArea> small, SmallAreaMemberships links,
      Map<String, String> codes, Areas areas) {
    Map<String, Map<String, double[]>> byPart = crossed(small, links, codes);
    List<PopulationShare> rows = new ArrayList<>();
    TreeMap<String, LocalDate> land = new TreeMap<>();
    rebased.forEach(e -> e.people().keySet().forEach(code -> land.put(code, e.source().land())));
    land.forEach(
        (code, day) -> {
          Map<String, double[]> parts = byPart.getOrDefault(code, Map.of());
          if (parts.size() > 1) {
            addShares(rows, Geography.SUB_LOCATIONS, code, GROUPS_2021, parts, "small_areas");
          } else if (parts.size() == 1 || isSame(code, day, areas)) {
            String part = parts.isEmpty() ? code : parts.keySet().iterator().next();
            addShares(rows, Geography.SUB_LOCATIONS, code, GROUPS_2021, Map.of(part, ones()), "same");
          }
        });
    return rows;
  }

  /** Returns whether a group of 2021 has the code and the land of a sub-location. */
  private static boolean isSame(String code, LocalDate day, Areas areas) {
    return areas.listAreas(GROUPS_2021).stream()
        .filter(area -> area.odsCode().equals(code))
        .anyMatch(
            area ->
                areas
                    .listBreaks(Basis.AS_WAS, Membership.CCG, GROUPS_2021, area.code(), area.dates().from(), day)
                    .isEmpty());
  }

  /** Adds up the people of the latest small areas by sub-location of 2022 and group of 2021; tiny slivers are left out. */
  private static Map<String, Map<String, double[]>> crossed(
      List<PopulationInputs.SmallArea> small, SmallAreaMemberships links, Map<String, String> codes) {
    if (small.isEmpty() || !links.has(SUB_LOCATIONS_2022, GROUPS_2021)) {
      return Map.of();
    }
    Map<String, Map<String, Double>> now = links.shares(SUB_LOCATIONS_2022);
    Map<String, Map<String, Double>> then = links.shares(GROUPS_2021);
    Optional<LocalDate> latest =
        small.stream()
            .filter(area -> now.containsKey(area.code()) && then.containsKey(area.code()))
            .map(PopulationInputs.SmallArea::day)
            .max(Comparator.naturalOrder());
    Map<String, Map<String, double[]>> people = new HashMap<>();
    for (PopulationInputs.SmallArea area : small) {
      if (area.day().equals(latest.orElse(null)) && now.containsKey(area.code()) && then.containsKey(area.code())) {
        String from = codes.getOrDefault(now.get(area.code()).keySet().iterator().next(), "");
        String to = codes.getOrDefault(then.get(area.code()).keySet().iterator().next(), "");
        double[] sum =
            people
                .computeIfAbsent(from, f -> new TreeMap<>())
                .computeIfAbsent(to, t -> new double[AreaPopulation.AGES]);
        for (int age = 0; age < sum.length; age++) {
          sum[age] += area.bands()[AreaPopulation.band(age) / 5];
        }
      }
    }
    people.values().forEach(
        parts -> {
          double all = parts.values().stream().mapToDouble(GroupParts::sum).sum();
          parts.values().removeIf(part -> sum(part) < NEGLIGIBLE * all);
        });
    return people;
  }

  private static List<PopulationShare> ofGroups(
      String geography, List<String> groups, GroupEstimate earlier, Areas areas) {
    LocalDate day = Geography.get(geography).inForce().from();
    Map<String, Map<String, double[]>> parts = new TreeMap<>();
    earlier.people().forEach(
        (code, ages) -> {
          for (Successions.Heir heir : areas.successions().listHeirs(Membership.CCG, code, day)) {
            double[] own = Arrays.stream(ages).map(n -> n * heir.share()).toArray();
            parts.computeIfAbsent(heir.code(), h -> new TreeMap<>()).put(code, own);
          }
        });
    List<PopulationShare> rows = new ArrayList<>();
    for (String group : groups) {
      Map<String, double[]> own = parts.getOrDefault(group, Map.of());
      if (!own.isEmpty()) {
        addShares(rows, geography, group, earlier.geography(), own, own.size() == 1 ? "same" : "published");
      }
    }
    return rows;
  }

  /** Adds a row for each part and age; an age of which nobody was counted is divided like all ages together. */
  private static void addShares(
      List<PopulationShare> rows, String geography, String code, String partGeography, Map<String, double[]> parts,
      String basis) {
    double all = parts.values().stream().mapToDouble(GroupParts::sum).sum();
    for (int age = 0; age < AreaPopulation.AGES; age++) {
      int of = age;
      double ofAge = parts.values().stream().mapToDouble(ages -> ages[of]).sum();
      for (Map.Entry<String, double[]> part : parts.entrySet()) {
        double share = ofAge > 0 ? part.getValue()[age] / ofAge : sum(part.getValue()) / all;
        rows.add(new PopulationShare(geography, code, partGeography, part.getKey(), age, share, basis));
      }
    }
  }

  private static double[] ones() {
    double[] ones = new double[AreaPopulation.AGES];
    Arrays.fill(ones, 1);
    return ones;
  }

  private static double sum(double[] ages) {
    return Arrays.stream(ages).sum();
  }
}
