package uk.footprints.statistics;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * XmR charts: a mean and limits from moving ranges, and the points that need explaining. Shewhart 1931; Wheeler,
 * Understanding variation, 1993; NHS England, Making Data Count. Limits are not cut at 0 or 100 per cent.
 */
public final class ProcessControl {

  /** Below this many points limits are provisional. */
  public static final int ENOUGH = 13;


  private ProcessControl() {}

  /** Which way is better. */
  public enum Improvement {
    INCREASE(1),
    DECREASE(-1),
    NEUTRAL(0);

    private final int sign;

    Improvement(int sign) {
      this.sign = sign;
    }

    /** 1 where more is better, -1 where less is, 0 where neither. */
    int sign() {
      return sign;
    }
  }

  /** Which edition of the rules. */
  public enum Rules {
    /**
     * Making Data Count since late 2023: points beyond the limits count towards two in three; improvement wins a
     * conflict.
     */
    MDC_2023,
    /** NHSRplotthedots 0.2: points beyond the limits do not count towards two in three; the first rule wins. */
    R_PARITY
  }

  /** What makes a point special, and on which side; in the order in which rules are tried. */
  public enum Cause {
    COMMON("Common Cause", 0),
    ABOVE_LIMIT("Above UCL", 1),
    BELOW_LIMIT("Below LCL", -1),
    RISING("7 Point Trend (Increasing)", 1),
    FALLING("7 Point Trend (Decreasing)", -1),
    TWO_IN_THREE_ABOVE("2 in 3 Above CL", 1),
    TWO_IN_THREE_BELOW("2 in 3 Below CL", -1),
    RUN_ABOVE("7 Points Above CL", 1),
    RUN_BELOW("7 Points Below CL", -1);

    private final String label;
    private final int side;

    Cause(String label, int side) {
      this.label = label;
      this.side = side;
    }

    /** Returns the name in NHSRplotthedots. */
    public String label() {
      return label;
    }

    /** 1 above the mean, -1 below it, 0 for neither. */
    int side() {
      return side;
    }
  }

  /** Kinds of variation that a point, or the last point of a chart, shows. */
  public enum VariationKind {
    COMMON_CAUSE,
    SPECIAL_CAUSE_IMPROVEMENT,
    SPECIAL_CAUSE_CONCERN,
    SPECIAL_CAUSE_NEUTRAL_HIGH,
    SPECIAL_CAUSE_NEUTRAL_LOW;

    /** Returns the text in tables. */
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }

    private static VariationKind of(int side, Improvement improvement) {
      if (side == 0) {
        return COMMON_CAUSE;
      }
      if (improvement == Improvement.NEUTRAL) {
        return side > 0 ? SPECIAL_CAUSE_NEUTRAL_HIGH : SPECIAL_CAUSE_NEUTRAL_LOW;
      }
      return side * improvement.sign() > 0 ? SPECIAL_CAUSE_IMPROVEMENT : SPECIAL_CAUSE_CONCERN;
    }
  }

  /** Whether the current process will meet its target. */
  public enum Assurance {
    CONSISTENT_PASS,
    CONSISTENT_FAIL,
    INCONSISTENT,
    /** No target, or no direction. */
    NONE;

    /** Returns the text in tables; empty for none. */
    public String text() {
      return this == NONE ? "" : name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Settings of a chart.
   *
   * @param improvement which way is better
   * @param rules which edition of the rules
   * @param screenOutliers whether moving ranges of 3.267 times their mean are left out, once, before limits are drawn
   *     (NHSRplotthedots does, NHS England's spreadsheet does not)
   * @param fixAfter limits come from this many first points of each segment; 0 for all
   * @param target what should be met; NaN for none
   */
  public record Settings(
      Improvement improvement, Rules rules, boolean screenOutliers, int fixAfter, double target) {

    /** Rules of 2023, outlying ranges screened, limits from all points, no target. */
    public static Settings of(Improvement improvement) {
      return new Settings(improvement, Rules.MDC_2023, true, 0, Double.NaN);
    }

    /** Returns a copy with a target. */
    public Settings withTarget(double target) {
      return new Settings(improvement, rules, screenOutliers, fixAfter, target);
    }
  }

  /**
   * One point of a chart. Limits are NaN where the segment has fewer than two points.
   *
   * @param value the point; NaN where missing
   * @param segment from 0; a new one at each rebase
   * @param mean the centre line
   * @param lower the lower limit
   * @param upper the upper limit
   * @param cause what makes it special
   * @param variation the kind of variation, given the direction of improvement
   */
  public record Point(
      double value, int segment, double mean, double lower, double upper, Cause cause, VariationKind variation) {}

  /**
   * A chart.
   *
   * @param points one a value, in order
   * @param variation the last point's
   * @param assurance against the last limits
   * @param warnings caveats for the reader: too few points, gaps, a baseline that is too short
   */
  public record Chart(List<Point> points, VariationKind variation, Assurance assurance, List<String> warnings) {}

  /** A chart without rebasing. */
  public static Chart chart(double[] values, Settings settings) {
    return chart(values, new int[0], settings);
  }

  /**
   * A chart.
   *
   * <p>A missing value has no moving range across it and breaks trends and runs. A constant series has limits at its
   * mean. Seasonal series break the rules every winter: adjust them first.
   *
   * @param values in order of time; NaN where missing
   * @param rebaseAt positions from 0 at which a new segment starts
   * @param settings the settings
   */
  public static Chart chart(double[] values, int[] rebaseAt, Settings settings) {
    List<Point> points = new ArrayList<>(values.length);
    List<String> warnings = new ArrayList<>();
    int[] starts =
        IntStream.concat(IntStream.of(0), IntStream.of(rebaseAt))
            .filter(at -> at < values.length)
            .sorted()
            .distinct()
            .toArray();
    for (int segment = 0; segment < starts.length; segment++) {
      int end = segment + 1 < starts.length ? starts[segment + 1] : values.length;
      double[] part = Arrays.copyOfRange(values, starts[segment], end);
      points.addAll(segment(part, segment, settings, warnings));
    }
    if (points.isEmpty()) {
      return new Chart(points, VariationKind.COMMON_CAUSE, Assurance.NONE, List.of("no points"));
    }
    Point last = points.get(points.size() - 1);
    return new Chart(
        List.copyOf(points), last.variation(), assurance(last, settings), List.copyOf(warnings));
  }

  /** Positions in {@code dates} (sorted) at which segments start: the first date on or after each rebase date. */
  public static int[] positions(List<LocalDate> dates, List<LocalDate> rebase) {
    return rebase.stream()
        .mapToInt(day -> (int) dates.stream().filter(date -> date.isBefore(day)).count())
        .toArray();
  }

  private static List<Point> segment(double[] y, int segment, Settings settings, List<String> warnings) {
    double[] baseline = settings.fixAfter() > 0 && settings.fixAfter() < y.length
        ? Arrays.copyOf(y, settings.fixAfter()) : y;
    ControlLines lines = ControlLines.of(baseline, settings.screenOutliers(), settings.rules() == Rules.R_PARITY);
    warn(y, baseline, lines, segment, warnings);
    Cause[] causes = new SpecialCauses(y, lines, settings).causes();
    return IntStream.range(0, y.length)
        .mapToObj(
            i -> new Point(
                y[i], segment, lines.mean(), lines.lower(), lines.upper(), causes[i],
                VariationKind.of(causes[i].side(), settings.improvement())))
        .toList();
  }

  private static void warn(
      double[] y, double[] baseline, ControlLines lines, int segment, List<String> warnings) {
    String where = segment == 0 ? "" : " after rebase %d".formatted(segment);
    if (Double.isNaN(lines.lower())) {
      warnings.add("no limits%s: no two values follow one another".formatted(where));
    } else if (baseline.length < ENOUGH) {
      warnings.add("trial limits%s: %d points, fewer than %d".formatted(where, baseline.length, ENOUGH));
    }
    long missing = Arrays.stream(y).filter(Double::isNaN).count();
    if (missing > 0) {
      warnings.add("%d missing%s: trends and runs break there".formatted(missing, where));
    }
  }

  /** A target that equals a limit is not beyond it, and so not sure, unless nothing varies and it is met every time. */
  private static Assurance assurance(Point last, Settings settings) {
    int sign = settings.improvement().sign();
    double target = settings.target();
    if (sign == 0 || Double.isNaN(target) || Double.isNaN(last.lower())) {
      return Assurance.NONE;
    }
    if (last.lower() == last.upper() && target == last.lower() && settings.rules() == Rules.MDC_2023) {
      return Assurance.CONSISTENT_PASS;
    }
    if (target > last.upper()) {
      return sign > 0 ? Assurance.CONSISTENT_FAIL : Assurance.CONSISTENT_PASS;
    }
    if (target < last.lower()) {
      return sign > 0 ? Assurance.CONSISTENT_PASS : Assurance.CONSISTENT_FAIL;
    }
    return Assurance.INCONSISTENT;
  }
}
