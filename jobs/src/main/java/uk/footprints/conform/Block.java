package uk.footprints.conform;

import java.io.Serializable;
import java.time.LocalDate;
import uk.footprints.period.Period;

/**
 * The observations of one sheet and one period, by column: organisations down, measures across. A cell with status
 * null was refused, and is no observation.
 *
 * @param dataset id
 * @param orgRole what the organisation is here: {@code provider}, {@code commissioner}
 * @param period what the figures describe
 * @param origin the file they came from
 * @param sheet its sheet
 * @param measures ids, across
 * @param orgCodes codes, down
 * @param orgNames names as published, down
 * @param rows row numbers, down
 * @param values figures, by row and measure
 * @param statuses how sure, by row and measure
 */
public record Block(
    String dataset,
    String orgRole,
    Period period,
    Origin origin,
    String sheet,
    String[] measures,
    String[] orgCodes,
    String[] orgNames,
    int[] rows,
    double[][] values,
    Status[][] statuses)
    implements Serializable {

  /**
   * Where and when figures were published.
   *
   * @param sha256 of the file
   * @param publishedOn day of publication; an estimate where the release says so
   * @param maturity {@code provisional}, {@code revised} or {@code derived}
   */
  public record Origin(String sha256, LocalDate publishedOn, String maturity) implements Serializable {}

  /** How many observations it holds. */
  public int size() {
    int n = 0;
    for (Status[] row : statuses) {
      for (Status status : row) {
        n += status == null ? 0 : 1;
      }
    }
    return n;
  }
}
