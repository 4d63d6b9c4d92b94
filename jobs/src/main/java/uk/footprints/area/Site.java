package uk.footprints.area;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Point;
import uk.footprints.table.Column;
import uk.footprints.table.RecordTable;

/** A place where care is given; a row of the table {@code sites}. */
public record Site(
    @Column(name = "org_code", value = "ODS code of the provider; absent where the file has names only.") String code,
    @Column(name = "site_name", value = "Name as published.") String name,
    @Column(value = "East positive.", unit = "degrees") double longitude,
    @Column(value = "North positive.", unit = "degrees") double latitude) {

  /** The table {@code sites}. */
  public static final RecordTable<Site> TABLE = RecordTable.of("sites", "a site where care is given", Site.class);

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
