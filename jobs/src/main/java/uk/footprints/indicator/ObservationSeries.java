package uk.footprints.indicator;

import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import uk.footprints.period.Period;
import uk.footprints.period.RollUp;

/**
 * Holds the observations that a report needs in memory, by measure, organisation and period. A value is not a number
 * where the status is not {@code reported}, and absent where there is no observation at all.
 */
public final class ObservationSeries {

  private record Key(String dataset, String measure) {}

  /** The code of England. */
  public static final String ENGLAND = "E92000001";

  private final Map<Key, Map<String, PeriodSeries>> figures = new HashMap<>();

  /** The same series by the role of their organisations, for measures that are published for several roles. */
  private final Map<Key, Map<String, Map<String, PeriodSeries>>> roles = new HashMap<>();

  /** The series to which a figure of each measure was added last: the next one has the same periods, most likely. */
  private final Map<Key, PeriodSeries> last = new HashMap<>();

  private final Map<Key, RollUp> rules = new HashMap<>();

  private final Set<String> artificial = new HashSet<>();

  private final Map<Key, NavigableMap<Period, LocalDate>> editions = new HashMap<>();

  /** Marks a dataset whose figures are made of artificial records. */
  public void markArtificial(String dataset) {
    artificial.add(dataset);
  }

  /** Returns whether a dataset's figures are made of artificial records, which describe no real people. */
  public boolean isArtificial(String dataset) {
    return artificial.contains(dataset);
  }

  /** Declares how figures of short periods of a measure become those of longer ones. */
  public void declare(String dataset, String measure, RollUp rule) {
    rules.put(new Key(dataset, measure), rule);
  }

  /** Returns how figures of short periods become those of longer ones; fails where no rule is declared. */
  public RollUp rollUp(String dataset, String measure) {
    RollUp rule = rules.get(new Key(dataset, measure));
    if (rule == null) {
      throw new IllegalStateException("No rule declares how " + measure + " of " + dataset + " is rolled up");
    }
    return rule;
  }

  /** Adds an observation. */
  public void add(String dataset, String measure, String org, Period period, double value) {
    series(new Key(dataset, measure), org).put(period, value);
  }

  private PeriodSeries series(Key key, String org) {
    PeriodSeries series =
        figures
            .computeIfAbsent(key, m -> new TreeMap<>())
            .computeIfAbsent(org, o -> PeriodSeries.like(last.getOrDefault(key, PeriodSeries.NONE)));
    last.put(key, series);
    return series;
  }

  /**
   * Adds an observation of an organisation in a role.
   *
   * @param role provider, commissioner, council, region or country
   */
  public void add(String dataset, String measure, String role, String org, Period period, double value) {
    Key key = new Key(dataset, measure);
    Map<String, Map<String, PeriodSeries>> byRole = roles.computeIfAbsent(key, m -> new TreeMap<>());
    byRole
        .computeIfAbsent(role, r -> new TreeMap<>())
        .computeIfAbsent(org, o -> first(byRole, o) ? series(key, o) : PeriodSeries.like(series(key, o)))
        .put(period, value);
  }

  /** Returns whether an organisation has no series in any role: in a second one it has figures of its own. */
  private static boolean first(Map<String, Map<String, PeriodSeries>> byRole, String org) {
    return byRole.values().stream().noneMatch(series -> series.containsKey(org));
  }

  /**
   * Returns the series of an indicator's own organisations: where a measure is published for several roles, only those
   * in the indicator's.
   */
  ObservationSeries ofMembers(Indicator indicator) {
    boolean mixed =
        !indicator.isRecordLevel()
            && indicator.measures().stream().anyMatch(m -> !isOf(indicator.dataset(), m, indicator.role()));
    if (!mixed) {
      return this;
    }
    ObservationSeries own = new ObservationSeries();
    own.artificial.addAll(artificial);
    own.rules.putAll(rules);
    for (String measure : indicator.measures()) {
      Map<String, PeriodSeries> members = of(indicator.dataset(), measure, indicator.role());
      if (!members.isEmpty()) {
        own.figures.put(new Key(indicator.dataset(), measure), members);
      }
    }
    return own;
  }

  private boolean isOf(String dataset, String measure, String role) {
    Set<String> known = roles.getOrDefault(new Key(dataset, measure), Map.of()).keySet();
    boolean totals = known.contains(Indicator.COUNTRY) || known.contains("region");
    return known.size() < 2 && !totals || known.equals(Set.of(role));
  }

  /** Returns the series of the organisations in a role; none where no organisation has it. */
  public Map<String, PeriodSeries> of(String dataset, String measure, String role) {
    return roles.getOrDefault(new Key(dataset, measure), Map.of()).getOrDefault(role, Map.of());
  }

  /** Notes the day of publication of England's figure of a measure, which identifies its edition. */
  public void addEdition(String dataset, String measure, Period period, LocalDate publishedOn) {
    editions.computeIfAbsent(new Key(dataset, measure), m -> new TreeMap<>()).put(period, publishedOn);
  }

  /** Returns the day of publication of England's figure of a measure; empty where none is noted. */
  public Optional<LocalDate> findEdition(String dataset, String measure, Period period) {
    return Optional.ofNullable(
        editions.getOrDefault(new Key(dataset, measure), Collections.emptyNavigableMap()).get(period));
  }

  /** Returns the series of every organisation. */
  public Map<String, PeriodSeries> of(String dataset, String measure) {
    return figures.getOrDefault(new Key(dataset, measure), Map.of());
  }

  /** Returns one organisation's figure; not a number when it was not reported. */
  public double value(String dataset, String measure, String org, Period period) {
    return of(dataset, measure).getOrDefault(org, PeriodSeries.NONE).value(period);
  }

  /** Returns whether there is an observation, reported or not. */
  public boolean has(String dataset, String measure, String org, Period period) {
    return of(dataset, measure).getOrDefault(org, PeriodSeries.NONE).has(period);
  }

  /** Returns the periods for which any organisation has this measure. */
  public NavigableSet<Period> periods(String dataset, String measure) {
    NavigableSet<Period> all = new TreeSet<>();
    of(dataset, measure).values().forEach(series -> all.addAll(series.periods()));
    return all;
  }

  /** Returns the total of all reported figures. */
  public double total(String dataset, String measure, Period period) {
    double sum = 0;
    for (PeriodSeries series : of(dataset, measure).values()) {
      double value = series.value(period);
      sum += Double.isNaN(value) ? 0 : value;
    }
    return sum;
  }
}
