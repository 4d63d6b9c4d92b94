package uk.footprints.site;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import uk.footprints.indicator.Indicator;
import uk.footprints.indicator.IndicatorValue;
import uk.footprints.period.Period;
import uk.footprints.period.PeriodKind;
import uk.footprints.report.trend.ControlCharts;
import uk.footprints.report.variation.Adjustments;
import uk.footprints.report.variation.FunnelReport;
import uk.footprints.site.SeriesData.Key;

/**
 * Writes the data of an indicator's page: a script for each geography and basis, of all financial years, the latest
 * month or quarter, all series, and the control charts.
 */
final class IndicatorData {

  private final SiteContext site;
  private final Map<String, Map<Key, FunnelReport.Row>> funnels = new HashMap<>();
  private final ControlChartData charts;
  private final AdjustedIndicatorData adjusted;
  private final RecordingChanges changes;
  private final Map<String, Map<String, List<IndicatorValue>>> asNow = new LinkedHashMap<>();

  IndicatorData(SiteContext site) {
    this.site = site;
    for (FunnelReport.Row row : site.input().rows(FunnelReport.TABLE)) {
      funnels.computeIfAbsent(row.basis(), b -> new HashMap<>()).put(Key.of(row), row);
    }
    this.charts = new ControlChartData(site.input().rows(ControlCharts.TABLE));
    this.adjusted = new AdjustedIndicatorData(site.input().rows(Adjustments.TABLE));
    this.changes = RecordingChanges.of(site.input());
    for (IndicatorValue a : site.input().asNow()) {
      asNow
          .computeIfAbsent(a.indicator(), i -> new LinkedHashMap<>())
          .computeIfAbsent(a.geography(), g -> new ArrayList<>())
          .add(a);
    }
  }

  /** Returns the scripts of an indicator. */
  List<SiteFile> files(Indicator i) {
    List<SiteFile> files = new ArrayList<>();
    for (String geography : shown(i)) {
      files.add(
          SiteAssets.data(
              path(i, geography, "as_was"),
              () -> of(i, geography, "as_was", site.input().evidence().stream(i.id(), geography).toList())));
    }
    asNow
        .getOrDefault(i.id(), Map.of())
        .forEach(
            (geography, answers) -> {
              if (SiteContext.shown(geography)) {
                files.add(SiteAssets.data(path(i, geography, "as_now"), () -> of(i, geography, "as_now", answers)));
              }
            });
    return files;
  }

  /** Returns what a page must know of an indicator before it requests data. */
  Map<String, Object> about(Indicator i) {
    Map<String, Object> about = new LinkedHashMap<>();
    about.put("id", i.id());
    about.put("title", i.title());
    about.put("unit", i.unit());
    about.put("counts", i.denominator().isEmpty());
    about.put("funnel", i.method() != Indicator.Method.RATIO);
    about.put("shortest", i.period().id());
    about.put("source", site.input().catalogue().source(i.dataset()));
    about.put("breaks", changes.list(i.id()));
    List<Map<String, Object>> geographies = new ArrayList<>();
    for (String id : shown(i)) {
      Map<String, Object> geography = new LinkedHashMap<>();
      geography.put("id", id);
      geography.put("file", SiteContext.name(id));
      geography.put("label", SiteContext.label(id));
      geography.put("bases", asNow.getOrDefault(i.id(), Map.of()).containsKey(id) ? 2 : 1);
      geographies.add(geography);
    }
    about.put("geographies", geographies);
    return about;
  }

  private List<String> shown(Indicator i) {
    return site.input().evidence().geographies(i.id()).stream().filter(SiteContext::shown).toList();
  }

  private static String path(Indicator i, String geography, String basis) {
    return i.id() + "/" + SiteContext.name(geography) + "-" + basis;
  }

  private Object of(Indicator i, String geography, String basis, List<IndicatorValue> answers) {
    CompactJson.Texts reasons = new CompactJson.Texts();
    PeriodSnapshot snapshot = new PeriodSnapshot(funnels.getOrDefault(basis, Map.of()), reasons);
    List<String> codes = List.copyOf(site.areas().getOrDefault(geography, Map.of()).keySet());
    Map<Period, List<IndicatorValue>> byPeriod = new TreeMap<>();
    answers.forEach(a -> byPeriod.computeIfAbsent(a.period(), p -> new ArrayList<>()).add(a));
    Map<String, Object> data = new LinkedHashMap<>();
    List<Object> snapshots = new ArrayList<>();
    shown(byPeriod.keySet(), i).forEach(period -> snapshots.add(snapshot.of(byPeriod.get(period), codes)));
    data.put("snapshots", snapshots);
    boolean counted = i.denominator().isEmpty();
    Map<String, Object> series = new LinkedHashMap<>();
    for (PeriodKind kind : List.of(i.period(), PeriodKind.FINANCIAL_YEAR)) {
      List<IndicatorValue> some = answers.stream().filter(a -> a.period().kind() == kind).toList();
      series.put(kind.id(), SeriesData.of(some, codes, counted));
    }
    data.put("series", series);
    if (basis.equals("as_was")) {
      data.put("charts", charts.of(i.id(), geography, codes));
      data.put("adjusted", adjusted.of(i.id(), geography, codes, reasons));
    }
    data.put("reasons", reasons.list().stream().map(site::words).toList());
    return data;
  }

  /** Returns financial years and the latest short period, oldest first. */
  private static Set<Period> shown(Set<Period> periods, Indicator i) {
    Set<Period> shown = new LinkedHashSet<>();
    periods.stream().filter(p -> p.kind() == PeriodKind.FINANCIAL_YEAR).sorted().forEach(shown::add);
    periods.stream().filter(p -> p.kind() == i.period()).max(Period::compareTo).ifPresent(shown::add);
    return shown;
  }
}
