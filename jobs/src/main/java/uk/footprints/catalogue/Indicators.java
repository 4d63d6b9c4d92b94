package uk.footprints.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import uk.footprints.declaration.DeclarationFile;
import uk.footprints.indicator.Indicator;
import uk.footprints.indicator.StayIndicator;
import uk.footprints.indicator.declared.DeclaredIndicators;

/**
 * Catalogue of all indicators that Footprints computes: YAML files, and {@link StayIndicator}, whose definitions have
 * two sides and are withheld by disclosure control.
 */
public final class Indicators {

  /**
   * The indicators of a run.
   *
   * @param own an analyst's declarations
   * @param all the indicators of the program, then those that are declared
   */
  private record Selection(List<DeclarationFile> own, List<Indicator> all) {}

  private static final Selection BUILT_IN =
      new Selection(
          List.of(),
          Stream.concat(DeclaredIndicators.builtIn(Datasets.builtIn()).stream(), StayIndicator.all().stream()).toList());
  private static final AtomicReference<Selection> CURRENT = new AtomicReference<>(BUILT_IN);

  private Indicators() {}

  /** Returns all indicators in the order of the documentation. */
  public static List<Indicator> all() {
    return CURRENT.get().all();
  }

  /**
   * Adds an analyst's own declarations for this process, in place of those added before. They may name the datasets of
   * this process and the indicators of the program.
   *
   * @throws uk.footprints.runtime.UserException naming file and line, when a declaration is wrong
   */
  public static synchronized void include(List<DeclarationFile> own) {
    List<Indicator> all = new ArrayList<>(BUILT_IN.all());
    all.addAll(DeclaredIndicators.read(own, Datasets.all(), BUILT_IN.all()));
    CURRENT.set(new Selection(List.copyOf(own), List.copyOf(all)));
  }

  /** Returns an analyst's own declarations in this process. */
  public static List<DeclarationFile> own() {
    return CURRENT.get().own();
  }

  /** Returns the indicator of that id. */
  public static Optional<Indicator> find(String id) {
    return all().stream().filter(i -> i.id().equals(id)).findFirst();
  }
}
