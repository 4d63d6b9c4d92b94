package uk.footprints.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How much each factor of a product contributed to a change, exactly additive and whatever the order of the factors.
 * Das Gupta, Standardization and decomposition of rates: a user's manual, US Bureau of the Census P23-186, 1993.
 */
public final class DasGupta {

  private DasGupta() {}

  /**
   * One factor at two times, cell by cell: a population's share or rate of each age. A factor without cells repeats
   * its value.
   *
   * @param name what it is called
   * @param first at the first time, one a cell
   * @param second at the second time
   */
  public record Factor(String name, double[] first, double[] second) {}

  /**
   * What one factor did.
   *
   * @param factor its name
   * @param first the total with this factor of the first time, the others standardised
   * @param second the total with this factor of the second time
   */
  public record Effect(String factor, double first, double second) {

    /** The change that is due to this factor; these add up to the whole change. */
    public double difference() {
      return second - first;
    }
  }

  /**
   * The effect of each factor on the sum over cells of the product of the factors.
   *
   * @param factors at least one, all with the same cells
   */
  public static List<Effect> effects(List<Factor> factors) {
    List<Effect> effects = new ArrayList<>(factors.size());
    for (int own = 0; own < factors.size(); own++) {
      effects.add(effect(factors, own));
    }
    return List.copyOf(effects);
  }

  /** The sum over cells of the product of the factors at the first time and at the second. */
  public static Effect total(List<Factor> factors) {
    int all = (1 << factors.size()) - 1;
    return new Effect("crude", product(factors, 0), product(factors, all));
  }

  /** Whether the sum over cells changed by more than rounding. */
  public static boolean isChanged(List<Factor> factors) {
    Effect total = total(factors);
    double size = size(factors, 0) + size(factors, (1 << factors.size()) - 1);
    return !Roundoff.explains(total.difference(), size, factors.size() * factors.get(0).first().length);
  }

  private static double size(List<Factor> factors, int secondTime) {
    return product(
        factors.stream().map(f -> new Factor(f.name(), sizes(f.first()), sizes(f.second()))).toList(), secondTime);
  }

  private static double[] sizes(double[] values) {
    return Arrays.stream(values).map(Math::abs).toArray();
  }

  /** The other factors take every mixture of the two times, each number of second-time factors weighing the same. */
  private static Effect effect(List<Factor> factors, int own) {
    int n = factors.size();
    double first = 0;
    double second = 0;
    for (int mixture = 0; mixture < 1 << n; mixture++) {
      if ((mixture & 1 << own) == 0) {
        double weight = 1 / (n * choose(n - 1, Integer.bitCount(mixture)));
        first += weight * product(factors, mixture);
        second += weight * product(factors, mixture | 1 << own);
      }
    }
    return new Effect(factors.get(own).name(), first, second);
  }

  private static double product(List<Factor> factors, int secondTime) {
    double sum = 0;
    for (int cell = 0; cell < factors.get(0).first().length; cell++) {
      double product = 1;
      for (int f = 0; f < factors.size(); f++) {
        Factor factor = factors.get(f);
        product *= (secondTime & 1 << f) == 0 ? factor.first()[cell] : factor.second()[cell];
      }
      sum += product;
    }
    return sum;
  }

  private static double choose(int n, int k) {
    double c = 1;
    for (int i = 1; i <= k; i++) {
      c = c * (n - k + i) / i;
    }
    return c;
  }
}
