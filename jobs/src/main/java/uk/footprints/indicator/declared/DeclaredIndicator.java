package uk.footprints.indicator.declared;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import uk.footprints.indicator.Indicator;
import uk.footprints.indicator.NamedFigure;
import uk.footprints.period.Period;
import uk.footprints.period.PeriodKind;
import uk.footprints.period.RollUp;

/**
 * An indicator that a YAML file declares.
 *
 * @param id its name in tables
 * @param title a few words
 * @param definition one sentence
 * @param unit of the value
 * @param dataset of its measures
 * @param memberKind by which its organisations belong to areas
 * @param figures that its terms take from elsewhere
 * @param numerator its terms
 * @param denominator its terms; empty for people
 * @param countrySeries England's own series
 * @param countryPublished whether England's value is the publisher's own
 * @param isContribution whether it is a contribution to growth
 * @param weight the measure that weighs a missing return
 * @param occupiedMeasure of occupied beds; empty for none
 * @param ageWeighted whether people are weighted by age
 * @param multiplier such as 1,000
 * @param method how limits are computed
 * @param period the shortest period
 * @param rollUp how short periods become a year
 * @param direction in which the value improves
 * @param sentByMember whether its organisations send the return themselves
 * @param first the first day for which the definition holds
 * @param last the last day
 * @param completeness the smallest share of expected returns that is compared
 * @param caveats a sentence each
 * @param reviewed the day of the last review
 * @param source where the definition comes from
 * @param targets what is to be reached
 */
public record DeclaredIndicator(
    String id,
    String title,
    String definition,
    String unit,
    String dataset,
    String memberKind,
    List<NamedFigure> figures,
    List<Term> numerator,
    List<Term> denominator,
    Optional<CountrySeries> countrySeries,
    boolean countryPublished,
    boolean isContribution,
    String weight,
    String occupiedMeasure,
    boolean ageWeighted,
    double multiplier,
    Method method,
    PeriodKind period,
    RollUp rollUp,
    Direction direction,
    boolean sentByMember,
    LocalDate first,
    LocalDate last,
    double completeness,
    List<String> caveats,
    String reviewed,
    String source,
    List<DeclaredTarget> targets)
    implements Indicator {

  @Override
  public boolean covers(Period of) {
    return !of.start().isBefore(first) && !of.end().isAfter(last);
  }
}
