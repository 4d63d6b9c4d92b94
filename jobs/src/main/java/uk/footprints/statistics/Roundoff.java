package uk.footprints.statistics;

/** Differences of sums that are nothing but rounding. */
final class Roundoff {

  private Roundoff() {}

  /**
   * Whether a difference is no more than the rounding of the sums that it is between.
   *
   * @param size the sum of the sizes of all terms
   * @param terms how many operations each could have rounded
   */
  static boolean explains(double difference, double size, int terms) {
    return Math.abs(difference) <= terms * Math.ulp(size);
  }
}
