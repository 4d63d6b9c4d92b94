package uk.footprints.site;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import uk.footprints.report.Era;
import uk.footprints.report.trend.ControlCharts;

/** Writes control charts as data for the page: the points of each area with their cause, and the limits of each era. */
final class ControlChartData {

  private final Map<String, Map<String, List<ControlCharts.Row>>> bySeries = new HashMap<>();

  ControlChartData(List<ControlCharts.Row> points) {
    for (ControlCharts.Row row : points) {
      bySeries
          .computeIfAbsent(row.series().indicator() + " " + row.series().geography(), k -> new HashMap<>())
          .computeIfAbsent(row.series().areaCode(), k -> new ArrayList<>())
          .add(row);
    }
  }

  /** Returns for each area in its order: first days, values without season, causes, and eras with their limits. */
  Object of(String indicator, String geography, List<String> codes) {
    Map<String, List<ControlCharts.Row>> series = bySeries.getOrDefault(indicator + " " + geography, Map.of());
    CompactJson.Texts texts = new CompactJson.Texts();
    List<Object> areas = new ArrayList<>();
    for (String code : codes) {
      List<ControlCharts.Row> rows = series.getOrDefault(code, List.of());
      areas.add(rows.isEmpty() ? null : area(rows, texts));
    }
    Map<String, Object> charts = new LinkedHashMap<>();
    charts.put("areas", areas);
    charts.put("texts", texts.list());
    return charts;
  }

  private static Object area(List<ControlCharts.Row> rows, CompactJson.Texts texts) {
    List<Object> starts = new ArrayList<>();
    List<Object> values = new ArrayList<>();
    List<Object> causes = new ArrayList<>();
    List<Object> eras = new ArrayList<>();
    Era era = null;
    for (int i = 0; i < rows.size(); i++) {
      ControlCharts.Row row = rows.get(i);
      starts.add(row.period().start().toString().substring(0, 7));
      values.add(CompactJson.drawn(row.adjusted()));
      String cause = row.specialCause();
      causes.add(
          cause.isEmpty() || cause.startsWith("Common")
              ? null
              : texts.place(cause + "|" + row.variation().replace("special_cause_", "")));
      if (row.era() != era) {
        era = row.era();
        List<Object> limits = new ArrayList<>(List.of(i, era.id()));
        limits.add(CompactJson.drawn(row.mean()));
        limits.add(CompactJson.drawn(row.lowerLimit()));
        limits.add(CompactJson.drawn(row.upperLimit()));
        limits.add(texts.place(row.method()));
        boolean next = i + 1 < rows.size() && rows.get(i + 1).era() == era;
        if (next && row.centre().equals("line")) {
          limits.add(CompactJson.drawn(rows.get(i + 1).mean() - row.mean()));
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
