package uk.footprints.indicator;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import uk.footprints.area.Geography;
import uk.footprints.area.Membership;
import uk.footprints.catalogue.Indicators;
import uk.footprints.indicator.declared.DeclaredIndicator;
import uk.footprints.period.Period;
import uk.footprints.period.PeriodKind;
import uk.footprints.period.RollUp;

/**
 * Defines a number for each area and period. To add an indicator, write a YAML file ({@link DeclaredIndicator}); what
 * cannot be declared is a class that implements this interface, with a line in {@link Indicators}.
 */
public interface Indicator {

  /** The kind of member, and the role, of England as a whole. */
  String COUNTRY = "country";

  /** How limits are computed. */
  enum Method {
    /** Events per population: exact limits below 10 events, Byar's above. */
    RATE,
    /** A proportion of a count: Wilson's score limits. */
    PROPORTION,
    /** A ratio of averages, which has no confidence limits. */
    RATIO
  }

  /** The direction in which the value improves. */
  enum Direction {
    HIGHER_IS_BETTER,
    LOWER_IS_BETTER,
    NEITHER
  }

  /**
   * A measure that is added or subtracted.
   *
   * @param measure its id
   * @param sign 1 or -1
   * @param since the day from which it is counted separately; before, it is part of another term or of none
   */
  record Term(String measure, int sign, LocalDate since) {

    /** Creates a term that is counted in all periods. */
    public Term(String measure, int sign) {
      this(measure, sign, LocalDate.MIN);
    }
  }

  /**
   * England's own series as its publisher prints it, with which the sum of organisations is compared.
   *
   * @param dataset its dataset
   * @param numerator the terms of the numerator
   * @param denominator the terms of the denominator; empty where the indicator divides by people
   */
  record CountrySeries(String dataset, List<Term> numerator, List<Term> denominator) {

    /** Returns every measure that it needs. */
    public Stream<String> measures() {
      return Stream.concat(numerator.stream(), denominator.stream()).map(Term::measure).distinct();
    }
  }

  /** Returns the id, as it is in tables. */
  String id();

  /** Returns the title that reports and pages show. */
  String title();

  /** Returns the definition of the value, in one sentence. */
  String definition();

  /** Returns the unit of the value. */
  String unit();

  /** Returns the dataset of its observations. */
  String dataset();

  /** Returns the kind of membership by which its organisations belong to areas. */
  default String memberKind() {
    return Membership.PROVIDER;
  }

  /** Returns the figures that its terms take from elsewhere than the observations of its dataset; none by default. */
  default List<NamedFigure> figures() {
    return List.of();
  }

  /**
   * Returns whether areas of a geography have values of it. Trusts have no people, so they have only what is divided by a
   * figure of their own; groups have what is counted by commissioner, and councils what is counted by council.
   */
  default boolean answersFor(Geography geography) {
    return switch (geography.id()) {
      case Geography.TRUST -> memberKind().equals(Membership.PROVIDER) && !denominator().isEmpty();
      case Geography.GROUPS, Geography.SUB_LOCATIONS -> memberKind().equals(Membership.CCG);
      case Geography.COUNCIL -> memberKind().equals(Membership.COUNCIL);
      default -> true;
    };
  }

  /** Returns the terms of the numerator. */
  List<Term> numerator();

  /** Returns the terms of the denominator; empty (the default) for the population of the area. */
  default List<Term> denominator() {
    return List.of();
  }

  /** Returns England's own series, where the publisher prints one; empty by default. */
  default Optional<CountrySeries> countrySeries() {
    return Optional.empty();
  }

  /**
   * Returns whether England's value is the publisher's own and not the sum of organisations, because figures of
   * organisations are rounded or withheld.
   */
  default boolean countryPublished() {
    return memberKind().equals(COUNTRY);
  }

  /**
   * Returns whether the value is a contribution to growth: the change of the numerator on the year before, over the
   * denominator of the year before.
   */
  default boolean isContribution() {
    return false;
  }

  /** Returns the role of its organisations in the table observations. */
  default String role() {
    return memberKind().equals(Membership.CCG) ? "commissioner" : memberKind();
  }

  /** Returns the measure that weighs an organisation whose return is missing: by default the first that is counted. */
  default String weight() {
    return numerator().get(0).measure();
  }

  /** Returns every measure that it needs. */
  default List<String> measures() {
    Stream<String> terms = Stream.concat(numerator().stream(), denominator().stream()).map(Term::measure);
    return Stream.concat(Stream.of(weight()), terms).distinct().toList();
  }

  /** Returns the multiplier: 1000 for a rate per 1,000, 100 for a percentage. */
  default double multiplier() {
    return method() == Method.PROPORTION ? 100 : 1_000;
  }

  /** Returns how limits are computed: as for a rate of a population, or for a proportion of a count. */
  default Method method() {
    return denominator().isEmpty() ? Method.RATE : Method.PROPORTION;
  }

  /** Returns the shortest period: month or quarter. */
  default PeriodKind period() {
    return PeriodKind.MONTH;
  }

  /** Returns the direction in which the value improves. */
  default Direction direction() {
    return Direction.NEITHER;
  }

  /** Returns the caveats, a sentence each. */
  List<String> caveats();

  /** Returns the day on which the definition was last reviewed. */
  String reviewed();

  /** Returns where the definition comes from; empty where the dataset says it all. */
  default String source() {
    return "";
  }

  /**
   * Returns the smallest share of its expected returns, above 0 and at most 1, with which an area is compared with
   * others.
   */
  default double completeness() {
    return IndicatorCalculator.COMPLETE;
  }

  /** Returns whether a period has values: a definition may hold for some years only. */
  default boolean covers(Period period) {
    return true;
  }

  /** Returns how figures of several periods become those of a year: by default they are added. */
  default RollUp rollUp() {
    return RollUp.SUM;
  }

  /** Returns whether figures of several periods are averaged by days (beds) rather than added (events). */
  default boolean averaged() {
    return rollUp() == RollUp.MEAN;
  }

  /** Returns whether it counts events, which longer periods have more of: neither a share, nor a number on a day. */
  default boolean countsEvents() {
    return denominator().isEmpty() && rollUp() == RollUp.SUM;
  }

  /** Returns whether its organisations send the return themselves, so that one of their returns can be missing. */
  default boolean sentByMember() {
    return true;
  }

  /**
   * Returns the measure of occupied beds that belongs to the measure of available beds in {@link #weight}, for averages
   * of beds. Both are compared to find implausible values; empty where there is no such measure.
   */
  default String occupiedMeasure() {
    return "";
  }

  /**
   * Returns whether its figures are computed from records, so that small counts are withheld. The country's sums are
   * complete all the same, because withheld counts are added up under an organisation code of their own.
   */
  default boolean isRecordLevel() {
    return false;
  }

  /**
   * Returns whether people are weighted by how often people of their age have such an event in England, so that the
   * rate is indirectly standardised. Needs {@link AgeProfile}.
   */
  default boolean ageWeighted() {
    return false;
  }
}
