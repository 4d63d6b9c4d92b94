package uk.footprints.transform;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.Predicate;
import uk.footprints.period.PeriodKind;

/**
 * What a dataset says of its rows beyond the layout.
 *
 * @param dataset its id
 * @param subjects whose figures a row holds, from the word in the level column (empty where there is none)
 * @param kind how long its periods are
 * @param keyed the measure's id from a layout's id and the words in the key columns; used only where there are some
 * @param rowRule what to mind in a row
 * @param blank what an empty cell means
 * @param rounding to what figures are rounded, so that sums may differ; 0 where they are not
 * @param totalled whether its sheets always have a row that adds up the others
 * @param whole which measures count something, and so come in whole numbers
 */
public record RowRules(
    String dataset,
    Function<String, Optional<RowSubject>> subjects,
    PeriodKind kind,
    BinaryOperator<String> keyed,
    RowRule rowRule,
    CellValue blank,
    double rounding,
    boolean totalled,
    Predicate<String> whole) {

  /**
   * How far a total may be from its parts, as a share of it, before the file is held: then a part of the country is
   * missing or stands twice.
   */
  public static final double HELD_BEYOND = 0.05;

  /** Looks at a row's figures; may replace some by missing, and then says why. */
  @FunctionalInterface
  public interface RowRule {
    /** The reason for what it replaced; empty when it left the row alone. */
    Optional<String> apply(String[] measures, CellValue[] values);
  }

  /** No key column, nothing to mind. */
  public static RowRules of(String dataset, String orgRole, PeriodKind kind) {
    return of(dataset, RowSubject.of(orgRole), kind);
  }

  /** The same about somebody in particular. */
  public static RowRules of(String dataset, RowSubject subject, PeriodKind kind) {
    return new RowRules(
        dataset,
        word -> Optional.of(subject),
        kind,
        (measure, key) -> measure,
        (measures, values) -> Optional.empty(),
        CellValue.missing(),
        0,
        false,
        measure -> false);
  }

  /** With a level column; its words are compared as they stand. */
  public RowRules byLevel(Map<String, RowSubject> levels) {
    return new RowRules(
        dataset, word -> Optional.ofNullable(levels.get(word)), kind, keyed, rowRule, blank, rounding, totalled,
        whole);
  }

  /** With key columns; several words are parted by a bar. */
  public RowRules keyedBy(BinaryOperator<String> naming) {
    return new RowRules(dataset, subjects, kind, naming, rowRule, blank, rounding, totalled, whole);
  }

  /** With something to mind. */
  public RowRules minding(RowRule rule) {
    return new RowRules(dataset, subjects, kind, keyed, rule, blank, rounding, totalled, whole);
  }

  /** With another meaning of an empty cell than missing. */
  public RowRules blankMeans(CellValue value) {
    return new RowRules(dataset, subjects, kind, keyed, rowRule, value, rounding, totalled, whole);
  }

  /** With figures that are rounded. */
  public RowRules roundedTo(double unit) {
    return new RowRules(dataset, subjects, kind, keyed, rowRule, blank, unit, totalled, whole);
  }

  /** With a total in every sheet; one without is a finding. */
  public RowRules withTotal() {
    return new RowRules(dataset, subjects, kind, keyed, rowRule, blank, rounding, true, whole);
  }

  /** With measures that count; decimals of theirs are a finding. */
  public RowRules counting(Predicate<String> measures) {
    return new RowRules(dataset, subjects, kind, keyed, rowRule, blank, rounding, totalled, measures);
  }

  /** The ids of a layout's measures in a row with these key words. */
  String[] keyed(String[] measures, String key) {
    return Arrays.stream(measures).map(measure -> keyed.apply(measure, key)).toArray(String[]::new);
  }
}
