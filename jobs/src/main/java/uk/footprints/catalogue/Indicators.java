package uk.footprints.catalogue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import uk.footprints.indicator.Indicator;
import uk.footprints.indicator.StayIndicator;
import uk.footprints.indicator.declared.DeclaredIndicators;

/**
 * The indicators of the program: YAML files, and {@link StayIndicator}, whose definitions have two sides and are
 * withheld by disclosure control. An {@link IndicatorCatalogue} has those of a run, with an analyst's own.
 */
public final class Indicators {

  private static final List<Indicator> ALL =
      Stream.concat(DeclaredIndicators.builtIn(Datasets.all()).stream(), StayIndicator.all().stream()).toList();

  private Indicators() {}

  /** Returns all indicators in the order of the documentation. */
  public static List<Indicator> all() {
    return ALL;
  }

  /** Returns the indicator of that id. */
  public static Optional<Indicator> find(String id) {
    return ALL.stream().filter(i -> i.id().equals(id)).findFirst();
  }
}
