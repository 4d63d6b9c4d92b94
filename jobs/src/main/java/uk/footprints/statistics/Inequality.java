package uk.footprints.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Slope and relative index of inequality: how a value changes from the most to the least deprived, all groups used and
 * weighted by their people. Pamuk, Population Studies 1985; 39: 17-31; Mackenbach and Kunst, Social Science and
 * Medicine 1997; 44: 757-771; limits after Low and Low, Journal of Public Health 2004; 26: 388-395.
 *
 * @param slope slope index: the least deprived less the most deprived end, in the unit of the values times the
 *     multiplier
 * @param relative relative index: the same two ends as a ratio
 * @param intercept the value at the most deprived end; of the transformed fit on the scale of the multiplier
 * @param slope95 limits of the slope index
 * @param relative95 limits of the relative index
 * @param slope998 limits at 99.8 per cent
 * @param relative998 limits at 99.8 per cent
 */
public record Inequality(
    double slope,
    double relative,
    double intercept,
    Interval slope95,
    Interval relative95,
    Interval slope998,
    Interval relative998) {

  private static final int DRAWS = 100_000;

  /** What the values are; says on which scale their errors are normal and a transformed fit is made. */
  public enum Kind {
    /** Anything with symmetric errors, such as life expectancy. */
    OTHER {
      @Override
      double forward(double value) {
        return value;
      }

      @Override
      double back(double value) {
        return value;
      }
    },
    /** Rates: logarithms. */
    RATE {
      @Override
      double forward(double value) {
        return Math.log(value);
      }

      @Override
      double back(double value) {
        return Math.exp(value);
      }
    },
    /** Proportions from 0 to 1: logits. */
    PROPORTION {
      @Override
      double forward(double value) {
        return Math.log(value / (1 - value));
      }

      @Override
      double back(double value) {
        return 1 / (1 + Math.exp(-value));
      }
    };

    abstract double forward(double value);

    abstract double back(double value);
  }

  /**
   * One group, in order from the most deprived.
   *
   * @param population people, above 0
   * @param value the indicator
   * @param lower95 its lower 95 per cent limit
   * @param upper95 its upper 95 per cent limit
   */
  public record Group(double population, double value, double lower95, double upper95) {}

  /**
   * The indices of 5 to 100 groups.
   *
   * @param groups most deprived first
   * @param kind what the values are
   * @param transformed whether the line is fitted on the transformed scale and brought back
   * @param multiplier the unit of the slope; below 0 turns both indices round, for values of which more is worse
   * @param seed of the simulation of the limits: one seed gives one answer
   */
  public static Inequality of(List<Group> groups, Kind kind, boolean transformed, double multiplier, long seed) {
    Line line = Line.of(groups);
    double[] values = groups.stream().mapToDouble(Group::value).toArray();
    double[] point = indices(line, values, kind, transformed, multiplier);
    double[] errors =
        groups.stream()
            .mapToDouble(g -> (kind.forward(g.upper95()) - kind.forward(g.lower95())) / (2 * Confidence.P95.z()))
            .toArray();
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    double[] slopes = new double[DRAWS];
    double[] ratios = new double[DRAWS];
    double[] drawn = new double[values.length];
    for (int draw = 0; draw < DRAWS; draw++) {
      for (int i = 0; i < drawn.length; i++) {
        drawn[i] = kind.back(kind.forward(values[i]) + errors[i] * random.nextGaussian());
      }
      double[] at = indices(line, drawn, kind, transformed, multiplier);
      slopes[draw] = at[0];
      ratios[draw] = at[1];
    }
    Arrays.sort(slopes);
    Arrays.sort(ratios);
    return new Inequality(
        point[0],
        point[1],
        point[2],
        middle(slopes, Confidence.P95),
        middle(ratios, Confidence.P95),
        middle(slopes, Confidence.P998),
        middle(ratios, Confidence.P998));
  }

  private static Interval middle(double[] sorted, Confidence confidence) {
    int low = (int) Math.rint(sorted.length * confidence.tail());
    int high = (int) Math.rint(sorted.length * (1 - confidence.tail()));
    return new Interval(sorted[low - 1], sorted[high - 1]);
  }

  /** Slope, ratio and intercept of a set of values. */
  private static double[] indices(
      Line line, double[] values, Kind kind, boolean transformed, double multiplier) {
    double[] y = transformed ? Arrays.stream(values).map(kind::forward).toArray() : values;
    double slope = line.slope(y);
    double intercept = line.intercept(y, slope);
    double most = transformed ? kind.back(intercept) : intercept;
    double least = transformed ? kind.back(intercept + slope) : intercept + slope;
    double ratio = multiplier < 0 ? most / least : least / most;
    return new double[] {(least - most) * multiplier, ratio, transformed ? most * Math.abs(multiplier) : most};
  }

  /** The weighted regression on the cumulative share of people at the middle of each group. */
  private record Line(double[] share, double[] middle, double mean, double spread) {

    static Line of(List<Group> groups) {
      double all = groups.stream().mapToDouble(Group::population).sum();
      double[] share = groups.stream().mapToDouble(g -> g.population() / all).toArray();
      double[] middle = new double[share.length];
      double before = 0;
      for (int i = 0; i < share.length; i++) {
        middle[i] = before + share[i] / 2;
        before += share[i];
      }
      double mean = 0;
      for (int i = 0; i < share.length; i++) {
        mean += share[i] * middle[i];
      }
      double spread = 0;
      for (int i = 0; i < share.length; i++) {
        spread += share[i] * (middle[i] - mean) * (middle[i] - mean);
      }
      return new Line(share, middle, mean, spread);
    }

    double slope(double[] y) {
      double sum = 0;
      for (int i = 0; i < y.length; i++) {
        sum += share[i] * (middle[i] - mean) * y[i];
      }
      return sum / spread;
    }

    double intercept(double[] y, double slope) {
      double sum = 0;
      for (int i = 0; i < y.length; i++) {
        sum += share[i] * y[i];
      }
      return sum - slope * mean;
    }
  }
}
