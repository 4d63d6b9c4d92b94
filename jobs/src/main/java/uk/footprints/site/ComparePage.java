package uk.footprints.site;

import java.util.List;
import java.util.Map;

/**
 * The page that puts two to six areas or trusts side by side.
 *
 * @param frame the frame around it
 * @param empty whether no indicator has a value
 * @param about the indicators as data for the page's script
 */
public record ComparePage(PageFrame frame, boolean empty, String about) {

  static ComparePage of(SiteContext site, IndicatorData data) {
    List<Map<String, Object>> indicators =
        site.input().evidence().indicators().stream()
            .filter(i -> !site.input().evidence().geographies(i.id()).isEmpty())
            .map(data::about)
            .toList();
    return new ComparePage(
        site.frame("Compare areas and trusts", "compare.html", true), indicators.isEmpty(),
        SiteAssets.json(Map.of("indicators", indicators)));
  }
}
