package uk.footprints.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.footprints.area.Boundary;
import uk.footprints.indicator.AgeProfile;
import uk.footprints.indicator.Indicator;
import uk.footprints.indicator.IndicatorValue;
import uk.footprints.indicator.ObservationSeries;
import uk.footprints.period.Period;
import uk.footprints.period.PeriodKind;

/** What reports read: the answers, the figures of organisations behind them, what indicators mean, and the areas. */
public final class Evidence {

  private final List<IndicatorValue> answers;
  private final ObservationSeries figures;
  private final List<Indicator> indicators;
  private final AreaContext land;
  private final Optional<Period> asked;
  private final Beside beside;
  private final Map<String, Map<String, List<IndicatorValue>>> bySeries = new LinkedHashMap<>();
  private final Map<Kind, Map<String, NavigableMap<Period, IndicatorValue>>> byArea = new ConcurrentHashMap<>();

  /** Series of periods of one length. */
  private record Kind(String indicator, String geography, PeriodKind kind) {}

  /**
   * What reports read beside answers, figures and land.
   *
   * @param profile how often people of each age are admitted, where it is known
   * @param lines rows of other published tables, by what was asked
   */
  public record Beside(Optional<AgeProfile> profile, Map<TableExcerpt, List<Object[]>> lines) {

    /** Nothing. */
    public static final Beside NOTHING = new Beside(Optional.empty(), Map.of());
  }

  /**
   * Evidence on one basis, with an index: reports ask for one series after another.
   *
   * @param answers rows of {@code indicators}
   * @param figures observations
   * @param indicators the catalogue
   * @param land areas, their people, and the map
   * @param asked the only period wanted, if one is
   * @param beside the age profile and other tables
   */
  public Evidence(
      List<IndicatorValue> answers,
      ObservationSeries figures,
      List<Indicator> indicators,
      AreaContext land,
      Optional<Period> asked,
      Beside beside) {
    this.answers = List.copyOf(answers);
    this.figures = figures;
    this.indicators = List.copyOf(indicators);
    this.land = land;
    this.asked = asked;
    this.beside = beside;
    for (IndicatorValue a : answers) {
      bySeries
          .computeIfAbsent(a.indicator(), i -> new LinkedHashMap<>())
          .computeIfAbsent(a.geography(), g -> new ArrayList<>())
          .add(a);
    }
  }

  /** Answers alone, without a map. */
  public Evidence(List<IndicatorValue> answers, ObservationSeries figures, List<Indicator> indicators) {
    this(answers, figures, indicators, AreaContext.NONE, Optional.empty(), Beside.NOTHING);
  }

  /** Rows of {@code indicators}. */
  public List<IndicatorValue> answers() {
    return answers;
  }

  /** Observations. */
  public ObservationSeries figures() {
    return figures;
  }

  /** The catalogue. */
  public List<Indicator> indicators() {
    return indicators;
  }

  /** Areas, their people, and the map. */
  public AreaContext land() {
    return land;
  }

  /** The only period wanted, if one is. */
  public Optional<Period> asked() {
    return asked;
  }

  /** How often people of each age are admitted in England, on the average once; null where it is not known. */
  public double[] ageWeights() {
    return beside.profile().map(AgeProfile::weights).orElse(null);
  }

  /** How large an area is; not a number where there is no boundary. */
  public double squareKilometres(String geography, String area) {
    return Optional.ofNullable(land.atlas().boundaries().get(geography))
        .flatMap(drawn -> drawn.find(area))
        .map(Boundary::areaKm2)
        .orElse(Double.NaN);
  }

  /** The rows of another table; none where this release does not have it. */
  public List<Object[]> lines(TableExcerpt excerpt) {
    return beside.lines().getOrDefault(excerpt, List.of());
  }

  /** Whether this release has rows of another table. */
  public boolean has(String table) {
    return beside.lines().entrySet().stream()
        .anyMatch(e -> e.getKey().table().equals(table) && !e.getValue().isEmpty());
  }

  /** The answers of an indicator and geography, by period. */
  public NavigableMap<Period, List<IndicatorValue>> byPeriod(String indicator, String geography) {
    return stream(indicator, geography)
        .collect(Collectors.groupingBy(IndicatorValue::period, TreeMap::new, Collectors.toList()));
  }

  /**
   * Rows made of each area's series of months or quarters, each indicator by itself, several at a time.
   *
   * @param chapter what one series gives
   */
  public <T> List<T> bySeries(BiFunction<Indicator, NavigableMap<Period, IndicatorValue>, Stream<T>> chapter) {
    return indicators.parallelStream()
        .flatMap(
            indicator ->
                geographies(indicator.id()).stream()
                    .flatMap(g -> byArea(indicator.id(), g, indicator.period()).values().stream())
                    .flatMap(series -> chapter.apply(indicator, series)))
        .toList();
  }

  /** The series of each area, of periods of one length, in order of time; what belongs to no area is left out. */
  public Map<String, NavigableMap<Period, IndicatorValue>> byArea(String indicator, String geography, PeriodKind kind) {
    Map<String, NavigableMap<Period, IndicatorValue>> series = new TreeMap<>(series(indicator, geography, kind));
    series.remove(IndicatorValue.UNASSIGNED);
    return series;
  }

  /** The same with what belongs to no area: found once, for every report that asks. */
  private Map<String, NavigableMap<Period, IndicatorValue>> series(String indicator, String geography, PeriodKind kind) {
    return byArea.computeIfAbsent(
        new Kind(indicator, geography, kind),
        k -> {
          Map<String, NavigableMap<Period, IndicatorValue>> series = new TreeMap<>();
          stream(indicator, geography)
              .filter(a -> a.period().kind() == kind)
              .forEach(a -> series.computeIfAbsent(a.areaCode(), c -> new TreeMap<>()).put(a.period(), a));
          return series;
        });
  }

  /** The answers of an indicator and geography. */
  public Stream<IndicatorValue> stream(String indicator, String geography) {
    return bySeries.getOrDefault(indicator, Map.of()).getOrDefault(geography, List.of()).stream();
  }

  /** The geographies of an indicator, in the order in which they come. */
  public List<String> geographies(String indicator) {
    return List.copyOf(bySeries.getOrDefault(indicator, Map.of()).keySet());
  }

  /** One answer. */
  public Optional<IndicatorValue> find(String indicator, String geography, String area, Period period) {
    NavigableMap<Period, IndicatorValue> answers = series(indicator, geography, period.kind()).get(area);
    return answers == null ? Optional.empty() : Optional.ofNullable(answers.get(period));
  }

  /** An indicator's definition. */
  public Indicator indicator(String id) {
    return findIndicator(id).orElseThrow();
  }

  /** An indicator's definition, where the catalogue has it. */
  public Optional<Indicator> findIndicator(String id) {
    return indicators.stream().filter(i -> i.id().equals(id)).findFirst();
  }
}
