package uk.footprints.stat;

import java.util.List;
import java.util.Locale;
import uk.footprints.runtime.SpellingSuggester;
import uk.footprints.runtime.UserException;

/** Catalogue of the methods in the order in which {@code stat --list} shows them. */
public final class StatMethods {

  private static final List<StatMethod> ALL =
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
  public static List<StatMethod> all() {
    return ALL;
  }

  /** Returns the method of that name. */
  public static StatMethod get(String name) {
    String plain = name.toLowerCase(Locale.ROOT).replace('_', '-');
    return ALL.stream()
        .filter(method -> method.guide().name().equals(plain))
        .findFirst()
        .orElseThrow(() -> unknown(name));
  }

  private static UserException unknown(String name) {
    List<String> names = ALL.stream().map(method -> method.guide().name()).toList();
    return UserException.command(
        "There is no method %s.".formatted(name),
        SpellingSuggester.to(name, names)
            .map(near -> "footprints stat %s".formatted(near))
            .orElse("footprints stat --list"));
  }
}
