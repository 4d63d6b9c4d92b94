package uk.footprints.transform;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the values of a row that are outside the limits of their measures. */
final class ImpossibleValueCheck {

  private final RowRules rules;
  private final String[] measures;
  private final Map<String, RowLimits> byKey = new HashMap<>();

  /** The limits of the measures of a row, and for each the place of the measure of which it is a part, or -1. */
  private record RowLimits(List<ValueLimits> limits, int[] wholes) {}

  /** A value that is impossible, and what was expected in its place. */
  record Impossible(int measure, String expected) {}

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
        found.add(new Impossible(m, negative ? "no less than zero" : "no more than %,.0f".formatted(
            row.limits().get(m).highest())));
      }
    }
    for (int m = 0; m < values.length; m++) {
      int whole = row.wholes()[m];
      boolean comparable =
          whole >= 0 && isReported(values[m]) && isReported(values[whole]) && !alone.get(m) && !alone.get(whole);
      if (comparable
          && !row.limits().get(m).allows(values[m].number(), values[whole].number(), rules.rounding())) {
        boolean zero = values[whole].number() == 0;
        int wrong = zero ? whole : m;
        if (!alone.get(wrong)) {
          alone.set(wrong);
          found.add(
              new Impossible(
                  wrong,
                  zero ? "no less than the %,.0f that are a part of it".formatted(values[m].number())
                      : "no more than the %,.0f of which it is a part".formatted(values[whole].number())));
        }
      }
    }
    return found;
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
