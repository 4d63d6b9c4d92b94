package uk.footprints.indicator;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import uk.footprints.area.Membership;
import uk.footprints.catalogue.Indicators;
import uk.footprints.period.PeriodKind;

/**
 * A question with a number for each area and period. Adding one is a class of this kind and a line in
 * {@link Indicators}.
 */
public interface Indicator {

  /** How limits are computed. */
  enum Method {
    /** Events per population: exact limits below 10 events, Byar's above. */
    RATE,
    /** A share of what was counted: Wilson's score limits. */
    PROPORTION,
    /** A ratio of averages, which has no limits by chance. */
    RATIO
  }

  /** Which way is better. */
  enum Direction {
    HIGHER_IS_BETTER,
    LOWER_IS_BETTER,
    NEITHER
  }

  /**
   * A measure, added or taken away.
   *
   * @param measure its id
   * @param sign 1 or -1
   * @param since the day from which it is counted apart; before, it is part of another term or of none
   */
  record Term(String measure, int sign, LocalDate since) {

    /** A measure of all times. */
    public Term(String measure, int sign) {
      this(measure, sign, LocalDate.MIN);
    }
  }

  /** As in the tables. */
  String id();

  /** For people. */
  String title();

  /** What the value is, in one sentence. */
  String definition();

  /** The unit of the value. */
  String unit();

  /** The dataset whose observations it takes. */
  String dataset();

  /** What its organisations are members of areas as. */
  default String memberKind() {
    return Membership.PROVIDER;
  }

  /** What is counted. */
  List<Term> numerator();

  /** What it is divided by; empty, as it is unless told, for the people who live there. */
  default List<Term> denominator() {
    return List.of();
  }

  /** The measure that says how much an organisation weighs when its return is missing: what is counted first. */
  default String weight() {
    return numerator().get(0).measure();
  }

  /** Every measure that it asks for. */
  default List<String> measures() {
    Stream<String> terms = Stream.concat(numerator().stream(), denominator().stream()).map(Term::measure);
    return Stream.concat(Stream.of(weight()), terms).distinct().toList();
  }

  /** 1000 for a rate per 1,000; 100 for a per cent. */
  default double multiplier() {
    return method() == Method.PROPORTION ? 100 : 1_000;
  }

  /** How limits are computed: as of a rate of people, or of a share of what was counted. */
  default Method method() {
    return denominator().isEmpty() ? Method.RATE : Method.PROPORTION;
  }

  /** The shortest period: month or quarter. */
  default PeriodKind period() {
    return PeriodKind.MONTH;
  }

  /** Which way is better. */
  default Direction direction() {
    return Direction.NEITHER;
  }

  /** What to mind. */
  List<String> caveats();

  /** The day on which the definition was last looked at. */
  String reviewed();

  /** Whether figures of several periods are averaged by days (beds) rather than added (events). */
  default boolean averaged() {
    return false;
  }

  /** Whether the organisations that it counts by send the return themselves, so that one of them can fail to. */
  default boolean sentByMember() {
    return true;
  }

  /**
   * For averages of beds: the measure of occupied beds that belongs to the measure of available beds in
   * {@link #weight}. Both are compared to find implausible values; empty where there is no such measure.
   */
  default String occupiedMeasure() {
    return "";
  }

  /**
   * Whether its figures are made of records, so that some are withheld: the country's sums are whole all the same,
   * because what is withheld stands as an organisation of its own.
   */
  default boolean ofRecords() {
    return false;
  }

  /**
   * Whether people are weighted by how often somebody of their age has such an event in England: the rate is then
   * indirectly standardised. Needs {@link AgeProfile}.
   */
  default boolean ageWeighted() {
    return false;
  }
}
