package uk.footprints.statistics;

/** Position of a point in its funnel; the number is the probability of a point further out by chance. */
public enum Significance {
  LOW_998("Low (0.001)"),
  LOW_95("Low (0.025)"),
  NOT_SIGNIFICANT("Not significant"),
  HIGH_95("High (0.025)"),
  HIGH_998("High (0.001)"),
  NOT_APPLICABLE("Not applicable");

  private final String label;

  Significance(String label) {
    this.label = label;
  }

  /** Returns the text that Fingertips uses. */
  public String label() {
    return label;
  }

  /** Returns the less extreme of two positions; not significant where they are on different sides. */
  public Significance atMost(Significance other) {
    if (this == NOT_APPLICABLE || other == NOT_APPLICABLE) {
      return this;
    }
    int side = Integer.signum(distance());
    int most = side * Math.max(0, side * other.distance());
    return side * distance() <= side * most ? this : of(most);
  }

  /** How far out, below 0 for low. */
  private int distance() {
    return switch (this) {
      case LOW_998 -> -2;
      case LOW_95 -> -1;
      case HIGH_95 -> 1;
      case HIGH_998 -> 2;
      default -> 0;
    };
  }

  private static Significance of(int distance) {
    return switch (distance) {
      case -2 -> LOW_998;
      case -1 -> LOW_95;
      case 1 -> HIGH_95;
      case 2 -> HIGH_998;
      default -> NOT_SIGNIFICANT;
    };
  }

  /** A point judged by its own limits: a baseline above both is low, one below both is high; touching is neither. */
  public static Significance ofLimits(double baseline, Interval at95, Interval at998) {
    if (Double.isNaN(baseline) || Double.isNaN(at95.lower())) {
      return NOT_APPLICABLE;
    }
    if (baseline > at998.upper()) {
      return LOW_998;
    }
    if (baseline < at998.lower()) {
      return HIGH_998;
    }
    if (baseline > at95.upper()) {
      return LOW_95;
    }
    return baseline < at95.lower() ? HIGH_95 : NOT_SIGNIFICANT;
  }

  /** A point judged by the funnel's limits at its size. */
  public static Significance ofFunnel(double value, Interval at95, Interval at998) {
    if (Double.isNaN(value) || Double.isNaN(at95.lower())) {
      return NOT_APPLICABLE;
    }
    if (value < at998.lower()) {
      return LOW_998;
    }
    if (value > at998.upper()) {
      return HIGH_998;
    }
    if (value < at95.lower()) {
      return LOW_95;
    }
    return value > at95.upper() ? HIGH_95 : NOT_SIGNIFICANT;
  }
}
