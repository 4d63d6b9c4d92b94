package uk.footprints.report.page;

import java.util.ArrayList;
import java.util.List;
import uk.footprints.indicator.Indicator;

/** A page an indicator, and the list of them. */
final class IndicatorPages {

  private IndicatorPages() {}

  static List<SiteFile> files(Site site, IndicatorData data) {
    List<SiteFile> files = new ArrayList<>();
    files.add(Pages.story(() -> list(site), "indicators/index.html"));
    for (Indicator i : site.materials().evidence().indicators()) {
      String path = path(i.id());
      files.add(
          SiteFile.of(
              path,
              () ->
                  Pages.page(
                      "indicator.jte",
                      new IndicatorPage(
                          site.frame(i.title(), path, true), Chapter.of(i, site.materials()),
                          Assets.json(data.about(i))))));
      files.addAll(data.files(i));
    }
    return files;
  }

  static String path(String indicator) {
    return "indicators/" + indicator + ".html";
  }

  private static Story list(Site site) {
    Exhibit table =
        Sheet.of(Chapter.list(site.materials()))
            .label("Indicator", Chapter::title, c -> path(c.id()))
            .text("What it is", Chapter::definition)
            .text("Unit", Chapter::unit)
            .text("Source", Chapter::source)
            .text("In this release", c -> c.hasData() ? "yes" : "no data")
            .table("all", "Every indicator", "", "", "csv/indicators.csv");
    return Story.of(
        site.frame("Indicators", "indicators/index.html", false), "Indicators",
        "Each has a page with map, ranks, funnel, trend and table, for every geography and on both bases.",
        List.of(new Part("list", "Every indicator", "", List.of(table), "There are none.")));
  }
}
