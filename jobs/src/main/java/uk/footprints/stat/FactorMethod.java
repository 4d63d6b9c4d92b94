package uk.footprints.stat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.footprints.stat.MethodInput.Must;
import uk.footprints.statistics.DasGupta.Effect;
import uk.footprints.statistics.DasGupta.Factor;
import uk.footprints.statistics.DasGupta;
import uk.footprints.statistics.Growth;
import uk.footprints.statistics.ResultStatus;

/**
 * Methods that decompose the change of a product of factors: {@code dasgupta}, {@code growth-chain} and {@code
 * kitagawa}.
 */
abstract class FactorMethod implements StatMethod {

  private static final int MOST = 12;

  private final MethodGuide guide;

  private FactorMethod(String name, String summary, List<String> adds) {
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
            adds);
  }

  static StatMethod dasGupta() {
    return new Effects();
  }

  static StatMethod chain() {
    return new Chain();
  }

  static StatMethod kitagawa() {
    return new TwoComponents();
  }

  @Override
  public final MethodGuide guide() {
    return guide;
  }

  /** The rows of the answer about one group; a text instead where the factors are not those it needs. */
  abstract String answer(ResultTable answer, RowGroup group, Factors factors);

  /**
   * The factors of one group.
   *
   * @param first the name of the first population
   * @param second of the second
   * @param all the factors
   */
  record Factors(String first, String second, List<Factor> all) {

    Factor get(String name) {
      return all.stream().filter(factor -> factor.name().equalsIgnoreCase(name)).findFirst().orElse(null);
    }
  }

  @Override
  public final void answer(MethodInput question, ResultTable answer) {
    double[] values = question.numbers("value", Must.BE_NUMBER);
    for (RowGroup group : question.groups()) {
      Factors factors = factors(question, group, values);
      String wrong = question.problems().of(group.rows());
      if (wrong == null) {
        wrong = answer(answer, group, factors);
      }
      if (wrong != null) {
        Object[] none = new Object[guide.adds().size()];
        none[none.length - 2] = ResultStatus.NOT_APPLICABLE.text();
        none[none.length - 1] = wrong;
        answer.group(group, none);
      }
    }
  }

  private static Factors factors(MethodInput question, RowGroup group, double[] values) {
    Set<String> populations = new LinkedHashSet<>();
    Set<String> cells = new LinkedHashSet<>();
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
      return new Factors("", "", List.of());
    }
    List<String> two = inOrder(List.copyOf(populations));
    List<Factor> factors = new ArrayList<>();
    byFactor.forEach(
        (name, byCell) -> factors.add(
            new Factor(name, ofCells(question, group, name, byCell, two.get(0), cells),
                ofCells(question, group, name, byCell, two.get(1), cells))));
    if (factors.size() > MOST) {
      question.problems().cell(
          group.first(), "factor", "%s has %d factors; at most %d can be decomposed".formatted(
              group.label(), factors.size(), MOST));
    }
    return new Factors(two.get(0), two.get(1), factors);
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

  private static final class Effects extends FactorMethod {

    Effects() {
      super(
          "dasgupta", "what each factor of a product contributed to a change",
          List.of("factor", "pop_first", "rate_first", "pop_second", "rate_second", "diff", "pct", "status", "reason"));
    }

    @Override
    String answer(ResultTable answer, RowGroup group, Factors factors) {
      List<Effect> effects = new ArrayList<>(DasGupta.effects(factors.all()));
      Effect total = DasGupta.total(factors.all());
      effects.add(total);
      for (Effect effect : effects) {
        double percent = total.difference() == 0 ? Double.NaN : 100 * effect.difference() / total.difference();
        answer.group(
            group, effect.factor(), factors.first(), effect.first(), factors.second(), effect.second(),
            effect.difference(), percent, ResultStatus.OK.text(),
            total.difference() == 0 ? "the whole did not change: no shares" : "");
      }
      return null;
    }
  }

  private static final class Chain extends FactorMethod {

    Chain() {
      super(
          "growth-chain", "growth of activity as population, structure and residual; factors P, share and rate",
          List.of(
              "activity_y1", "activity_y2", "G", "P", "S", "R", "activity_expected_demography_only",
              "share_of_growth_explained_by_demography", "status", "reason"));
    }

    @Override
    String answer(ResultTable answer, RowGroup group, Factors factors) {
      Factor people = factors.get("P");
      Factor share = factors.get("share");
      Factor rate = factors.get("rate");
      if (people == null || share == null || rate == null) {
        return "needs the factors P, share and rate";
      }
      Growth.Chain chain =
          Growth.chain(
              times(people.first(), share.first()), rate.first(),
              times(people.second(), share.second()), rate.second());
      boolean chained = Double.isFinite(chain.total() + chain.population() + chain.structure() + chain.residual());
      double total = chained ? chain.total() : Double.NaN;
      double population = chained ? chain.population() : Double.NaN;
      double structure = chained ? chain.structure() : Double.NaN;
      double residual = chained ? chain.residual() : Double.NaN;
      double explained = chained ? chain.demographyShare() : Double.NaN;
      answer.group(
          group, chain.first(), chain.second(), total, population, structure, residual, chain.expected(), explained,
          ResultStatus.OK.text(), reason(people, chain, chained));
      return null;
    }

    private static String reason(Factor people, Growth.Chain chain, boolean chained) {
      if (chained) {
        return chain.second() == chain.first() ? "activity did not change: no share of its growth" : "";
      }
      if (Arrays.stream(people.first()).allMatch(p -> p == 0)) {
        return "no people at the first time: no growth from 0";
      }
      if (Arrays.stream(people.second()).allMatch(p -> p == 0)) {
        return "no people at the second time: no residual";
      }
      return chain.first() == 0
          ? "activity was 0 at the first time: no growth from 0"
          : "the first rates expect no activity at the second time: no residual";
    }

    private static double[] times(double[] a, double[] b) {
      double[] product = a.clone();
      Arrays.setAll(product, i -> a[i] * b[i]);
      return product;
    }
  }

  private static final class TwoComponents extends FactorMethod {

    TwoComponents() {
      super(
          "kitagawa", "a difference of rates as composition and rate; factors share and rate",
          List.of("composition", "rate", "diff", "status", "reason"));
    }

    @Override
    String answer(ResultTable answer, RowGroup group, Factors factors) {
      Factor share = factors.get("share");
      Factor rate = factors.get("rate");
      if (share == null || rate == null) {
        return "needs the factors share and rate";
      }
      Growth.Kitagawa parts = Growth.kitagawa(share.first(), rate.first(), share.second(), rate.second());
      answer.group(
          group, parts.composition(), parts.rate(), parts.composition() + parts.rate(), ResultStatus.OK.text(), "");
      return null;
    }
  }
}
