package uk.footprints.site;

import uk.footprints.report.trend.ControlCharts;

/**
 * The latest point of a control chart, and the first point of the run of its kind.
 *
 * @param indicator its id
 * @param label the month or quarter
 * @param since the first of the run of points of the same kind
 * @param cause the rule
 * @param variation improvement, concern, neutral or common
 */
record SpecialCauseSummary(
    String indicator, String label, String since, String cause, String variation, double value, double mean,
    double lower, double upper) {

  static SpecialCauseSummary of(ControlCharts.Row row) {
    String label = row.period().label();
    return new SpecialCauseSummary(
        row.series().indicator(), label, label, row.specialCause(), row.variation(), row.adjusted(), row.mean(),
        row.lowerLimit(), row.upperLimit());
  }

  /** Returns the summary with the next point added. */
  SpecialCauseSummary then(SpecialCauseSummary next) {
    String from = next.variation.equals(variation) ? since : next.since;
    return new SpecialCauseSummary(
        next.indicator, next.label, from, next.cause, next.variation, next.value, next.mean, next.lower, next.upper);
  }

  /** Returns the icon of Making Data Count in words. */
  String words() {
    String kind =
        switch (variation.replace("special_cause_", "")) {
          case "improvement" -> "Special cause: improvement";
          case "concern" -> "Special cause: concern";
          case "neutral_high" -> "Special cause: high";
          case "neutral_low" -> "Special cause: low";
          case "common_cause" -> "Common cause: no more than chance";
          default -> "Too few points to judge";
        };
    return kind.startsWith("Special") ? kind + " (" + rule(cause) + ")" : kind;
  }

  private static String rule(String cause) {
    return switch (cause) {
      case "Above UCL" -> "above the upper limit";
      case "Below LCL" -> "below the lower limit";
      case "7 Points Above CL" -> "seven in a row above the mean";
      case "7 Points Below CL" -> "seven in a row below the mean";
      case "7 Point Trend (Increasing)" -> "seven rising in a row";
      case "7 Point Trend (Decreasing)" -> "seven falling in a row";
      case "2 in 3 Above CL" -> "two of three near the upper limit";
      case "2 in 3 Below CL" -> "two of three near the lower limit";
      default -> cause;
    };
  }
}
