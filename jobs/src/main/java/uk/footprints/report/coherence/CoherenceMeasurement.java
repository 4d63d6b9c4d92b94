package uk.footprints.report.coherence;

/**
 * A measurement of an area.
 *
 * @param area its code
 * @param measure the id of the measure
 * @param value the number; not a number when there is none
 * @param unit of the value
 * @param method the method of measurement
 * @param status {@code measured}, {@code estimated} or {@code no_value}
 * @param reason the evidence: names, counts, or why there is no value
 */
record CoherenceMeasurement(
    String area, String measure, double value, String unit, String method, String status, String reason) {

  static final String MEASURED = "measured";
  static final String ESTIMATED = "estimated";
  static final String NO_VALUE = "no_value";

  static CoherenceMeasurement none(String area, String measure, String unit, String method, String why) {
    return new CoherenceMeasurement(area, measure, Double.NaN, unit, method, NO_VALUE, why);
  }

  /** Returns an estimate of a percentage, or no value where the whole is 0. */
  static CoherenceMeasurement share(
      String area, String measure, double part, double whole, String method, String reason) {
    return whole > 0
        ? new CoherenceMeasurement(area, measure, 100 * part / whole, "%", method, ESTIMATED, reason)
        : none(area, measure, "%", method, "the denominator is 0");
  }
}
