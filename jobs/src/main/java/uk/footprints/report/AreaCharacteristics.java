package uk.footprints.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import uk.footprints.indicator.AreaPopulation;
import uk.footprints.indicator.IndicatorValue;
import uk.footprints.period.Period;
import uk.footprints.period.PeriodKind;

/**
 * Holds the characteristics of areas for models and peer groups: age structure, density and size of the population.
 *
 * @param names the names of the characteristics, one for each column
 * @param areas the values of the areas for which all characteristics are known
 * @param values {@code values[area][name]}
 */
public record AreaCharacteristics(List<String> names, List<IndicatorValue> areas, double[][] values) {

  private static final int OLD = 65;
  private static final int OLDEST = 85;
  private static final int YOUNG = 18;

  /** Computes the characteristics of areas; density is left out where any area has no boundary. */
  public static AreaCharacteristics of(Evidence evidence, List<IndicatorValue> answers) {
    List<IndicatorValue> areas =
        answers.stream()
            .filter(a -> !a.areaCode().equals(IndicatorValue.UNASSIGNED))
            .filter(a -> evidence.context().people().ages(a.geography(), a.areaCode(), a.period()) != null)
            .toList();
    boolean drawn =
        areas.stream().noneMatch(a -> Double.isNaN(evidence.squareKilometres(a.geography(), a.areaCode())));
    List<String> names = new ArrayList<>(List.of("share_under_18", "share_65_84", "share_85", "people"));
    if (drawn) {
      names.add("density");
    }
    AreaPopulation people = evidence.context().people();
    double[][] values =
        areas.stream()
            .map(a -> values(people, a, evidence.squareKilometres(a.geography(), a.areaCode()), drawn))
            .toArray(double[][]::new);
    return new AreaCharacteristics(List.copyOf(names), areas, values);
  }

  /**
   * Returns the characteristics with one more, where it is known for every area and differs between them; otherwise the same
   * ones.
   */
  public AreaCharacteristics with(String name, ToDoubleFunction<IndicatorValue> of) {
    double[] more = areas.stream().mapToDouble(of).toArray();
    boolean known = more.length > 1 && Arrays.stream(more).allMatch(Double::isFinite);
    if (!known || Arrays.stream(more).allMatch(value -> value == more[0])) {
      return this;
    }
    List<String> all = new ArrayList<>(names);
    all.add(name);
    double[][] wider = new double[values.length][];
    for (int i = 0; i < values.length; i++) {
      wider[i] = Arrays.copyOf(values[i], values[i].length + 1);
      wider[i][values[i].length] = more[i];
    }
    return new AreaCharacteristics(List.copyOf(all), areas, wider);
  }

  private static double[] values(AreaPopulation people, IndicatorValue a, double km2, boolean drawn) {
    double[] ages = people.ages(a.geography(), a.areaCode(), a.period());
    double all = sum(ages, 0, AreaPopulation.AGES);
    double[] known = {
      sum(ages, 0, YOUNG) / all,
      sum(ages, OLD, OLDEST) / all,
      sum(ages, OLDEST, AreaPopulation.AGES) / all,
      all,
      all / km2
    };
    return Arrays.copyOf(known, drawn ? known.length : known.length - 1);
  }

  private static double sum(double[] ages, int from, int to) {
    return IntStream.range(from, to).mapToDouble(age -> ages[age]).sum();
  }

  /** Returns the financial years in which most areas are comparable, the earliest first. */
  public static List<Period> years(Evidence evidence, String indicator, String geography) {
    return evidence.byPeriod(indicator, geography).entrySet().stream()
        .filter(e -> e.getKey().kind() == PeriodKind.FINANCIAL_YEAR)
        .filter(e -> e.getValue().stream().filter(IndicatorValue::comparable).count() > e.getValue().size() / 2)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Returns the latest complete financial year in which most areas are comparable; null without one. */
  public static Period latest(Evidence evidence, String indicator, String geography) {
    return evidence.byPeriod(indicator, geography).descendingMap().entrySet().stream()
        .filter(e -> e.getKey().kind() == PeriodKind.FINANCIAL_YEAR)
        .filter(e -> e.getValue().stream().filter(IndicatorValue::comparable).count() > e.getValue().size() / 2)
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(null);
  }
}
