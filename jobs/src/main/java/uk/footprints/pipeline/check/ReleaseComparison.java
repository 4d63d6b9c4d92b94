package uk.footprints.pipeline.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import uk.footprints.analysis.ReleaseReader;
import uk.footprints.catalogue.Catalogue;
import uk.footprints.catalogue.OwnDeclarations;
import uk.footprints.catalogue.Tables;
import uk.footprints.catalogue.TotalRow;
import uk.footprints.finding.Finding;
import uk.footprints.finding.Location;
import uk.footprints.period.Period;
import uk.footprints.pipeline.check.ChangeTables.AreaChange;
import uk.footprints.pipeline.check.ChangeTables.HeadlineChange;
import uk.footprints.pipeline.check.ChangeTables.IndicatorChange;
import uk.footprints.pipeline.check.ChangeTables.PeriodChange;
import uk.footprints.pipeline.check.ChangeTables.SchemaChange;
import uk.footprints.pipeline.check.ChangeTables.SizeChange;
import uk.footprints.pipeline.check.ChangeTables.ValueChange;
import uk.footprints.pipeline.check.TotalSeries.Total;
import uk.footprints.release.Release;
import uk.footprints.release.ReleaseStore;
import uk.footprints.table.Table;
import uk.footprints.table.TableExcerpt;

/**
 * Compares two releases.
 *
 * @param a the earlier release
 * @param b the later release
 */
public record ReleaseComparison(Release a, Release b) {

  private static final Table HEADLINES = Tables.find("headlines").orElseThrow();

  /** The key of a figure of one measure. */
  private record FigureKey(String orgCode, String orgRole, LocalDate periodStart, LocalDate periodEnd) {}

  /** A figure, with the columns by which it is chosen; its value is NaN unless it was reported. */
  private record Figure(String dataset, String measure, FigureKey key, double value, String status) {

    static final TableExcerpt<Figure> ALL = TableExcerpt.of(Tables.OBSERVATIONS, Figure.class);

    boolean sameAs(Figure other) {
      return Double.compare(value, other.value) == 0 && status.equals(other.status);
    }

    double numberOrZero() {
      return Double.isNaN(value) ? 0 : value;
    }
  }

  /** The key of a value of an indicator. */
  private record AnswerKey(
      String indicator, String geography, String basis, String areaCode, LocalDate periodStart, String periodKind) {}

  /** A value of an indicator; NaN if there is none. */
  private record Answer(AnswerKey key, double value, String status) {
    static final TableExcerpt<Answer> ALL = TableExcerpt.of(Tables.INDICATORS, Answer.class);
  }

  /** An area. */
  private record AreaName(String geography, String areaCode) {
    static final TableExcerpt<AreaName> ALL = TableExcerpt.of(Tables.AREAS, AreaName.class);
  }

  /** A headline; its number is null if there is none. */
  private record HeadlineNumber(String headline, Double ours, String unit, String status) {
    static final TableExcerpt<HeadlineNumber> ALL = TableExcerpt.of(HEADLINES, HeadlineNumber.class);
  }

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
   * @return the anomalies in totals, or that an earlier version's release has not the columns to look for them
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
    List<String> lacking = comparison.lackingColumns();
    if (!lacking.isEmpty()) {
      return List.of(comparison.notCompared(lacking));
    }
    TotalsPair totals = comparison.totals();
    List<Finding> anomalies = jumps(totals);
    String page =
        ReleaseChanges.markdown(
            "What changed since " + current.get(), anomalies.stream().map(Finding::sentence).toList(),
            List.of(periods(totals), comparison.headlines()));
    release.write("reports/changes.md", page.getBytes(StandardCharsets.UTF_8));
    return anomalies;
  }

  /** Returns the columns that the comparison needs and the earlier release, of another version, has not. */
  private List<String> lackingColumns() throws IOException {
    Set<String> there = columns(a).keySet();
    return Stream.concat(
            TotalRow.TABLE.all().columns().stream().map(column -> TotalRow.TABLE.table().name() + "." + column),
            HeadlineNumber.ALL.columns().stream().map(column -> HEADLINES.name() + "." + column))
        .filter(column -> !there.contains(column))
        .toList();
  }

  private Finding notCompared(List<String> lacking) {
    return Finding.of(
        Finding.Kind.CHECK_FAILED, "", Location.file("releases/" + a.id()),
        "another version of Footprints made the current release, without %s: it cannot be compared with this one",
        String.join(", ", lacking));
  }

  /** Returns all changes, as tables. */
  public List<ReleaseChanges> all(TotalsPair totals) throws IOException {
    return List.of(schema(), rows(), periods(totals), values(totals), areas(), indicators(), headlines());
  }

  /** Returns tables and columns that were added, removed or changed in type. */
  ReleaseChanges schema() throws IOException {
    Map<String, String> was = columns(a);
    Map<String, String> is = columns(b);
    List<SchemaChange> rows =
        union(was, is).stream()
            .filter(column -> !Objects.equals(was.get(column), is.get(column)))
            .map(column -> new SchemaChange(column, was.get(column), is.get(column)))
            .toList();
    return new ReleaseChanges(ChangeTables.SCHEMA.data(rows));
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
    List<SizeChange> rows = new ArrayList<>();
    for (Table table : tables()) {
      long was = RowReconciliation.stored(a, table);
      long is = RowReconciliation.stored(b, table);
      if (was != is) {
        rows.add(new SizeChange(table.name(), was, is, is - was));
      }
    }
    return new ReleaseChanges(ChangeTables.ROWS.data(rows));
  }

  /** Returns the tables that either release can have, with those of an analyst's own datasets. */
  private List<Table> tables() throws IOException {
    Map<String, Table> tables = new LinkedHashMap<>();
    for (Release release : List.of(a, b)) {
      Catalogue.with(OwnDeclarations.of(release).datasets()).tables().forEach(t -> tables.putIfAbsent(t.name(), t));
    }
    return List.copyOf(tables.values());
  }

  /** Returns periods of datasets that were added, removed, or have other totals. */
  public static ReleaseChanges periods(TotalsPair totals) {
    Map<TotalSeries, TreeMap<Period, Total>> was = totals.before();
    Map<TotalSeries, TreeMap<Period, Total>> is = totals.now();
    Map<String, TreeMap<Period, PeriodChange>> changes = new TreeMap<>();
    for (TotalSeries series : union(was, is)) {
      TreeMap<Period, Total> before = was.getOrDefault(series, new TreeMap<>());
      TreeMap<Period, Total> now = is.getOrDefault(series, new TreeMap<>());
      for (Period period : union(before, now)) {
        Total from = before.get(period);
        Total to = now.get(period);
        if (!Objects.equals(from, to)) {
          boolean added = from == null;
          boolean gone = to == null;
          changes
              .computeIfAbsent(series.dataset(), d -> new TreeMap<>())
              .merge(
                  period,
                  new PeriodChange(
                      series.dataset(), period.label(), added ? 1 : 0, gone ? 1 : 0, added || gone ? 0 : 1),
                  (x, y) -> new PeriodChange(
                      x.dataset(), x.period(), x.totalsNew() + y.totalsNew(), x.totalsGone() + y.totalsGone(),
                      x.totalsOther() + y.totalsOther()));
        }
      }
    }
    List<PeriodChange> rows = changes.values().stream().flatMap(periods -> periods.values().stream()).toList();
    return new ReleaseChanges(ChangeTables.PERIODS.data(rows));
  }

  /** A measure of a dataset. */
  private record TotalKey(String dataset, String measure) {}

  /** Returns measures with figures that were added, removed or changed, and the sums of the changed ones. */
  ReleaseChanges values(TotalsPair totals) throws IOException {
    Set<TotalKey> measures =
        new TreeSet<>(Comparator.comparing(TotalKey::dataset).thenComparing(TotalKey::measure));
    union(totals.before(), totals.now()).forEach(s -> measures.add(new TotalKey(s.dataset(), s.measure())));
    List<ValueChange> rows = new ArrayList<>();
    for (TotalKey measure : measures) {
      Map<FigureKey, Figure> was = figures(a, measure);
      Map<FigureKey, Figure> is = figures(b, measure);
      long added = 0;
      long changed = 0;
      double from = 0;
      double to = 0;
      for (Figure now : is.values()) {
        Figure before = was.remove(now.key());
        if (before == null) {
          added++;
        } else if (!before.sameAs(now)) {
          changed++;
          from += before.numberOrZero();
          to += now.numberOrZero();
        }
      }
      if (added + changed + was.size() > 0) {
        rows.add(new ValueChange(measure.dataset(), measure.measure(), is.size(), added, was.size(), changed, from, to));
      }
    }
    return new ReleaseChanges(ChangeTables.VALUES.data(rows));
  }

  private static Map<FigureKey, Figure> figures(Release release, TotalKey measure) throws IOException {
    Map<FigureKey, Figure> figures = new HashMap<>();
    Map<String, Set<String>> among = Map.of("dataset", Set.of(measure.dataset()), "measure", Set.of(measure.measure()));
    new ReleaseReader(release).rows(Figure.ALL, among).forEach(figure -> figures.put(figure.key(), figure));
    return figures;
  }

  /** Returns areas that were added or removed. */
  ReleaseChanges areas() throws IOException {
    Set<String> was = areas(a);
    Set<String> is = areas(b);
    List<AreaChange> rows = new ArrayList<>();
    was.stream().filter(k -> !is.contains(k)).forEach(k -> rows.add(new AreaChange(k, "gone")));
    is.stream().filter(k -> !was.contains(k)).forEach(k -> rows.add(new AreaChange(k, "new")));
    return new ReleaseChanges(ChangeTables.AREAS.data(rows));
  }

  private static Set<String> areas(Release release) throws IOException {
    Set<String> keys = new TreeSet<>();
    new ReleaseReader(release).rows(AreaName.ALL).forEach(area -> keys.add(area.geography() + " " + area.areaCode()));
    return keys;
  }

  /** Returns changed indicators by geography, with the largest change. */
  ReleaseChanges indicators() throws IOException {
    Map<AnswerKey, Answer> was = answers(a);
    Map<String, IndicatorChange> changes = new TreeMap<>();
    for (Answer now : answers(b).values()) {
      AnswerKey key = now.key();
      Answer before = was.get(key);
      boolean sameValue = before != null && Double.compare(before.value(), now.value()) == 0;
      boolean sameStatus = before != null && Objects.equals(before.status(), now.status());
      if (sameValue && sameStatus) {
        continue;
      }
      String id = String.join(" ", key.indicator(), key.geography(), key.basis());
      IndicatorChange so =
          changes.getOrDefault(id, IndicatorChange.none(key.indicator(), key.geography(), key.basis()));
      if (before == null) {
        changes.put(id, so.plusNew());
      } else {
        double change = now.value() - before.value();
        changes.put(
            id,
            so.plusChanged(!sameStatus, key.areaCode(), key.periodStart(), Double.isNaN(change) ? null : (Double) change));
      }
    }
    return new ReleaseChanges(ChangeTables.INDICATORS.data(List.copyOf(changes.values())));
  }

  private static Map<AnswerKey, Answer> answers(Release release) throws IOException {
    Map<AnswerKey, Answer> answers = new LinkedHashMap<>();
    new ReleaseReader(release).rows(Answer.ALL).forEach(answer -> answers.put(answer.key(), answer));
    return answers;
  }

  /** Returns headlines whose number or status changed. */
  public ReleaseChanges headlines() throws IOException {
    Map<String, HeadlineNumber> was = new TreeMap<>();
    new ReleaseReader(a).rows(HeadlineNumber.ALL).forEach(row -> was.put(row.headline(), row));
    List<HeadlineChange> rows = new ArrayList<>();
    for (HeadlineNumber now : new ReleaseReader(b).rows(HeadlineNumber.ALL)) {
      HeadlineNumber before = was.getOrDefault(now.headline(), new HeadlineNumber(now.headline(), null, null, null));
      if (!Objects.equals(before.ours(), now.ours()) || !Objects.equals(before.status(), now.status())) {
        rows.add(
            new HeadlineChange(
                now.headline(), before.ours(), now.ours(), now.unit(), before.status(), now.status()));
      }
    }
    return new ReleaseChanges(ChangeTables.HEADLINES.data(rows));
  }

  private static <K> Set<K> union(Map<K, ?> a, Map<K, ?> b) {
    Set<K> all = new LinkedHashSet<>(new TreeSet<>(a.keySet()));
    all.addAll(new TreeSet<>(b.keySet()));
    return all;
  }
}
