package uk.footprints.indicator;

import java.util.List;
import java.util.stream.Stream;

/**
 * A measure of a dataset that somebody asks for.
 *
 * @param dataset the dataset
 * @param measure the measure
 */
public record Wanted(String dataset, String measure) {

  /** Everything that an indicator asks for. */
  public static List<Wanted> by(Indicator indicator) {
    Stream<String> terms =
        Stream.concat(indicator.numerator().stream(), indicator.denominator().stream()).map(Indicator.Term::measure);
    return Stream.concat(Stream.of(indicator.weight()), terms)
        .distinct()
        .map(measure -> new Wanted(indicator.dataset(), measure))
        .toList();
  }
}
