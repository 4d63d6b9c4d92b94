package uk.footprints.transform;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.Predicate;
import uk.footprints.period.PeriodKind;

/**
 * A dataset's rules for its rows, beyond the layout.
 *
 * @param dataset its id
 * @param subjects gives the organisation of a row from the word in the level column (empty where there is none)
 * @param kind length of its periods
 * @param keyed gives the measure's id from a layout's id and the texts of the key columns, if there are any
 * @param rowRule a check of the figures of a row
 * @param blank the meaning of an empty cell
 * @param rounding the unit to which figures are rounded, so that sums may differ; 0 for none
 * @param totalled whether its sheets always have a row that adds up the others
 * @param whole selects the measures that are counts, and so are whole numbers
 * @param limits the possible values of each measure; a measure without limits here is never below zero
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
    Predicate<String> whole,
    Map<String, ValueLimits> limits) {

  /**
   * How far a total may be from its parts, as a share of it, before the file is set aside: beyond that, a part of the
   * country is missing or counted twice.
   */
  public static final double SET_ASIDE_BEYOND = 0.05;

  /** Checks a row's figures; may replace some by missing, and then gives the reason. */
  @FunctionalInterface
  public interface RowRule {
    /** Returns the reason for a replacement; empty when it replaced nothing. */
    Optional<String> apply(String[] measures, CellValue[] values);
  }

  /** Returns rules for organisations of a role, without key columns or row rule. */
  public static RowRules of(String dataset, String orgRole, PeriodKind kind) {
    return of(dataset, RowSubject.of(orgRole), kind);
  }

  /** Returns rules for one subject, such as England, without key columns or row rule. */
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
        measure -> false,
        Map.of());
  }

  /** Returns rules with a level column; its words are compared exactly. */
  public RowRules byLevel(Map<String, RowSubject> levels) {
    return new RowRules(
        dataset, word -> Optional.ofNullable(levels.get(word)), kind, keyed, rowRule, blank, rounding, totalled,
        whole, limits);
  }

  /** Returns rules with key columns; several texts are separated by a bar. */
  public RowRules keyedBy(BinaryOperator<String> naming) {
    return new RowRules(dataset, subjects, kind, naming, rowRule, blank, rounding, totalled, whole, limits);
  }

  /** Returns rules with a check of each row. */
  public RowRules withRowRule(RowRule rule) {
    return new RowRules(dataset, subjects, kind, keyed, rule, blank, rounding, totalled, whole, limits);
  }

  /** Returns rules with another meaning of an empty cell than missing. */
  public RowRules blankMeans(CellValue value) {
    return new RowRules(dataset, subjects, kind, keyed, rowRule, value, rounding, totalled, whole, limits);
  }

  /** Returns rules for figures that are rounded. */
  public RowRules roundedTo(double unit) {
    return new RowRules(dataset, subjects, kind, keyed, rowRule, blank, unit, totalled, whole, limits);
  }

  /** Returns rules that expect a total in every sheet; a sheet without one is a finding. */
  public RowRules withTotal() {
    return new RowRules(dataset, subjects, kind, keyed, rowRule, blank, rounding, true, whole, limits);
  }

  /** Returns rules with measures that are counts; their decimals are a finding. */
  public RowRules counting(Predicate<String> measures) {
    return new RowRules(dataset, subjects, kind, keyed, rowRule, blank, rounding, totalled, measures, limits);
  }

  /** Returns rules with the possible values of these measures. */
  public RowRules limitedBy(List<Measure> measures) {
    Map<String, ValueLimits> all = new HashMap<>();
    measures.forEach(measure -> all.put(measure.id(), measure.limits()));
    return new RowRules(
        dataset, subjects, kind, keyed, rowRule, blank, rounding, totalled, whole, Map.copyOf(all));
  }

  /** Returns the ids of a layout's measures in a row with these key texts. */
  String[] keyed(String[] measures, String key) {
    return Arrays.stream(measures).map(measure -> keyed.apply(measure, key)).toArray(String[]::new);
  }
}
