package uk.footprints.site;

import java.util.HashMap;
import java.util.Map;
import uk.footprints.dataset.Dataset;
import uk.footprints.transform.Measure;

/**
 * Measures in words: the beginning of their definition, for pages that are not about data.
 *
 * @param byId the words by the id of the measure
 */
record MeasureNames(Map<String, String> byId) {

  static MeasureNames of(CatalogueView catalogue) {
    Map<String, String> words = new HashMap<>();
    for (Dataset dataset : catalogue.datasets()) {
      for (Measure measure : dataset.measures()) {
        words.putIfAbsent(measure.id(), brief(measure.definition()));
      }
    }
    return new MeasureNames(Map.copyOf(words));
  }

  /** Returns a measure in words; of a measure that no dataset has, its id without signs. */
  String words(String measure) {
    return byId.getOrDefault(measure, measure.replace('_', ' ').replace('.', ' '));
  }

  /** Returns the first sentence of a definition, without remarks in brackets and without its full stop. */
  static String brief(String definition) {
    return definition.replaceAll("\\s*\\([^)]*\\)", "").replaceFirst("\\.(?:\\s.*)?$", "").replaceFirst("[;:]\\s.*$",
        "");
  }
}
