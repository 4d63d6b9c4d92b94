package uk.footprints.records.casemix;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import uk.footprints.area.Area;
import uk.footprints.area.Areas;
import uk.footprints.area.Basis;
import uk.footprints.area.Geography;
import uk.footprints.area.Membership;
import uk.footprints.period.Period;
import uk.footprints.period.PeriodKind;
import uk.footprints.records.casemix.ExpectedCounts.Method;
import uk.footprints.records.casemix.ExpectedCounts.PlaceYear;
import uk.footprints.records.casemix.ExpectedCounts.Sum;
import uk.footprints.records.disclosure.PublishableStays;
import uk.footprints.records.disclosure.StaySide;
import uk.footprints.statistics.Confidence;
import uk.footprints.statistics.CountLimits;
import uk.footprints.statistics.Funnels;
import uk.footprints.statistics.Interval;
import uk.footprints.statistics.Overdispersion;
import uk.footprints.statistics.Overdispersion.Scale;
import uk.footprints.statistics.Overdispersion.Trim;
import uk.footprints.statistics.Significance;
import uk.footprints.transform.CellStatus;
import uk.footprints.transform.ObservationBatch;

/**
 * Standardised ratios of what is published. Spells and events are those of the observations of financial years,
 * withheld where those are, so that nothing can be found by subtraction; footprints are sums over what is shown of
 * their commissioners.
 *
 * <p>The variance of an observed count is the sum of p (1 - p), which is less than the count where events are common.
 * So limits are those of a Poisson count with the same relative variance: expected squared over variance. Overdispersion
 * as of the Care Quality Commission, on the root scale, the outer tenths pulled in ({@link Overdispersion}).
 */
public final class CaseMixRatios {

  private static final String FIRST_FOOTPRINTS = "stp_2016";
  private static final double TRIM = 0.1;

  /** An organisation with what it has, before it is compared with others. */
  private record Point(CaseMixOutcome outcome, Method method, String role, String geography, String code, String name,
      Period year, Sum sum, String status, String reason) {

    boolean isShown() {
      return sum != null && sum.expected() > 0;
    }

    double ratio() {
      return sum.observed() / sum.expected();
    }

    double effective() {
      return CaseMixRatios.effective(sum);
    }
  }

  private final CaseMixResult result;
  private final Areas areas;
  private final String records;

  private CaseMixRatios(CaseMixResult result, Areas areas, String records) {
    this.result = result;
    this.areas = areas;
    this.records = records;
  }

  /**
   * Returns the rows of the table.
   *
   * @param result the models
   * @param stays what is published of the same records
   * @param areas which commissioners are in which footprint
   * @param records artificial, real or not known
   */
  public static List<CaseMixRatio> of(CaseMixResult result, PublishableStays stays, Areas areas, String records) {
    CaseMixRatios ratios = new CaseMixRatios(result, areas, records);
    List<Point> points = new ArrayList<>();
    stays.blocks().stream().filter(block -> block.period().kind() == PeriodKind.FINANCIAL_YEAR)
        .forEach(block -> points.addAll(ratios.points(block)));
    points.addAll(ratios.footprints(points));
    Map<String, List<Point>> groups = new TreeMap<>();
    for (Point point : points) {
      groups.computeIfAbsent("%d|%d|%s|%s".formatted(point.outcome.ordinal(), point.method.ordinal(), point.role,
          point.year.start()), key -> new ArrayList<>()).add(point);
    }
    return groups.values().stream().flatMap(ratios::compared).toList();
  }

  private List<Point> points(ObservationBatch block) {
    StaySide side = block.orgRole().equals(StaySide.PROVIDER.orgRole()) ? StaySide.PROVIDER : StaySide.RESIDENCE;
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < block.orgCodes().size(); i++) {
      String code = block.orgCodes().get(i);
      if (code.equals(PublishableStays.WITHHELD) || code.equals("unknown")) {
        continue;
      }
      for (CaseMixOutcome outcome : CaseMixOutcome.values()) {
        for (Method method : Method.values()) {
          if ((method == Method.MODEL ? result.modelled() : result.standardised()).contains(outcome)) {
            point(block, side, i, outcome, method).ifPresent(points::add);
          }
        }
      }
    }
    return points;
  }

  private Optional<Point> point(ObservationBatch block, StaySide side, int i, CaseMixOutcome outcome, Method method) {
    int trials = block.measures().indexOf(side.measure(outcome.trials().label()));
    int events = block.measures().indexOf(side.measure(outcome.events().label()));
    String code = block.orgCodes().get(i);
    boolean hidden = block.status(i, trials) == CellStatus.SUPPRESSED
        || block.status(i, events) == CellStatus.SUPPRESSED;
    Sum sum = null;
    if (!hidden) {
      sum = result.expected().find(new PlaceYear(side.role(), code, block.period().start().getYear()), outcome, method)
          .orElse(null);
      if (sum == null || sum.spells() == 0) {
        return Optional.empty();
      }
      if (block.value(i, trials) != sum.spells() || block.value(i, events) != sum.observed()) {
        throw new IllegalStateException(
            "%s of %s in %s: %s of %s spells are published, and %s of %s were modelled".formatted(
                outcome, code, block.period().label(), block.value(i, events), block.value(i, trials), sum.observed(),
                sum.spells()));
      }
    }
    String name = areas.findArea("ccg_2015", code).map(Area::name).orElse("");
    return Optional.of(new Point(outcome, method, side.orgRole(), "", code, side == StaySide.RESIDENCE ? name : "",
        block.period(), sum, hidden ? "suppressed" : "reported",
        hidden ? "few spells, or few of them with or without it" : ""));
  }

  private List<Point> footprints(List<Point> points) {
    Map<String, Point> footprints = new TreeMap<>();
    for (Point point : points) {
      if (!point.role.equals(StaySide.RESIDENCE.orgRole())) {
        continue;
      }
      LocalDate day = point.year.end();
      String geography = Geography.findFootprints(day).map(Geography::id).orElse(FIRST_FOOTPRINTS);
      areas.findArea(Basis.AS_WAS, Membership.CCG, point.code, geography, day).ifPresent(area -> footprints.merge(
          "%s|%s|%s|%s".formatted(point.outcome, point.method, area.code(), point.year),
          new Point(point.outcome, point.method, "footprint", geography, area.code(), area.name(), point.year,
              point.sum, point.sum == null ? "incomplete" : "reported", point.sum == null ? withheld(point.code) : ""),
          CaseMixRatios::together));
    }
    return new ArrayList<>(footprints.values());
  }

  private static String withheld(String code) {
    return code + " is withheld and not part of it";
  }

  private static Point together(Point a, Point b) {
    Sum sum = a.sum == null ? b.sum : b.sum == null ? a.sum : plus(a.sum, b.sum);
    String reason = a.reason.isEmpty() ? b.reason : b.reason.isEmpty() ? a.reason : a.reason + "; " + b.reason;
    return new Point(a.outcome, a.method, a.role, a.geography, a.code, a.name, a.year, sum,
        reason.isEmpty() ? "reported" : "incomplete", reason);
  }

  private static Sum plus(Sum a, Sum b) {
    return a.plus(b);
  }

  private Stream<CaseMixRatio> compared(List<Point> group) {
    List<Point> shown = group.stream().filter(Point::isShown)
        .sorted(Comparator.comparingDouble(Point::ratio).reversed().thenComparing(Point::code)).toList();
    double spells = shown.stream().mapToDouble(point -> point.sum.spells()).sum();
    double observed = shown.stream().mapToDouble(point -> point.sum.observed()).sum();
    List<Point> finite = shown.stream().filter(point -> point.sum.variance() > 0).toList();
    double tau2 = finite.size() < 2 ? Double.NaN : overdispersion(finite).tau2();
    return group.stream().sorted(Comparator.comparing(Point::code))
        .map(point -> row(point, shown, observed / spells, tau2));
  }

  private static Overdispersion overdispersion(List<Point> points) {
    return Overdispersion.of(Scale.ROOT_RATIO,
        points.stream().mapToDouble(point -> point.ratio() * point.effective()).toArray(),
        points.stream().mapToDouble(Point::effective).toArray(), 1, Trim.WINSORISED, TRIM);
  }

  private CaseMixRatio row(Point point, List<Point> shown, double rate, double tau2) {
    Sum sum = point.sum;
    boolean there = point.isShown() && sum.variance() > 0;
    double ratio = point.isShown() ? point.ratio() : Double.NaN;
    double effective = there ? point.effective() : Double.NaN;
    Interval at95 = there ? limits(ratio, effective, Confidence.P95) : Interval.NONE;
    Interval at998 = there ? limits(ratio, effective, Confidence.P998) : Interval.NONE;
    Interval funnel95 = there ? Funnels.ratio(effective, Confidence.P95) : Interval.NONE;
    Interval funnel998 = there ? Funnels.ratio(effective, Confidence.P998) : Interval.NONE;
    boolean comparable = there && shown.size() > 1;
    boolean dispersed = comparable && !Double.isNaN(tau2);
    Interval wide95 = dispersed ? wide(effective, tau2, funnel95, Confidence.P95) : Interval.NONE;
    Interval wide998 = dispersed ? wide(effective, tau2, funnel998, Confidence.P998) : Interval.NONE;
    String reason = !there && sum != null ? "none is expected, or all spells have it"
        : point.isShown() && shown.size() == 1 ? "there is nothing to compare it with" : point.reason;
    return new CaseMixRatio(point.outcome, point.method, point.role, point.geography, point.code, point.name,
        point.year.start(), point.year.end(), sum == null ? null : (Long) Math.round(sum.spells()),
        sum == null ? null : (Double) sum.observed(), sum == null ? Double.NaN : sum.expected(),
        point.isShown() ? sum.observed() / (sum.spells() * rate) : Double.NaN, ratio,
        at95.lower(), at95.upper(), at998.lower(), at998.upper(),
        funnel95.lower(), funnel95.upper(), funnel998.lower(), funnel998.upper(),
        wide95.lower(), wide95.upper(), wide998.lower(), wide998.upper(),
        comparable ? position(sum) : Significance.NOT_APPLICABLE,
        dispersed ? Significance.ofFunnel(ratio, wide95, wide998) : Significance.NOT_APPLICABLE,
        comparable ? (Integer) (shown.indexOf(point) + 1) : null, shown.size(),
        sum == null ? Double.NaN : sum.variance(), point.status, reason, records);
  }

  /** The expected number of a Poisson count with the same relative variance. */
  static double effective(Sum sum) {
    return sum.expected() * sum.expected() / sum.variance();
  }

  /** Position in the funnel by chance alone. */
  static Significance position(Sum sum) {
    double effective = effective(sum);
    return Significance.ofFunnel(sum.observed() / sum.expected(), Funnels.ratio(effective, Confidence.P95),
        Funnels.ratio(effective, Confidence.P998));
  }

  /** Limits of a ratio: those of the effective count, over what is expected of it. */
  static Interval limits(double ratio, double effective, Confidence confidence) {
    return CountLimits.EXACT.of(ratio * effective, confidence).times(1 / effective);
  }

  /** The wider of the limits by chance alone and of those with the variance between areas. */
  private static Interval wide(double effective, double tau2, Interval chance, Confidence confidence) {
    return tau2 == 0 ? chance : Scale.ROOT_RATIO.limits(1, effective, tau2, confidence).with(chance);
  }
}
