package uk.footprints.area;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import uk.footprints.runtime.UserException;

/**
 * Moves figures between geographies that do not nest: each area's figure is shared out over its small areas by
 * population and added up again by the other geography. The total is kept. Where the figure is known by age, move each
 * age group with that age group's population and add the results.
 *
 * @param shares for each area of the old geography, the part of its population in each area of the new one
 */
public record Reapportionment(Map<String, Map<String, Double>> shares) {

  /** Less than this part of an area's population is an edge, not a split. */
  private static final double EDGE = 1e-9;

  /**
   * A small area, such as a lower layer super output area.
   *
   * @param code its code
   * @param from the area of the old geography that contains it
   * @param to the area of the new one
   * @param population people, of the age group that the figure is about
   */
  public record SmallArea(String code, String from, String to, double population) {}

  /**
   * A figure in the new geography.
   *
   * @param areaCode the area
   * @param value the figure
   * @param reliability the part of the value, 0 to 1, that came from old areas that lie in this one whole; the rest
   *     rests on
   *     the assumption that the figure is spread as the population is. None of a zero: 1
   */
  public record Moved(String areaCode, double value, double reliability) {}

  /** Shares by the population of small areas. */
  public static Reapportionment by(List<SmallArea> smallAreas) {
    Map<String, Map<String, Double>> population = new TreeMap<>();
    for (SmallArea small : smallAreas) {
      if (small.population() < 0 || Double.isNaN(small.population())) {
        throw UserException.data(
            "The small area %s has a population of %s.".formatted(small.code(), small.population()), "correct its row");
      }
      population.computeIfAbsent(small.from(), k -> new TreeMap<>()).merge(small.to(), small.population(), Double::sum);
    }
    Map<String, Map<String, Double>> shares = new TreeMap<>();
    population.forEach(
        (from, people) -> {
          double all = people.values().stream().mapToDouble(Double::doubleValue).sum();
          if (all == 0) {
            throw UserException.data(
                "Nobody lives in " + from + ": it cannot be shared out.", "give its small areas a population");
          }
          Map<String, Double> parts = new TreeMap<>();
          people.forEach(
              (to, some) -> {
                if (some / all > EDGE) {
                  parts.put(to, some / all);
                }
              });
          shares.put(from, parts);
        });
    return new Reapportionment(shares);
  }

  /**
   * Shares by the population of small areas that lie in both geographies.
   *
   * @param from the old geography's area, by small area
   * @param to the new geography's area, by small area
   * @param population people, by small area
   */
  public static Reapportionment by(Map<String, String> from, Map<String, String> to, Map<String, Double> population) {
    List<SmallArea> smallAreas = new ArrayList<>();
    from.forEach(
        (code, area) -> {
          Double people = population.get(code);
          if (!to.containsKey(code) || people == null) {
            String lack = people == null ? "population" : "place in the new geography";
            throw UserException.data(
                "The small area %s has no %s.".formatted(code, lack), "use tables of the same edition of small areas");
          }
          smallAreas.add(new SmallArea(code, area, to.get(code), people));
        });
    return by(smallAreas);
  }

  /** The figures in the new geography, in the order of its codes. */
  public List<Moved> move(Map<String, Double> figures) {
    Map<String, double[]> wholeAndAll = new TreeMap<>();
    figures.forEach(
        (from, value) -> {
          Map<String, Double> parts = shares.get(from);
          if (parts == null) {
            throw UserException.data("No small area is in " + from + ".", "add it to the lookup of small areas");
          }
          parts.forEach(
              (to, part) -> {
                double[] sums = wholeAndAll.computeIfAbsent(to, k -> new double[2]);
                sums[0] += parts.size() == 1 ? value : 0;
                sums[1] += value * part;
              });
        });
    List<Moved> moved = new ArrayList<>();
    wholeAndAll.forEach((to, sums) -> moved.add(new Moved(to, sums[1], sums[1] == 0 ? 1 : sums[0] / sums[1])));
    return List.copyOf(moved);
  }

  /** Adds figures that were moved apart, as age groups are. */
  public static List<Moved> sum(List<List<Moved>> parts) {
    Map<String, double[]> reliableAndAll = new LinkedHashMap<>();
    for (List<Moved> part : parts) {
      for (Moved moved : part) {
        double[] sums = reliableAndAll.computeIfAbsent(moved.areaCode(), k -> new double[2]);
        sums[0] += moved.value() * moved.reliability();
        sums[1] += moved.value();
      }
    }
    List<Moved> sum = new ArrayList<>();
    reliableAndAll.forEach((code, sums) -> sum.add(new Moved(code, sums[1], sums[1] == 0 ? 1 : sums[0] / sums[1])));
    return List.copyOf(sum);
  }
}
