package uk.footprints.transform;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Finds the values of a row that are outside the limits of their measures. */
final class ImpossibleValueCheck {

  /** The fewest rows from which exchanged columns are concluded. */
  private static final int FEWEST_ROWS = 5;

  private final RowRules rules;
  private final String[] measures;
  private final Map<String, RowLimits> byKey = new HashMap<>();
  private final Map<Part, Comparison> comparisons = new LinkedHashMap<>();

  /** The places of a measure and of the one of which it is a part. */
  private record Part(int measure, int whole) {}

  /** How many rows have both figures of a part, and in how many the part is above its whole. */
  private static final class Comparison {
    private int rows;
    private int above;
  }

  /** The limits of the measures of a row, and for each the place of the measure of which it is a part, or -1. */
  private record RowLimits(List<ValueLimits> limits, int[] wholes) {}

  /** A value that is impossible, and what was expected in its place. */
  record Impossible(int measure, String expected) {}

  /**
   * Two columns that are exchanged, most likely.
   *
   * @param measure the place of the measure that counts a part
   * @param whole the place of the measure of which it is a part
   * @param above the number of rows in which the part is above the whole
   * @param rows the number of rows with both figures
   */
  record Exchanged(int measure, int whole, int above, int rows) {}

  ImpossibleValueCheck(RowRules rules, String[] measures) {
    this.rules = rules;
    this.measures = measures;
  }

  /**
   * Returns the impossible values of a row. A value is compared with its whole where both were reported. A part above
   * its whole is impossible, except above zero: there nobody gave the whole, and its zero is impossible.
   */
  List<Impossible> find(CellValue[] values, String key) {
    RowLimits row = byKey.computeIfAbsent(key, this::limits);
    BitSet alone = new BitSet();
    List<Impossible> found = new ArrayList<>();
    for (int m = 0; m < values.length; m++) {
      if (isReported(values[m]) && !row.limits().get(m).allows(values[m].number())) {
        alone.set(m);
        boolean negative = values[m].number() < 0;
        found.add(new Impossible(m, negative ? "no less than zero" : String.format(
            Locale.UK, "no more than %,.0f", row.limits().get(m).highest())));
      }
    }
    for (int m = 0; m < values.length; m++) {
      int whole = row.wholes()[m];
      boolean comparable =
          whole >= 0 && isReported(values[m]) && isReported(values[whole]) && !alone.get(m) && !alone.get(whole);
      if (comparable) {
        count(new Part(m, whole), values[m].number() - values[whole].number());
      }
      if (comparable
          && !row.limits().get(m).allows(values[m].number(), values[whole].number(), rules.rounding())) {
        boolean zero = values[whole].number() == 0;
        int wrong = zero ? whole : m;
        if (!alone.get(wrong)) {
          alone.set(wrong);
          found.add(
              new Impossible(
                  wrong,
                  zero ? String.format(Locale.UK, "no less than the %,.0f that are a part of it", values[m].number())
                      : String.format(Locale.UK, "no more than the %,.0f of which it is a part", values[whole].number())));
        }
      }
    }
    return found;
  }

  private void count(Part part, double difference) {
    Comparison comparison = comparisons.computeIfAbsent(part, p -> new Comparison());
    comparison.rows += difference == 0 ? 0 : 1;
    comparison.above += difference > rules.rounding() ? 1 : 0;
  }

  /**
   * Returns the columns that are exchanged, most likely: in most rows of a sheet the part is above its whole. A ward may
   * be fuller than planned, but not most wards of a country.
   */
  List<Exchanged> exchanged() {
    return comparisons.entrySet().stream()
        .filter(e -> e.getValue().rows >= FEWEST_ROWS && 2 * e.getValue().above > e.getValue().rows)
        .map(e -> new Exchanged(e.getKey().measure(), e.getKey().whole(), e.getValue().above, e.getValue().rows))
        .toList();
  }

  private static boolean isReported(CellValue value) {
    return value != null && value.status() == CellStatus.REPORTED;
  }

  private RowLimits limits(String key) {
    List<String> ids = List.of(rules.keyed(measures, key)).stream().map(ImpossibleValueCheck::withoutKey).toList();
    List<ValueLimits> limits =
        ids.stream().map(id -> rules.limits().getOrDefault(id, ValueLimits.COUNT)).toList();
    int[] wholes = limits.stream().mapToInt(l -> l.whole().isEmpty() ? -1 : ids.indexOf(l.whole())).toArray();
    return new RowLimits(limits, wholes);
  }

  /** Removes the texts of key columns that some ids hold after a bar. */
  private static String withoutKey(String id) {
    int bar = id.indexOf('|');
    return bar < 0 ? id : id.substring(0, bar);
  }
}
