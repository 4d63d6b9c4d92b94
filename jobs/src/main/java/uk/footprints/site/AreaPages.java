package uk.footprints.site;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import uk.footprints.area.Area;
import uk.footprints.area.Geography;
import uk.footprints.indicator.Indicator;
import uk.footprints.indicator.IndicatorValue;
import uk.footprints.period.Period;
import uk.footprints.period.PeriodKind;
import uk.footprints.report.SeriesKey;

/** Builds a page for every area: who is in it and lives in it, how it compares and changes, and what is missing. */
final class AreaPages {

  /** The most areas of a geography that have pages, so that custom areas do not make a million files. */
  static final int MOST = 1_000;

  private final SiteContext site;
  private final AreaComparison comparison;
  private final AreaTables tables;
  private final AreaPeople people;
  private final TrustParts trusts;

  AreaPages(SiteContext site) {
    this.site = site;
    this.comparison = new AreaComparison(site);
    this.tables = new AreaTables(site);
    this.people = new AreaPeople(site);
    this.trusts = new TrustParts(site);
  }

  /** Returns a page for each area, and the list of areas. */
  List<SiteFile> files() {
    List<SiteFile> files = new ArrayList<>();
    files.add(SitePages.story(this::list, "areas/index.html"));
    for (String geography : site.geographies()) {
      Optional<Period> latest = comparison.latest(geography);
      site.areas().get(geography).entrySet().stream()
          .limit(MOST)
          .forEach(
              area ->
                  files.add(
                      SitePages.story(
                          () -> of(geography, area.getKey(), area.getValue(), latest.orElse(null)),
                          SiteContext.page(geography, area.getKey()))));
    }
    return files;
  }

  /** Returns the path of the page of a series' area; empty where it has none. */
  static String href(SiteContext site, SeriesKey series) {
    return href(site, series.geography(), series.areaCode());
  }

  /** Returns the path of an area's page; empty for areas beyond {@link #MOST}. */
  static String href(SiteContext site, String geography, String code) {
    return site.areas().getOrDefault(geography, Map.of()).containsKey(code) ? SiteContext.page(geography, code) : "";
  }

  private StoryPage list() {
    List<PagePart> parts = new ArrayList<>();
    for (String geography : listed()) {
      List<Map.Entry<String, String>> areas =
          site.areas().get(geography).entrySet().stream()
              .limit(MOST)
              .sorted(Map.Entry.comparingByValue())
              .toList();
      ExhibitBuilder<Map.Entry<String, String>> builder =
          ExhibitBuilder.of(areas)
              .place(site, e -> geography, Map.Entry::getKey, Map.Entry::getValue);
      if (!geography.equals(Regions.TRUST)) {
        builder
            .number("People", NumberStyle.WHOLE, e -> people.total(geography, e.getKey()))
            .number("Aged 65 and over", NumberStyle.PERCENT, e -> people.older(geography, e.getKey()));
      }
      Exhibit list =
          builder.table(
              "list-" + SiteContext.name(geography), SiteContext.label(geography),
              geography.equals(Regions.TRUST) ? site.sources().of("ae_attendances", "kh03_beds") : people.basis(), "",
              "");
      int all = site.areas().get(geography).size();
      String more =
          all > MOST ? "%,d of %,d areas have a page; the others are in the tables.".formatted(MOST, all) : "";
      parts.add(
          new PagePart(
              "part-" + SiteContext.name(geography), SiteContext.label(geography), more, List.of(list),
              "No data: no area has a value."));
    }
    return StoryPage.of(
        site.frame("Areas and trusts", "areas/index.html", false),
        "Areas and trusts",
        "Every area and trust has a page: its indicators beside England, trends, control charts, people, beds and"
            + " money.",
        parts);
  }

  /** Returns trusts first, then areas from the newest edition to the oldest, England last. */
  private List<String> listed() {
    List<String> all = new ArrayList<>(site.geographies());
    List<String> order = Geography.listBuiltIn().stream().map(Geography::id).toList();
    all.sort(
        Comparator.comparing((String g) -> !g.equals(Regions.TRUST))
            .thenComparing(g -> g.equals(SiteContext.COUNTRY))
            .thenComparing(g -> !g.startsWith("icb") && !g.startsWith("nhs_region"))
            .thenComparing(g -> -order.indexOf(g)));
    return all;
  }

  private StoryPage of(String geography, String code, String name, Period latest) {
    String shown = Amount.cut(name);
    return new StoryPage(
        site.frame(Amount.cut(name, 60) + ", " + SiteContext.label(geography), SiteContext.page(geography, code), true),
        shown,
        lead(geography, code),
        facts(geography, code, latest),
        geography.equals(SiteContext.COUNTRY)
            ? null
            : new StoryPage.Where(SiteContext.name(geography), SiteContext.label(geography), code),
        geography.equals(Regions.TRUST) ? trustParts(geography, code) : areaParts(geography, code));
  }

  private List<PagePart> areaParts(String geography, String code) {
    List<PagePart> parts = new ArrayList<>();
    parts.add(comparison.glance(geography, code));
    parts.add(comparison.change(geography, code));
    parts.add(tables.causes(geography, code));
    parts.add(people.part(geography, code));
    parts.add(people.members(geography, code));
    parts.add(tables.beds(geography, code));
    parts.add(tables.money(geography, code));
    parts.add(tables.peers(geography, code));
    parts.add(tables.plans(geography, code));
    parts.add(tables.coherence(geography, code));
    parts.add(comparison.gaps(geography, code));
    return parts;
  }

  private List<PagePart> trustParts(String geography, String code) {
    List<PagePart> parts = new ArrayList<>();
    parts.add(comparison.glance(geography, code));
    parts.add(comparison.change(geography, code));
    parts.add(tables.causes(geography, code));
    parts.add(tables.beds(geography, code));
    parts.add(trusts.money(code));
    parts.add(trusts.areas(code));
    parts.add(comparison.gaps(geography, code));
    return parts;
  }

  private String lead(String geography, String code) {
    Optional<Area> area = site.input().evidence().context().areas().findArea(geography, code);
    String ods = area.map(Area::odsCode).filter(c -> !c.isEmpty() && !c.equals(code)).map(c -> ", NHS code " + c).orElse("");
    String region = site.regions().of(geography, code);
    return "%s. Code %s%s%s."
        .formatted(
            geography.equals(Regions.TRUST) ? "NHS trust" : SiteContext.label(geography), Amount.cut(code, 60), ods,
            region.isEmpty() ? "" : ", region " + region);
  }

  private List<String> facts(String geography, String code, Period latest) {
    List<String> facts = new ArrayList<>();
    if (!geography.equals(Regions.TRUST)) {
      facts.addAll(people.facts(geography, code));
    }
    if (latest != null) {
      facts.addAll(comparison.facts(geography, code, latest));
    }
    return facts;
  }

  /** Returns the values of an area in financial years, of every indicator, by period. */
  static Map<Indicator, TreeMap<Period, IndicatorValue>> years(SiteContext site, String geography, String code) {
    Map<Indicator, TreeMap<Period, IndicatorValue>> years = new java.util.LinkedHashMap<>();
    for (Indicator i : site.input().evidence().indicators()) {
      site.input().evidence().findSeries(i.id(), geography, code, PeriodKind.FINANCIAL_YEAR)
          .ifPresent(own -> years.put(i, new TreeMap<>(own)));
    }
    return years;
  }
}
