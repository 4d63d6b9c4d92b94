package uk.footprints.transform;

import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import uk.footprints.format.Sheet;
import uk.footprints.period.Period;

/**
 * What a row of a sheet is about. The columns with roles say it; a dataset may say parts of it otherwise.
 *
 * @param subject gives the kind of organisation that the row is about; empty for an unknown one
 * @param code gives the organisation's code as published
 * @param key gives the words that complete the ids of the row's measures, separated by bars
 * @param period gives the time that the figures describe; empty where nothing says it
 * @param recorded selects rows that are about an organisation although no cell of figures has content
 * @param figure reads a cell of figures of a row; empty for a text that is no figure
 */
public record RowDefinition(
    Function<Sheet.Row, Optional<RowSubject>> subject,
    Function<Sheet.Row, String> code,
    Function<Sheet.Row, String> key,
    Function<Sheet.Row, Optional<Period>> period,
    Predicate<Sheet.Row> recorded,
    BiFunction<Sheet.Row, String, Optional<CellValue>> figure) {

  /** Returns the same definition, with another source of the organisation's kind. */
  public RowDefinition withSubject(Function<Sheet.Row, Optional<RowSubject>> other) {
    return new RowDefinition(other, code, key, period, recorded, figure);
  }

  /** Returns the same definition, with another source of the code. */
  public RowDefinition withCode(Function<Sheet.Row, String> other) {
    return new RowDefinition(subject, other, key, period, recorded, figure);
  }

  /** Returns the same definition, with another source of the words of the measures. */
  public RowDefinition withKey(Function<Sheet.Row, String> other) {
    return new RowDefinition(subject, code, other, period, recorded, figure);
  }

  /** Returns the same definition, with another source of the period. */
  public RowDefinition withPeriod(Function<Sheet.Row, Optional<Period>> other) {
    return new RowDefinition(subject, code, key, other, recorded, figure);
  }

  /** Returns the same definition, with other rows that count without a figure. */
  public RowDefinition withRecorded(Predicate<Sheet.Row> other) {
    return new RowDefinition(subject, code, key, period, other, figure);
  }

  /** Returns the same definition, with cells of figures read in another way. */
  public RowDefinition withFigure(BiFunction<Sheet.Row, String, Optional<CellValue>> other) {
    return new RowDefinition(subject, code, key, period, recorded, other);
  }
}
