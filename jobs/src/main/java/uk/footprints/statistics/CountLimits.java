package uk.footprints.statistics;

/** Limits of the mean of a Poisson count, given the count seen. */
public enum CountLimits {

  /**
   * Exact: chi-square quantiles with 2x and 2x + 2 degrees of freedom, halved. 0 events have a lower limit of 0.
   * Garwood, Fiducial limits for the Poisson distribution, Biometrika 1936; 28: 437-442.
   */
  EXACT("Exact") {
    @Override
    public Interval of(double count, Confidence confidence) {
      return new Interval(
          Distributions.chiSquareBelow(confidence.tail(), 2 * count) / 2,
          Distributions.chiSquareAbove(confidence.tail(), 2 * count + 2) / 2);
    }
  },

  /**
   * Byar's approximation, good from ten events; it has no lower limit at 0 events. Breslow and Day, Statistical
   * methods in cancer research, volume II, IARC 1987, page 69.
   */
  BYAR("Byars") {
    @Override
    public Interval of(double count, Confidence confidence) {
      double next = count + 1;
      double lower = 1 - 1 / (9 * count) - confidence.z() / (3 * Math.sqrt(count));
      double upper = 1 - 1 / (9 * next) + confidence.z() / (3 * Math.sqrt(next));
      return new Interval(count * lower * lower * lower, next * upper * upper * upper);
    }
  },

  /** Exact below ten events and Byar from ten, as Public Health England does. */
  EXACT_BELOW_TEN("") {
    @Override
    public Interval of(double count, Confidence confidence) {
      return chosen(count).of(count, confidence);
    }

    @Override
    public String method(double count) {
      return chosen(count).method(count);
    }

    private CountLimits chosen(double count) {
      return count < 10 ? EXACT : BYAR;
    }
  };

  private final String method;

  CountLimits(String method) {
    this.method = method;
  }

  /**
   * The limits of the mean.
   *
   * @param count events seen, 0 or more
   * @param confidence the level
   */
  public abstract Interval of(double count, Confidence confidence);

  /** The name of the method that is used for this count: {@code Exact} or {@code Byars}. */
  public String method(double count) {
    return method;
  }

  /** A count over a denominator, times a multiplier, with the count's limits. */
  Estimate over(double count, double denominator, double multiplier) {
    return Estimate.of(
        count / denominator * multiplier,
        scaled(of(count, Confidence.P95), denominator, multiplier),
        scaled(of(count, Confidence.P998), denominator, multiplier),
        method(count));
  }

  private static Interval scaled(Interval limits, double denominator, double multiplier) {
    double factor = multiplier / denominator;
    // Between the smallest doubles and 0 a factor loses its digits, and the limits theirs.
    return factor >= Double.MIN_NORMAL
        ? limits.times(factor)
        : new Interval(limits.lower() / denominator * multiplier, limits.upper() / denominator * multiplier);
  }
}
