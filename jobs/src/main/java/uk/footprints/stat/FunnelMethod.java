package uk.footprints.stat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import uk.footprints.stat.MethodInput.Must;
import uk.footprints.statistics.Confidence;
import uk.footprints.statistics.Estimate;
import uk.footprints.statistics.Interval;
import uk.footprints.statistics.Overdispersion.Trim;
import uk.footprints.statistics.Overdispersion;
import uk.footprints.statistics.ResultStatus;
import uk.footprints.statistics.Significance;

/** Base of the three funnel methods, which compare the areas of a set with their baseline. */
abstract class FunnelMethod implements StatMethod<FunnelMethod.Placed> {

  /**
   * An area in its funnel.
   *
   * @param value the area's, with the limits at its size
   * @param wide limits and position with overdispersion; empty where it is not allowed for
   */
  record Placed(Estimate value, Significance significance, Optional<Wide> wide, double baseline)
      implements ResultRow {

    @Override
    public RowStatus outcome() {
      return RowStatus.of(value);
    }

    private OptionalDouble ofWide(ToDoubleFunction<Wide> number) {
      return wide.isPresent() ? OptionalDouble.of(number.applyAsDouble(wide.get())) : OptionalDouble.empty();
    }
  }

  /** Limits of an area with overdispersion. */
  record Wide(Interval near, Interval far, Significance significance, Overdispersion found) {}

  private static final ResultColumns<Placed> COLUMNS =
      new ResultColumns<Placed>()
          .number("value", row -> row.value.value())
          .number("lower_95", row -> row.value.lower95())
          .number("upper_95", row -> row.value.upper95())
          .number("lower_998", row -> row.value.lower998())
          .number("upper_998", row -> row.value.upper998())
          .text("significance", row -> row.significance.label(), Significance.NOT_APPLICABLE.label())
          .optional("od_lower_95", row -> row.ofWide(wide -> wide.near.lower()))
          .optional("od_upper_95", row -> row.ofWide(wide -> wide.near.upper()))
          .optional("od_lower_998", row -> row.ofWide(wide -> wide.far.lower()))
          .optional("od_upper_998", row -> row.ofWide(wide -> wide.far.upper()))
          .text("od_significance", row -> row.wide.map(wide -> wide.significance.label()).orElse(""))
          .optional("phi", row -> row.ofWide(wide -> wide.found.phi()))
          .optional("tau2", row -> row.ofWide(wide -> wide.found.tau2()))
          .number("baseline", Placed::baseline)
          .text("method", row -> row.value.method());

  private static final String NO_LOGARITHM = "no overdispersion: an area without events has no logarithm";

  private static final int FEWEST = 2;

  /** How overdispersion is allowed for. */
  enum Allowance {
    NONE,
    SHMI,
    TRUNCATED,
    WINSORISED
  }

  private final MethodGuide guide;
  private final String numerator;
  private final String denominator;

  FunnelMethod(String name, String summary, List<InputColumn> columns, String multiplier, List<MethodParameter> more) {
    numerator = columns.get(0).name();
    denominator = columns.get(1).name();
    List<MethodParameter> settings =
        IntStream.range(0, 3 + more.size())
            .mapToObj(
                i -> switch (i) {
                  case 0 -> MethodParameter.of(
                      "overdispersion", "none, shmi, truncated or winsorised: wider limits where areas differ more than"
                          + " chance", "none", "shmi");
                  case 1 -> MethodParameter.of("trim", "share at each end that overdispersion does not count", "0.1",
                      "0.2",
                      "trim_by");
                  case 2 -> MethodParameter.of("multiplier", "the unit of value and limits", multiplier, multiplier);
                  default -> more.get(i - 3);
                })
            .toList();
    guide =
        new MethodGuide(
            name, summary, MethodGuide.Shape.ROW_BY_ROW, MethodGuide.BY_SET, columns, settings, COLUMNS.names());
  }

  @Override
  public final MethodGuide guide() {
    return guide;
  }

  @Override
  public final ResultColumns<Placed> columns() {
    return COLUMNS;
  }

  /**
   * The areas of one set that have both numbers.
   *
   * @param rows their rows
   * @param x numerators
   * @param n denominators
   * @param multiplier the unit
   * @param parity whether to compute what the reference package computes
   */
  record FunnelAreas(int[] rows, double[] x, double[] n, double multiplier, boolean parity) {

    /** Denominators to two decimals. */
    private FunnelAreas rounded() {
      double[] hundredths = Arrays.stream(n).map(e -> Math.rint(e * 100) / 100).toArray();
      return new FunnelAreas(rows, x, hundredths, multiplier, parity);
    }
  }

  /** The baseline, per one. */
  abstract double baseline(FunnelAreas areas);

  /** Funnel limits of one area, per one, without overdispersion. */
  abstract Interval limits(double baseline, double n, Confidence confidence);

  abstract Significance significance(double baseline, double x, double n, boolean parity);

  abstract Overdispersion.Scale scale(Allowance allowance);

  /** Returns the limits by chance alone, on the scale of the overdispersion. */
  Interval chance(Overdispersion.Scale scale, double baseline, double n, Confidence confidence, FunnelAreas areas) {
    return wide(scale, baseline, n, 0, confidence, areas);
  }

  /** The denominator that is used, which can be another than the one in the file. */
  double[] denominators(MethodInput question, double[] numerators) {
    return question.numbers(denominator, Must.BE_ABOVE_ZERO_OR_MISSING);
  }

  /** Numerators above their denominators, where that is wrong. */
  void check(MethodInput question, double[] x, double[] n) {}

  @Override
  public final void answer(MethodInput question, ResultTable<Placed> answer) {
    double[] x = question.numbers(numerator, Must.NOT_BE_NEGATIVE);
    double[] n = denominators(question, x);
    check(question, x, n);
    question.requireDistinctRows();
    for (RowGroup group : question.groups()) {
      int[] added = AgeBandCheck.added(question, group, AgeBandCheck.COLUMN);
      int[] there =
          Arrays.stream(added)
              .filter(row -> question.problems().of(row) == null && !Double.isNaN(x[row]) && !Double.isNaN(n[row]))
              .toArray();
      for (int row : group.rows()) {
        answer.none(row, none(question, row));
      }
      group.stream()
          .filter(row -> question.problems().of(row) == null && Arrays.binarySearch(added, row) < 0)
          .forEach(row -> answer.none(row, RowStatus.notApplicable(AgeBandCheck.ALL_AGES)));
      if (there.length > 0) {
        int[] rows = RowOrder.by(there, n, x);
        FunnelAreas areas =
            new FunnelAreas(
                rows,
                RowOrder.pick(rows, x),
                RowOrder.pick(rows, n),
                question.set().above("multiplier", group.first()),
                question.set().parity());
        answer(question, group, areas, answer);
      }
    }
  }

  private RowStatus none(MethodInput question, int row) {
    String wrong = question.problems().of(row);
    if (wrong != null) {
      return RowStatus.notApplicable(wrong);
    }
    return question.absent(
        question.withheld(denominator, row) ? denominator : numerator, row, ": left out of the baseline");
  }

  private void answer(MethodInput question, RowGroup group, FunnelAreas areas, ResultTable<Placed> answer) {
    int first = group.first();
    Allowance allowance = question.set().choice("overdispersion", first, Allowance.class);
    double baseline = baseline(areas);
    if (allowance == Allowance.NONE) {
      Lines lines = (n, confidence) -> limits(baseline, n, confidence);
      answer(question, areas, new Funnel(baseline, lines, null, null), answer);
      return;
    }
    FunnelAreas used = allowance == Allowance.SHMI && rounded(question, first) ? areas.rounded() : areas;
    Overdispersion.Scale scale = scale(allowance);
    Overdispersion found =
        Overdispersion.of(
            scale, used.x, used.n, baseline, trim(scale, allowance), share(question, first));
    Lines chance = (n, confidence) -> chance(scale, baseline, n, confidence, used);
    Lines wide = (n, confidence) -> wide(scale, baseline, n, found.tau2(), confidence, used);
    answer(question, used, new Funnel(baseline, chance, wide, found), answer);
  }

  /** The share that is trimmed at each end. */
  private static double share(MethodInput question, int row) {
    double share = question.set().number("trim", row);
    if (!(share >= 0 && share < 0.5)) {
      String given = question.set().text("trim", row);
      throw question.set().wrong("trim", row, "'%s' is not from 0 to below 0.5".formatted(given), "0.1");
    }
    return share;
  }

  /** Limits at a denominator. */
  private interface Lines {
    Interval at(double n, Confidence confidence);
  }

  /** The lines of one set; {@code wide} and {@code found} are null without overdispersion. */
  private record Funnel(double baseline, Lines chance, Lines wide, Overdispersion found) {

    boolean lost() {
      return found != null && Double.isNaN(found.tau2());
    }

    Interval wide(double n, Confidence confidence) {
      return wide == null || lost() ? Interval.NONE : wide.at(n, confidence);
    }
  }

  private void answer(MethodInput question, FunnelAreas areas, Funnel funnel, ResultTable<Placed> answer) {
    for (int i = 0; i < areas.rows.length; i++) {
      int row = areas.rows[i];
      double x = areas.x[i];
      double n = areas.n[i];
      double m = areas.multiplier;
      Interval near = funnel.chance.at(n, Confidence.P95).times(m);
      Interval far = funnel.chance.at(n, Confidence.P998).times(m);
      Interval wideNear = wide(areas, funnel, n, Confidence.P95).times(m);
      Interval wideFar = wide(areas, funnel, n, Confidence.P998).times(m);
      boolean judged = isJudged(question, row, x);
      Significance plain =
          judged ? significance(funnel.baseline, x, n, areas.parity) : Significance.NOT_APPLICABLE;
      Significance found = Significance.ofFunnel(judged ? x / n * m : Double.NaN, wideNear, wideFar);
      Significance wide = areas.parity ? found : found.atMost(plain);
      Optional<Wide> overdispersed =
          Optional.ofNullable(funnel.found).map(od -> new Wide(wideNear, wideFar, wide, od));
      answer.row(
          row,
          new Placed(
              new Estimate(
                  x / n * m, near.lower(), near.upper(), far.lower(), far.upper(), method(),
                  judged ? ResultStatus.OK : ResultStatus.SUPPRESSED,
                  judged ? reason(funnel, near) : "dsr NA for total count < 10"),
              plain, overdispersed, funnel.baseline * m));
    }
  }

  private static String reason(Funnel funnel, Interval near) {
    if (Double.isNaN(near.lower())) {
      return funnel.baseline > 0 ? "nothing is expected at this size: no limits" : "no area has events: no limits";
    }
    if (!funnel.lost()) {
      return "";
    }
    return funnel.found.kept() < FEWEST ? "no overdispersion: fewer than two areas are left to find it" : NO_LOGARITHM;
  }

  /**
   * Limits with overdispersion. They are never within those by chance: an approximation of small numbers can be, and
   * would make an area more extreme.
   */
  private Interval wide(FunnelAreas areas, Funnel funnel, double n, Confidence confidence) {
    Interval wide = funnel.wide(n, confidence);
    return areas.parity
        ? wide
        : wide.with(funnel.chance.at(n, confidence)).with(limits(funnel.baseline, n, confidence));
  }

  /** Whether an area has enough events to be judged. */
  boolean isJudged(MethodInput question, int row, double x) {
    return true;
  }

  /** Whether expected events are rounded first, as the published indicator does. */
  boolean rounded(MethodInput question, int row) {
    return false;
  }

  /** The name of the method of the limits. */
  abstract String method();

  /** Limits with the variance between areas. */
  Interval wide(
      Overdispersion.Scale scale, double baseline, double n, double tau2, Confidence confidence, FunnelAreas areas) {
    return scale.limits(baseline, n, tau2, confidence);
  }

  private static Trim trim(Overdispersion.Scale scale, Allowance allowance) {
    boolean shmi = allowance == Allowance.SHMI && scale == Overdispersion.Scale.LOG_RATIO;
    return shmi || allowance == Allowance.TRUNCATED ? Trim.TRUNCATED : Trim.WINSORISED;
  }
}
