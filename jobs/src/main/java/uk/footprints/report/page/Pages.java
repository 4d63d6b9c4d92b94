package uk.footprints.report.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** Every page of a release, and the scripts with their data. */
public final class Pages {

  /** The reports that pages are made of, beside all whose name begins with that of stays. */
  private static final Set<String> TABLES =
      Set.of(
          "headlines", "variation", "adjustments", "spc", "long_trends", "growth", "contributions", "beds",
          "beds_and_waits", "plans", "peers", "peer_means", "emergency_costs", "allocation", "spending",
          "concentration", "coherence", "mapped_share");

  private static final TemplateEngine TEMPLATES =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, Pages.class.getClassLoader(), "uk.footprints.report.page.made");

  private Pages() {}

  /** Whether pages are made of a report's table. */
  public static boolean shows(String table) {
    return TABLES.contains(table) || table.startsWith(Stays.PREFIX);
  }

  /** The files of the site; each is made when its bytes are asked for. */
  public static List<SiteFile> files(Materials materials) {
    Site site = Site.of(materials);
    IndicatorData data = new IndicatorData(site);
    List<SiteFile> files = new ArrayList<>(Assets.files());
    files.addAll(GeographyData.files(site));
    files.add(SearchIndex.of(site));
    files.add(SiteFile.of("index.html", () -> page("index.jte", Front.of(site, data))));
    files.addAll(IndicatorPages.files(site, data));
    files.addAll(new AreaPages(site).files());
    files.add(story(() -> ReportPages.growth(site), "growth.html"));
    files.add(story(() -> ReportPages.plans(site), "plans.html"));
    files.add(story(() -> ReportPages.beds(site), "beds.html"));
    files.add(story(() -> MoneyPage.of(site), "money.html"));
    files.add(story(() -> Grain.of(site), "coherence.html"));
    if (Stays.there(materials)) {
      files.add(story(() -> Stays.of(site), "stays.html"));
    }
    files.addAll(new DataPages(site).files());
    return files;
  }

  static SiteFile story(Supplier<Story> story, String path) {
    return SiteFile.of(path, () -> page("story.jte", story.get()));
  }

  static byte[] page(String template, Object model) {
    StringOutput html = new StringOutput(1 << 17);
    TEMPLATES.render(template, model, html);
    return html.toString().strip().getBytes(StandardCharsets.UTF_8);
  }
}
