package uk.footprints.job.stat;

import java.util.List;
import java.util.Locale;
import uk.footprints.run.Fixable;
import uk.footprints.run.Nearest;

/** Every method, in the order in which {@code stat --list} shows them. */
public final class Methods {

  private static final List<Method> ALL =
      List.of(
          NumeratorMethod.rate(),
          NumeratorMethod.proportion(),
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

  private Methods() {}

  /** All of them. */
  public static List<Method> all() {
    return ALL;
  }

  /** The method of that name. */
  public static Method get(String name) {
    String plain = name.toLowerCase(Locale.ROOT).replace('_', '-');
    return ALL.stream()
        .filter(method -> method.guide().name().equals(plain))
        .findFirst()
        .orElseThrow(() -> unknown(name));
  }

  private static Fixable unknown(String name) {
    List<String> names = ALL.stream().map(method -> method.guide().name()).toList();
    return Fixable.command(
        "There is no method %s.".formatted(name),
        Nearest.to(name, names)
            .map(near -> "did you mean %s? footprints stat --list shows all".formatted(near))
            .orElse("footprints stat --list"));
  }
}
