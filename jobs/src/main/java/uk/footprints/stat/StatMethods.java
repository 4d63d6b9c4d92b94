package uk.footprints.stat;

import java.util.List;
import java.util.Locale;
import uk.footprints.runtime.SpellingSuggester;
import uk.footprints.runtime.UserException;

/** Catalogue of the methods in the order in which {@code stat --list} shows them. */
public final class StatMethods {

  private static final List<StatMethod<?>> ALL =
      List.of(
          RatioMethod.rate(),
          RatioMethod.proportion(),
          new MeanMethod(),
          new DsrMethod(),
          new IsrMethod(),
          new FunnelRatioMethod(),
          new FunnelProportionMethod(),
          new FunnelRateMethod(),
          new QuantileMethod(),
          new ScvMethod(),
          new SpcMethod(),
          TrendMethod.mannKendall(),
          TrendMethod.theilSen(),
          SeasonalMethod.stl(),
          SeasonalMethod.classical(),
          new HoltWintersMethod(),
          new SiiMethod(),
          FactorMethod.dasGupta(),
          FactorMethod.chain(),
          FactorMethod.kitagawa(),
          new ContributionMethod(),
          new PeersMethod(),
          GlmMethod.coefficients(),
          GlmMethod.expected());

  private StatMethods() {}

  /** Returns all methods. */
  static List<StatMethod<?>> all() {
    return ALL;
  }

  /** Returns the descriptions of all methods. */
  public static List<MethodGuide> guides() {
    return ALL.stream().<MethodGuide>map(StatMethod::guide).toList();
  }

  /**
   * Returns the description of the method of that name.
   *
   * @throws UserException if there is no such method
   */
  public static MethodGuide guide(String name) {
    return get(name).guide();
  }

  /** Returns the method of that name. */
  static StatMethod<?> get(String name) {
    String plain = name.toLowerCase(Locale.ROOT).replace('_', '-');
    for (StatMethod<?> method : ALL) {
      if (method.guide().name().equals(plain)) {
        return method;
      }
    }
    throw unknown(name);
  }

  private static UserException unknown(String name) {
    List<String> names = guides().stream().map(MethodGuide::name).toList();
    return UserException.command(
        "There is no method %s.".formatted(name),
        SpellingSuggester.to(name, names)
            .map(near -> "footprints stat %s".formatted(near))
            .orElse("footprints stat --list"));
  }
}
