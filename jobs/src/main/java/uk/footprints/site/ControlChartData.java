package uk.footprints.site;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import uk.footprints.table.TableData;

/** Writes control charts as data for the page: the points of each area with their cause, and the limits of each era. */
final class ControlChartData {

  private final TableData spc;
  private final Map<String, Map<String, List<Object[]>>> bySeries = new HashMap<>();

  ControlChartData(TableData spc) {
    this.spc = spc;
    for (Object[] row : spc.rows()) {
      String series = spc.text(row, "indicator") + " " + spc.text(row, "geography");
      bySeries
          .computeIfAbsent(series, k -> new HashMap<>())
          .computeIfAbsent(spc.text(row, "area_code"), k -> new ArrayList<>())
          .add(row);
    }
  }

  /** Returns for each area in its order: first days, values without season, causes, and eras with their limits. */
  Object of(String indicator, String geography, List<String> codes) {
    Map<String, List<Object[]>> series = bySeries.getOrDefault(indicator + " " + geography, Map.of());
    CompactJson.Texts texts = new CompactJson.Texts();
    List<Object> areas = new ArrayList<>();
    for (String code : codes) {
      List<Object[]> rows = series.getOrDefault(code, List.of());
      areas.add(rows.isEmpty() ? null : area(rows, texts));
    }
    Map<String, Object> charts = new LinkedHashMap<>();
    charts.put("areas", areas);
    charts.put("texts", texts.list());
    return charts;
  }

  private Object area(List<Object[]> rows, CompactJson.Texts texts) {
    List<Object> starts = new ArrayList<>();
    List<Object> values = new ArrayList<>();
    List<Object> causes = new ArrayList<>();
    List<Object> eras = new ArrayList<>();
    String era = "";
    for (int i = 0; i < rows.size(); i++) {
      Object[] row = rows.get(i);
      starts.add(spc.text(row, "period_start").substring(0, 7));
      values.add(CompactJson.drawn(spc.number(row, "adjusted")));
      String cause = spc.text(row, "special_cause");
      causes.add(
          cause.isEmpty() || cause.startsWith("Common")
              ? null
              : texts.place(cause + "|" + spc.text(row, "variation").replace("special_cause_", "")));
      if (!spc.text(row, "era").equals(era)) {
        era = spc.text(row, "era");
        List<Object> limits = new ArrayList<>(List.of(i, era));
        limits.add(CompactJson.drawn(spc.number(row, "mean")));
        limits.add(CompactJson.drawn(spc.number(row, "lower_limit")));
        limits.add(CompactJson.drawn(spc.number(row, "upper_limit")));
        limits.add(texts.place(spc.text(row, "method")));
        boolean next = i + 1 < rows.size() && spc.text(rows.get(i + 1), "era").equals(era);
        if (next && spc.text(row, "centre").equals("line")) {
          limits.add(CompactJson.drawn(spc.number(rows.get(i + 1), "mean") - spc.number(row, "mean")));
        }
        eras.add(limits);
      }
    }
    Map<String, Object> area = new LinkedHashMap<>();
    area.put("starts", starts);
    area.put("values", values);
    area.put("causes", causes);
    area.put("eras", eras);
    return area;
  }
}
