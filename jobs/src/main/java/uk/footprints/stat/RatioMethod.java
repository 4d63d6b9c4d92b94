package uk.footprints.stat;

import java.util.List;
import uk.footprints.stat.MethodInput.Must;
import uk.footprints.statistics.Bounds;
import uk.footprints.statistics.Estimate;
import uk.footprints.statistics.Proportions;
import uk.footprints.statistics.Rates;
import uk.footprints.statistics.ResultStatus;

/** Methods {@code rate} and {@code proportion}: a numerator over a denominator. */
final class RatioMethod implements StatMethod<EstimateRow> {

  /** How the two numbers make an estimate. */
  private interface Formula {
    Estimate of(double numerator, double denominator, double multiplier);
  }

  private static final String NUMERATOR = "numerator";
  private static final String DENOMINATOR = "denominator";

  private final MethodGuide guide;
  private final Formula formula;
  private final boolean part;

  private RatioMethod(MethodGuide guide, Formula formula, boolean part) {
    this.guide = guide;
    this.formula = formula;
    this.part = part;
  }

  static StatMethod<?> rate() {
    return new RatioMethod(
        guide(
            "rate", "crude rate, exact limits below ten events and Byar's from ten", "100000",
            "people, or whatever the events are out of; above 0", "250000", "1"),
        Rates::crude, false);
  }

  static StatMethod<?> proportion() {
    return new RatioMethod(
        guide("proportion", "proportion with Wilson's limits", "1", "how many there are in all; above 0", "263", "3"),
        Proportions::wilson, true);
  }

  private static MethodGuide guide(
      String name, String summary, String multiplier, String outOf, String example, String decimals) {
    return new MethodGuide(
        name, summary, MethodGuide.Shape.ROW_BY_ROW, MethodGuide.BY_AREA,
        List.of(
            InputColumn.of(NUMERATOR, "events, 0 or more; empty where missing, * where suppressed", "81"),
            InputColumn.of(DENOMINATOR, outOf, example)),
        List.of(
            MethodParameter.of("multiplier", "per how many", multiplier, multiplier),
            MethodParameter.of("suppressed", "range of a suppressed count (*)", "1-7", "1-4"),
            MethodParameter.of("decimals", "decimals to which both ends of it must agree for a value", decimals, "0")),
        EstimateRow.COLUMNS.names());
  }

  @Override
  public MethodGuide guide() {
    return guide;
  }

  @Override
  public ResultColumns<EstimateRow> columns() {
    return EstimateRow.COLUMNS;
  }

  @Override
  public void answer(MethodInput question, ResultTable<EstimateRow> answer) {
    double[] numerators = question.numbers(NUMERATOR, Must.NOT_BE_NEGATIVE);
    double[] denominators = question.numbers(DENOMINATOR, Must.BE_ABOVE_ZERO_OR_MISSING);
    if (part) {
      requirePart(question, numerators, denominators);
    }
    question.requireDistinctRows();
    for (int row = 0; row < numerators.length; row++) {
      answer.row(row, new EstimateRow(estimate(question, row, numerators[row], denominators[row])));
    }
  }

  /** Reports numerators above their denominators. */
  static void requirePart(MethodInput question, double[] numerators, double[] denominators) {
    for (int row = 0; row < numerators.length; row++) {
      if (numerators[row] > denominators[row]) {
        question.problems().cell(
            row, NUMERATOR,
            "%s is above the denominator %s; a proportion is part of a whole: correct one of them, or use rate"
                .formatted(question.cell(NUMERATOR, row), question.cell(DENOMINATOR, row)));
      }
    }
  }

  private Estimate estimate(MethodInput question, int row, double numerator, double denominator) {
    String wrong = question.problems().of(row);
    if (wrong != null) {
      return Estimate.none(ResultStatus.NOT_APPLICABLE, wrong);
    }
    double multiplier = question.set().above("multiplier", row);
    if (question.withheld(NUMERATOR, row)) {
      Bounds bounds = SuppressedCount.bounds(question, row);
      return Bounds.estimate(
          formula.of(bounds.low(), denominator, multiplier),
          formula.of(bounds.high(), denominator, multiplier),
          question.set().whole("decimals", row, 0));
    }
    return formula.of(numerator, denominator, multiplier);
  }
}
