package uk.footprints.statistics;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;
import org.apache.commons.numbers.arrays.Selection;

/**
 * The slopes between all pairs of points of a series that are whole cycles apart. Those of some ranks are found without
 * sorting the others; of a long series without keeping them either, because ten thousand points have fifty million
 * pairs: a sample brackets each rank, and only the slopes in the brackets are kept (Floyd and Rivest 1975).
 */
final class PairwiseSlopes {

  private static final int KEPT = 2_000_000;
  private static final int SAMPLE = 100_000;
  /** Half a bracket's width in standard deviations of a rank in the sample. */
  private static final int WIDE = 6;
  private static final double NEAR = 0.05;

  private final double[] y;
  private final int period;
  private final long count;

  /**
   * Slopes of a series.
   *
   * @param y evenly spaced; NaN where missing
   * @param period how far apart points of a pair are; slopes are per that many steps
   */
  PairwiseSlopes(double[] y, int period) {
    this.y = y;
    this.period = period;
    long pairs = 0;
    for (int season = 0; season < Math.min(period, y.length); season++) {
      long n = 0;
      for (int i = season; i < y.length; i += period) {
        n += Double.isNaN(y[i]) ? 0 : 1;
      }
      pairs += n * (n - 1) / 2;
    }
    this.count = pairs;
  }

  /** How many there are. */
  long count() {
    return count;
  }

  /** The slopes of some ranks, from 0 and in order; NaN where there is no slope at all. */
  double[] smallest(long... ranks) {
    if (count == 0) {
      double[] none = new double[ranks.length];
      Arrays.fill(none, Double.NaN);
      return none;
    }
    return count <= KEPT ? ofAll(ranks) : bracketed(ranks);
  }

  private double[] ofAll(long[] ranks) {
    Kept all = new Kept((int) count);
    each(all);
    return Arrays.stream(ranks).mapToDouble(rank -> all.smallest(rank)).toArray();
  }

  private double[] bracketed(long[] ranks) {
    double[] sample = sample();
    double[] low = new double[ranks.length];
    double[] high = new double[ranks.length];
    for (int i = 0; i < ranks.length; i++) {
      double share = (double) ranks[i] / count;
      double reach = WIDE * Math.sqrt(sample.length * share * (1 - share)) + WIDE;
      int from = (int) Math.floor(share * sample.length - reach);
      int to = (int) Math.ceil(share * sample.length + reach);
      low[i] = from < 0 ? Double.NEGATIVE_INFINITY : sample[from];
      high[i] = to >= sample.length ? Double.POSITIVE_INFINITY : sample[to];
    }
    double[] found = new double[ranks.length];
    for (int from = 0; from < ranks.length; ) {
      int to = from + 1;
      // Ranks near one another share one pass over all pairs.
      while (to < ranks.length && ranks[to] - ranks[from] <= NEAR * count) {
        to++;
      }
      Bracket bracket = new Bracket(low[from], high[to - 1]);
      each(bracket);
      for (int i = from; i < to; i++) {
        found[i] = bracket.has(ranks[i]) ? bracket.smallest(ranks[i]) : alone(ranks[i], bracket);
      }
      from = to;
    }
    return found;
  }

  /** Returns the slope of a rank that its bracket missed, from all slopes on that side; this is rare. */
  private double alone(long rank, Bracket missed) {
    Bracket side =
        rank < missed.below
            ? new Bracket(Double.NEGATIVE_INFINITY, missed.low)
            : new Bracket(missed.high, Double.POSITIVE_INFINITY);
    each(side);
    return side.smallest(rank);
  }

  private double[] sample() {
    SplittableRandom random = new SplittableRandom(1);
    double[] sample = new double[SAMPLE];
    int[] given = IntStream.range(0, y.length).filter(i -> !Double.isNaN(y[i])).toArray();
    for (int n = 0; n < SAMPLE; ) {
      int i = given[random.nextInt(given.length)];
      int j = given[random.nextInt(given.length)];
      if (j > i && (j - i) % period == 0) {
        sample[n++] = (y[j] - y[i]) / ((j - i) / period);
      }
    }
    Arrays.sort(sample);
    return sample;
  }


  private void each(DoubleConsumer with) {
    for (int i = 0; i < y.length; i++) {
      if (!Double.isNaN(y[i])) {
        double apart = 0;
        for (int j = i + period; j < y.length; j += period) {
          apart++;
          double slope = (y[j] - y[i]) / apart;
          if (!Double.isNaN(slope)) {
            with.accept(slope);
          }
        }
      }
    }
  }

  private static final class Kept implements DoubleConsumer {

    private double[] values;
    private int n;

    Kept(int capacity) {
      values = new double[capacity];
    }

    @Override
    public void accept(double value) {
      if (n == values.length) {
        values = Arrays.copyOf(values, 2 * n);
      }
      values[n++] = value;
    }

    double smallest(long rank) {
      Selection.select(values, 0, n, (int) rank);
      return values[(int) rank];
    }
  }

  private static final class Bracket implements DoubleConsumer {

    private final double low;
    private final double high;
    private final Kept inside = new Kept(1 << 16);
    private long below;

    Bracket(double low, double high) {
      this.low = low;
      this.high = high;
    }

    boolean has(long rank) {
      return rank >= below && rank - below < inside.n;
    }

    double smallest(long rank) {
      return inside.smallest(rank - below);
    }

    @Override
    public void accept(double value) {
      if (value < low) {
        below++;
      } else if (value <= high) {
        inside.accept(value);
      }
    }
  }
}
