package uk.footprints.statistics;

import java.util.Comparator;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.IntStream;

/** Ranks from 1, smallest first. */
final class Ranks {

  private Ranks() {}

  /** Tied values share the mean of their ranks. */
  static double[] average(double[] values) {
    return ranks(values, (first, last) -> (first + last) / 2.0);
  }

  /** Tied values share the smallest of their ranks. */
  static double[] smallest(double[] values) {
    return ranks(values, (first, last) -> first);
  }

  private static double[] ranks(double[] values, DoubleBinaryOperator ofTie) {
    int[] order = order(values);
    double[] ranks = new double[values.length];
    for (int from = 0; from < order.length; ) {
      int to = endOfTie(values, order, from);
      for (int i = from; i < to; i++) {
        ranks[order[i]] = ofTie.applyAsDouble(from + 1, to);
      }
      from = to;
    }
    return ranks;
  }

  /** How many share each value that occurs more than once. */
  static int[] ties(double[] values) {
    int[] order = order(values);
    IntStream.Builder ties = IntStream.builder();
    for (int from = 0; from < order.length; ) {
      int to = endOfTie(values, order, from);
      if (to - from > 1) {
        ties.add(to - from);
      }
      from = to;
    }
    return ties.build().toArray();
  }

  private static int[] order(double[] values) {
    return IntStream.range(0, values.length)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> values[i]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private static int endOfTie(double[] values, int[] order, int from) {
    int to = from + 1;
    while (to < order.length && values[order[to]] == values[order[from]]) {
      to++;
    }
    return to;
  }
}
