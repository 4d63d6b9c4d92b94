package uk.footprints.statistics;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.numbers.arrays.Selection;

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
 */
public record Inequality(
    double slope,
    double relative,
    double intercept,
    Interval slope95,
    Interval relative95) {

  /** How many lines are simulated for the limits. */
  public static final int DRAWS = 100_000;

  /** The kinds of values, which decide the scale on which errors are normal and a transformed line is fitted. */
  public enum Kind {
    /** Anything with symmetric errors, such as life expectancy. */
    OTHER(Transformation.NONE),
    /** Rates: logarithms. */
    RATE(Transformation.LOGARITHM),
    /** Proportions from 0 to 1: logits. */
    PROPORTION(Transformation.LOGIT);

    private final Transformation scale;

    Kind(Transformation scale) {
      this.scale = scale;
    }
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
   * @param multiplier the unit of the slope; below 0 reverses both indices, for values of which more is worse
   * @param seed of the simulation of the limits: one seed gives one answer
   */
  public static Inequality of(List<Group> groups, Kind kind, boolean transformed, double multiplier, long seed) {
    return of(groups, kind, transformed, multiplier, new NormalDraws(groups.size(), seed, DRAWS));
  }

  /**
   * Computes the indices with deviates that were drawn before, as many quantities as groups.
   *
   * @param draws the deviates from which lines are simulated
   */
  public static Inequality of(
      List<Group> groups, Kind kind, boolean transformed, double multiplier, NormalDraws draws) {
    Line line = Line.of(groups);
    double[] values = groups.stream().mapToDouble(Group::value).toArray();
    double[] y = transformed ? Arrays.stream(values).map(kind.scale::forward).toArray() : values;
    double slope = line.slope(y);
    double intercept = line.intercept(y, slope);
    Ends point = Ends.of(intercept, slope, kind, transformed, multiplier);
    double[] slopes = new double[draws.number()];
    double[] ratios = new double[draws.number()];
    double[][] simulated = simulated(groups, line, kind, transformed, draws);
    for (int draw = 0; draw < slopes.length; draw++) {
      Ends at = Ends.of(simulated[1][draw], simulated[0][draw], kind, transformed, multiplier);
      slopes[draw] = at.slope;
      ratios[draw] = at.ratio;
    }
    return new Inequality(
        point.slope,
        point.ratio,
        transformed ? point.most * Math.abs(multiplier) : point.most,
        middle(slopes, Confidence.P95),
        middle(ratios, Confidence.P95));
  }

  /** Slopes and intercepts of lines through values drawn from the limits of each group. */
  private static double[][] simulated(
      List<Group> groups, Line line, Kind kind, boolean transformed, NormalDraws draws) {
    double[] slopes = new double[draws.number()];
    double[] intercepts = new double[draws.number()];
    for (int i = 0; i < groups.size(); i++) {
      Group g = groups.get(i);
      double centre = kind.scale.forward(g.value());
      double error = (kind.scale.forward(g.upper95()) - kind.scale.forward(g.lower95())) / (2 * Confidence.P95.z());
      double toSlope = line.share[i] * (line.middle[i] - line.mean) / line.spread;
      double toIntercept = line.share[i] - toSlope * line.mean;
      double[] normal = draws.normal(i);
      for (int draw = 0; draw < normal.length; draw++) {
        double drawn = centre + error * normal[draw];
        double value = transformed ? drawn : kind.scale.back(drawn);
        slopes[draw] += toSlope * value;
        intercepts[draw] += toIntercept * value;
      }
    }
    return new double[][] {slopes, intercepts};
  }

  /** The middle of simulated values; no limits at all where one of them does not exist. */
  private static Interval middle(double[] values, Confidence confidence) {
    if (!Arrays.stream(values).allMatch(Double::isFinite)) {
      return new Interval(Double.NaN, Double.NaN);
    }
    int low = (int) Math.rint(values.length * confidence.tail());
    int high = (int) Math.rint(values.length * (1 - confidence.tail()));
    Selection.select(values, new int[] {low - 1, high - 1});
    return new Interval(values[low - 1], values[high - 1]);
  }

  /** Returns the indices of a line from its two ends. */
  private record Ends(double slope, double ratio, double most) {

    static Ends of(double intercept, double slope, Kind kind, boolean transformed, double multiplier) {
      double most = transformed ? kind.scale.back(intercept) : intercept;
      double least = transformed ? kind.scale.back(intercept + slope) : intercept + slope;
      return new Ends((least - most) * multiplier, multiplier < 0 ? most / least : least / most, most);
    }
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
