package uk.footprints.stat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.footprints.stat.MethodInput.Must;
import uk.footprints.statistics.DasGupta.Effect;
import uk.footprints.statistics.DasGupta.Factor;
import uk.footprints.statistics.DasGupta;
import uk.footprints.statistics.Growth;

/**
 * Methods that decompose the change of a product of factors: {@code dasgupta}, {@code growth-chain} and {@code
 * kitagawa}.
 */
abstract class FactorMethod<R extends ResultRow> implements StatMethod<R> {

  private static final int MOST = 12;

  private final MethodGuide guide;
  private final ResultColumns<R> columns;

  private FactorMethod(String name, String summary, ResultColumns<R> columns) {
    this.columns = columns;
    guide =
        new MethodGuide(
            name, summary, MethodGuide.Shape.BY_GROUP, MethodGuide.BY_AREA,
            List.of(
                InputColumn.of(
                    "pop", "the population or time; two of them: years, dates and numbers (y1, y2) in their order, "
                        + "else as in the file", "y1"),
                InputColumn.of("cell", "age band or other cell; the same in both", "85-89"),
                InputColumn.of("factor", "the factor", "rate"),
                InputColumn.of("value", "its value in that cell", "0.31")),
            List.of(),
            columns.names());
  }

  static StatMethod<?> dasGupta() {
    return new Effects();
  }

  static StatMethod<?> chain() {
    return new Chain();
  }

  static StatMethod<?> kitagawa() {
    return new TwoComponents();
  }

  @Override
  public final MethodGuide guide() {
    return guide;
  }

  @Override
  public final ResultColumns<R> columns() {
    return columns;
  }

  /** Adds the results of one group, or returns why there are none: the factors are not those it needs. */
  abstract Optional<String> answer(ResultTable<R> answer, RowGroup group, Factors factors);

  /**
   * The factors of one group.
   *
   * @param first the name of the first population
   * @param second of the second
   * @param all the factors, by name
   * @param names the names of the factors in the order of the file
   */
  record Factors(String first, String second, List<Factor> all, Set<String> names) {

    Factor get(String name) {
      return all.stream().filter(factor -> factor.name().equalsIgnoreCase(name)).findFirst().orElse(null);
    }
  }

  @Override
  public final void answer(MethodInput question, ResultTable<R> answer) {
    double[] values = question.numbers("value", Must.BE_NUMBER);
    for (RowGroup group : question.groups()) {
      Factors factors = factors(question, group, values);
      Optional.ofNullable(question.problems().of(group.rows()))
          .or(() -> answer(answer, group, factors))
          .ifPresent(why -> answer.none(group, RowStatus.notApplicable(why)));
    }
  }

  private static Factors factors(MethodInput question, RowGroup group, double[] values) {
    Set<String> populations = new LinkedHashSet<>();
    Set<String> cells = new TreeSet<>();
    Map<String, Map<String, Double>> byFactor = new LinkedHashMap<>();
    for (int row : AgeBandCheck.added(question, group, "cell")) {
      String population = question.cell("pop", row);
      String cell = question.cell("cell", row);
      populations.add(population);
      cells.add(cell);
      Double before =
          byFactor
              .computeIfAbsent(question.cell("factor", row), f -> new LinkedHashMap<>())
              .put(population + '\n' + cell, values[row]);
      if (before != null) {
        question.problems().cell(
            row, "cell", "%s has %s %s of %s a second time; keep one".formatted(
                group.label(), question.cell("factor", row), cell, population));
      }
    }
    if (populations.size() != 2) {
      question.problems().cell(
          group.first(), "pop", "%s has %d populations; the method compares two".formatted(
              group.label(), populations.size()));
      return new Factors("", "", List.of(), Set.of());
    }
    List<String> two = inOrder(List.copyOf(populations));
    List<Factor> factors = new ArrayList<>();
    new TreeMap<>(byFactor).forEach(
        (name, byCell) -> factors.add(
            new Factor(name, ofCells(question, group, name, byCell, two.get(0), cells),
                ofCells(question, group, name, byCell, two.get(1), cells))));
    if (factors.size() > MOST) {
      question.problems().cell(
          group.first(), "factor", "%s has %d factors; at most %d can be decomposed".formatted(
              group.label(), factors.size(), MOST));
    }
    return new Factors(two.get(0), two.get(1), factors, byFactor.keySet());
  }

  private static final Pattern NUMBERED = Pattern.compile("(\\D*)(\\d{1,9})");

  /** Returns two populations in order of time, where their names show the order. */
  private static List<String> inOrder(List<String> two) {
    Matcher first = NUMBERED.matcher(two.get(0).strip());
    Matcher second = NUMBERED.matcher(two.get(1).strip());
    if (first.matches() && second.matches() && first.group(1).equals(second.group(1))) {
      return turned(two, Integer.parseInt(first.group(2)) > Integer.parseInt(second.group(2)));
    }
    boolean financial = two.stream().allMatch(DateCell::isFinancial);
    Optional<DateCell> from = DateCell.find(two.get(0), financial);
    Optional<DateCell> to = DateCell.find(two.get(1), financial);
    return turned(two, from.isPresent() && to.isPresent() && from.get().start().isAfter(to.get().start()));
  }

  private static List<String> turned(List<String> two, boolean round) {
    return round ? List.of(two.get(1), two.get(0)) : two;
  }

  private static double[] ofCells(
      MethodInput question,
      RowGroup group,
      String factor,
      Map<String, Double> byCell,
      String population,
      Set<String> cells) {
    return cells.stream()
        .mapToDouble(
            cell -> {
              Double value = byCell.get(population + '\n' + cell);
              if (value == null || value.isNaN()) {
                question.problems().cell(
                    group.first(), "value", "%s has no %s of %s in cell %s; add it".formatted(
                        group.label(), factor, population, cell));
                return Double.NaN;
              }
              return value;
            })
        .toArray();
  }

  /** What one factor did, in a change of the whole between two populations. */
  private record Contributed(String before, String after, Effect effect, Effect total, boolean changed)
      implements ResultRow {

    static final ResultColumns<Contributed> COLUMNS =
        new ResultColumns<Contributed>()
            .text("factor", row -> row.effect.factor())
            .text("pop_first", Contributed::before)
            .number("rate_first", row -> row.effect.first())
            .text("pop_second", Contributed::after)
            .number("rate_second", row -> row.effect.second())
            .number("diff", row -> row.effect.difference())
            .number("pct", Contributed::percent);

    private double percent() {
      return changed ? 100 * (effect.difference() / total.difference()) : Double.NaN;
    }

    @Override
    public RowStatus outcome() {
      boolean finite = Double.isFinite(total.difference());
      return RowStatus.ok(changed || !finite ? "" : "the whole did not change: no shares");
    }
  }

  private static final class Effects extends FactorMethod<Contributed> {

    Effects() {
      super("dasgupta", "what each factor of a product contributed to a change", Contributed.COLUMNS);
    }

    @Override
    Optional<String> answer(ResultTable<Contributed> answer, RowGroup group, Factors factors) {
      Effect total = DasGupta.total(factors.all());
      boolean changed = DasGupta.isChanged(factors.all());
      Map<String, Effect> effects =
          DasGupta.effects(factors.all()).stream().collect(Collectors.toMap(Effect::factor, Function.identity()));
      Stream.concat(factors.names().stream().map(effects::get), Stream.of(total))
          .forEach(effect -> answer.group(
              group, new Contributed(factors.first(), factors.second(), effect, total, changed)));
      return Optional.empty();
    }
  }

  /** Growth as a chain, and whether its links exist. */
  private record Chained(Growth.Chain chain, boolean linked, String reason) implements ResultRow {

    static final ResultColumns<Chained> COLUMNS =
        new ResultColumns<Chained>()
            .number("activity_y1", row -> row.chain.first())
            .number("activity_y2", row -> row.chain.second())
            .number("G", row -> row.link(row.chain.total()))
            .number("P", row -> row.link(row.chain.population()))
            .number("S", row -> row.link(row.chain.structure()))
            .number("R", row -> row.link(row.chain.residual()))
            .number("activity_expected_demography_only", row -> row.chain.expected())
            .number("share_of_growth_explained_by_demography", row -> row.link(row.chain.demographyShare()));

    private double link(double number) {
      return linked ? number : Double.NaN;
    }

    @Override
    public RowStatus outcome() {
      return RowStatus.ok(reason);
    }
  }

  private static final class Chain extends FactorMethod<Chained> {

    Chain() {
      super(
          "growth-chain", "growth of activity as population, structure and residual; factors P, share and rate",
          Chained.COLUMNS);
    }

    @Override
    Optional<String> answer(ResultTable<Chained> answer, RowGroup group, Factors factors) {
      Factor people = factors.get("P");
      Factor share = factors.get("share");
      Factor rate = factors.get("rate");
      if (people == null || share == null || rate == null) {
        return Optional.of("needs the factors P, share and rate");
      }
      Growth.Chain chain =
          Growth.chain(
              times(people.first(), share.first()), rate.first(),
              times(people.second(), share.second()), rate.second());
      boolean below =
          Stream.of(people.first(), people.second()).flatMapToDouble(Arrays::stream).anyMatch(p -> p < 0)
              || chain.first() < 0 || chain.second() < 0 || chain.expected() < 0;
      boolean linked =
          !below && Double.isFinite(chain.total() + chain.population() + chain.structure() + chain.residual());
      String reason = below ? "people or activity are below 0: no growth" : reason(people, chain, linked);
      answer.group(group, new Chained(chain, linked, reason));
      return Optional.empty();
    }

    private static String reason(Factor people, Growth.Chain chain, boolean linked) {
      if (linked) {
        return Double.isNaN(chain.demographyShare()) ? "activity did not change: no share of its growth" : "";
      }
      if (Arrays.stream(people.first()).allMatch(p -> p == 0)) {
        return "no people at the first time: no growth from 0";
      }
      if (Arrays.stream(people.second()).allMatch(p -> p == 0)) {
        return "no people at the second time: no residual";
      }
      if (chain.first() == 0) {
        return "activity was 0 at the first time: no growth from 0";
      }
      return chain.expected() == 0 ? "the first rates expect no activity at the second time: no residual" : "";
    }

    private static double[] times(double[] a, double[] b) {
      double[] product = a.clone();
      Arrays.setAll(product, i -> a[i] * b[i]);
      return product;
    }
  }

  /** Two components of a difference. */
  private record Components(Growth.Kitagawa parts) implements ResultRow {

    static final ResultColumns<Components> COLUMNS =
        new ResultColumns<Components>()
            .number("composition", row -> row.parts.composition())
            .number("rate", row -> row.parts.rate())
            .number("diff", row -> row.parts.composition() + row.parts.rate());

    @Override
    public RowStatus outcome() {
      return RowStatus.OK;
    }
  }

  private static final class TwoComponents extends FactorMethod<Components> {

    TwoComponents() {
      super(
          "kitagawa", "a difference of rates as composition and rate; factors share and rate", Components.COLUMNS);
    }

    @Override
    Optional<String> answer(ResultTable<Components> answer, RowGroup group, Factors factors) {
      Factor share = factors.get("share");
      Factor rate = factors.get("rate");
      if (share == null || rate == null) {
        return Optional.of("needs the factors share and rate");
      }
      answer.group(
          group, new Components(Growth.kitagawa(share.first(), rate.first(), share.second(), rate.second())));
      return Optional.empty();
    }
  }
}
