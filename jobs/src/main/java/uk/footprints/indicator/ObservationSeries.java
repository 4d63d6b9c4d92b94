package uk.footprints.indicator;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import uk.footprints.period.Period;

/**
 * Observations as a report needs them, in memory: measure, organisation, period. Not a number where the status is not
 * {@code reported}; absent where there is no observation at all.
 */
public final class ObservationSeries {

  private record Key(String dataset, String measure) {}

  private final Map<Key, Map<String, NavigableMap<Period, Double>>> figures = new HashMap<>();

  private final Set<String> artificial = new HashSet<>();

  /** Says that a dataset's figures are made of artificial records. */
  public void markArtificial(String dataset) {
    artificial.add(dataset);
  }

  /** Whether a dataset's figures are made of artificial records: nobody's. */
  public boolean isArtificial(String dataset) {
    return artificial.contains(dataset);
  }

  /** Adds an observation. */
  public void add(String dataset, String measure, String org, Period period, double value) {
    figures
        .computeIfAbsent(new Key(dataset, measure), m -> new TreeMap<>())
        .computeIfAbsent(org, o -> new TreeMap<>())
        .put(period, value);
  }

  /** The series of every organisation. */
  public Map<String, NavigableMap<Period, Double>> of(String dataset, String measure) {
    return figures.getOrDefault(new Key(dataset, measure), Map.of());
  }

  /** One organisation's figure; not a number when it was not reported. */
  public double value(String dataset, String measure, String org, Period period) {
    return of(dataset, measure).getOrDefault(org, Collections.emptyNavigableMap()).getOrDefault(period, Double.NaN);
  }

  /** Whether there is an observation, reported or not. */
  public boolean has(String dataset, String measure, String org, Period period) {
    return of(dataset, measure).getOrDefault(org, Collections.emptyNavigableMap()).containsKey(period);
  }

  /** The periods for which anybody has this measure. */
  public NavigableSet<Period> periods(String dataset, String measure) {
    NavigableSet<Period> all = new TreeSet<>();
    of(dataset, measure).values().forEach(series -> all.addAll(series.keySet()));
    return all;
  }

  /** The country's total of what was reported. */
  public double total(String dataset, String measure, Period period) {
    double sum = 0;
    for (NavigableMap<Period, Double> series : of(dataset, measure).values()) {
      double value = series.getOrDefault(period, Double.NaN);
      sum += Double.isNaN(value) ? 0 : value;
    }
    return sum;
  }
}
