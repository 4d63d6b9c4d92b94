package uk.footprints.indicator;

import java.util.BitSet;
import java.util.List;
import java.util.stream.Collectors;

/** The totals of an area in a period: the contributions of its organisations, added up. */
final class AreaTotal {

  double numerator;
  double denominator;
  double reported;
  double lost;
  /** How many periods of the indicator's length are there, whole or in part. */
  int periods;
  /** How many whole periods that makes: half a month of days counts a half. */
  double covered;
  /** How many days have figures. */
  long days;
  boolean known;
  /** The part of the country's figures that is in no area of the footprints of the time. */
  double outsideNumerator;
  double outsideDenominator;
  /** The sums of organisations, where the country's figures are the publisher's own; not a number otherwise. */
  double organisationsNumerator = Double.NaN;
  double organisationsDenominator = Double.NaN;
  private double knownDays;
  private final BitSet members = new BitSet();
  private final BitSet gaps = new BitSet();
  private final BitSet outside = new BitSet();

  /** Adds the weighted contribution of an organisation to this area. */
  void add(OrganisationContributions.Part part, double weight) {
    numerator += part.numerator() * weight;
    denominator += part.denominator() * weight;
    reported += part.reported() * weight;
    lost += part.lost() * weight;
    known |= part.known();
    members.set(part.org());
    if (part.lost() > 0) {
      gaps.set(part.org());
    }
    periods = 1;
  }

  /** Adds an organisation's published figures. The country total is complete: withheld figures are in it as a sum. */
  void addPublished(OrganisationContributions.Part part) {
    known = true;
    numerator += part.published().numerator();
    denominator += part.published().denominator();
    reported += part.reported();
    members.set(part.org());
    periods = 1;
  }

  /** Notes the part of the country's figures that is in no area. */
  void addOutside(OrganisationContributions.Part part, double partNumerator, double partDenominator) {
    if (partNumerator != 0 || partDenominator != 0) {
      outsideNumerator += partNumerator;
      outsideDenominator += partDenominator;
      outside.set(part.org());
    }
  }

  /** Adds a period to this longer period. */
  void add(AreaTotal period, double weight) {
    outsideNumerator += period.outsideNumerator * weight;
    outsideDenominator += period.outsideDenominator * weight;
    outside.or(period.outside);
    numerator += period.numerator * weight;
    denominator += period.denominator * weight;
    reported += period.reported * weight;
    lost += period.lost * weight;
    known |= period.known;
    members.or(period.members);
    gaps.or(period.gaps);
    extend(period);
  }

  /** Takes the figures of a later period in place of those before: the number at the end of this longer period. */
  void addLast(AreaTotal period) {
    numerator = period.numerator;
    denominator = period.denominator;
    reported = period.reported;
    lost = period.lost;
    known = period.known;
    outsideNumerator = period.outsideNumerator;
    outsideDenominator = period.outsideDenominator;
    outside.clear();
    outside.or(period.outside);
    members.or(period.members);
    gaps.clear();
    gaps.or(period.gaps);
    extend(period);
  }

  /** Returns the change of the numerator since an earlier period, to be divided by the denominator of that period. */
  AreaTotal since(AreaTotal before) {
    AreaTotal change = new AreaTotal();
    change.addLast(this);
    change.periods = periods;
    change.numerator = numerator - before.numerator;
    change.denominator = before.denominator;
    change.known = known && before.known;
    change.lost += before.lost;
    change.covered = Math.min(covered, before.covered);
    change.outsideNumerator = outsideNumerator - before.outsideNumerator;
    change.outsideDenominator = before.outsideDenominator;
    change.members.or(before.members);
    change.gaps.or(before.gaps);
    return change;
  }

  private void extend(AreaTotal period) {
    periods++;
    covered += period.covered;
    days += period.days;
  }

  /** Notes how many of a period's days have figures. */
  void cover(int present, int whole) {
    if (!members.isEmpty() || !outside.isEmpty()) {
      days = present;
      covered = present / (double) whole;
    }
  }

  /**
   * Adds a period to the average of this longer period, weighted by its days with figures; a period without a value has
   * no days.
   */
  void addAverage(AreaTotal period, long wholeDays) {
    add(period, period.days / (double) wholeDays);
    knownDays += period.known ? period.days / (double) wholeDays : 0;
  }

  /** Divides the sums weighted by days by the share of days that have a value. */
  void average() {
    if (knownDays > 0) {
      numerator /= knownDays;
      denominator /= knownDays;
      outsideNumerator /= knownDays;
      outsideDenominator /= knownDays;
    }
  }

  /** Returns the organisations that contribute to this total. */
  BitSet members() {
    return members;
  }

  /** Returns the organisations with missing figures. */
  BitSet gaps() {
    return gaps;
  }

  /** Returns the organisations of the country that are in no area. */
  BitSet outside() {
    return outside;
  }

  /** Joins the codes of the first few organisations, and says how many more there are. */
  static String codes(BitSet some, List<String> organisations, int most) {
    int more = some.cardinality() - most;
    String first = some.stream().limit(most).mapToObj(organisations::get).collect(Collectors.joining(" "));
    return more > 0 ? first + " and " + more + " more" : first;
  }
}
