package uk.footprints.area;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import uk.footprints.runtime.UserException;

/**
 * Recognises the geography of a boundary file by the codes and names in it, never by the file's name.
 *
 * @param geography the geography
 * @param attribute the file's attribute that names the area
 * @param codes area codes by feature number
 */
record GeographyDetector(Geography geography, String attribute, Map<Integer, String> codes) {

  private static final double ENOUGH = 0.9;

  private static final Map<String, String> PLAIN = new ConcurrentHashMap<>();
  private static final Pattern MARKS = Pattern.compile("[^A-Z0-9 ]");
  private static final Pattern EDITIONS =
      Pattern.compile("\\b(NHS|CCG|CLINICAL COMMISSIONING GROUP|INTEGRATED CARE BOARD|ICB|STP|THE)\\b");
  private static final Pattern BLANKS = Pattern.compile("\\s+");

  /** The geography whose areas the file's features name best; each feature must name one. */
  static GeographyDetector of(Areas areas, FeatureFile file) {
    List<Feature> drawn = file.features().stream().filter(feature -> !feature.geometry().isEmpty()).toList();
    List<Match> matches = new ArrayList<>();
    TreeSet<String> attributes = new TreeSet<>();
    drawn.forEach(feature -> attributes.addAll(feature.attributes().keySet()));
    for (Geography geography : areas.listGeographies().stream().filter(Geography::isEdition).toList()) {
      Map<String, String> index = index(areas.listAreas(geography.id()));
      for (String attribute : attributes) {
        matches.add(Match.of(geography, attribute, drawn, index, areas.listAreas(geography.id()).size()));
      }
    }
    Match best =
        matches.stream()
            .max(Match.ORDER)
            .filter(match -> match.score() >= ENOUGH)
            .orElseThrow(() -> unknown(file, matches));
    if (best.codes().size() < drawn.size()) {
      String strange =
          drawn.stream()
              .filter(feature -> !best.codes().containsKey(feature.number()))
              .map(feature -> "feature %d \"%s\"".formatted(feature.number(), feature.text(best.attribute())))
              .collect(Collectors.joining(", "));
      throw UserException.data(
          "%s looks like %s, but that has no %s.".formatted(file.name(), best.geography().id(), strange),
          "correct the attribute " + best.attribute());
    }
    return new GeographyDetector(best.geography(), best.attribute(), best.codes());
  }

  private static UserException unknown(FeatureFile file, List<Match> matches) {
    Optional<Match> nearest = matches.stream().max(Match.ORDER).filter(match -> match.score() > 0);
    String near =
        nearest
            .map(m -> "; the nearest is %s, of which it names %d areas".formatted(m.geography().id(), m.codes().size()))
            .orElse("");
    return UserException.data(
        "%s shows no geography that Footprints knows%s.".formatted(file.name(), near),
        "give each feature the code or the name of its area, or pass it as a custom geography");
  }

  /** Codes of both kinds and plain names, to area codes. */
  private static Map<String, String> index(List<Area> areas) {
    Map<String, String> index = new HashMap<>();
    for (Area area : areas) {
      index.put(area.code(), area.code());
      if (!area.odsCode().isEmpty()) {
        index.put(area.odsCode(), area.code());
      }
      index.put(plain(area.name()), area.code());
    }
    return index;
  }

  /** A name without what editions add and drop: NHS, CCG, board, punctuation. Asked again and again for each file. */
  static String plain(String name) {
    return PLAIN.computeIfAbsent(
        name,
        n -> {
          String words = MARKS.matcher(n.toUpperCase(Locale.ROOT).replace("&", " AND ")).replaceAll(" ");
          return BLANKS.matcher(EDITIONS.matcher(words).replaceAll(" ")).replaceAll(" ").strip();
        });
  }

  /** How well one attribute of the file names the areas of one geography. */
  private record Match(Geography geography, String attribute, Map<Integer, String> codes, double score) {

    /** The best score; among equals the attribute that carries the geography's year, as {@code stp21cd} does. */
    static final Comparator<Match> ORDER =
        Comparator.comparingDouble(Match::score)
            .thenComparing(Match::sameYear)
            .thenComparing(match -> match.geography().id(), Comparator.reverseOrder());

    static Match of(
        Geography geography, String attribute, List<Feature> drawn, Map<String, String> index, int areas) {
      Map<Integer, String> codes = new HashMap<>();
      for (Feature feature : drawn) {
        String value = feature.text(attribute);
        String code = index.getOrDefault(value, index.get(plain(value)));
        if (code != null) {
          codes.put(feature.number(), code);
        }
      }
      long distinct = codes.values().stream().distinct().count();
      return new Match(geography, attribute, codes, distinct / (double) Math.max(Math.max(drawn.size(), areas), 1));
    }

    boolean sameYear() {
      String digits = attribute.replaceAll("\\D", "");
      return !digits.isEmpty() && geography.id().endsWith(digits);
    }
  }
}
