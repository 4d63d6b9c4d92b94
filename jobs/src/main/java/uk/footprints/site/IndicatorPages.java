package uk.footprints.site;

import java.util.ArrayList;
import java.util.List;
import uk.footprints.indicator.Indicator;

/** Builds a page for each indicator, and the list of indicators. */
final class IndicatorPages {

  private IndicatorPages() {}

  static List<SiteFile> files(SiteContext site, IndicatorData data) {
    List<SiteFile> files = new ArrayList<>();
    files.add(SitePages.story(() -> list(site), "indicators/index.html"));
    for (Indicator i : site.input().evidence().indicators()) {
      String path = path(i.id());
      files.add(
          SiteFile.of(
              path,
              () ->
                  SitePages.page(
                      "indicator.jte",
                      new IndicatorPage(
                          site.frame(i.title(), path, true), IndicatorText.of(i, site.input()),
                          SiteAssets.json(data.about(i))))));
      files.addAll(data.files(i));
    }
    return files;
  }

  static String path(String indicator) {
    return "indicators/" + indicator + ".html";
  }

  private static StoryPage list(SiteContext site) {
    Exhibit table =
        ExhibitBuilder.of(IndicatorText.list(site.input()))
            .label("Indicator", IndicatorText::title, c -> path(c.id()))
            .text("What it is", IndicatorText::definition)
            .text("Unit", IndicatorText::unit)
            .text("Source", IndicatorText::source)
            .text("In this release", c -> c.hasData() ? "yes" : "no data")
            .table("all", "Every indicator", "", "", "csv/indicators.csv");
    return StoryPage.of(
        site.frame("Indicators", "indicators/index.html", false), "Indicators",
        "Each has a page with map, ranks, funnel, trend and table, for every geography and on both bases.",
        List.of(new PagePart("list", "Every indicator", "", List.of(table), "There are none.")));
  }
}
