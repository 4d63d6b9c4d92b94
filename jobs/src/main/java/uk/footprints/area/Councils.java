package uk.footprints.area;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The councils that run social care, and the people whom each shares with each commissioning group: what carries a
 * council's figures into any geography.
 *
 * @param parts a row of {@code councils.csv} each
 * @param codes by council, the codes under which publications know it
 */
public record Councils(List<Part> parts, Map<String, List<String>> codes) {

  /** The commissioning groups are those of this day. */
  public static final LocalDate DAY = LocalDate.of(2021, 6, 30);

  /** The weight basis of council memberships. */
  public static final String BASIS = "population";

  /** No councils. */
  static final Councils NONE = new Councils(List.of(), Map.of());

  /**
   * The people of a council who live in a commissioning group.
   *
   * @param council its code
   * @param name its name
   * @param group the group's NHS code
   * @param persons how many
   */
  public record Part(String council, String name, String group, double persons) {}

  private static List<Part> read() {
    return ReferenceTable.ofReference("councils.csv", "council_code", "council_name", "ccg_code", "persons", "source")
        .rows()
        .stream()
        .map(
            row ->
                new Part(
                    row.required("council_code"),
                    row.required("council_name"),
                    row.required("ccg_code"),
                    Double.parseDouble(row.required("persons"))))
        .toList();
  }

  private static Map<String, List<String>> known() {
    return ReferenceTable.ofReference("council_codes.csv", "known_as", "council_code", "source").rows().stream()
        .collect(
            Collectors.groupingBy(
                row -> row.required("council_code"),
                Collectors.mapping(row -> row.required("known_as"), Collectors.toList())));
  }

  /** Reads the tables in the jar. */
  static Councils ofJar() {
    return new Councils(read(), known());
  }

  /** People by council. */
  public Map<String, Double> people() {
    Map<String, Double> people = new LinkedHashMap<>();
    parts.forEach(part -> people.merge(part.council(), part.persons(), Double::sum));
    return people;
  }

  /** Names by council. */
  public Map<String, String> names() {
    Map<String, String> names = new LinkedHashMap<>();
    parts.forEach(part -> names.put(part.council(), part.name()));
    return names;
  }

  /** Each council as an area. */
  List<Area> areas(String geography) {
    LocalDate first = Geography.get(geography).inForce().from();
    List<Area> areas = new ArrayList<>();
    names()
        .forEach(
            (code, name) ->
                areas.add(
                    new Area(
                        geography, code, "", name, new DateRange(first, LocalDate.MAX), "E92000001", "councils.csv")));
    return areas;
  }

  /**
   * The people of each council in each area of a geography: areas by council. People outside all areas are left out.
   */
  public Map<String, Map<String, Double>> peopleIn(Areas areas, Basis basis, String geography) {
    Map<String, Map<String, Double>> people = new LinkedHashMap<>();
    for (Part part : parts) {
      for (AreaShare share : areas.listShares(basis, Membership.CCG, part.group(), geography, DAY)) {
        people
            .computeIfAbsent(part.council(), council -> new LinkedHashMap<>())
            .merge(share.areaCode(), part.persons() * share.weight(), Double::sum);
      }
    }
    return people;
  }

  /**
   * Councils as members of a geography's areas, by where their people live: an estimate wherever one is cut. Under
   * their code and under those by which publications know them; a former council is where its successors are.
   */
  List<Membership> memberships(Areas areas, String geography) {
    Map<String, Map<String, Double>> shares = new LinkedHashMap<>();
    Map<String, Double> whole = people();
    peopleIn(areas, Basis.AS_WAS, geography)
        .forEach(
            (council, byArea) -> {
              Map<String, Double> parts = new LinkedHashMap<>();
              byArea.forEach((area, persons) -> parts.put(area, persons / whole.get(council)));
              shares.put(council, parts);
            });
    if (geography.equals(Geography.COUNCILS)) {
      shares.replaceAll((council, parts) -> Map.of(council, 1.0));
    }
    shares.putAll(former(areas.successions(), shares));
    List<Membership> memberships = new ArrayList<>();
    shares.forEach(
        (council, parts) -> {
          memberships.addAll(memberships(council, geography, parts, "councils.csv"));
          for (String known : codes.getOrDefault(council, List.of())) {
            memberships.addAll(memberships(known, geography, parts, "council_codes.csv"));
          }
        });
    return memberships;
  }

  private static Map<String, Map<String, Double>> former(
      Successions successions, Map<String, Map<String, Double>> shares) {
    Map<String, Map<String, Double>> former = new LinkedHashMap<>();
    for (Succession event : successions.listAll()) {
      if (event.kind().equals(Membership.COUNCIL) && !shares.containsKey(event.oldCode())) {
        Map<String, Double> parts = new LinkedHashMap<>();
        for (Successions.Heir heir : successions.listHeirs(Membership.COUNCIL, event.oldCode())) {
          shares
              .getOrDefault(heir.code(), Map.of())
              .forEach((area, share) -> parts.merge(area, share * heir.share(), Double::sum));
        }
        former.put(event.oldCode(), parts);
      }
    }
    return former;
  }

  private static List<Membership> memberships(
      String code, String geography, Map<String, Double> parts, String source) {
    List<Membership> memberships = new ArrayList<>();
    parts.forEach(
        (area, part) -> {
          double weight = part > 1 - 1e-9 ? 1 : part;
          memberships.add(
              new Membership(
                  Membership.COUNCIL, code, geography, area, DateRange.ALWAYS, weight, BASIS, source));
        });
    return memberships;
  }

  /**
   * The councils as areas, in which their people's commissioning groups lie by where those people live. A group of
   * before 2021 is shared out like the one that it became: right for people, who add up to those of the later group,
   * and an estimate for all that is counted.
   */
  List<Membership> groupsIn(String geography, Areas areas) {
    Map<String, Map<String, Double>> byGroup = new LinkedHashMap<>();
    for (Part part : parts) {
      byGroup
          .computeIfAbsent(part.group(), g -> new LinkedHashMap<>())
          .merge(part.council(), part.persons(), Double::sum);
      for (Successions.Heir heir : areas.successions().listHeirs(Membership.CCG, part.group(), DAY)) {
        if (!heir.code().equals(part.group())) {
          byGroup
              .computeIfAbsent(heir.code(), g -> new LinkedHashMap<>())
              .merge(part.council(), part.persons() * heir.share(), Double::sum);
        }
      }
    }
    for (Succession event : areas.successions().listAll()) {
      if (event.kind().equals(Membership.CCG) && !byGroup.containsKey(event.oldCode())) {
        for (Successions.Heir heir : areas.successions().listHeirs(Membership.CCG, event.oldCode(), DAY)) {
          byGroup
              .getOrDefault(heir.code(), Map.of())
              .forEach(
                  (council, persons) ->
                      byGroup
                          .computeIfAbsent(event.oldCode(), g -> new LinkedHashMap<>())
                          .merge(council, persons * heir.share(), Double::sum));
        }
      }
    }
    List<Membership> memberships = new ArrayList<>();
    byGroup.forEach(
        (group, people) -> {
          double all = people.values().stream().mapToDouble(Double::doubleValue).sum();
          people.forEach(
              (council, persons) ->
                  memberships.add(
                      new Membership(
                          Membership.CCG, group, geography, council, DateRange.ALWAYS, persons / all,
                          people.size() == 1 ? "whole" : BASIS, "councils.csv")));
        });
    return memberships;
  }
}
