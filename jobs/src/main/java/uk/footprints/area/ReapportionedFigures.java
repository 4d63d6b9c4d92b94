package uk.footprints.area;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.footprints.area.Reapportionment.Moved;
import uk.footprints.area.Reapportionment.SmallArea;
import uk.footprints.runtime.UserException;

/**
 * An analyst's figures, moved from one geography to another by the people of small areas; those with an age group by
 * the people of that age.
 */
public final class ReapportionedFigures {

  private static final int WIDTH = 5;
  private static final int OLDEST = 90;
  private static final String ALL = "all";
  private static final Pattern SPAN = Pattern.compile("(\\d{1,3})\\s*(?:-|to|–)\\s*(\\d{1,3})");
  private static final Pattern OPEN = Pattern.compile("(\\d{1,3})\\s*\\+");

  /**
   * A figure of an area.
   *
   * @param place file and row
   * @param area the area's code in the geography that it comes from
   * @param ages {@code all}, {@code 0-17} or {@code 85+}
   * @param value the figure
   */
  public record Figure(String place, String area, String ages, double value) {}

  /**
   * A small area with its people.
   *
   * @param code its code
   * @param from the area that contains it
   * @param to the parts of it that lie in areas of the other geography; they add to one, or to less at an edge
   * @param bands people by five years of age, the last one of 90 and over
   */
  public record Ground(String code, String from, Map<String, Double> to, double[] bands) {}

  private ReapportionedFigures() {}

  /** The figures of a table with the columns {@code area_code}, {@code value} and optionally {@code ages}. */
  public static List<Figure> read(Path path) {
    String file = path.getFileName().toString();
    try {
      ReferenceTable table =
          ReferenceTable.read(file, new ByteArrayInputStream(Files.readAllBytes(path)), "area_code", "value");
      List<Figure> figures = new ArrayList<>();
      Map<String, String> seen = new HashMap<>();
      for (ReferenceTable.Row row : table.rows()) {
        String ages = row.text("ages").isEmpty() ? ALL : row.text("ages");
        Figure figure = new Figure(row.place(), row.required("area_code"), ages, number(row));
        bounds(figure);
        String before = seen.putIfAbsent(figure.area() + " " + ages, row.place());
        if (before != null) {
          throw UserException.data(
              "%s: %s has a figure already (%s).".formatted(row.place(), figure.area(), before), "add them up first");
        }
        figures.add(figure);
      }
      if (figures.isEmpty()) {
        throw UserException.data(file + " has no figures.", "give it rows of area_code and value");
      }
      return figures;
    } catch (IOException e) {
      throw UserException.data("Cannot read " + path + ".", "give a file that is there and can be read", e);
    }
  }

  private static double number(ReferenceTable.Row row) {
    try {
      double value = Double.parseDouble(row.required("value"));
      if (Double.isFinite(value)) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw UserException.data("%s: value \"%s\" is not a number."
          .formatted(row.place(), row.text("value")), "correct the row");
    }
    throw UserException.data("%s: value \"%s\" is not a number."
        .formatted(row.place(), row.text("value")), "correct the row");
  }

  /** The figures in the other geography: one an area, age groups moved apart and added. */
  public static List<Moved> move(List<Figure> figures, Collection<Ground> ground) {
    Map<String, Map<String, Double>> byAges = new LinkedHashMap<>();
    Map<String, String> places = new LinkedHashMap<>();
    for (Figure figure : figures) {
      byAges.computeIfAbsent(figure.ages(), a -> new LinkedHashMap<>()).put(figure.area(), figure.value());
      places.putIfAbsent(figure.area(), figure.place());
    }
    Set<String> known = new HashSet<>();
    ground.forEach(g -> known.add(g.from()));
    places.forEach(
        (area, place) -> {
          if (!known.contains(area)) {
            throw UserException.data(
                "%s: no small area is in %s: an unknown code, or one of another geography.".formatted(place, area),
                "name the geography of the codes with --from");
          }
        });
    List<List<Moved>> parts = new ArrayList<>();
    byAges.forEach(
        (ages, values) -> {
          int[] bounds = bounds(ages);
          List<SmallArea> small = new ArrayList<>();
          for (Ground g : ground) {
            if (values.containsKey(g.from())) {
              double people = people(g.bands(), bounds[0], bounds[1]);
              g.to().forEach((to, part) -> small.add(new SmallArea(g.code(), g.from(), to, people * part)));
            }
          }
          parts.add(Reapportionment.by(small).move(values));
        });
    return Reapportionment.sum(parts);
  }

  /** People of those ages; a band that is cut is taken to have as many of each age. */
  static double people(double[] bands, int from, int to) {
    double sum = 0;
    for (int band = 0; band < bands.length; band++) {
      int first = band * WIDTH;
      if (first >= OLDEST) {
        sum += to >= OLDEST ? bands[band] : 0;
      } else {
        int common = Math.min(to, first + WIDTH - 1) - Math.max(from, first) + 1;
        sum += Math.max(0, common) / (double) WIDTH * bands[band];
      }
    }
    return sum;
  }

  private static void bounds(Figure figure) {
    try {
      bounds(figure.ages());
    } catch (IllegalArgumentException e) {
      throw UserException.data(
          "%s: ages \"%s\" is no age group.".formatted(figure.place(), figure.ages()), "use all, 0-17 or 85+");
    }
  }

  private static int[] bounds(String ages) {
    Matcher span = SPAN.matcher(ages);
    Matcher open = OPEN.matcher(ages);
    if (ages.equals(ALL)) {
      return new int[] {0, Integer.MAX_VALUE};
    }
    if (open.matches() && Integer.parseInt(open.group(1)) <= OLDEST) {
      return new int[] {Integer.parseInt(open.group(1)), Integer.MAX_VALUE};
    }
    if (span.matches()) {
      int[] bounds = {Integer.parseInt(span.group(1)), Integer.parseInt(span.group(2))};
      if (bounds[0] <= bounds[1] && bounds[1] < OLDEST) {
        return bounds;
      }
    }
    throw new IllegalArgumentException(ages);
  }
}
