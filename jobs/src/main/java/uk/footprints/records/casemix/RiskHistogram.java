package uk.footprints.records.casemix;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * Spells and events by predicted risk, in bins that are narrow enough for the c statistic to six decimals: the
 * probability that of two spells, one with and one without the event, the one with it had the higher risk. Ties count a
 * half. Hanley and McNeil, Radiology 1982; 143: 29-36.
 */
final class RiskHistogram implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final int BINS = 1 << 17;
  private static final double WIDEST = 20;
  private static final double UNITS = 1L << 30;

  private final long[] spells = new long[BINS];
  private final long[] events = new long[BINS];
  /** In units of 2^-30, so that the sum does not depend on the order. */
  private final long[] expected = new long[BINS];
  private double pearson;

  /** A tenth of the spells, those of the lowest risk first. */
  record Tenth(int number, long spells, long events, double expected) {}

  void add(double predictor, double each, long n, long k) {
    int bin = (int) Math.max(0, Math.min(BINS - 1, (predictor + WIDEST) / (2 * WIDEST) * BINS));
    spells[bin] += n;
    events[bin] += k;
    expected[bin] += Math.round(n * each * UNITS);
  }

  void addPearson(double part) {
    pearson += part;
  }

  RiskHistogram plus(RiskHistogram other) {
    for (int i = 0; i < BINS; i++) {
      spells[i] += other.spells[i];
      events[i] += other.events[i];
      expected[i] += other.expected[i];
    }
    pearson += other.pearson;
    return this;
  }

  /** Returns Pearson's chi-square of a model of counts. */
  double pearson() {
    return pearson;
  }

  /** Returns the c statistic; NaN where all spells have the event, or none. */
  double concordance() {
    double pairs = 0;
    double below = 0;
    double with = 0;
    for (int i = 0; i < BINS; i++) {
      long without = spells[i] - events[i];
      pairs += events[i] * (below + without / 2.0);
      below += without;
      with += events[i];
    }
    return pairs / (below * with);
  }

  /** Returns tenths of the spells by risk. */
  List<Tenth> tenths() {
    long all = 0;
    for (long n : spells) {
      all += n;
    }
    long[][] sums = new long[10][3];
    long before = 0;
    for (int i = 0; i < BINS && all > 0; i++) {
      int tenth = (int) Math.min(9, (before + spells[i] / 2) * 10 / all);
      before += spells[i];
      sums[tenth][0] += spells[i];
      sums[tenth][1] += events[i];
      sums[tenth][2] += expected[i];
    }
    List<Tenth> tenths = new ArrayList<>();
    for (int t = 0; t < 10; t++) {
      tenths.add(new Tenth(t + 1, sums[t][0], sums[t][1], sums[t][2] / UNITS));
    }
    return tenths;
  }
}
