package uk.footprints.stat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import uk.footprints.stat.MethodInput.Must;
import uk.footprints.statistics.Inequality;
import uk.footprints.statistics.ResultStatus;

/** Slope and relative index of inequality of each group. */
final class SiiMethod implements StatMethod {

  private static final Inequality.Kind[] KINDS = Inequality.Kind.values();

  @Override
  public MethodGuide guide() {
    return new MethodGuide(
        "sii", "slope and relative index of inequality with simulated limits", MethodGuide.Shape.BY_GROUP, MethodGuide.BY_AREA,
        List.of(
            InputColumn.of("quantile", "1 for the most deprived, and on without a gap to 5 or more", "1"),
            InputColumn.of("population", "people, above 0", "13867"),
            InputColumn.of("value", "the indicator there", "47.45"),
            InputColumn.of("lower_cl", "its lower 95 per cent limit", "43.89"),
            InputColumn.of("upper_cl", "its upper 95 per cent limit", "51.22")),
        List.of(
            MethodParameter.of("value_type", "0 for any value, 1 for a rate, 2 for a proportion", "0", "1"),
            MethodParameter.of("transform", "whether the line is fitted to logarithms or logits", "no", "yes"),
            MethodParameter.of("multiplier", "unit of the slope; below 0 turns both round", "1", "-1"),
            MethodParameter.of("seed", "of the simulation", "1", "2")),
        List.of(
            "sii", "rii", "sii_lower95_0", "sii_upper95_0", "rii_lower95_0", "rii_upper95_0", "intercept",
            "sii_lower95_0cl", "sii_upper95_0cl", "rii_lower95_0cl", "rii_upper95_0cl", "status", "reason"));
  }

  @Override
  public void answer(MethodInput question, ResultTable answer) {
    double[] quantiles = question.numbers("quantile", Must.BE_ABOVE_ZERO);
    double[] populations = question.numbers("population", Must.BE_ABOVE_ZERO);
    double[] values = question.numbers("value", Must.BE_GIVEN);
    double[] lowers = question.numbers("lower_cl", Must.BE_GIVEN);
    double[] uppers = question.numbers("upper_cl", Must.BE_GIVEN);
    Map<RowGroup, Supplier<Object[]>> asked = new LinkedHashMap<>();
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
        Object[] none = new Object[guide().adds().size()];
        none[none.length - 2] = ResultStatus.NOT_APPLICABLE.text();
        none[none.length - 1] = wrong;
        asked.put(group, () -> none);
        continue;
      }
      List<Inequality.Group> groups =
          rows.stream()
              .map(row -> new Inequality.Group(populations[row], values[row], lowers[row], uppers[row]))
              .toList();
      asked.put(group, results(question, group.first(), groups));
    }
    // Simulations take their time: as many at once as there are processors.
    List<Object[]> found = asked.values().parallelStream().map(Supplier::get).toList();
    int next = 0;
    for (RowGroup group : asked.keySet()) {
      answer.group(group, found.get(next++));
    }
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

  private static Supplier<Object[]> results(MethodInput question, int row, List<Inequality.Group> groups) {
    boolean transformed = question.set().yes("transform", row);
    int kind = Math.min(question.set().whole("value_type", row, 0), KINDS.length - 1);
    double multiplier = question.set().number("multiplier", row);
    int seed = question.set().whole("seed", row, 0);
    return () -> cells(Inequality.of(groups, KINDS[kind], transformed, multiplier, seed), transformed);
  }

  /** The columns are named as PHEindicatormethods names them, one set with a transformation and one without. */
  private static Object[] cells(Inequality found, boolean transformed) {
    Object[] limits = {
      found.slope95().lower(), found.slope95().upper(), found.relative95().lower(), found.relative95().upper()
    };
    Object[] with = transformed ? limits : new Object[4];
    Object[] without = transformed ? new Object[4] : limits;
    return new Object[] {
      found.slope(), found.relative(), with[0], with[1], with[2], with[3], found.intercept(), without[0], without[1],
      without[2], without[3], ResultStatus.OK.text(), ""
    };
  }
}
