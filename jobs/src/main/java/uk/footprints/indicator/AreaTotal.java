package uk.footprints.indicator;

import java.util.BitSet;
import java.util.List;
import java.util.stream.Collectors;

/** What an area has in a period: the parts of its organisations, added up. */
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

  /** Adds the part of an organisation that belongs here. */
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

  /** Adds what an organisation tells, figure by figure: nothing is missing of a sum that has all who withhold. */
  void addTold(OrganisationContributions.Part part) {
    known = true;
    numerator += part.told().numerator();
    denominator += part.told().denominator();
    reported += part.reported();
    members.set(part.org());
    periods = 1;
  }

  /** Adds a period to a longer one. */
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

  /** Adds a period to the average of a longer one, weighted by its days; a period without a value has no days. */
  void addAverage(AreaTotal period, long periodDays, long wholeDays) {
    add(period, periodDays / (double) wholeDays);
    days += period.known ? periodDays / (double) wholeDays : 0;
  }

  /** Turns what was added by days into the average over the days that have a value. */
  void average() {
    if (days > 0) {
      numerator /= days;
      denominator /= days;
    }
  }

  /** The organisations that it is made of. */
  BitSet members() {
    return members;
  }

  /** Those of which something is missing. */
  BitSet gaps() {
    return gaps;
  }

  /** Some organisations by their codes, the first few. */
  static String codes(BitSet some, List<String> organisations, int most) {
    return some.stream().limit(most).mapToObj(organisations::get).collect(Collectors.joining(" "));
  }
}
