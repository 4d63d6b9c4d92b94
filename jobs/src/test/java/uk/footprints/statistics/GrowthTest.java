package uk.footprints.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Growth taken apart, and counts explained. */
class GrowthTest {

  private static DasGupta.Factor factor(String name, double[] first, double[] second) {
    return new DasGupta.Factor(name, first, second);
  }

  @Test
  void twoFactorsShareTheChangeAtTheMeanOfEachOther() {
    List<DasGupta.Effect> effects =
        DasGupta.effects(
            List.of(
                factor("a", new double[] {2}, new double[] {3}), factor("b", new double[] {10}, new double[] {20})));
    assertThat(effects.get(0).difference()).as("(3 - 2)(10 + 20)/2").isEqualTo(15, within(1e-12));
    assertThat(effects.get(1).difference()).as("(20 - 10)(2 + 3)/2").isEqualTo(25, within(1e-12));
  }

  @Test
  void effectsAddUpToTheChangeWhateverTheNumberOfFactors() {
    List<DasGupta.Factor> factors =
        List.of(
            factor("people", new double[] {1000, 1000}, new double[] {1100, 1100}),
            factor("share", new double[] {0.8, 0.2}, new double[] {0.75, 0.25}),
            factor("rate", new double[] {0.1, 0.6}, new double[] {0.12, 0.61}),
            factor("severity", new double[] {1, 3}, new double[] {1.1, 2.5}));
    double sum = DasGupta.effects(factors).stream().mapToDouble(DasGupta.Effect::difference).sum();
    assertThat(sum).isEqualTo(DasGupta.total(factors).difference(), within(1e-9));
  }

  @Test
  void kitagawaIsDasGuptaForTwoFactors() {
    double[] shareFirst = {0.8, 0.2};
    double[] shareSecond = {0.7, 0.3};
    double[] rateFirst = {0.1, 0.6};
    double[] rateSecond = {0.12, 0.5};
    Growth.Kitagawa parts = Growth.kitagawa(shareFirst, rateFirst, shareSecond, rateSecond);
    List<DasGupta.Effect> effects =
        DasGupta.effects(List.of(factor("share", shareFirst, shareSecond), factor("rate", rateFirst, rateSecond)));
    assertThat(parts.composition()).isEqualTo(effects.get(0).difference(), within(1e-12));
    assertThat(parts.rate()).isEqualTo(effects.get(1).difference(), within(1e-12));
  }

  @Test
  void aPartCanBringMoreThanTheWholeAndSharesNeedAChange() {
    List<Growth.Contribution> parts = Growth.contributions(new double[] {100, 100}, new double[] {130, 90});
    assertThat(parts.get(0).shareOfNetChange()).isEqualTo(1.5);
    assertThat(parts.get(1).shareOfNetChange()).isEqualTo(-0.5);
    assertThat(parts.get(0).points() + parts.get(1).points()).isEqualTo(0.1, within(1e-12));
    assertThat(Growth.contributions(new double[] {1, 2}, new double[] {2, 1}).get(0).shareOfNetChange()).isNaN();
  }

  @Test
  void theChainMultipliesToTheWhole() {
    Growth.Chain chain =
        Growth.chain(
            new double[] {800, 200}, new double[] {0.1, 0.5}, new double[] {820, 260}, new double[] {0.11, 0.52});
    assertThat((1 + chain.population()) * (1 + chain.structure()) * (1 + chain.residual()) - 1)
        .isEqualTo(chain.total(), within(1e-12));
    assertThat((1 + 0.0059) * (1 + 0.0025) * (1 + 0.0018) * (1 + 0.0165) - 1)
        .as("non-elective growth a year, The Strategy Unit").isEqualTo(0.026899, within(1e-6));
  }

  @Test
  void aTermThatDependsOnAnotherIsRefused() {
    double[][] design = {{1, 1, 2}, {1, 2, 4}, {1, 3, 6}, {1, 4, 8}};
    assertThatThrownBy(
            () -> Regression.fit(Regression.Family.POISSON, design, new double[] {1, 2, 3, 4}, new double[4]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("depends on the others");
  }

  @Test
  void aModelOfAConstantIsTheOverallRate() {
    double[][] ones = {{1}, {1}, {1}};
    double[] offset = {Math.log(100), Math.log(200), Math.log(300)};
    Regression fit = Regression.fit(Regression.Family.POISSON, ones, new double[] {12, 18, 30}, offset);
    assertThat(Math.exp(fit.coefficients()[0])).isEqualTo(0.1, within(1e-12));
    assertThat(fit.explained()).isEqualTo(0, within(1e-9));
  }

  @Test
  void inequalityIsTheDifferenceBetweenTheTwoEnds() {
    List<Inequality.Group> groups =
        List.of(group(74), group(76), group(78), group(80), group(82));
    Inequality found = Inequality.of(groups, Inequality.Kind.OTHER, false, 1, 7);
    assertThat(found.slope()).isEqualTo(10, within(1e-9));
    assertThat(found.relative()).isEqualTo(83 / 73.0, within(1e-9));
    assertThat(found.slope95().lower()).isLessThan(10);
    assertThat(Inequality.of(groups, Inequality.Kind.OTHER, false, 1, 7)).as("one seed, one answer").isEqualTo(found);
  }

  private static Inequality.Group group(double value) {
    return new Inequality.Group(1000, value, value - 0.5, value + 0.5);
  }
}
