package uk.footprints.report.headline;

import java.util.Optional;
import uk.footprints.indicator.IndicatorValue;
import uk.footprints.period.Period;
import uk.footprints.report.Evidence;
import uk.footprints.report.headline.NumberCalculator.WindowNumber;

/** What can be said from an indicator's values of which a part is missing: bounds, and growth of what both years have. */
final class IncompleteFigures {

  private static final int MOST_PERIODS = 1_000;
  private static final int MONTHS_OF_YEAR = 12;

  /** Growth over fewer months of a year says little about the year. */
  private static final int FEWEST_MONTHS = 10;

  private final Evidence evidence;

  IncompleteFigures(Evidence evidence) {
    this.evidence = evidence;
  }

  private Optional<IndicatorValue> find(QuotedNumber row, Period period) {
    FigureTerm term = row.figure().terms().get(0);
    return evidence.find(term.name(), row.geography(), row.area(), period);
  }

  private static boolean known(IndicatorValue a) {
    boolean reported = a.comparable() || a.status().equals(IndicatorValue.INCOMPLETE);
    return reported && !Double.isNaN(a.numerator()) && a.completeness() > 0;
  }

  private static String none(QuotedNumber row, Period period) {
    return "no value of %s for %s".formatted(row.figure().terms().get(0).name(), period.label());
  }

  /** Returns a count of what was reported: more cannot be less. */
  WindowNumber atLeast(QuotedNumber row, Period period) {
    return find(row, period)
        .filter(IncompleteFigures::known)
        .map(
            a ->
                new WindowNumber(
                    row.times() * CountryFigures.part(row.figure().terms().get(0), a), "", missing(a, period)))
        .orElseGet(() -> WindowNumber.absent(none(row, period)));
  }

  private static String missing(IndicatorValue a, Period period) {
    return a.comparable() ? "" : "In %s %s.".formatted(period.label(), a.reason().replace("; not ranked", ""));
  }

  /** Counts the periods in a row, up to one, of which the value is beyond the level whatever was missing. */
  WindowNumber periodsAtLeast(QuotedNumber row, Period period) {
    long months = NumberCalculator.months(period.kind());
    Optional<IndicatorValue> last = find(row, period).filter(IncompleteFigures::known);
    if (last.isEmpty()) {
      return WindowNumber.absent(none(row, period));
    }
    int run = 0;
    while (run < MOST_PERIODS) {
      Optional<IndicatorValue> a = find(row, Window.moved(period, -run * months)).filter(IncompleteFigures::known);
      if (a.isEmpty() || !row.limit().beyond(nearest(a.get(), row.limit()))) {
        break;
      }
      run++;
    }
    return new WindowNumber(run, "", missing(last.get(), period));
  }

  /**
   * Returns the value that comes nearest to a level: what is missing, as estimated, has none of the events where values
   * above the level count, and only events where values below it count.
   */
  static double nearest(IndicatorValue a, QuotedNumber.Limit limit) {
    if (a.comparable()) {
      return a.estimate().value();
    }
    double missing = a.denominator() * (1 / a.completeness() - 1);
    return a.multiplier() * (a.numerator() + (limit.below() ? missing : 0)) / (a.denominator() + missing);
  }

  /** Returns the growth of counts over the months of two years that are complete in both. */
  WindowNumber growthOfMonths(QuotedNumber row, Window window) {
    double before = 0;
    double after = 0;
    int months = 0;
    FigureTerm term = row.figure().terms().get(0);
    for (int i = 0; i < MONTHS_OF_YEAR; i++) {
      Optional<IndicatorValue> one = find(row, month(window.from(), i)).filter(IndicatorValue::comparable);
      Optional<IndicatorValue> other = find(row, month(window.to(), i)).filter(IndicatorValue::comparable);
      if (one.isPresent() && other.isPresent()) {
        before += CountryFigures.part(term, one.get());
        after += CountryFigures.part(term, other.get());
        months++;
      }
    }
    if (months < FEWEST_MONTHS || before <= 0) {
      return WindowNumber.absent(
          "%d months of %s are complete in %s".formatted(months, window.label(), term.name()));
    }
    String note = "Ours is of the %d months that both years have.".formatted(months);
    return new WindowNumber(100 * (after / before - 1), "", months == MONTHS_OF_YEAR ? "" : note);
  }

  private static Period month(Period year, int place) {
    return Window.moved(Period.month(year.start().getYear(), year.start().getMonthValue()), place);
  }
}
