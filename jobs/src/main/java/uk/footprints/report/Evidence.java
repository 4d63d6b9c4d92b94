package uk.footprints.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.footprints.area.Boundary;
import uk.footprints.indicator.AgeProfile;
import uk.footprints.indicator.Indicator;
import uk.footprints.indicator.IndicatorValue;
import uk.footprints.indicator.ObservationSeries;
import uk.footprints.period.Period;
import uk.footprints.period.PeriodKind;
import uk.footprints.report.trend.Target;
import uk.footprints.runtime.ParallelTasks;
import uk.footprints.table.ExcerptRows;
import uk.footprints.table.TableExcerpt;

/** Holds what reports read: indicator values, organisations' figures, definitions of indicators, and the areas. */
public final class Evidence {

  private final List<IndicatorValue> answers;
  private final ObservationSeries figures;
  private final List<Indicator> indicators;
  private final AreaContext context;
  private final Optional<Period> period;
  private final OtherTables otherTables;
  private final Map<String, Indicator> byId = new HashMap<>();
  private final Map<String, Map<String, List<IndicatorValue>>> bySeries = new LinkedHashMap<>();
  private final Map<Kind, Map<String, NavigableMap<Period, IndicatorValue>>> byArea = new ConcurrentHashMap<>();

  private final Map<String, List<ConcernedMeasure>> recorded = new ConcurrentHashMap<>();

  /** Identifies series of periods of one length. */
  private record Kind(String indicator, String geography, PeriodKind kind) {}

  /**
   * Other inputs of reports.
   *
   * @param profile how often people of each age are admitted, where it is known
   * @param excerpts rows of other published tables
   * @param targets what is to be reached
   */
  public record OtherTables(Optional<AgeProfile> profile, ExcerptRows excerpts, List<Target> targets) {

    /** Creates other inputs with the targets that come with the program. */
    public OtherTables(Optional<AgeProfile> profile, ExcerptRows excerpts) {
      this(profile, excerpts, Target.list());
    }

    /** No other inputs. */
    public static final OtherTables NONE = new OtherTables(Optional.empty(), ExcerptRows.NONE);
  }

  /**
   * Creates evidence on one basis and indexes the indicator values by series.
   *
   * @param answers rows of {@code indicators}
   * @param figures observations
   * @param indicators the catalogue
   * @param context the areas, their people, and the map
   * @param period the only period to report; empty for all
   * @param otherTables the age profile and other tables
   */
  public Evidence(
      List<IndicatorValue> answers,
      ObservationSeries figures,
      List<Indicator> indicators,
      AreaContext context,
      Optional<Period> period,
      OtherTables otherTables) {
    this.answers = List.copyOf(answers);
    this.figures = figures;
    this.indicators = List.copyOf(indicators);
    this.context = context;
    this.period = period;
    this.otherTables = otherTables;
    indicators.forEach(indicator -> byId.putIfAbsent(indicator.id(), indicator));
    for (IndicatorValue a : answers) {
      bySeries
          .computeIfAbsent(a.indicator(), i -> new LinkedHashMap<>())
          .computeIfAbsent(a.geography(), g -> new ArrayList<>())
          .add(a);
    }
  }

  /** Returns the same figures and areas with other values, such as those of the other basis, and no other tables. */
  public Evidence with(List<IndicatorValue> others) {
    OtherTables none = new OtherTables(Optional.empty(), ExcerptRows.NONE, otherTables.targets());
    return new Evidence(others, figures, indicators, context, period, none);
  }

  /** Returns the evidence of some geographies only. */
  public Evidence of(Predicate<String> some) {
    List<IndicatorValue> own = answers.stream().filter(a -> some.test(a.geography())).toList();
    return new Evidence(own, figures, indicators, context, period, otherTables);
  }

  /** Returns the rows of {@code indicators}. */
  public List<IndicatorValue> answers() {
    return answers;
  }

  /** Returns the observations. */
  public ObservationSeries figures() {
    return figures;
  }

  /** Returns the catalogue of indicators. */
  public List<Indicator> indicators() {
    return indicators;
  }

  /** Returns what is to be reached. */
  public List<Target> targets() {
    return otherTables.targets();
  }

  /** Returns the areas, their people, and the map. */
  public AreaContext context() {
    return context;
  }

  /** Returns the only period to report; empty for all. */
  public Optional<Period> period() {
    return period;
  }

  /** Returns the relative rate of admission at each age in England, 1 on average; null where it is not known. */
  public double[] ageWeights() {
    return otherTables.profile().map(AgeProfile::weights).orElse(null);
  }

  /** Returns the extent of an area; not a number where there is no boundary. */
  public double squareKilometres(String geography, String area) {
    return Optional.ofNullable(context.atlas().boundaries().get(geography))
        .flatMap(drawn -> drawn.find(area))
        .map(Boundary::areaKm2)
        .orElse(Double.NaN);
  }

  /** Returns the rows of another table; none where this release does not have it. */
  public <R extends Record> List<R> rows(TableExcerpt<R> excerpt) {
    return otherTables.excerpts().of(excerpt);
  }

  /** Returns whether this release has rows of another table. */
  public boolean has(String table) {
    return otherTables.excerpts().has(table);
  }

  /** Returns the values of an indicator and geography, by period. */
  public NavigableMap<Period, List<IndicatorValue>> byPeriod(String indicator, String geography) {
    return stream(indicator, geography)
        .collect(Collectors.groupingBy(IndicatorValue::period, TreeMap::new, Collectors.toList()));
  }

  /**
   * Converts each area's series of months or quarters to rows, several indicators in parallel.
   *
   * @param toRows converts one series to rows
   */
  public <T> List<T> bySeries(BiFunction<Indicator, NavigableMap<Period, IndicatorValue>, Stream<T>> toRows) {
    Function<Indicator, List<T>> rows =
        indicator ->
            geographies(indicator.id()).stream()
                .flatMap(g -> byArea(indicator.id(), g, indicator.period()).values().stream())
                .flatMap(series -> toRows.apply(indicator, series))
                .toList();
    return ParallelTasks.map(indicators, rows).stream().flatMap(List::stream).toList();
  }

  /** Returns the series of each area, of periods of one length, in order of time, without unassigned activity. */
  public Map<String, NavigableMap<Period, IndicatorValue>> byArea(String indicator, String geography, PeriodKind kind) {
    Map<String, NavigableMap<Period, IndicatorValue>> series = new TreeMap<>(series(indicator, geography, kind));
    series.remove(IndicatorValue.UNASSIGNED);
    return series;
  }

  /** Finds the series of one area, of periods of one length, in order of time. */
  public Optional<NavigableMap<Period, IndicatorValue>> findSeries(
      String indicator, String geography, String area, PeriodKind kind) {
    return Optional.ofNullable(series(indicator, geography, kind).get(area)).map(Collections::unmodifiableNavigableMap);
  }

  /** Returns the series of each area and of unassigned activity, and keeps them for the next report. */
  private Map<String, NavigableMap<Period, IndicatorValue>> series(
  String indicator, String geography, PeriodKind kind) {
    Kind key = new Kind(indicator, geography, kind);
    Map<String, NavigableMap<Period, IndicatorValue>> known = byArea.get(key);
    return known != null ? known : byArea.computeIfAbsent(
        key,
        k -> {
          Map<String, NavigableMap<Period, IndicatorValue>> series = new TreeMap<>();
          stream(indicator, geography)
              .filter(a -> a.period().kind() == kind)
              .forEach(a -> series.computeIfAbsent(a.areaCode(), c -> new TreeMap<>()).put(a.period(), a));
          return series;
        });
  }

  /** Returns the values of an indicator and geography. */
  public Stream<IndicatorValue> stream(String indicator, String geography) {
    return bySeries.getOrDefault(indicator, Map.of()).getOrDefault(geography, List.of()).stream();
  }

  /** Returns the geographies of an indicator, in their order in the table. */
  public List<String> geographies(String indicator) {
    return List.copyOf(bySeries.getOrDefault(indicator, Map.of()).keySet());
  }

  /** Finds one value. */
  public Optional<IndicatorValue> find(String indicator, String geography, String area, Period period) {
    NavigableMap<Period, IndicatorValue> answers = series(indicator, geography, period.kind()).get(area);
    return answers == null ? Optional.empty() : Optional.ofNullable(answers.get(period));
  }

  /** Explains why two values of an area are of different land; empty where they are of the same. */
  public String breakBetween(IndicatorValue first, IndicatorValue second) {
    return String.join(
        "; ",
        context.areas().listBreaks(
            context.basis(), indicator(first.indicator()).memberKind(), first.geography(), first.areaCode(),
            first.period().start(), second.period().end()));
  }

  /** A change of recording, and the measure of an indicator that it concerns. */
  private record ConcernedMeasure(RecordingBreak change, String dataset, String measure) {}

  /**
   * Explains which changes of recording a comparison of two periods of an indicator crosses: its numbers then differ by more
   * than care. Empty where it crosses none.
   */
  public String recordingBreaks(String indicator, String geography, Period one, Period other) {
    return crossed(concerned(indicator).stream(), geography, one, other);
  }

  /** Explains which changes of recording a comparison of two periods of a measure crosses; empty where it crosses none. */
  public String recordingBreaks(String dataset, String measure, String geography, Period one, Period other) {
    Stream<ConcernedMeasure> concerned =
        RecordingBreak.list().stream()
            .filter(change -> change.concerns(dataset, measure))
            .map(change -> new ConcernedMeasure(change, dataset, measure));
    return crossed(concerned, geography, one, other);
  }

  private List<ConcernedMeasure> concerned(String indicator) {
    return recorded.computeIfAbsent(
        indicator,
        id ->
            findIndicator(id).stream()
                .flatMap(
                    i ->
                        i.measures().stream()
                            .flatMap(
                                m ->
                                    RecordingBreak.list().stream()
                                        .filter(change -> change.concerns(i.dataset(), m))
                                        .map(change -> new ConcernedMeasure(change, i.dataset(), m))))
                .toList());
  }

  private String crossed(Stream<ConcernedMeasure> concerned, String geography, Period one, Period other) {
    String all =
        concerned
            .filter(c -> c.change().concerns(geography))
            .filter(
                c ->
                    c.change().isCrossed(one, other)
                        || c.change().isCrossed(
                            figures.findEdition(c.dataset(), c.measure(), one),
                            figures.findEdition(c.dataset(), c.measure(), other)))
            .map(c -> c.change().reason())
            .distinct()
            .collect(Collectors.joining("; "));
    return all.isEmpty() ? "" : "crosses a change of recording: " + all;
  }

  /** Returns an indicator's definition. */
  public Indicator indicator(String id) {
    return findIndicator(id).orElseThrow();
  }

  /** Finds an indicator's definition in the catalogue. */
  public Optional<Indicator> findIndicator(String id) {
    return Optional.ofNullable(byId.get(id));
  }
}
