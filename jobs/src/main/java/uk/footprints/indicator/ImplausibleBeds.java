package uk.footprints.indicator;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import uk.footprints.period.Period;
import uk.footprints.statistics.Percentiles;

/**
 * Finds numbers of beds that cannot be right: far more beds than the organisation has before and after without patients
 * in them, or far fewer patients than its beds usually have. Each value is compared with the organisation's own periods
 * on both sides and with the country, so that an epidemic does not look like a typing error.
 */
public final class ImplausibleBeds {

  /** A number of beds above this multiple of the larger of the medians before and after is checked. */
  private static final double TIMES_USUAL = 2;
  /** Such beds are implausible when occupancy is below its usual level divided by this. */
  private static final double TIMES_EMPTY = 1.5;
  /** Occupied beds are implausible when occupancy is this many times below or above its usual level. */
  private static final double TIMES_OCCUPANCY = 2;
  private static final double FEWEST_BEDS = 20;
  private static final int WINDOW = 12;
  private static final int FEWEST = 3;

  /**
   * An implausible value.
   *
   * @param measure which of the two measures it is of
   * @param value as published
   * @param usual the organisation's usual number of available beds
   * @param usualValue the usual value of this measure
   */
  public record Implausible(String measure, double value, double usual, double usualValue) {}

  private final Map<String, Map<Period, Implausible>> found = new HashMap<>();

  private ImplausibleBeds() {}

  /** Checks every organisation's series; finds nothing for an indicator without a measure of occupied beds. */
  public static ImplausibleBeds find(Indicator indicator, ObservationSeries figures) {
    ImplausibleBeds beds = new ImplausibleBeds();
    if (!indicator.occupiedMeasure().isEmpty()) {
      Map<Period, Double> country = new HashMap<>();
      for (Period period : figures.periods(indicator.dataset(), indicator.weight())) {
        double occupied = figures.total(indicator.dataset(), indicator.occupiedMeasure(), period);
        country.put(period, occupied / figures.total(indicator.dataset(), indicator.weight(), period));
      }
      Map<String, PeriodSeries> occupied =
          figures.of(indicator.dataset(), indicator.occupiedMeasure());
      figures.of(indicator.dataset(), indicator.weight()).forEach((org, series) -> {
        if (occupied.containsKey(org)) {
          beds.compare(indicator, org, series, occupied.get(org), country);
        }
      });
    }
    return beds;
  }

  /** Returns every implausible value by organisation and period. */
  public Map<String, Map<Period, Implausible>> all() {
    return found;
  }

  /** Returns the figures of an indicator's weight with usual values in place of implausible ones. */
  ObservationSeries withUsualBeds(Indicator indicator, ObservationSeries figures) {
    if (found.isEmpty()) {
      return figures;
    }
    ObservationSeries plausible = new ObservationSeries();
    figures.of(indicator.dataset(), indicator.weight()).forEach((org, series) -> series.forEach((period, value) -> {
      Implausible other = found.getOrDefault(org, Map.of()).get(period);
      boolean replaced = other != null && other.measure().equals(indicator.weight());
      plausible.add(indicator.dataset(), indicator.weight(), org, period, replaced ? other.usualValue() : value);
    }));
    return plausible;
  }

  /** Returns whether an indicator needs a figure that is implausible. */
  boolean concerns(Indicator indicator, String org, Period period) {
    Implausible value = found.getOrDefault(org, Map.of()).get(period);
    return value != null && indicator.measures().contains(value.measure());
  }

  /** Returns the usual number of the organisation's available beds around a period. */
  double usual(String org, Period period) {
    return found.get(org).get(period).usual();
  }

  private void compare(
      Indicator indicator,
      String org,
      PeriodSeries available,
      PeriodSeries occupied,
      Map<Period, Double> country) {
    List<Period> periods =
        available.periods().stream().filter(p -> available.value(p) > 0 && occupied.value(p) >= 0).toList();
    double[] beds = periods.stream().mapToDouble(available::value).toArray();
    double[] patients = periods.stream().mapToDouble(occupied::value).toArray();
    double[] occupancy = new double[beds.length];
    for (int i = 0; i < beds.length; i++) {
      occupancy[i] = patients[i] / beds[i] / country.get(periods.get(i));
    }
    for (int i = 0; i < beds.length; i++) {
      double usualBeds = larger(beds, i);
      double usualPatients = larger(patients, i);
      double usualOccupancy = around(occupancy, i);
      boolean empty = occupancy[i] < usualOccupancy / TIMES_EMPTY;
      boolean odd =
          occupancy[i] < usualOccupancy / TIMES_OCCUPANCY || occupancy[i] > usualOccupancy * TIMES_OCCUPANCY;
      Implausible value = null;
      if (beds[i] > TIMES_USUAL * usualBeds && empty) {
        value = new Implausible(indicator.weight(), beds[i], usualBeds, usualBeds);
      } else if (odd && Math.abs(patients[i] - usualPatients) > Math.abs(beds[i] - usualBeds)) {
        value = new Implausible(indicator.occupiedMeasure(), patients[i], beds[i], usualPatients);
      }
      if (value != null && Math.max(usualBeds, beds[i]) >= FEWEST_BEDS) {
        found.computeIfAbsent(org, o -> new HashMap<>()).put(periods.get(i), value);
      }
    }
  }

  private static double larger(double[] values, int at) {
    double before = median(values, Math.max(0, at - WINDOW), at);
    double after = median(values, at + 1, Math.min(values.length, at + 1 + WINDOW));
    return Double.isNaN(before) ? after : Double.isNaN(after) ? before : Math.max(before, after);
  }

  private static double around(double[] values, int at) {
    double before = median(values, Math.max(0, at - WINDOW), at);
    double after = median(values, at + 1, Math.min(values.length, at + 1 + WINDOW));
    return Double.isNaN(before) ? after : Double.isNaN(after) ? before : (before + after) / 2;
  }

  private static double median(double[] values, int from, int to) {
    return to - from < FEWEST ? Double.NaN : Percentiles.median(Arrays.copyOfRange(values, from, to));
  }
}
