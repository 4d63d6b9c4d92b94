package uk.footprints.conform;

import java.util.Optional;
import java.util.function.BinaryOperator;
import uk.footprints.period.PeriodKind;

/**
 * What a dataset says of its rows beyond the layout.
 *
 * @param dataset its id
 * @param orgRole what its organisations are: {@code provider}, {@code commissioner}, {@code council}, {@code country}
 * @param kind how long its periods are
 * @param keyed the measure's id from a layout's id and the word in the key column; used only where there is one
 * @param rowRule what to mind in a row
 */
public record Rules(
    String dataset, String orgRole, PeriodKind kind, BinaryOperator<String> keyed, RowRule rowRule) {

  /** Looks at a row's figures; may replace some by missing, and then says why. */
  @FunctionalInterface
  public interface RowRule {
    /** The reason for what it replaced; empty when it left the row alone. */
    Optional<String> apply(String[] measures, Value[] values);
  }

  /** No key column, nothing to mind. */
  public static Rules of(String dataset, String orgRole, PeriodKind kind) {
    return new Rules(dataset, orgRole, kind, (measure, key) -> measure, (measures, values) -> Optional.empty());
  }

  /** With a key column. */
  public Rules keyedBy(BinaryOperator<String> naming) {
    return new Rules(dataset, orgRole, kind, naming, rowRule);
  }

  /** With something to mind. */
  public Rules minding(RowRule rule) {
    return new Rules(dataset, orgRole, kind, keyed, rule);
  }
}
