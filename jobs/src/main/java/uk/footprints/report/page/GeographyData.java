package uk.footprints.report.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The areas of a geography as a script: codes, names, pages, tiles and outlines, for every page that draws a map. */
final class GeographyData {

  private GeographyData() {}

  static List<SiteFile> files(Site site) {
    List<SiteFile> files = new ArrayList<>();
    for (String id : site.geographies()) {
      files.add(Assets.data("geography/" + Site.name(id), () -> of(site, id)));
    }
    return files;
  }

  private static Object of(Site site, String id) {
    Map<String, String> areas = site.areas().get(id);
    List<String> codes = List.copyOf(areas.keySet());
    Map<String, Object> geography = new LinkedHashMap<>();
    geography.put("id", id);
    geography.put("label", Site.label(id));
    geography.put("codes", codes);
    geography.put("names", List.copyOf(areas.values()));
    geography.put("pages", codes.stream().map(code -> Site.page(id, code)).toList());
    if (!id.equals(Site.COUNTRY)) {
      geography.put("tiles", Drawing.tiles(id, codes));
      if (site.materials().boundaries().containsKey(id)) {
        geography.put("outlines", Drawing.outlines(site.materials().boundaries().get(id), codes));
      }
    }
    return geography;
  }
}
