package uk.footprints.statistics;

/** The two levels that public health in England shows together: about two and about three standard deviations. */
public enum Confidence {
  /** 95 per cent: 2.5 per cent in each tail. */
  P95(0.025, 1.959963984540054),
  /** 99.8 per cent: 0.1 per cent in each tail. */
  P998(0.001, 3.090232306167813);

  private final double tail;
  private final double z;

  Confidence(double tail, double z) {
    this.tail = tail;
    this.z = z;
  }

  /** The probability in each tail: (1 - c) / 2. */
  public double tail() {
    return tail;
  }

  /** The standard normal deviate with that much above it. */
  public double z() {
    return z;
  }
}
