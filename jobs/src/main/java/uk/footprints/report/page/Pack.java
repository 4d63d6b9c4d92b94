package uk.footprints.report.page;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import uk.footprints.area.Geography;
import uk.footprints.indicator.Answer;
import uk.footprints.indicator.Indicator;
import uk.footprints.period.Period;
import uk.footprints.period.PeriodKind;
import uk.footprints.report.Evidence;
import uk.footprints.report.page.Lines.Key;
import uk.footprints.table.Filled;

/**
 * The data that the page's script draws from: all financial years and the latest month or quarter of every geography,
 * and the months or quarters of a few.
 */
final class Pack {

  private static final String COUNTRY = "country";
  private static final Set<String> IN_MONTHS = Set.of("stp_2016", "icb_2022", COUNTRY);

  private final Materials materials;
  private final Evidence evidence;
  private final Compact.Texts reasons = new Compact.Texts();
  private final Map<String, Map<String, String>> areas = new LinkedHashMap<>();
  private final Snapshot snapshot;
  private final Lines lines;

  private Pack(Materials materials) {
    this.materials = materials;
    this.evidence = materials.evidence();
    Filled variation = materials.table("variation");
    Map<Key, Object[]> funnels = new HashMap<>();
    variation.rows().forEach(row -> funnels.put(key(variation, row), row));
    this.snapshot = new Snapshot(variation, funnels, reasons);
    this.lines = new Lines(growth(evidence, materials.table("trends")));
    for (Answer a : evidence.answers()) {
      if (!a.areaCode().equals(Answer.UNASSIGNED)) {
        areas.computeIfAbsent(a.geography(), g -> new TreeMap<>()).put(a.areaCode(), a.areaName());
      }
    }
  }

  /** Everything, ready to be written as JSON. */
  static Map<String, Object> of(Materials materials) {
    Pack pack = new Pack(materials);
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("geographies", pack.areas.keySet().stream().map(pack::geography).toList());
    all.put("indicators", pack.evidence.indicators().stream().map(pack::indicator).toList());
    all.put("reasons", pack.reasons.list());
    return all;
  }

  private List<String> codes(String geography) {
    return List.copyOf(areas.getOrDefault(geography, Map.of()).keySet());
  }

  private Map<String, Object> geography(String id) {
    List<String> codes = codes(id);
    Map<String, Object> geography = new LinkedHashMap<>();
    geography.put("id", id);
    geography.put("label", Geography.find(id).map(Geography::label).orElse(id));
    geography.put("codes", codes);
    geography.put("names", List.copyOf(areas.get(id).values()));
    if (!id.equals(COUNTRY)) {
      geography.put("tiles", Drawing.tiles(id, codes));
      if (materials.boundaries().containsKey(id)) {
        geography.put("outlines", Drawing.outlines(materials.boundaries().get(id), codes));
      }
    }
    return geography;
  }

  private Map<String, Object> indicator(Indicator i) {
    Map<String, Object> indicator = new LinkedHashMap<>();
    indicator.put("id", i.id());
    indicator.put("title", i.title());
    indicator.put("unit", i.unit());
    indicator.put("counts", i.denominator().isEmpty());
    indicator.put("funnel", i.method() != Indicator.Method.RATIO);
    indicator.put("shortest", i.period().id());
    Map<String, Object> geographies = new LinkedHashMap<>();
    for (String id : evidence.geographies(i.id())) {
      geographies.put(id, answers(i, id));
    }
    indicator.put("geographies", geographies);
    return indicator;
  }

  private Map<String, Object> answers(Indicator i, String geography) {
    Map<Period, List<Answer>> byPeriod = evidence.byPeriod(i.id(), geography);
    List<String> codes = codes(geography);
    Map<String, Object> data = new LinkedHashMap<>();
    if (!geography.equals(COUNTRY) || areas.size() == 1) {
      List<Object> snapshots = new ArrayList<>();
      shown(byPeriod.keySet(), i).forEach(period -> snapshots.add(snapshot.of(byPeriod.get(period), codes)));
      data.put("snapshots", snapshots);
    }
    Map<String, Object> series = new LinkedHashMap<>();
    for (PeriodKind kind : List.of(i.period(), PeriodKind.FINANCIAL_YEAR)) {
      if (kind == PeriodKind.FINANCIAL_YEAR || IN_MONTHS.contains(geography)) {
        series.put(
            kind.id(),
            lines.of(
                evidence.stream(i.id(), geography).filter(a -> a.period().kind() == kind).toList(), codes));
      }
    }
    data.put("series", series);
    return data;
  }

  /** Financial years and the latest short period, oldest first. */
  private static Set<Period> shown(Set<Period> periods, Indicator i) {
    Set<Period> shown = new LinkedHashSet<>();
    periods.stream().filter(p -> p.kind() == PeriodKind.FINANCIAL_YEAR).sorted().forEach(shown::add);
    periods.stream().filter(p -> p.kind() == i.period()).max(Period::compareTo).ifPresent(shown::add);
    return shown;
  }

  /** Growth of counts; change of the value where the indicator is a share. */
  private static Map<Key, Double> growth(Evidence evidence, Filled trends) {
    Map<Key, Double> growth = new HashMap<>();
    for (Object[] row : trends.rows()) {
      boolean counts = evidence.indicator(trends.text(row, "indicator")).denominator().isEmpty();
      growth.put(key(trends, row), trends.number(row, counts ? "growth_pct" : "change"));
    }
    return growth;
  }

  private static Key key(Filled table, Object[] row) {
    PeriodKind kind = PeriodKind.valueOf(table.text(row, "period_kind").toUpperCase(Locale.ROOT));
    LocalDate start = LocalDate.parse(table.text(row, "period_start"));
    LocalDate end = LocalDate.parse(table.text(row, "period_end"));
    return new Key(
        table.text(row, "indicator"), table.text(row, "geography"), table.text(row, "area_code"),
        new Period(start, end, kind));
  }
}
