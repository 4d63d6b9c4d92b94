package uk.footprints.site;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import uk.footprints.catalogue.Tables;
import uk.footprints.table.Table;

/** Builds every page of a release, and the scripts with their data. */
public final class SitePages {

  /** The reports that pages show, in addition to all whose name begins with that of stays. */
  private static final Set<String> TABLES =
      Set.of(
          "headlines", "variation", "adjustments", "spc", "long_trends", "growth", "contributions", "beds",
          "beds_and_waits", "plans", "peers", "peer_means", "emergency_costs", "allocation", "spending",
          "concentration", "coherence", "mapped_share", "cost_scopes", "case_mix", "recording_breaks");

  private static final TemplateEngine TEMPLATES =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, SitePages.class.getClassLoader(), "uk.footprints.site.template");

  /** The geographies of hundreds of small areas, which are in the tables and have no pages. */
  private static final Set<String> WITHOUT_PAGES = Set.of("sub_icb", "ccg", "council");

  private SitePages() {}

  /** Whether pages show the areas of a geography. */
  public static boolean showsAreas(String geography) {
    return !WITHOUT_PAGES.contains(geography);
  }

  /** Whether pages show a report's table. */
  public static boolean shows(String table) {
    return TABLES.contains(table) || table.startsWith(StaysPage.PREFIX);
  }

  /** Returns the tables, in addition to reports and audit tables, that pages show where a release has them. */
  public static List<Table> extraTables() {
    return Tables.find(TrustAccounts.TABLE).stream().toList();
  }

  /** Returns the files of the site; each is built when its bytes are requested. */
  public static List<SiteFile> files(SiteInput input) {
    SiteContext site = SiteContext.of(input);
    IndicatorData data = new IndicatorData(site);
    List<SiteFile> files = new ArrayList<>(SiteAssets.files());
    files.addAll(GeographyData.files(site));
    files.add(SearchIndex.of(site));
    files.add(SiteFile.of("index.html", () -> page("index.jte", FrontPage.of(site, data))));
    files.add(SiteFile.of("compare.html", () -> page("compare.jte", ComparePage.of(site, data))));
    files.addAll(IndicatorPages.files(site, data));
    files.addAll(new AreaPages(site).files());
    files.add(story(() -> ReportPages.growth(site), "growth.html"));
    files.add(story(() -> ReportPages.plans(site), "plans.html"));
    files.add(story(() -> ReportPages.beds(site), "beds.html"));
    files.add(story(() -> MoneyPage.of(site), "money.html"));
    files.add(story(() -> CoherencePage.of(site), "coherence.html"));
    if (StaysPage.there(input)) {
      files.add(story(() -> StaysPage.of(site), "stays.html"));
    }
    files.addAll(new DataPages(site).files());
    return files;
  }

  static SiteFile story(Supplier<StoryPage> story, String path) {
    return SiteFile.of(path, () -> page("story.jte", story.get()));
  }

  static byte[] page(String template, Object model) {
    StringOutput html = new StringOutput(1 << 17);
    TEMPLATES.render(template, model, html);
    return html.toString().strip().getBytes(StandardCharsets.UTF_8);
  }
}
