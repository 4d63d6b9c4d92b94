package uk.footprints.area;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Point;

/**
 * A place where care is given.
 *
 * @param code the ODS code; empty when the file has names only
 * @param name as published
 * @param longitude in degrees, east positive
 * @param latitude in degrees
 */
public record Site(String code, String name, double longitude, double latitude) {

  /** Whether a file shows places rather than areas. */
  public static boolean areIn(FeatureFile file) {
    return file.features().stream().allMatch(f -> f.geometry().isEmpty() || f.geometry() instanceof Point);
  }

  /** The points of a file; the attributes whose names end in {@code code} and {@code name} say which site it is. */
  public static List<Site> list(FeatureFile file) {
    List<Site> sites = new ArrayList<>();
    for (Feature feature : file.features()) {
      if (!feature.geometry().isEmpty()) {
        var point = file.grid().toDegrees(feature.geometry()).getCoordinate();
        sites.add(new Site(Areas.normal(ending(feature, "code")), ending(feature, "name"), point.x, point.y));
      }
    }
    return List.copyOf(sites);
  }

  private static String ending(Feature feature, String end) {
    return feature.attributes().entrySet().stream()
        .filter(entry -> entry.getKey().endsWith(end))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("");
  }
}
