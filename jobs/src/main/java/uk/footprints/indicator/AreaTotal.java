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
  int periods;
  boolean known;
  private double days;
  private final BitSet members = new BitSet();
  private final BitSet gaps = new BitSet();

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

  /** Adds a period to this longer period. */
  void add(AreaTotal period, double weight) {
    numerator += period.numerator * weight;
    denominator += period.denominator * weight;
    reported += period.reported * weight;
    lost += period.lost * weight;
    known |= period.known;
    members.or(period.members);
    gaps.or(period.gaps);
    periods++;
  }

  /** Adds a period to the average of this longer period, weighted by days; a period without a value has no days. */
  void addAverage(AreaTotal period, long periodDays, long wholeDays) {
    add(period, periodDays / (double) wholeDays);
    days += period.known ? periodDays / (double) wholeDays : 0;
  }

  /** Divides the sums weighted by days by the share of days that have a value. */
  void average() {
    if (days > 0) {
      numerator /= days;
      denominator /= days;
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

  /** Joins the codes of the first few organisations. */
  static String codes(BitSet some, List<String> organisations, int most) {
    return some.stream().limit(most).mapToObj(organisations::get).collect(Collectors.joining(" "));
  }
}
