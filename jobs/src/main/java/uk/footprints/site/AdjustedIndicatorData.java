package uk.footprints.site;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import uk.footprints.report.variation.Adjustments;

/** Writes an indicator adjusted for age or need as data for the page, in columns like {@link PeriodSnapshot}. */
final class AdjustedIndicatorData {

  private static final String CRUDE = "none";

  private final Map<String, Map<String, Map<String, List<Adjustments.Row>>>> bySeries = new HashMap<>();

  AdjustedIndicatorData(List<Adjustments.Row> rows) {
    for (Adjustments.Row row : rows) {
      if (!row.adjustment().equals(CRUDE)) {
        bySeries
            .computeIfAbsent(row.series().indicator() + " " + row.series().geography(), k -> new HashMap<>())
            .computeIfAbsent(row.adjustment(), k -> new LinkedHashMap<>())
            .computeIfAbsent(row.period().start().toString(), k -> new ArrayList<>())
            .add(row);
      }
    }
  }

  /** Returns rows by adjustment, then by the first day of the period. */
  Object of(String indicator, String geography, List<String> codes, CompactJson.Texts reasons) {
    Map<String, Object> all = new LinkedHashMap<>();
    bySeries
        .getOrDefault(indicator + " " + geography, Map.of())
        .forEach(
            (adjustment, periods) -> {
              Map<String, Object> byStart = new LinkedHashMap<>();
              periods.forEach((start, rows) -> byStart.put(start, columns(rows, codes, reasons)));
              all.put(adjustment, byStart);
            });
    return all;
  }

  private static Object columns(List<Adjustments.Row> rows, List<String> codes, CompactJson.Texts reasons) {
    Map<String, Adjustments.Row> byCode = new HashMap<>();
    rows.forEach(row -> byCode.put(row.series().areaCode(), row));
    Map<String, Object> columns = new LinkedHashMap<>();
    columns.put("value", column(byCode, codes, row -> CompactJson.number(row.value())));
    columns.put("lower", column(byCode, codes, row -> CompactJson.number(row.at95().lower())));
    columns.put("upper", column(byCode, codes, row -> CompactJson.number(row.at95().upper())));
    columns.put("rank", column(byCode, codes, Adjustments.Row::rank));
    columns.put("moved", column(byCode, codes, Adjustments.Row::changeOfRank));
    columns.put("reason", column(byCode, codes, row -> reasons.place(row.reason())));
    return columns;
  }

  private static List<Object> column(
      Map<String, Adjustments.Row> byCode, List<String> codes, Function<Adjustments.Row, Object> cell) {
    List<Object> column = new ArrayList<>();
    codes.forEach(code -> column.add(byCode.containsKey(code) ? cell.apply(byCode.get(code)) : null));
    return column;
  }
}
