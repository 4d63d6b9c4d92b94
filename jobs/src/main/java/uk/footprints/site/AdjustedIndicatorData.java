package uk.footprints.site;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import uk.footprints.table.TableData;

/** Writes an indicator adjusted for age or need as data for the page, in columns like {@link PeriodSnapshot}. */
final class AdjustedIndicatorData {

  private static final String CRUDE = "none";

  private final TableData table;
  private final Map<String, Map<String, Map<String, List<Object[]>>>> bySeries = new HashMap<>();

  AdjustedIndicatorData(TableData table) {
    this.table = table;
    for (Object[] row : table.rows()) {
      String adjustment = table.text(row, "adjustment");
      if (!adjustment.equals(CRUDE)) {
        bySeries
            .computeIfAbsent(table.text(row, "indicator") + " " + table.text(row, "geography"), k -> new HashMap<>())
            .computeIfAbsent(adjustment, k -> new LinkedHashMap<>())
            .computeIfAbsent(table.text(row, "period_start"), k -> new ArrayList<>())
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

  private Object columns(List<Object[]> rows, List<String> codes, CompactJson.Texts reasons) {
    Map<String, Object[]> byCode = new HashMap<>();
    rows.forEach(row -> byCode.put(table.text(row, "area_code"), row));
    Map<String, Object> columns = new LinkedHashMap<>();
    columns.put("value", column(byCode, codes, row -> CompactJson.number(table.number(row, "value"))));
    columns.put("lower", column(byCode, codes, row -> CompactJson.number(table.number(row, "lower_95"))));
    columns.put("upper", column(byCode, codes, row -> CompactJson.number(table.number(row, "upper_95"))));
    columns.put("rank", column(byCode, codes, row -> CompactJson.number(table.number(row, "rank"))));
    columns.put("moved", column(byCode, codes, row -> CompactJson.number(table.number(row, "change_of_rank"))));
    columns.put("reason", column(byCode, codes, row -> reasons.place(table.text(row, "reason"))));
    return columns;
  }

  private static List<Object> column(
      Map<String, Object[]> byCode, List<String> codes, Function<Object[], Object> cell) {
    List<Object> column = new ArrayList<>();
    codes.forEach(code -> column.add(byCode.containsKey(code) ? cell.apply(byCode.get(code)) : null));
    return column;
  }
}
