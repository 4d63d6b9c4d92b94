package uk.footprints.statistics;

/** Crude rates: events over a population. */
public final class Rates {

  private Rates() {}

  /**
   * A crude rate with exact limits below ten events and Byar's from ten (Garwood 1936; Breslow and Day 1987).
   *
   * <p>More events than people are allowed: people come more than once. A missing number gives no value.
   *
   * @param events how many, 0 or more
   * @param population the denominator, above 0
   * @param multiplier per how many: 100,000 for a rate per 100,000
   */
  public static Estimate crude(double events, double population, double multiplier) {
    return Estimate.unfit(events, population)
        .orElseGet(() -> CountLimits.EXACT_BELOW_TEN.over(events, population, multiplier));
  }
}
