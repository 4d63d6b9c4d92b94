package uk.footprints.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import uk.footprints.area.Geography;
import uk.footprints.indicator.Answer;

/**
 * What all pages have in common.
 *
 * @param materials what they are made of
 * @param links the navigation
 * @param areas codes and names of the areas, by geography
 */
public record Site(Materials materials, List<Link> links, Map<String, Map<String, String>> areas) {

  /** England's geography. */
  static final String COUNTRY = "country";

  static Site of(Materials materials) {
    Map<String, Map<String, String>> areas = new TreeMap<>();
    for (Answer a : materials.evidence().answers()) {
      if (!a.areaCode().equals(Answer.UNASSIGNED)) {
        areas.computeIfAbsent(a.geography(), g -> new TreeMap<>()).put(a.areaCode(), a.areaName());
      }
    }
    return new Site(materials, links(materials), areas);
  }

  private static List<Link> links(Materials materials) {
    List<Link> links = new ArrayList<>();
    links.add(new Link("Overview", "index.html"));
    links.add(new Link("Indicators", "indicators/index.html"));
    links.add(new Link("Areas", "areas/index.html"));
    links.add(new Link("Growth", "growth.html"));
    links.add(new Link("Plans", "plans.html"));
    links.add(new Link("Beds", "beds.html"));
    links.add(new Link("Money", "money.html"));
    links.add(new Link("Coherence", "coherence.html"));
    if (Stays.there(materials)) {
      links.add(new Link("Stays", "stays.html"));
    }
    links.add(new Link("Data", "data/index.html"));
    return List.copyOf(links);
  }

  /** A frame for a page. */
  Frame frame(String title, String path, boolean charts) {
    return new Frame(title, path, charts, this);
  }

  /** Release and versions. */
  public Imprint imprint() {
    return materials.imprint();
  }

  /** Whether all data are made up. */
  public boolean madeUp() {
    return materials.madeUp();
  }

  /** A geography in words. */
  static String label(String geography) {
    return Geography.find(geography).map(Geography::label).orElse(geography);
  }

  /** The geographies that have areas, England last. */
  List<String> geographies() {
    List<String> all = new ArrayList<>(areas.keySet());
    if (all.remove(COUNTRY)) {
      all.add(COUNTRY);
    }
    return all;
  }

  /** The page of an area, below the folder of the site; codes of one's own may hold anything. */
  static String page(String geography, String code) {
    return "areas/" + name(geography) + "-" + name(code) + ".html";
  }

  /** Letters, digits, hyphens and underscores as they are; else the hash of the text, which no path can be made of. */
  static String name(String text) {
    return text.matches("[A-Za-z0-9_-]{1,60}") ? text : "x" + Assets.digest(text).substring(0, 16);
  }
}
