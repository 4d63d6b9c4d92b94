package uk.footprints.statistics;

/** Where a point stands in its funnel; the number is the probability of lying further out by chance. */
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

  /** As Fingertips writes it. */
  public String label() {
    return label;
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
