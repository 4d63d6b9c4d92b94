package uk.footprints.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import uk.footprints.indicator.Indicator;
import uk.footprints.indicator.StayIndicator;
import uk.footprints.indicator.declared.DeclaredIndicators;
import uk.footprints.report.trend.Target;
import uk.footprints.runtime.UserException;

/**
 * The indicators and targets of a run, and the datasets from which they are computed. A run passes it to what needs it,
 * so that two runs with different declarations in one process do not disturb each other. Tasks, which only read files,
 * get the {@link Catalogue} alone.
 *
 * @param data the datasets and tables
 * @param indicators the indicators of the program in the order of the documentation, then an analyst's own
 * @param targets the targets of the reference, those that declarations of indicators have, then an analyst's own
 */
public record IndicatorCatalogue(Catalogue data, List<Indicator> indicators, List<Target> targets) {

  /** Returns the indicators and targets of the program. */
  public static IndicatorCatalogue builtIn() {
    return with(OwnDeclarations.NONE);
  }

  /**
   * Returns the indicators and targets of the program and an analyst's own.
   *
   * @throws UserException naming file and line, when a declaration or a target is wrong
   */
  public static IndicatorCatalogue with(OwnDeclarations own) {
    Catalogue data = Catalogue.with(own.datasets());
    List<Indicator> indicators = new ArrayList<>(Indicators.all());
    indicators.addAll(DeclaredIndicators.read(own.indicators(), data.datasets(), Indicators.all()));
    return new IndicatorCatalogue(data, List.copyOf(indicators), Targets.of(indicators, own.targets()));
  }

  /**
   * Returns the part of the program's catalogue that has a name: the datasets that have it or declare a table or a
   * measure of it, and the indicator of that id. No other declaration is read.
   */
  public static IndicatorCatalogue naming(String name) {
    List<String> ids = DeclaredNames.datasets(name);
    Stream<Indicator> stays = StayIndicator.all().stream().filter(i -> i.id().equals(name));
    Stream<Indicator> declared = DeclaredIndicators.find(name, Datasets.all()).stream();
    return new IndicatorCatalogue(
        new Catalogue(Datasets.all().stream().filter(d -> ids.contains(d.id())).toList()),
        Stream.concat(declared, stays).toList(), List.of());
  }

  /** Returns the indicator of that id. */
  public Optional<Indicator> findIndicator(String id) {
    return indicators.stream().filter(i -> i.id().equals(id)).findFirst();
  }
}
