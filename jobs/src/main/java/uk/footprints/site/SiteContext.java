package uk.footprints.site;

import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import uk.footprints.area.Geography;
import uk.footprints.indicator.IndicatorValue;

/**
 * The values that all pages have in common.
 *
 * @param input the input of the pages
 * @param links the navigation
 * @param areas codes and names of the areas, by geography
 * @param organisations names of organisations
 * @param measures measures in words
 * @param regions the region of each area
 * @param sources the line below charts
 */
public record SiteContext(
    SiteInput input, List<SiteLink> links, Map<String, Map<String, String>> areas, OrganisationNames organisations,
    MeasureNames measures, Regions regions, SourceLines sources) {

  private static final Pattern DATE =
      Pattern.compile("(?<![\\w./-])((?:19|20)\\d\\d)-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])(?![\\w/-]|\\.\\w)");

  /** The geography of England as a whole. */
  static final String COUNTRY = "country";

  static SiteContext of(SiteInput input) {
    Map<String, Map<String, String>> areas = new TreeMap<>();
    for (IndicatorValue a : input.evidence().answers()) {
      if (!a.areaCode().equals(IndicatorValue.UNASSIGNED) && shown(a.geography())) {
        areas.computeIfAbsent(a.geography(), g -> new TreeMap<>())
            .computeIfAbsent(a.areaCode(), code -> OrganisationNames.ofArea(a.geography(), a.areaName()));
      }
    }
    return new SiteContext(
        input, links(input), areas, OrganisationNames.of(input), MeasureNames.of(input.catalogue(),
            input.evidence().indicators()),
        Regions.of(input.evidence().context().areas()), SourceLines.of(input));
  }

  private static List<SiteLink> links(SiteInput input) {
    List<SiteLink> links = new ArrayList<>();
    links.add(new SiteLink("Overview", "index.html"));
    links.add(new SiteLink("Indicators", "indicators/index.html"));
    links.add(new SiteLink("Areas and trusts", "areas/index.html"));
    links.add(new SiteLink("Compare", "compare.html"));
    links.add(new SiteLink("Growth", "growth.html"));
    links.add(new SiteLink("Plans", "plans.html"));
    links.add(new SiteLink("Beds", "beds.html"));
    links.add(new SiteLink("Money", "money.html"));
    links.add(new SiteLink("Boundaries", "coherence.html"));
    if (StaysPage.there(input)) {
      links.add(new SiteLink("Stays", "stays.html"));
    }
    links.add(new SiteLink("Data", "data/index.html"));
    return List.copyOf(links);
  }

  /** Whether pages show a geography. */
  static boolean shown(String geography) {
    return SitePages.showsAreas(geography);
  }

  /** Returns the rows whose geography pages show. */
  static <R> List<R> shown(List<R> rows, Function<R, String> geography) {
    return rows.stream().filter(row -> shown(geography.apply(row))).toList();
  }

  /** Returns a text of a table in words: organisations by name, measures, datasets and indicators by title, dates. */
  String words(String text) {
    return text == null ? "" : withDates(organisations.named(measures.named(text)));
  }

  /** Returns a text in which dates such as {@code 2018-03-31} are {@code 31 March 2018}; names of files stay. */
  static String withDates(String text) {
    return DATE.matcher(text)
        .replaceAll(
            found ->
                Integer.parseInt(found.group(3)) + " "
                    + Month.of(Integer.parseInt(found.group(2))).getDisplayName(TextStyle.FULL, Locale.UK) + " "
                    + found.group(1));
  }

  /** Returns the frame of a page. */
  PageFrame frame(String title, String path, boolean charts) {
    return new PageFrame(title, path, charts, this);
  }

  /** Returns release and versions. */
  public PageImprint imprint() {
    return input.imprint();
  }

  /** Whether all data are made up. */
  public boolean madeUp() {
    return input.madeUp();
  }

  /** Returns a geography in words. */
  static String label(String geography) {
    return Geography.find(geography).map(Geography::label).orElse(geography);
  }

  /** Returns the geographies that have areas, England last. */
  List<String> geographies() {
    List<String> all = new ArrayList<>(areas.keySet());
    if (all.remove(COUNTRY)) {
      all.add(COUNTRY);
    }
    return all;
  }

  /** Returns the path of an area's page in the folder of the site; codes of custom areas may contain any character. */
  static String page(String geography, String code) {
    return "areas/" + name(geography) + "-" + name(code) + ".html";
  }

  /** Returns a text of letters, digits, hyphens and underscores as it is, else its hash, which is safe in a path. */
  static String name(String text) {
    return text.matches("[A-Za-z0-9_-]{1,60}") ? text : "x" + SiteAssets.digest(text).substring(0, 16);
  }
}
