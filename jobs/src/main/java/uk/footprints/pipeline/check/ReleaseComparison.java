package uk.footprints.pipeline.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import uk.footprints.analysis.ReleaseReader;
import uk.footprints.catalogue.Tables;
import uk.footprints.finding.Finding;
import uk.footprints.parquet.TableReader;
import uk.footprints.period.Period;
import uk.footprints.pipeline.check.TotalSeries.Total;
import uk.footprints.release.Release;
import uk.footprints.release.ReleaseStore;
import uk.footprints.table.Table;

/**
 * Compares two releases.
 *
 * @param a the earlier release
 * @param b the later release
 */
public record ReleaseComparison(Release a, Release b) {

  private static final List<String> KEY =
      List.of("dataset", "measure", "org_code", "org_role", "period_start", "period_end");

  /** Reads the totals of both releases, which the other methods take as an argument. */
  public TotalsPair totals() throws IOException {
    return new TotalsPair(TotalSeries.of(a), TotalSeries.of(b));
  }

  /** Returns the anomalies in totals that hold the later release; empty when there are none. */
  public static List<Finding> jumps(TotalsPair totals) {
    return TotalAnomalies.between(totals.before(), totals.now());
  }

  /**
   * Compares a release that is being made with the current one and writes the page {@code reports/changes.md}.
   *
   * @param current the release that readers see; nothing is compared where there is none
   * @param kind the kind of request of the release being made; releases of different kinds are not compared
   * @return the anomalies in totals
   */
  public static List<Finding> withCurrent(Release release, Optional<String> current, String kind) throws IOException {
    if (current.isEmpty()) {
      return List.of();
    }
    ReleaseStore releases = new ReleaseStore(release.store());
    if (!releases.manifest(current.get()).path("asked").asText().equals(kind)) {
      return List.of();
    }
    ReleaseComparison comparison = new ReleaseComparison(new Release(release.store(), current.get()), release);
    TotalsPair totals = comparison.totals();
    List<Finding> anomalies = jumps(totals);
    String page =
        ReleaseChanges.markdown(
            "What changed since " + current.get(), anomalies.stream().map(Finding::sentence).toList(),
            List.of(periods(totals), comparison.headlines()));
    release.write("reports/changes.md", page.getBytes(StandardCharsets.UTF_8));
    return anomalies;
  }

  /** Returns all changes, as tables. */
  public List<ReleaseChanges> all(TotalsPair totals) throws IOException {
    return List.of(schema(), rows(), periods(totals), values(totals), areas(), indicators(), headlines());
  }

  /** Returns tables and columns that were added, removed or changed in type. */
  ReleaseChanges schema() throws IOException {
    Map<String, String> was = columns(a);
    Map<String, String> is = columns(b);
    List<Object[]> rows = new ArrayList<>();
    for (String column : union(was, is)) {
      if (!Objects.equals(was.get(column), is.get(column))) {
        rows.add(new Object[] {column, was.get(column), is.get(column)});
      }
    }
    return new ReleaseChanges("schema", List.of("column", "type_before", "type_now"), rows);
  }

  private static Map<String, String> columns(Release release) throws IOException {
    Map<String, String> columns = new TreeMap<>();
    String path = "releases/" + release.id() + "/datapackage.json";
    JsonNode described = new ObjectMapper().readTree(release.store().findText(path).orElse("{}"));
    for (JsonNode table : described.path("resources")) {
      for (JsonNode field : table.path("schema").path("fields")) {
        columns.put(table.path("title").asText() + "." + field.path("name").asText(), field.path("type").asText());
      }
    }
    return columns;
  }

  /** Returns tables whose number of rows changed. */
  ReleaseChanges rows() throws IOException {
    List<Object[]> rows = new ArrayList<>();
    for (Table table : Tables.all()) {
      long was = RowReconciliation.stored(a, table);
      long is = RowReconciliation.stored(b, table);
      if (was != is) {
        rows.add(new Object[] {table.name(), was, is, is - was});
      }
    }
    return new ReleaseChanges("rows", List.of("table", "rows_before", "rows_now", "difference"), rows);
  }

  /** Returns periods of datasets that were added, removed, or have other totals. */
  public static ReleaseChanges periods(TotalsPair totals) {
    Map<TotalSeries, TreeMap<Period, Total>> was = totals.before();
    Map<TotalSeries, TreeMap<Period, Total>> is = totals.now();
    Map<String, TreeMap<Period, long[]>> counts = new TreeMap<>();
    for (TotalSeries series : union(was, is)) {
      TreeMap<Period, Total> before = was.getOrDefault(series, new TreeMap<>());
      TreeMap<Period, Total> now = is.getOrDefault(series, new TreeMap<>());
      for (Period period : union(before, now)) {
        Total from = before.get(period);
        Total to = now.get(period);
        if (!Objects.equals(from, to)) {
          long[] n =
              counts.computeIfAbsent(series.dataset(), d -> new TreeMap<>()).computeIfAbsent(period, p -> new long[3]);
          n[from == null ? 0 : to == null ? 1 : 2]++;
        }
      }
    }
    List<Object[]> rows = new ArrayList<>();
    counts.forEach(
        (dataset, periods) ->
            periods.forEach((period, n) -> rows.add(new Object[] {dataset, period.label(), n[0], n[1], n[2]})));
    return new ReleaseChanges("periods", List.of("dataset", "period", "totals_new", "totals_gone", "totals_other"), rows);
  }

  /** Returns measures with figures that were added, removed or changed, and the sums of the changed ones. */
  ReleaseChanges values(TotalsPair totals) throws IOException {
    Set<List<String>> measures = new TreeSet<>(java.util.Comparator.comparing(String::valueOf));
    for (TotalSeries series : union(totals.before(), totals.now())) {
      measures.add(List.of(series.dataset(), series.measure()));
    }
    List<Object[]> rows = new ArrayList<>();
    for (List<String> measure : measures) {
      Map<List<Object>, Object[]> was = figures(a, measure);
      Map<List<Object>, Object[]> is = figures(b, measure);
      long added = 0;
      long changed = 0;
      double from = 0;
      double to = 0;
      for (Map.Entry<List<Object>, Object[]> e : is.entrySet()) {
        Object[] before = was.remove(e.getKey());
        if (before == null) {
          added++;
        } else if (!Arrays.equals(before, e.getValue())) {
          changed++;
          from += before[0] == null ? 0 : (Double) before[0];
          to += e.getValue()[0] == null ? 0 : (Double) e.getValue()[0];
        }
      }
      if (added + changed + was.size() > 0) {
        rows.add(
            new Object[] {
              measure.get(0), measure.get(1), (long) is.size(), added, (long) was.size(), changed, from, to
            });
      }
    }
    List<String> columns =
        List.of("dataset", "measure", "figures", "new", "gone", "changed", "changed_sum_before", "changed_sum_now");
    return new ReleaseChanges("values", columns, rows);
  }

  private static Map<List<Object>, Object[]> figures(Release release, List<String> measure) throws IOException {
    List<String> columns = new ArrayList<>(KEY);
    columns.addAll(List.of("value", "status"));
    TableReader scan =
        new TableReader(
            Tables.OBSERVATIONS, columns,
            Map.of("dataset", Set.of(measure.get(0)), "measure", Set.of(measure.get(1))));
    Map<List<Object>, Object[]> figures = new HashMap<>();
    for (Object[] row : new ReleaseReader(release).rows(scan)) {
      figures.put(List.of(Arrays.copyOfRange(row, 2, 6)), new Object[] {row[6], row[7]});
    }
    return figures;
  }

  /** Returns areas that were added or removed. */
  ReleaseChanges areas() throws IOException {
    TableReader scan = new TableReader(Tables.AREAS, List.of("geography", "area_code"), Map.of());
    Set<String> was = keys(a, scan);
    Set<String> is = keys(b, scan);
    List<Object[]> rows = new ArrayList<>();
    was.stream().filter(k -> !is.contains(k)).forEach(k -> rows.add(new Object[] {k, "gone"}));
    is.stream().filter(k -> !was.contains(k)).forEach(k -> rows.add(new Object[] {k, "new"}));
    return new ReleaseChanges("areas", List.of("area", "change"), rows);
  }

  private static Set<String> keys(Release release, TableReader scan) throws IOException {
    Set<String> keys = new TreeSet<>();
    new ReleaseReader(release).rows(scan).forEach(row -> keys.add(row[0] + " " + row[1]));
    return keys;
  }

  /** Returns changed indicators by geography, with the largest change. */
  ReleaseChanges indicators() throws IOException {
    Map<List<Object>, Object[]> was = answers(a);
    Map<List<Object>, Object[]> is = answers(b);
    Map<String, Object[]> rows = new TreeMap<>();
    is.forEach(
        (key, now) -> {
          Object[] before = was.get(key);
          boolean same = before != null && Objects.equals(before[0], now[0]) && Objects.equals(before[1], now[1]);
          if (same) {
            return;
          }
          String of = key.get(0) + " " + key.get(1) + " " + key.get(2);
          Object[] row =
              rows.computeIfAbsent(
                  of, k -> new Object[] {key.get(0), key.get(1), key.get(2), 0L, 0L, 0L, null, null, null});
          row[before == null ? 3 : 4] = (Long) row[before == null ? 3 : 4] + 1;
          row[5] = (Long) row[5] + (before != null && !Objects.equals(before[1], now[1]) ? 1 : 0);
          if (before != null && before[0] != null && now[0] != null) {
            double change = (Double) now[0] - (Double) before[0];
            if (row[8] == null || Math.abs(change) > Math.abs((Double) row[8])) {
              row[6] = key.get(3);
              row[7] = String.valueOf(key.get(4));
              row[8] = change;
            }
          }
        });
    List<String> columns =
        List.of(
            "indicator", "geography", "basis", "new", "changed", "status_changed", "most_area", "most_period_start",
            "most_change");
    return new ReleaseChanges("indicators", columns, List.copyOf(rows.values()));
  }

  private static Map<List<Object>, Object[]> answers(Release release) throws IOException {
    List<String> columns =
        List.of("indicator", "geography", "basis", "area_code", "period_start", "period_kind", "value", "status");
    Map<List<Object>, Object[]> answers = new HashMap<>();
    for (Object[] row : new ReleaseReader(release).rows(new TableReader(Tables.INDICATORS, columns, Map.of()))) {
      answers.put(Arrays.asList(Arrays.copyOf(row, 6)), new Object[] {row[6], row[7]});
    }
    return answers;
  }

  /** Returns headlines whose number or status changed. */
  public ReleaseChanges headlines() throws IOException {
    Table table = Tables.find("headlines").orElseThrow();
    TableReader scan = new TableReader(table, List.of("headline", "ours", "unit", "status"), Map.of());
    Map<String, Object[]> was = new TreeMap<>();
    new ReleaseReader(a).rows(scan).forEach(row -> was.put((String) row[0], row));
    List<Object[]> rows = new ArrayList<>();
    for (Object[] row : new ReleaseReader(b).rows(scan)) {
      Object[] before = was.getOrDefault(row[0], new Object[4]);
      if (!Objects.equals(before[1], row[1]) || !Objects.equals(before[3], row[3])) {
        rows.add(new Object[] {row[0], before[1], row[1], row[2], before[3], row[3]});
      }
    }
    List<String> columns = List.of("headline", "before", "now", "unit", "status_before", "status_now");
    return new ReleaseChanges("headlines", columns, rows);
  }

  private static <K> Set<K> union(Map<K, ?> a, Map<K, ?> b) {
    Set<K> all = new LinkedHashSet<>(new TreeSet<>(a.keySet()));
    all.addAll(new TreeSet<>(b.keySet()));
    return all;
  }
}
