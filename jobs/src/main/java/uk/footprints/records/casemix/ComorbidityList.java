package uk.footprints.records.casemix;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import uk.footprints.runtime.UserException;

/**
 * The conditions of Charlson's index of comorbidity, found by the starts of ICD-10 codes. Table:
 * {@code data/reference/charlson.csv}. Codes: Quan and others, Medical Care 2005; 43: 1130-1139. Weights: Charlson and
 * others, Journal of Chronic Diseases 1987; 40: 373-383; Quan and others, American Journal of Epidemiology 2011; 173:
 * 676-682.
 */
public final class ComorbidityList {

  private static final String FILE = "charlson.csv";
  private static final Pattern CODE = Pattern.compile("[A-Z][0-9]{2,3}");
  private static final int COLUMNS = 6;
  /** The most conditions that a pattern of covariates holds. */
  static final int MOST = 17;
  private static final int CATEGORIES = 26 * 100;

  private final List<Comorbidity> conditions;
  /** By category, the conditions of all its codes. */
  private final int[] byCategory = new int[CATEGORIES];
  /** By category and fourth digit, the conditions of that code. */
  private final int[] byCode = new int[CATEGORIES * 10];

  /**
   * A condition.
   *
   * @param id its id in tables
   * @param name its name
   * @param weight1987 its weight as first published
   * @param weight2011 its weight as updated
   */
  public record Comorbidity(String id, String name, int weight1987, int weight2011) {}

  private ComorbidityList(List<Comorbidity> conditions) {
    this.conditions = List.copyOf(conditions);
  }

  /** Returns the list of the reference table. */
  public static ComorbidityList charlson() {
    return of(FILE, ReferenceRows.text(FILE));
  }

  /**
   * Reads a list.
   *
   * @param file its name, for messages
   * @param text its rows as CSV
   * @throws UserException if a cell is wrong, or a code is in the list twice
   */
  static ComorbidityList of(String file, String text) {
    Map<String, Comorbidity> conditions = new LinkedHashMap<>();
    Map<String, Integer> lines = new LinkedHashMap<>();
    List<ReferenceRows.Line> rows = ReferenceRows.of(text);
    for (ReferenceRows.Line row : rows) {
      check(file, row, lines);
      conditions.putIfAbsent(row.cells().get(0), new Comorbidity(row.cells().get(0), row.cells().get(1),
          weight(file, row, 3), weight(file, row, 4)));
    }
    if (conditions.size() > MOST) {
      throw UserException.data("%s has %d conditions; a model takes at most %d.".formatted(
          file, conditions.size(), MOST), "remove a condition from " + file);
    }
    ComorbidityList list = new ComorbidityList(new ArrayList<>(conditions.values()));
    List<String> ids = List.copyOf(conditions.keySet());
    rows.forEach(row -> list.enter(row.cells().get(2), ids.indexOf(row.cells().get(0))));
    return list;
  }

  private static void check(String file, ReferenceRows.Line row, Map<String, Integer> lines) {
    if (row.cells().size() < COLUMNS) {
      throw UserException.data("%s, row %d: %d cells where %d are expected.".formatted(
          file, row.line(), row.cells().size(), COLUMNS), "complete the row in " + file);
    }
    String code = row.cells().get(2);
    if (!CODE.matcher(code).matches()) {
      throw UserException.data(("%s, row %d, column icd10_prefix: '%s' is no start of an ICD-10 code, such as I21 or "
          + "I252.").formatted(file, row.line(), code), "correct the cell in " + file);
    }
    Integer before = lines.get(code) != null ? lines.get(code) : lines.get(code.substring(0, 3));
    if (before != null) {
      throw UserException.data(("%s, row %d, column icd10_prefix: the code %s is there already, in row %d; a code "
          + "counts for one condition and once.").formatted(file, row.line(), code, before),
          "remove one of both rows from " + file);
    }
    lines.put(code, row.line());
  }

  private static int weight(String file, ReferenceRows.Line row, int column) {
    try {
      return Integer.parseInt(row.cells().get(column));
    } catch (NumberFormatException e) {
      throw UserException.data("%s, row %d, column %d: '%s' is no whole number.".formatted(
          file, row.line(), column + 1, row.cells().get(column)), "correct the cell in " + file, e);
    }
  }

  private void enter(String code, int condition) {
    int category = (code.charAt(0) - 'A') * 100 + Integer.parseInt(code.substring(1, 3));
    if (code.length() == 3) {
      byCategory[category] |= 1 << condition;
    } else {
      byCode[category * 10 + code.charAt(3) - '0'] |= 1 << condition;
    }
  }

  /** Returns the conditions in the order of the table; the place of one is its bit. */
  public List<Comorbidity> conditions() {
    return conditions;
  }

  /**
   * Returns the conditions of a code, one bit each; none for text that is no code.
   *
   * @param bytes hold the code in ASCII, without a dot
   * @param from where it starts
   * @param to where it ends
   */
  public int of(byte[] bytes, int from, int to) {
    if (to - from < 3) {
      return 0;
    }
    int letter = bytes[from] - 'A';
    int tens = bytes[from + 1] - '0';
    int units = bytes[from + 2] - '0';
    if (letter < 0 || letter > 25 || tens < 0 || tens > 9 || units < 0 || units > 9) {
      return 0;
    }
    int category = letter * 100 + tens * 10 + units;
    int fourth = to - from > 3 ? bytes[from + 3] - '0' : -1;
    return byCategory[category] | (fourth >= 0 && fourth <= 9 ? byCode[category * 10 + fourth] : 0);
  }
}
