package uk.footprints.report.headline;

import java.util.stream.Stream;
import uk.footprints.period.Period;
import uk.footprints.period.PeriodKind;
import uk.footprints.report.Report;

/**
 * A number that was quoted, and one way to compute ours: a row of {@code data/reference/headlines.csv}.
 *
 * @param id the id; rows of one id are ways to answer one question, the best one first
 * @param question the question in one sentence
 * @param quoted the number as quoted; not a number where none was
 * @param unit the unit of both numbers
 * @param period the window of the quoted number, in words
 * @param method the method
 * @param figure the figure
 * @param per the figure that it is divided by, or compared with; empty for none
 * @param times the factor of our number
 * @param from the first window; null for a method with one window
 * @param to the second window, or the only one; null for the latest
 * @param kind the length of the windows
 * @param since whether the latest number keeps the first window; otherwise both windows move
 * @param geography the geography
 * @param area the area; empty for all areas of the geography
 * @param limit the level of methods that count; null for others
 * @param oneEdition whether all figures must be of one file, because editions are not comparable
 * @param definition the definition of our number
 * @param difference why the two numbers differ
 * @param source who was quoted
 * @param missing what is missing where there is no number
 */
public record QuotedNumber(
    String id,
    String question,
    double quoted,
    String unit,
    String period,
    NumberMethod method,
    FigureSum figure,
    FigureSum per,
    double times,
    Period from,
    Period to,
    PeriodKind kind,
    boolean since,
    String geography,
    String area,
    Limit limit,
    boolean oneEdition,
    String definition,
    String difference,
    String source,
    String missing) {

  /**
   * A level that is exceeded or missed.
   *
   * @param level in the unit of the value
   * @param below whether values below it count; otherwise values above it
   */
  record Limit(double level, boolean below) {

    /** Returns whether a value is beyond the level. */
    boolean beyond(double value) {
      return below ? value < level : value > level;
    }
  }

  /** Returns whether the number is a bound and not an estimate. */
  boolean bound() {
    return method.bound();
  }

  /** Returns whether the number is made of records. */
  boolean records() {
    return method == NumberMethod.RECORDS;
  }

  /** Returns whether it is a number of areas, which stays the same while a geography is in force. */
  public boolean countsAreas() {
    return terms().anyMatch(term -> term.source() == FigureTerm.Source.COUNT);
  }

  /** Returns the figures that it needs. */
  Stream<FigureTerm> terms() {
    return Stream.concat(figure.terms().stream(), per.terms().stream());
  }

  /** Returns the measures that it needs, each with its dataset. */
  public Stream<Report.Need> measures() {
    return terms()
        .filter(term -> term.source() == FigureTerm.Source.MEASURE)
        .flatMap(term -> term.datasets().stream().map(dataset -> new Report.Need(dataset, term.name())));
  }

  /** Returns the indicators that it needs. */
  public Stream<String> indicators() {
    return terms().filter(term -> term.source() == FigureTerm.Source.INDICATOR).map(FigureTerm::name);
  }

  /** Returns the window of the quoted number; empty bounds where it is the latest. */
  Window window() {
    return new Window(from, to);
  }
}
