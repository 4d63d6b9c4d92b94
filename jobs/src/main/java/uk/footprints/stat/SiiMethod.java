package uk.footprints.stat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import uk.footprints.stat.MethodInput.Must;
import uk.footprints.statistics.Inequality.Kind;
import uk.footprints.statistics.Inequality;
import uk.footprints.statistics.NormalDraws;
import uk.footprints.statistics.ResultStatus;

/** Method {@code sii}: slope and relative index of inequality of each group. */
final class SiiMethod implements StatMethod {

  private static final Kind[] KINDS = Kind.values();

  private final int draws;

  SiiMethod() {
    this(Inequality.DRAWS);
  }

  /** Creates a method with another number of simulated lines. */
  SiiMethod(int draws) {
    this.draws = draws;
  }

  @Override
  public MethodGuide guide() {
    return new MethodGuide(
        "sii", "slope and relative index of inequality with simulated limits", MethodGuide.Shape.BY_GROUP,
        MethodGuide.BY_AREA,
        List.of(
            InputColumn.of("quantile", "1 for the most deprived, and on without a gap to 5 or more", "1"),
            InputColumn.of("population", "people, above 0", "13867"),
            InputColumn.of("value", "the indicator there", "47.45"),
            InputColumn.of("lower_cl", "its lower 95 per cent limit", "43.89"),
            InputColumn.of("upper_cl", "its upper 95 per cent limit", "51.22")),
        List.of(
            MethodParameter.of("value_type", "0 for any value, 1 for a rate, 2 for a proportion", "0", "1"),
            MethodParameter.of("transform", "whether the line is fitted to logarithms or logits", "no", "yes"),
            MethodParameter.of("multiplier", "unit of the slope; below 0 reverses both", "1", "-1"),
            MethodParameter.of("seed", "of the simulation", "1", "2")),
        List.of(
            "sii", "rii", "sii_lower95_0", "sii_upper95_0", "rii_lower95_0", "rii_upper95_0", "intercept",
            "sii_lower95_0cl", "sii_upper95_0cl", "rii_lower95_0cl", "rii_upper95_0cl", "status", "reason"));
  }

  @Override
  public void answer(MethodInput question, ResultTable answer) {
    double[] quantiles = question.numbers("quantile", Must.BE_ABOVE_ZERO);
    double[] populations = question.numbers("population", Must.BE_ABOVE_ZERO);
    double[] values = values(question, "value");
    double[] lowers = values(question, "lower_cl");
    double[] uppers = values(question, "upper_cl");
    Map<RowGroup, Supplier<Object[]>> results = new LinkedHashMap<>();
    AtomicReference<NormalDraws> latest = new AtomicReference<>();
    for (RowGroup group : question.groups()) {
      question.requireDistinct(group, "quantile");
      List<Integer> rows = new ArrayList<>(IntStream.of(group.rows()).boxed().toList());
      rows.sort(Comparator.comparingDouble(row -> quantiles[row]));
      requireAll(question, group, rows, quantiles);
      String wrong = question.problems().of(group.rows());
      if (wrong == null && (rows.size() < 5 || rows.size() > 100)) {
        wrong = "needs 5 to 100 quantiles";
      }
      if (wrong != null) {
        String why = wrong;
        results.put(group, () -> none(why));
        continue;
      }
      List<Inequality.Group> groups =
          rows.stream()
              .map(row -> new Inequality.Group(populations[row], values[row], lowers[row], uppers[row]))
              .toList();
      Kind kind = kind(question, group.first());
      boolean transformed = question.set().yes("transform", group.first());
      String unfit = transformed ? unfit(kind, groups) : null;
      if (unfit != null) {
        results.put(group, () -> none(unfit));
        continue;
      }
      results.put(group, results(question, group.first(), groups, latest));
    }
    // Simulations are slow, so they run in parallel on all processors.
    List<Object[]> found = results.values().parallelStream().map(Supplier::get).toList();
    int next = 0;
    for (RowGroup group : results.keySet()) {
      answer.group(group, found.get(next++));
    }
  }

  private Object[] none(String why) {
    Object[] none = new Object[guide().adds().size()];
    none[none.length - 2] = ResultStatus.NOT_APPLICABLE.text();
    none[none.length - 1] = why;
    return none;
  }

  /**
   * Values or limits: any numbers, rates from 0, proportions from 0 to 1. A wrong cell becomes a problem of its row.
   */
  private static double[] values(MethodInput question, String column) {
    double[] values = question.numbers(column, Must.BE_ANY_GIVEN);
    for (int row = 0; row < values.length; row++) {
      Kind kind = kind(question, row);
      String cell = question.cell(column, row);
      if (kind != Kind.OTHER && values[row] < 0) {
        question.problems().cell(
            row, column, "%s is below 0; a rate or proportion is 0 or more: correct it, or use value_type=0"
                .formatted(cell));
      } else if (kind == Kind.PROPORTION && values[row] > 1) {
        question.problems().cell(
            row, column, "%s is above 1; write a proportion from 0 to 1, or use value_type=0".formatted(cell));
      }
    }
    return values;
  }

  private static Kind kind(MethodInput question, int row) {
    int type = question.set().whole("value_type", row, 0);
    if (type >= KINDS.length) {
      throw question.set().wrong("value_type", row, "'%d' is not one of 0, 1, 2".formatted(type), "1");
    }
    return KINDS[type];
  }

  /** Why values cannot be transformed. */
  private static String unfit(Kind kind, List<Inequality.Group> groups) {
    if (kind == Kind.RATE && groups.stream().anyMatch(g -> g.value() == 0)) {
      return "a rate of 0 has no logarithm: use transform=no";
    }
    if (kind == Kind.PROPORTION && groups.stream().anyMatch(g -> g.value() == 0 || g.value() == 1)) {
      return "a proportion of 0 or 1 has no logit: use transform=no";
    }
    return null;
  }

  private static void requireAll(MethodInput question, RowGroup group, List<Integer> rows, double[] quantiles) {
    for (int i = 0; i < rows.size(); i++) {
      if (!Double.isNaN(quantiles[rows.get(i)]) && quantiles[rows.get(i)] > i + 1) {
        question.problems().cell(
            rows.get(i), "quantile",
            "%s has no quantile %d; the index needs all of them".formatted(group.label(), i + 1));
        return;
      }
    }
  }

  private Supplier<Object[]> results(
      MethodInput question, int row, List<Inequality.Group> groups, AtomicReference<NormalDraws> latest) {
    boolean transformed = question.set().yes("transform", row);
    Kind kind = kind(question, row);
    double multiplier = question.set().number("multiplier", row);
    int seed = question.set().whole("seed", row, 0);
    return () ->
        cells(
            Inequality.of(groups, kind, transformed, multiplier, drawn(latest, groups.size(), seed)), transformed,
            groups, kind);
  }

  /** Returns the deviates of the group before, where it had as many quantiles and the same seed; else draws them. */
  private NormalDraws drawn(AtomicReference<NormalDraws> latest, int quantities, long seed) {
    NormalDraws before = latest.get();
    if (before != null && before.isOf(quantities, seed)) {
      return before;
    }
    NormalDraws now = new NormalDraws(quantities, seed, draws);
    latest.set(now);
    return now;
  }

  /** The columns are named as PHEindicatormethods names them, one set with a transformation and one without. */
  private static Object[] cells(
      Inequality found, boolean transformed, List<Inequality.Group> groups, Kind kind) {
    Object[] limits = {
      found.slope95().lower(), found.slope95().upper(), found.relative95().lower(), found.relative95().upper()
    };
    Object[] with = transformed ? limits : new Object[4];
    Object[] without = transformed ? new Object[4] : limits;
    return new Object[] {
      found.slope(), found.relative(), with[0], with[1], with[2], with[3], found.intercept(), without[0], without[1],
      without[2], without[3], ResultStatus.OK.text(), reason(found, groups, kind)
    };
  }

  private static String reason(Inequality found, List<Inequality.Group> groups, Kind kind) {
    boolean limits = Double.isFinite(found.slope95().lower()) && Double.isFinite(found.slope95().upper());
    boolean edge =
        groups.stream().anyMatch(
            g -> Stream.of(g.lower95(), g.value(), g.upper95())
                .anyMatch(v -> v == 0 || kind == Kind.PROPORTION && v == 1));
    if (!limits && kind != Kind.OTHER && edge) {
      return "no limits: a value or limit of 0%s cannot be simulated as a %s".formatted(
          kind == Kind.PROPORTION ? " or 1" : "", kind.name().toLowerCase(Locale.ROOT));
    }
    return Double.isFinite(found.relative()) ? "" : "the line is 0 at one end: no relative index";
  }
}
