package uk.footprints.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Growth between two times, taken apart. */
public final class Growth {

  private Growth() {}

  /**
   * Change of one part of a total.
   *
   * @param change second less first
   * @param shareOfNetChange the change over the whole change: can be below 0 or above 1; NaN when the whole did
   *     not change
   * @param points the change over the first total: parts add up to the growth of the whole, 0.01 is one
   *     percentage point
   * @param totalGrowth the growth of the whole
   */
  public record Contribution(double change, double shareOfNetChange, double points, double totalGrowth) {}

  /** The contribution of each part to the growth of their sum. */
  public static List<Contribution> contributions(double[] first, double[] second) {
    double before = DecimalSum.of(first);
    double growth = DecimalSum.difference(second, first);
    List<Contribution> parts = new ArrayList<>(first.length);
    for (int i = 0; i < first.length; i++) {
      double change = DecimalSum.difference(new double[] {second[i]}, new double[] {first[i]});
      parts.add(
          new Contribution(
              change,
              growth == 0 ? Double.NaN : change / growth,
              before == 0 ? Double.NaN : change / before,
              before == 0 ? Double.NaN : growth / before));
    }
    return List.copyOf(parts);
  }

  /**
   * Growth as a chain: 1 + total = (1 + population)(1 + structure)(1 + residual), each step with the rates of the
   * first time. The order matters, unlike in {@link DasGupta}. Wyatt, Hobro and Seamer, The Strategy Unit.
   *
   * @param first activity at the first time
   * @param second activity at the second
   * @param expected activity at the second time had each age kept its first rate
   * @param total growth of activity
   * @param population growth of the number of people
   * @param structure growth from their ages
   * @param residual growth of age-specific rates
   * @param isChanged whether activity changed by more than rounding
   */
  public record Chain(
      double first,
      double second,
      double expected,
      double total,
      double population,
      double structure,
      double residual,
      boolean isChanged) {

    /** The share of the growth that demography alone would have caused; NaN where activity did not change. */
    public double demographyShare() {
      return isChanged ? (expected - first) / (second - first) : Double.NaN;
    }
  }

  /**
   * The chain of growth of an area.
   *
   * @param peopleFirst people of each age at the first time
   * @param rateFirst events per person of each age at the first time
   * @param peopleSecond people at the second time
   * @param rateSecond events per person at the second time
   */
  public static Chain chain(
      double[] peopleFirst, double[] rateFirst, double[] peopleSecond, double[] rateSecond) {
    double first = sumOfProducts(peopleFirst, rateFirst);
    double second = sumOfProducts(peopleSecond, rateSecond);
    double expected = sumOfProducts(peopleSecond, rateFirst);
    double population = Arrays.stream(peopleSecond).sum() / Arrays.stream(peopleFirst).sum();
    return new Chain(
        first,
        second,
        expected,
        second / first - 1,
        population - 1,
        expected / first / population - 1,
        second / expected - 1,
        !Roundoff.explains(second - first, Math.abs(first) + Math.abs(second), 4 * rateFirst.length));
  }

  /**
   * Two rates taken apart into what the mix of people and what their rates explain, each at the mean of the other.
   * Kitagawa, Components of a difference between two rates, JASA 1955; 50: 1168-1194.
   *
   * @param composition due to who they are
   * @param rate due to the rates of like people
   */
  public record Kitagawa(double composition, double rate) {}

  /**
   * Kitagawa's two components of the second rate less the first; they add up to it exactly.
   *
   * @param shareFirst the share of each cell in the first population
   * @param rateFirst the rate of each cell there
   * @param shareSecond the share in the second
   * @param rateSecond the rate there
   */
  public static Kitagawa kitagawa(
      double[] shareFirst, double[] rateFirst, double[] shareSecond, double[] rateSecond) {
    double composition = 0;
    double rate = 0;
    for (int i = 0; i < shareFirst.length; i++) {
      composition += (shareSecond[i] - shareFirst[i]) * (rateFirst[i] + rateSecond[i]) / 2;
      rate += (rateSecond[i] - rateFirst[i]) * (shareFirst[i] + shareSecond[i]) / 2;
    }
    return new Kitagawa(composition, rate);
  }

  private static double sumOfProducts(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
