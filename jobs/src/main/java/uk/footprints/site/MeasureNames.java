package uk.footprints.site;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.footprints.area.Geography;
import uk.footprints.dataset.Dataset;
import uk.footprints.indicator.Indicator;
import uk.footprints.transform.Measure;

/**
 * Measures, datasets and indicators in words, for pages that are not about data: the beginning of a measure's definition,
 * or a title.
 *
 * @param byId the words by the id
 */
record MeasureNames(Map<String, String> byId) {

  private static final Pattern IDS = Pattern.compile("\\b[a-z]+[0-9]*(?:[._][a-z0-9]+)+\\b");

  static MeasureNames of(CatalogueView catalogue, List<Indicator> indicators) {
    Map<String, String> words = new HashMap<>();
    for (Dataset dataset : catalogue.datasets()) {
      for (Measure measure : dataset.measures()) {
        words.putIfAbsent(measure.id(), brief(measure.definition()));
      }
    }
    catalogue.datasets().forEach(dataset -> words.putIfAbsent(dataset.id(), dataset.title()));
    Geography.listBuiltIn().forEach(geography -> words.put(geography.id(), geography.label()));
    indicators.forEach(indicator -> words.put(indicator.id(), indicator.title()));
    return new MeasureNames(Map.copyOf(words));
  }

  /** Returns a measure in words; of a measure that no dataset has, its id without signs. */
  String words(String measure) {
    return byId.getOrDefault(measure, measure.replace('_', ' ').replace('.', ' '));
  }

  /** Returns a text in which ids are words. */
  String named(String text) {
    return IDS.matcher(text).replaceAll(found -> Matcher.quoteReplacement(words(found.group())));
  }

  /** Returns the first sentence of a definition, without remarks in brackets and without its full stop. */
  static String brief(String definition) {
    return definition.replaceAll("\\s*\\([^)]*\\)", "").replaceFirst("\\.(?:\\s.*)?$", "").replaceFirst("[;:]\\s.*$",
        "");
  }
}
