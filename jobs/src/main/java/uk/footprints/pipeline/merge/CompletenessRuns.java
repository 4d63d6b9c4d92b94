package uk.footprints.pipeline.merge;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
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
  private final MeasureName measure;
  private final List<CompletenessRow> rows = new ArrayList<>();

  private CompletenessRuns(MeasureName measure, OrganisationRegister register) {
    this.register = register;
    this.measure = measure;
  }

  /**
   * Returns the rows of {@code completeness} for an organisation and a measure.
   *
   * @param points the organisation's figures, sorted by role and period
   * @param published the periods that any organisation reported
   */
  static List<CompletenessRow> of(
      MeasureName measure, List<Point> points, PublishedVintages published, OrganisationRegister register) {
    CompletenessRuns completeness = new CompletenessRuns(measure, register);
    Map<String, List<Point>> series = new TreeMap<>();
    points.forEach(
        p -> series.computeIfAbsent(PublishedVintages.kind(p.role(), p.period()), k -> new ArrayList<>()).add(p));
    series.forEach((kind, own) -> completeness.series(own, published.expected(kind)));
    return completeness.rows;
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
              measure.dataset(), measure.measure(), of.org(), of.role(), began.start(), ended.end(), began.kind().id(),
              state, run));
    }
  }
}
