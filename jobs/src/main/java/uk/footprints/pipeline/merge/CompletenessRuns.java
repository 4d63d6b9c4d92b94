package uk.footprints.pipeline.merge;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import uk.footprints.area.OrganisationRegister;
import uk.footprints.catalogue.CompletenessRow;
import uk.footprints.period.Period;
import uk.footprints.transform.CellStatus;

/**
 * Computes which periods an organisation reported for a measure and which it did not: a row for each run of periods in
 * the same state. An organisation is expected to report every period that any organisation reported, from its first on.
 */
final class CompletenessRuns {

  /** For an organisation with at least this median, a zero is suspect. */
  private static final double NEVER_ZERO = 20;

  /** A figure in its current vintage. */
  record Point(String org, String role, Period period, CellStatus status, double value) {}

  private final OrganisationRegister register;
  private final String dataset;
  private final String measure;
  private final List<CompletenessRow> rows = new ArrayList<>();

  private CompletenessRuns(String dataset, String measure, OrganisationRegister register) {
    this.register = register;
    this.dataset = dataset;
    this.measure = measure;
  }

  /** Returns the rows of {@code completeness} for a measure; its points are sorted by organisation, role and period. */
  static List<CompletenessRow> of(
      String dataset, String measure, List<Point> points, OrganisationRegister register) {
    CompletenessRuns completeness = new CompletenessRuns(dataset, measure, register);
    Map<String, TreeMap<Period, Integer>> expected = new HashMap<>();
    for (Point p : points) {
      expected.computeIfAbsent(kind(p), k -> new TreeMap<>()).putIfAbsent(p.period(), 0);
    }
    Map<String, Period[]> periods = new HashMap<>();
    expected.forEach((kind, all) -> periods.put(kind, all.keySet().toArray(Period[]::new)));
    Map<String, List<Point>> series = new TreeMap<>();
    points.forEach(p -> series.computeIfAbsent(p.org() + " " + kind(p), k -> new ArrayList<>()).add(p));
    series.values().forEach(own -> completeness.series(own, periods.get(kind(own.get(0)))));
    return completeness.rows;
  }

  private static String kind(Point p) {
    return p.role() + " " + p.period().kind().id();
  }

  private void series(List<Point> own, Period[] periods) {
    Point first = own.get(0);
    double usual = usual(own);
    Optional<LocalDate> closed = register.lastDay(first.role(), first.org());
    String state = "";
    Period began = null;
    Period ended = null;
    long run = 0;
    int next = 0;
    for (int i = Arrays.binarySearch(periods, first.period()); i < periods.length; i++) {
      Period period = periods[i];
      Point p = next < own.size() && own.get(next).period().equals(period) ? own.get(next++) : null;
      String now = p != null ? state(p, usual) : absent(closed, period, next < own.size());
      if (!now.equals(state)) {
        write(first, state, began, ended, run);
        state = now;
        began = period;
        run = 0;
      }
      ended = period;
      run++;
    }
    write(first, state, began, ended, run);
  }

  private static String state(Point p, double usual) {
    return p.status() == CellStatus.REPORTED && p.value() == 0 && usual >= NEVER_ZERO ? "zero" : p.status().id();
  }

  /**
   * Returns the state of a period without a figure; empty after the last figure of an organisation that has not closed.
   */
  private static String absent(Optional<LocalDate> closed, Period period, boolean more) {
    boolean over = closed.isPresent() && period.start().isAfter(closed.get());
    return over ? "closed" : more ? CellStatus.MISSING.id() : "";
  }

  private static double usual(List<Point> own) {
    double[] values =
        own.stream().filter(p -> p.status() == CellStatus.REPORTED).mapToDouble(Point::value).sorted().toArray();
    return values.length == 0 ? 0 : values[values.length / 2];
  }

  private void write(Point of, String state, Period began, Period ended, long run) {
    if (!state.isEmpty()) {
      rows.add(
          new CompletenessRow(
              dataset, measure, of.org(), of.role(), began.start(), ended.end(), began.kind().id(), state, run));
    }
  }
}
