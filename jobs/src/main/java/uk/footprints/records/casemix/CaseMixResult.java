package uk.footprints.records.casemix;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What models of case mix give.
 *
 * @param expected expected counts of organisations
 * @param modelled the outcomes that have a model
 * @param standardised the outcomes that are standardised by cells
 * @param coefficients of the models
 * @param models what each was made of and can do
 * @param sentences what was left out, and why, in words
 */
public record CaseMixResult(ExpectedCounts expected, Set<CaseMixOutcome> modelled, Set<CaseMixOutcome> standardised,
    List<CaseMixCoefficient> coefficients, List<CaseMixModelRow> models, List<String> sentences) {

  /** No spells, so no models. */
  static CaseMixResult none(String sentence) {
    return new CaseMixResult(
        new ExpectedCounts(Map.of()), Set.of(), Set.of(), List.of(), List.of(), List.of(sentence));
  }
}
