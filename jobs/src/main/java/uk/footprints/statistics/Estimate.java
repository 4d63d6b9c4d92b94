package uk.footprints.statistics;

import java.util.Optional;

/**
 * An estimate with limits at 95 and 99.8 per cent, the method of the limits, and the reason when there is no value. NaN
 * means "none".
 *
 * @param value the estimate, in the unit of the method that made it
 * @param lower95 lower 95 per cent limit
 * @param upper95 upper 95 per cent limit
 * @param lower998 lower 99.8 per cent limit
 * @param upper998 upper 99.8 per cent limit
 * @param method the name of the method of the limits
 * @param status whether there is a value
 * @param reason why there is no value, or a caveat; empty when there is neither
 */
public record Estimate(
    double value,
    double lower95,
    double upper95,
    double lower998,
    double upper998,
    String method,
    ResultStatus status,
    String reason) {

  /** Returns a value with its limits. */
  public static Estimate of(double value, Interval at95, Interval at998, String method) {
    return new Estimate(
        value, at95.lower(), at95.upper(), at998.lower(), at998.upper(), method, ResultStatus.OK, "");
  }

  /** Returns an estimate without a value, with the reason. */
  public static Estimate none(ResultStatus status, String reason) {
    return new Estimate(
        Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, "", status, reason);
  }

  /** Returns why a numerator over a denominator has no value; empty where it has one. */
  static Optional<Estimate> unfit(double numerator, double denominator) {
    if (Double.isNaN(numerator) || Double.isNaN(denominator)) {
      String what = Double.isNaN(numerator) ? "numerator" : "denominator";
      return Optional.of(none(ResultStatus.MISSING, what + " is missing"));
    }
    if (numerator < 0) {
      return Optional.of(none(ResultStatus.NOT_APPLICABLE, "numerator is negative"));
    }
    return denominator > 0
        ? Optional.empty()
        : Optional.of(none(ResultStatus.NOT_APPLICABLE, "denominator is not above 0"));
  }

  /** Returns the limits at one of the two levels. */
  public Interval limits(Confidence confidence) {
    return confidence == Confidence.P95 ? new Interval(lower95, upper95) : new Interval(lower998, upper998);
  }

  /** Returns a copy with another caveat. */
  public Estimate noted(String note) {
    String all = reason.isEmpty() ? note : reason + "; " + note;
    return new Estimate(value, lower95, upper95, lower998, upper998, method, status, all);
  }

  /** Whether there is a value. */
  public boolean isPresent() {
    return status == ResultStatus.OK;
  }
}
