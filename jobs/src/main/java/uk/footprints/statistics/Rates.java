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
    if (Double.isNaN(events)) {
      return Estimate.none(ResultStatus.MISSING, "numerator is missing");
    }
    if (Double.isNaN(population)) {
      return Estimate.none(ResultStatus.MISSING, "denominator is missing");
    }
    if (events < 0) {
      return Estimate.none(ResultStatus.NOT_APPLICABLE, "numerator is negative");
    }
    if (population <= 0) {
      return Estimate.none(ResultStatus.NOT_APPLICABLE, "denominator is not above 0");
    }
    return CountLimits.EXACT_BELOW_TEN.over(events, population, multiplier);
  }
}
