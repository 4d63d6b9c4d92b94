package uk.footprints.analysis;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import uk.footprints.area.Geography;
import uk.footprints.catalogue.PopulationShare;
import uk.footprints.indicator.AreaPopulation;

/**
 * The parts of commissioning groups that were other groups, step by step from the present to earlier editions, and the
 * share of the people of each age who live there.
 */
public final class PopulationShares {

  /** No parts. */
  public static final PopulationShares NONE = new PopulationShares(List.of());

  private record Group(String geography, String code) implements Comparable<Group> {
    @Override
    public int compareTo(Group other) {
      int first = geography.compareTo(other.geography);
      return first != 0 ? first : code.compareTo(other.code);
    }
  }

  /**
   * A part of a group.
   *
   * @param geography the geography of the part
   * @param code its NHS code
   * @param shares its share of the people of each age
   */
  record Part(String geography, String code, double[] shares) {

    /** Returns the first day on which groups of that geography were in force. */
    LocalDate day() {
      return Geography.get(geography).inForce().from();
    }

    /** Returns the part of these people, by age. */
    double[] of(double[] people) {
      double[] part = new double[people.length];
      for (int age = 0; age < people.length; age++) {
        part[age] = people[age] * shares[age];
      }
      return part;
    }
  }

  private final Map<Group, Map<Group, Part>> parts = new TreeMap<>();

  /** Creates shares of rows of the table. */
  public PopulationShares(List<PopulationShare> rows) {
    for (PopulationShare row : rows) {
      Group to = new Group(row.toGeography(), row.toCode());
      parts
              .computeIfAbsent(new Group(row.fromGeography(), row.fromCode()), g -> new TreeMap<>())
              .computeIfAbsent(to, g -> new Part(to.geography(), to.code(), new double[AreaPopulation.AGES]))
              .shares()[Math.toIntExact(row.age())] =
          row.share();
    }
  }

  /** Reads the shares of a release. */
  static PopulationShares read(ReleaseReader published) throws IOException {
    return new PopulationShares(published.rows(PopulationShare.TABLE.all()));
  }

  /** Returns the parts of a group; none where it is not known how it is divided. */
  List<Part> of(String geography, String code) {
    return List.copyOf(parts.getOrDefault(new Group(geography, code), Map.of()).values());
  }

  /**
   * Returns the estimate by the groups of an edition that was in force on a day: of those before, the latest; where
   * there is none, the earliest. A group whose parts are not known is left out.
   */
  GroupEstimate on(LocalDate day, GroupEstimate estimate) {
    GroupEstimate now = estimate;
    while (Geography.get(now.geography()).inForce().from().isAfter(day)) {
      GroupEstimate earlier = divided(now);
      if (earlier.people().isEmpty()) {
        return now;
      }
      now = earlier;
    }
    return now;
  }

  private GroupEstimate divided(GroupEstimate estimate) {
    Map<String, double[]> people = new TreeMap<>();
    List<String> geographies = new ArrayList<>();
    estimate.people().forEach(
        (code, ages) -> {
          for (Part part : of(estimate.geography(), code)) {
            geographies.add(part.geography());
            double[] sum = people.computeIfAbsent(part.code(), c -> new double[AreaPopulation.AGES]);
            double[] more = part.of(ages);
            for (int age = 0; age < sum.length; age++) {
              sum[age] += more[age];
            }
          }
        });
    return geographies.isEmpty()
        ? new GroupEstimate(estimate.geography(), estimate.source(), Map.of())
        : new GroupEstimate(geographies.get(0), estimate.source(), people);
  }
}
