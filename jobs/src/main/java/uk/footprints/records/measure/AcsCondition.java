package uk.footprints.records.measure;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * A row of {@code data/reference/acs_conditions.csv}: a primary diagnosis of a list, and what else the record must and
 * must not have. Codes are the start of a code, ICD-10 and OPCS-4 without the dot.
 *
 * @param primary the primary diagnosis; empty for any
 * @param secondaryNeeded one of these among the secondary diagnoses; empty for no such condition
 * @param secondaryExcluded none of these among the secondary diagnoses
 * @param operationsExcluded none of these among the operations
 * @param youngest age on admission in whole years, from
 * @param oldest to, both inclusive
 */
public record AcsCondition(
    String primary,
    List<String> secondaryNeeded,
    List<String> secondaryExcluded,
    List<String> operationsExcluded,
    int youngest,
    int oldest)
    implements Serializable {

  /** As a line of the table, its cells in order. */
  static AcsCondition of(String[] cells) {
    String[] ages = cells[7].split("-", -1);
    boolean all = cells[7].isEmpty();
    return new AcsCondition(cells[3], codes(cells[4]), codes(cells[5]), codes(cells[6]),
        all || ages[0].isEmpty() ? Integer.MIN_VALUE : Integer.parseInt(ages[0]),
        all || ages[1].isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(ages[1]));
  }

  /**
   * Whether an episode has it.
   *
   * @param years age on admission; negative when it is not known, which is in no age limit
   */
  public boolean holds(
      String diagnosis, Collection<String> secondary, Collection<String> operations, int years) {
    boolean anyAge = youngest == Integer.MIN_VALUE && oldest == Integer.MAX_VALUE;
    return !diagnosis.isEmpty() && diagnosis.startsWith(primary)
        && (anyAge || years >= 0 && years >= youngest && years <= oldest)
        && (secondaryNeeded.isEmpty() || any(secondary, secondaryNeeded))
        && !any(secondary, secondaryExcluded) && !any(operations, operationsExcluded);
  }

  private static boolean any(Collection<String> codes, List<String> prefixes) {
    return codes.stream().anyMatch(code -> prefixes.stream().anyMatch(code::startsWith));
  }

  private static List<String> codes(String cell) {
    return cell.isEmpty() ? List.of() : Arrays.asList(cell.split(" "));
  }
}
