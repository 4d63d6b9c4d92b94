package uk.footprints.pipeline.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import uk.footprints.finding.Finding.Kind;
import uk.footprints.finding.Finding;
import uk.footprints.finding.Location;
import uk.footprints.period.Period;
import uk.footprints.pipeline.check.TotalSeries.Total;

/**
 * Finds the anomalies that hold a release: totals of new periods that jump ({@link TotalStep}), totals of published
 * periods that are revised by more than a quarter, and datasets that lose more than a quarter of their figures. Gives
 * one finding for each dataset and period, for all its measures.
 */
final class TotalAnomalies {

  private static final double MOST_LOST = 0.25;

  private TotalAnomalies() {}

  /** The expected and the actual total of a measure. */
  private record Moved(TotalSeries series, double expected, double found, double weight) {

    String words() {
      return String.format(
          Locale.UK, "%s: %,.0f expected, %,.0f found (%+.0f%%)", series.measure(), expected, found,
          100 * (found / expected - 1));
    }
  }

  /** Returns the anomalies of a release compared with an earlier one, by their totals. */
  static List<Finding> between(Map<TotalSeries, TreeMap<Period, Total>> a, Map<TotalSeries, TreeMap<Period, Total>> b) {
    Map<String, Map<Period, List<Moved>>> jumped = new TreeMap<>();
    Map<String, Map<Period, List<Moved>>> revised = new TreeMap<>();
    Map<String, Map<Period, Integer>> judged = new TreeMap<>();
    b.forEach(
        (series, totals) -> {
          TreeMap<Period, Total> before = a.getOrDefault(series, new TreeMap<>());
          for (Map.Entry<Period, Total> e : totals.entrySet()) {
            Period period = e.getKey();
            if (before.containsKey(period)) {
              revised(series, before.get(period), e.getValue())
                  .forEach(m -> add(revised, series.dataset(), period, m));
            } else if (!before.isEmpty() && period.compareTo(before.lastKey()) > 0) {
              judged.computeIfAbsent(series.dataset(), d -> new TreeMap<>()).merge(period, 1, Integer::sum);
              TotalStep.into(totals, period)
                  .filter(TotalStep::jumps)
                  .ifPresent(
                      s ->
                          add(
                              jumped, series.dataset(), period,
                              new Moved(series, s.expected(), s.to(), s.distances())));
            }
          }
        });
    List<Finding> findings = new ArrayList<>();
    jumped.forEach(
        (dataset, periods) ->
            periods.forEach(
                (period, moved) ->
                    findings.add(
                        Finding.of(
                            Kind.TOTAL_ANOMALY, dataset, Location.file(""),
                            "%s of %s: %d of %d totals changed more than their history makes likely; %s", dataset,
                            period.label(), moved.size(), judged.get(dataset).get(period), most(moved)))));
    revised.forEach(
        (dataset, periods) ->
            periods.forEach(
                (period, moved) ->
                    findings.add(
                        Finding.of(
                            Kind.TOTAL_ANOMALY, dataset, Location.file(""),
                            "%s of %s: %d totals were revised by more than a quarter; %s", dataset, period.label(),
                            moved.size(), most(moved)))));
    findings.addAll(lost(a, b));
    return findings;
  }

  private static List<Moved> revised(TotalSeries series, Total before, Total now) {
    double was = before.total();
    double is = Double.isNaN(now.total()) ? 0 : now.total();
    if (!(was >= TotalStep.SMALL) || is < 0) {
      return List.of();
    }
    double far = Math.abs(Math.log(Math.max(is, 0.5) / was));
    double chance = Math.sqrt(1 / was + 1 / Math.max(is, 1));
    return far > TotalStep.LARGE && far > TotalStep.MOST_DISTANCES * chance
        ? List.of(new Moved(series, was, is, far))
        : List.of();
  }

  private static List<Finding> lost(
      Map<TotalSeries, TreeMap<Period, Total>> a, Map<TotalSeries, TreeMap<Period, Total>> b) {
    Map<String, long[]> figures = new TreeMap<>();
    a.forEach(
        (series, totals) -> {
          TreeMap<Period, Total> now = b.getOrDefault(series, new TreeMap<>());
          long[] of = figures.computeIfAbsent(series.dataset(), d -> new long[2]);
          totals.forEach(
              (period, total) -> {
                of[0] += total.organisations();
                Total there = now.get(period);
                of[1] += Math.max(0, total.organisations() - (there == null ? 0 : there.organisations()));
              });
        });
    List<Finding> findings = new ArrayList<>();
    figures.forEach(
        (dataset, n) -> {
          if (n[1] > MOST_LOST * n[0]) {
            findings.add(
                Finding.of(
                    Kind.TOTAL_ANOMALY, dataset, Location.file(""),
                    "%s: %,d of %,d figures of the previous release are missing", dataset, n[1], n[0]));
          }
        });
    return findings;
  }

  private static void add(Map<String, Map<Period, List<Moved>>> to, String dataset, Period period, Moved moved) {
    to.computeIfAbsent(dataset, d -> new TreeMap<>()).computeIfAbsent(period, p -> new ArrayList<>()).add(moved);
  }

  private static String most(List<Moved> moved) {
    return moved.stream().max(Comparator.comparingDouble(Moved::weight)).orElseThrow().words();
  }
}
