package uk.footprints.area;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The councils that run social care, and the people whom each shares with each commissioning group: what carries a
 * council's figures into any geography.
 *
 * @param parts a row of {@code councils.csv} each
 */
public record Councils(List<Part> parts) {

  /** The commissioning groups are those of this day. */
  public static final LocalDate DAY = LocalDate.of(2021, 6, 30);

  /** What council memberships say of their weights. */
  public static final String BASIS = "population";

  private static final Councils REFERENCE = new Councils(read());

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
    return Table.ofReference("councils.csv", "council_code", "council_name", "ccg_code", "persons", "source")
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

  /** Those that ship with the program. */
  public static Councils reference() {
    return REFERENCE;
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

  /** The people of each council in each area of a geography: areas by council. What lies in no area is left out. */
  public Map<String, Map<String, Double>> peopleIn(Areas areas, Basis basis, String geography) {
    Map<String, Map<String, Double>> people = new LinkedHashMap<>();
    for (Part part : parts) {
      for (Share share : areas.listShares(basis, Membership.CCG, part.group(), geography, DAY)) {
        people
            .computeIfAbsent(part.council(), council -> new LinkedHashMap<>())
            .merge(share.areaCode(), part.persons() * share.weight(), Double::sum);
      }
    }
    return people;
  }

  /** Councils as members of a geography's areas, by where their people live: an estimate wherever one is cut. */
  List<Membership> memberships(Areas areas, String geography) {
    Map<String, Double> whole = people();
    List<Membership> memberships = new ArrayList<>();
    peopleIn(areas, Basis.AS_WAS, geography)
        .forEach(
            (council, byArea) ->
                byArea.forEach(
                    (area, persons) -> {
                      double weight = persons / whole.get(council);
                      memberships.add(
                          new Membership(
                              Membership.COUNCIL, council, geography, area, Dates.ALWAYS,
                              weight > 1 - 1e-9 ? 1 : weight, BASIS, "councils.csv"));
                    }));
    return memberships;
  }
}
