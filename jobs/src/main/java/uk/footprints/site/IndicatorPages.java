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
                          site.frame(i.title(), path, true), IndicatorText.of(i, site),
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
        ExhibitBuilder.of(IndicatorText.list(site))
            .label("Indicator", IndicatorText::title, c -> path(c.id()))
            .text("What it is", IndicatorText::definition)
            .text("Unit", IndicatorText::unit)
            .text("Source", IndicatorText::source)
            .text("In this release", c -> c.hasData() ? "yes" : "no data: no file of this publication")
            .table("all", "Indicators, with definition, unit and source", "", "", "csv/indicators.csv");
    return StoryPage.of(
        site.frame("Indicators", "indicators/index.html", false), "Indicators",
        "Each indicator has a page with map, ranking, funnel plot, trend, control chart and table.",
        List.of(new PagePart("list", "Every indicator", "", List.of(table), "There are none.")));
  }
}
