package uk.footprints.report.records;

import java.util.List;
import java.util.Optional;
import uk.footprints.indicator.IndicatorValue;
import uk.footprints.period.Period;
import uk.footprints.report.Evidence;

/**
 * A finding about stays, and how its number is computed from the sums of indicators.
 *
 * @param id its id
 * @param question the question in words
 * @param quoted the number as quoted; not a number where none was
 * @param unit the unit of both numbers
 * @param quotedPeriod the period of the quoted number
 * @param quotedSource the source of the quoted number
 * @param definition the definition of our number
 * @param difference why the two differ
 * @param indicators the indicators whose sums it uses, without their side
 * @param number computes our number from the sums of both years
 */
record StayFinding(
    String id,
    String question,
    double quoted,
    String unit,
    String quotedPeriod,
    String quotedSource,
    String definition,
    String difference,
    List<String> indicators,
    Number number) {

  /** The indicator that has all emergency admissions as its denominator. */
  static final String ADMISSIONS = "stay_zero_day_share_";

  private static final String NIGHTS = "stay_two_plus_share_";
  private static final String READMISSIONS = "stay_readmission_crude_";
  private static final String ACUTE = "stay_acs_acute_share_";
  private static final String CHRONIC = "stay_acs_nhsof_share_";
  private static final String CHILDREN = "stay_child_zero_day_share_";
  private static final String OTHER_LIST = "Which list the quoted number used is not known.";
  private static final String NAO = "National Audit Office, Reducing emergency admissions (HC 833), March 2018";
  private static final String SPELLS =
      "The quoted number counts finished admission episodes; ours counts spells at one provider, by month of discharge, "
          + "with transfers by ADMIMETH 2B among emergencies.";

  /** Computes a number from the sums of two years of each indicator, in order. */
  @FunctionalInterface
  interface Number {
    double of(List<IndicatorValue> from, List<IndicatorValue> to);
  }

  /**
   * The result for an area.
   *
   * @param value not a number where there is none
   * @param status reported, incomplete or no_value
   * @param reason why there is no number, or caveats
   */
  record Found(double value, String status, String reason) {}

  static final List<StayFinding> ALL = List.of(
      new StayFinding("emergency_growth", "By how much did emergency admissions grow?", 9.3, "%",
          "2016/17 on 2013/14", NAO, "Emergency spells of the second year over those of the first", SPELLS,
          List.of(ADMISSIONS), (from, to) -> growth(from.get(0).denominator(), to.get(0).denominator())),
      new StayFinding("no_overnight_growth", "What share of the growth did not stay overnight?", 79.0, "%",
          "2013/14 to 2016/17", NAO,
          "Growth of emergency spells without a night, of the growth of all emergency spells; not where they fell",
          SPELLS, List.of(ADMISSIONS), StayFinding::ofGrowth),
      new StayFinding("no_overnight_share", "What share of emergency admissions does not stay overnight?", Double.NaN, "%", "",
          "", "Emergency spells without a night, of all emergency spells of the second year", "", List.of(ADMISSIONS),
          (from, to) -> share(to.get(0))),
      new StayFinding("bed_days_two_plus", "What share of bed days was used by stays of two days or more?", 96.0, "%",
          "2016/17", NAO, "Nights of emergency spells of two nights or more, of all nights of the second year",
          "Ours are nights between admission and discharge of a spell; a stay of two days may have one night.",
          List.of(NIGHTS), (from, to) -> share(to.get(0))),
      new StayFinding("bed_days_growth", "By how much did bed days of emergency admissions grow?", 3.6, "%",
          "2013/14 to 2016/17 (32.41 to 33.59 million)", NAO,
          "Nights of emergency spells of the second year over those of the first", SPELLS, List.of(NIGHTS),
          (from, to) -> growth(from.get(0).denominator(), to.get(0).denominator())),
      new StayFinding("readmissions_growth", "By how much did emergency readmissions grow?", 22.8, "%",
          "2012/13 to 2016/17",
          "Healthwatch England, freedom-of-information returns of 72 trusts, quoted by the NAO",
          "Emergency continuous spells within 30 days of a discharge, without cancer, obstetrics and deaths",
          "The quoted figure is no official series: it is what 72 trusts counted, each in its way.",
          List.of(READMISSIONS), (from, to) -> growth(from.get(0).numerator(), to.get(0).numerator())),
      new StayFinding("readmission_share", "What share of discharges is followed by an emergency readmission?", 13.8, "%",
          "2017/18 (12.5 in 2013/14)", "NHS Digital, Compendium I02040, indirectly standardised",
          "Emergency continuous spells within 30 days, of the continuous spells of the second year; crude",
          "The quoted number is standardised to 2013/14 and counts diagnoses and procedures apart.",
          List.of(READMISSIONS), (from, to) -> share(to.get(0))),
      new StayFinding("avoidable", "What share of emergency admissions could be avoided? (2.3.i and 3a)", 24.0,
          "%", "2016/17", NAO,
          "Emergency spells for the conditions of NHS Outcomes Framework 2.3.i (chronic) and 3a (acute), second year",
          OTHER_LIST, List.of(CHRONIC, ACUTE), (from, to) -> share(to.get(0)) + share(to.get(1))),
      new StayFinding("avoidable_chronic", "What share of emergency admissions could be avoided? (2.3.i)", 24.0, "%",
          "2016/17", NAO, "Emergency spells for the chronic conditions of NHS Outcomes Framework 2.3.i, second year",
          OTHER_LIST + " This one holds chronic conditions only.",
          List.of(CHRONIC), (from, to) -> share(to.get(0))),
      new StayFinding("avoidable_growth", "By how much did avoidable emergency admissions grow? (2.3.i and 3a)", 14.0,
          "%", "2013/14 to 2016/17", "Public Accounts Committee (HC 795), June 2018",
          "Emergency spells for the conditions of NHS Outcomes Framework 2.3.i and 3a, second year over first",
          OTHER_LIST, List.of(CHRONIC, ACUTE), (from, to) -> growth(
              from.get(0).numerator() + from.get(1).numerator(), to.get(0).numerator() + to.get(1).numerator())),
      new StayFinding("children_no_overnight", "What share of children's emergency admissions has no night?", Double.NaN, "%",
          "", "", "Emergency spells of people under 18 without a night, of all of theirs in the second year", "",
          List.of(CHILDREN), (from, to) -> share(to.get(0))));

  /** Computes the number of an area. */
  Found answer(Evidence evidence, String side, String geography, String area, Period from, Period to) {
    Optional<List<IndicatorValue>> first = answers(evidence, side, geography, area, from);
    Optional<List<IndicatorValue>> second = answers(evidence, side, geography, area, to);
    if (first.isEmpty() || second.isEmpty()) {
      return new Found(Double.NaN, IndicatorValue.NO_VALUE, "no figures of both years");
    }
    for (IndicatorValue answer : java.util.stream.Stream.concat(first.get().stream(), second.get().stream()).toList()) {
      if (answer.status().equals(IndicatorValue.INCOMPLETE) || !answer.wholeYear()) {
        return new Found(Double.NaN, IndicatorValue.INCOMPLETE, answer.period().label() + ": " + answer.reason());
      }
    }
    double value = number.of(first.get(), second.get());
    return Double.isNaN(value) || Double.isInfinite(value)
        ? new Found(Double.NaN, IndicatorValue.NO_VALUE, "nothing to divide by, or no growth")
        : new Found(value, IndicatorValue.REPORTED, second.get().get(0).reason());
  }

  private Optional<List<IndicatorValue>> answers(Evidence evidence, String side, String geography, String area, Period year) {
    List<IndicatorValue> answers =
        indicators.stream().flatMap(id -> evidence.find(id + side, geography, area, year).stream()).toList();
    return answers.size() == indicators.size() ? Optional.of(answers) : Optional.empty();
  }

  private static double share(IndicatorValue answer) {
    return 100 * answer.numerator() / answer.denominator();
  }

  private static double growth(double from, double to) {
    return from == 0 ? Double.NaN : 100 * (to / from - 1);
  }

  private static double ofGrowth(List<IndicatorValue> from, List<IndicatorValue> to) {
    double all = to.get(0).denominator() - from.get(0).denominator();
    return all <= 0 ? Double.NaN : 100 * (to.get(0).numerator() - from.get(0).numerator()) / all;
  }
}
