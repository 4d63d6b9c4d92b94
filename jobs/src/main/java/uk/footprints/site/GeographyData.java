package uk.footprints.site;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes the areas of a geography as a script: codes, names, pages, tiles and outlines, for pages with a map. */
final class GeographyData {

  private GeographyData() {}

  static List<SiteFile> files(SiteContext site) {
    List<SiteFile> files = new ArrayList<>();
    for (String id : site.geographies()) {
      files.add(SiteAssets.data("geography/" + SiteContext.name(id), () -> of(site, id)));
    }
    return files;
  }

  private static Object of(SiteContext site, String id) {
    Map<String, String> areas = site.areas().get(id);
    List<String> codes = List.copyOf(areas.keySet());
    Map<String, Object> geography = new LinkedHashMap<>();
    geography.put("id", id);
    geography.put("label", SiteContext.label(id));
    geography.put("codes", codes);
    geography.put("names", List.copyOf(areas.values()));
    geography.put("pages", codes.stream().map(code -> SiteContext.page(id, code)).toList());
    if (!id.equals(SiteContext.COUNTRY)) {
      geography.put("regions", codes.stream().map(code -> site.regions().of(id, code)).toList());
    }
    if (!id.equals(SiteContext.COUNTRY) && !id.equals(Regions.TRUST)) {
      geography.put("tiles", MapData.tiles(id, codes));
      if (site.input().boundaries().containsKey(id)) {
        geography.put("outlines", MapData.outlines(site.input().boundaries().get(id), codes));
      }
    }
    return geography;
  }
}
