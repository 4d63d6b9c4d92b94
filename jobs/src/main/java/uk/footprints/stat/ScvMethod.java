package uk.footprints.stat;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.footprints.stat.MethodInput.Must;
import uk.footprints.statistics.Variation;

/** Method {@code scv}: variation between the areas of each set. */
final class ScvMethod implements StatMethod<ScvMethod.Spread> {

  /**
   * The spread of a set.
   *
   * @param left how many areas are left out because a number is missing
   */
  record Spread(Variation variation, int left) implements ResultRow {

    @Override
    public RowStatus outcome() {
      String none = variation.lowest() > 0 ? "" : "an area has no events: no logarithm of its ratio, no quotient by it";
      String out = left == 0 ? "" : "areas left out because a number is missing: %d".formatted(left);
      return RowStatus.ok(
          Stream.of(none, variation.reason(), out).filter(text -> !text.isEmpty()).collect(Collectors.joining("; ")));
    }

    /** The systematic component where there is variation beyond chance. */
    private OptionalDouble beyondChance() {
      return variation.diehr() < 0 ? OptionalDouble.empty() : OptionalDouble.of(variation.diehr());
    }
  }

  private static final ResultColumns<Spread> COLUMNS =
      new ResultColumns<Spread>()
          .whole("n", row -> row.variation.n())
          .number("scv_diehr_raw", row -> row.variation.diehr())
          .number("scv_diehr_x100", row -> row.variation.diehr() * 100)
          .optional("sava_scv", Spread::beyondChance)
          .number("scv_mcpherson_log_raw", row -> row.variation.mcpherson())
          .number("cv_unweighted", row -> row.variation.unweighted())
          .number("cv_weighted_by_expected", row -> row.variation.weighted())
          .number("max_ratio", row -> row.variation.highest())
          .number("min_ratio", row -> row.variation.lowest())
          .number("extremal_quotient", row -> row.variation.highestOverLowest())
          .number("p5_type7", row -> row.variation.p5())
          .number("p95_type7", row -> row.variation.p95())
          .number("ratio_p95_p5", row -> row.variation.p95OverP5())
          .number("ratio_p90_p10", row -> row.variation.p90OverP10())
          .number("ratio_p75_p25", row -> row.variation.p75OverP25())
          .number("chi2", row -> row.variation.chiSquare())
          .whole("chi2_df", row -> row.variation.n() - 1)
          .number("chi2_p", row -> row.variation.p())
          .number("scv", row -> row.variation.systematic());

  @Override
  public MethodGuide guide() {
    return new MethodGuide(
        "scv", "systematic component of variation and other measures of spread", MethodGuide.Shape.BY_GROUP,
        MethodGuide.BY_SET,
        List.of(
            InputColumn.of("observed", "events, 0 or more", "20"),
            InputColumn.of("expected", "events expected, above 0", "25.007")),
        List.of(),
        COLUMNS.names());
  }

  @Override
  public ResultColumns<Spread> columns() {
    return COLUMNS;
  }

  @Override
  public void answer(MethodInput question, ResultTable<Spread> answer) {
    double[] observed = question.numbers("observed", Must.NOT_BE_NEGATIVE);
    double[] expected = question.numbers("expected", Must.BE_ABOVE_ZERO_OR_MISSING);
    question.requireDistinctRows();
    for (RowGroup group : question.groups()) {
      int[] added = AgeBandCheck.added(question, group, AgeBandCheck.COLUMN);
      int[] there =
          Arrays.stream(added).filter(row -> !Double.isNaN(observed[row]) && !Double.isNaN(expected[row])).toArray();
      String wrong = question.problems().of(group.rows());
      if (wrong != null) {
        answer.none(group, RowStatus.notApplicable(wrong));
        continue;
      }
      int[] rows = RowOrder.by(there, expected, observed);
      Variation spread = Variation.of(RowOrder.pick(rows, observed), RowOrder.pick(rows, expected));
      if (Double.isNaN(spread.diehr())) {
        answer.none(group, RowStatus.notApplicable(spread.reason()));
      } else {
        answer.group(group, new Spread(spread, added.length - there.length));
      }
    }
  }
}
