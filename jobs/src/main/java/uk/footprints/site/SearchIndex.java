package uk.footprints.site;

import java.util.ArrayList;
import java.util.List;
import uk.footprints.dataset.Dataset;
import uk.footprints.table.Field;
import uk.footprints.table.Table;
import uk.footprints.transform.Measure;

/** Writes the search index as a script: areas, indicators, pages of reports, columns and published headings. */
final class SearchIndex {

  private SearchIndex() {}

  static SiteFile of(SiteContext site) {
    return SiteAssets.data("search", () -> entries(site));
  }

  /** Returns rows of kind, name, further search words, and path. */
  private static List<Object> entries(SiteContext site) {
    List<Object> entries = new ArrayList<>();
    for (IndicatorText c : IndicatorText.list(site)) {
      entries.add(List.of("indicator", c.title(), c.id() + " " + c.definition(), IndicatorPages.path(c.id())));
    }
    for (String geography : site.geographies()) {
      site.areas().get(geography).entrySet().stream()
          .limit(AreaPages.MOST)
          .forEach(
              e ->
                  entries.add(
                      List.of(
                          kind(geography), Amount.cut(e.getValue()), Amount.cut(e.getKey(), 60) + " "
                              + ods(site, geography, e.getKey())
                              + SiteContext.label(geography), SiteContext.page(geography, e.getKey()))));
    }
    site.links().forEach(link -> entries.add(List.of("page", link.text(), "", link.path())));
    for (Dataset dataset : site.input().catalogue().datasets()) {
      for (Measure m : dataset.measures()) {
        entries.add(
            List.of("measure", m.publishedAs(), m.id() + " " + m.quantity(), "data/headings.html#" + dataset.id()));
      }
    }
    for (Table table : site.input().catalogue().tables()) {
      entries.add(List.of("table", table.name(), table.row(), "data/dictionary.html#" + table.name()));
      for (Field field : table.fields()) {
        entries.add(
            List.of(
                "column", table.name() + "." + field.name(), field.meaning(), "data/dictionary.html#" + table.name()));
      }
    }
    return entries;
  }

  private static String kind(String geography) {
    return geography.equals(Regions.TRUST) ? "trust" : geography.startsWith("nhs_region") ? "region" : "area";
  }

  private static String ods(SiteContext site, String geography, String code) {
    return site.input().evidence().context().areas().findArea(geography, code)
        .map(area -> area.odsCode().isEmpty() ? "" : area.odsCode() + " ")
        .orElse("");
  }
}
