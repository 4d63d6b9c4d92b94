package uk.footprints.stat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import uk.footprints.stat.MethodInput.Must;
import uk.footprints.statistics.Inequality.Kind;
import uk.footprints.statistics.Inequality;
import uk.footprints.statistics.NormalDraws;

/** Method {@code sii}: slope and relative index of inequality of each group. */
final class SiiMethod implements StatMethod<SiiMethod.Indices> {

  /** The indices of a group, of a line with or without a transformation. */
  record Indices(Inequality found, boolean transformed, String caveat) implements ResultRow {

    @Override
    public RowStatus outcome() {
      return RowStatus.ok(caveat);
    }

    /** Returns a limit where the line is of this kind: the reference package has columns for both. */
    private OptionalDouble limit(boolean ofTransformed, ToDoubleFunction<Inequality> limit) {
      return transformed == ofTransformed ? OptionalDouble.of(limit.applyAsDouble(found)) : OptionalDouble.empty();
    }
  }

  /** The columns are named as PHEindicatormethods names them, one set with a transformation and one without. */
  private static final ResultColumns<Indices> COLUMNS =
      new ResultColumns<Indices>()
          .number("sii", row -> row.found.slope())
          .number("rii", row -> row.found.relative())
          .optional("sii_lower95_0", row -> row.limit(true, found -> found.slope95().lower()))
          .optional("sii_upper95_0", row -> row.limit(true, found -> found.slope95().upper()))
          .optional("rii_lower95_0", row -> row.limit(true, found -> found.relative95().lower()))
          .optional("rii_upper95_0", row -> row.limit(true, found -> found.relative95().upper()))
          .number("intercept", row -> row.found.intercept())
          .optional("sii_lower95_0cl", row -> row.limit(false, found -> found.slope95().lower()))
          .optional("sii_upper95_0cl", row -> row.limit(false, found -> found.slope95().upper()))
          .optional("rii_lower95_0cl", row -> row.limit(false, found -> found.relative95().lower()))
          .optional("rii_upper95_0cl", row -> row.limit(false, found -> found.relative95().upper()));

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
        COLUMNS.names());
  }

  @Override
  public ResultColumns<Indices> columns() {
    return COLUMNS;
  }

  @Override
  public void answer(MethodInput question, ResultTable<Indices> answer) {
    double[] quantiles = question.numbers("quantile", Must.BE_ABOVE_ZERO);
    double[] populations = question.numbers("population", Must.BE_ABOVE_ZERO);
    double[] values = values(question, "value");
    double[] lowers = values(question, "lower_cl");
    double[] uppers = values(question, "upper_cl");
    requireOrder(question, lowers, uppers);
    // Groups of as many quantiles with one seed are simulated with the same deviates, which are therefore drawn once.
    Map<Simulation, NormalDraws> drawn = new ConcurrentHashMap<>();
    List<Answered> all = new ArrayList<>();
    for (RowGroup group : question.groups()) {
      question.requireDistinct(group, "quantile");
      int[] rows = RowOrder.by(group.rows(), quantiles);
      requireAll(question, group, rows, quantiles);
      List<Inequality.Group> groups =
          Arrays.stream(rows)
              .mapToObj(row -> new Inequality.Group(populations[row], values[row], lowers[row], uppers[row]))
              .toList();
      all.add(answered(question, group, groups, drawn));
    }
    // Simulations are slow, so they run in parallel on all processors.
    List<Optional<Indices>> found =
        all.parallelStream().map(one -> Optional.ofNullable(one.simulation).map(Supplier::get)).toList();
    for (int i = 0; i < all.size(); i++) {
      Answered one = all.get(i);
      found.get(i).ifPresentOrElse(
          indices -> answer.group(one.group, indices),
          () -> answer.none(one.group, RowStatus.notApplicable(one.why)));
    }
  }

  /**
   * What will be known of a group.
   *
   * @param simulation its indices, or null
   * @param why the reason where it has none
   */
  private record Answered(RowGroup group, Supplier<Indices> simulation, String why) {}

  /** What determines the deviates of a simulation. */
  private record Simulation(int quantiles, int seed) {}

  private Answered answered(
      MethodInput question, RowGroup group, List<Inequality.Group> groups, Map<Simulation, NormalDraws> drawn) {
    int row = group.first();
    boolean transformed = question.set().yes("transform", row);
    Kind kind = kind(question, row);
    String wrong = question.problems().of(group.rows());
    if (wrong == null && (groups.size() < 5 || groups.size() > 100)) {
      wrong = "needs 5 to 100 quantiles";
    }
    if (wrong == null && transformed) {
      wrong = unfit(kind, groups);
    }
    double multiplier = question.set().number("multiplier", row);
    if (multiplier == 0) {
      throw question.set().wrong("multiplier", row, "'0' would make every slope 0", "1");
    }
    int seed = question.set().whole("seed", row, 0);
    Supplier<Indices> simulation = () -> {
      NormalDraws deviates =
          drawn.computeIfAbsent(
              new Simulation(groups.size(), seed), of -> new NormalDraws(of.quantiles(), of.seed(), draws));
      Inequality found = Inequality.of(groups, kind, transformed, multiplier, deviates);
      return new Indices(found, transformed, reason(found, groups, kind));
    };
    return new Answered(group, wrong == null ? simulation : null, wrong);
  }

  /** Reports limits that are the wrong way round. */
  private static void requireOrder(MethodInput question, double[] lowers, double[] uppers) {
    for (int row = 0; row < lowers.length; row++) {
      if (lowers[row] > uppers[row]) {
        question.problems().cell(
            row, "lower_cl", "%s is above the upper limit %s; correct one of them".formatted(
                question.cell("lower_cl", row), question.cell("upper_cl", row)));
      }
    }
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

  private static void requireAll(MethodInput question, RowGroup group, int[] rows, double[] quantiles) {
    for (int i = 0; i < rows.length; i++) {
      if (quantiles[rows[i]] != i + 1 && question.problems().of(group.rows()) == null) {
        question.problems().cell(
            rows[i], "quantile",
            "%s has no quantile %d; the index needs all of them".formatted(group.label(), i + 1));
        return;
      }
    }
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
