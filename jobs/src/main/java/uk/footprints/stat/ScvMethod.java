package uk.footprints.stat;

import java.util.Arrays;
import java.util.List;
import uk.footprints.stat.MethodInput.Must;
import uk.footprints.statistics.ResultStatus;
import uk.footprints.statistics.Variation;

/** Method {@code scv}: variation between the areas of each set. */
final class ScvMethod implements StatMethod {

  @Override
  public MethodGuide guide() {
    return new MethodGuide(
        "scv", "systematic component of variation and other measures of spread", MethodGuide.Shape.BY_GROUP,
        MethodGuide.BY_SET,
        List.of(
            InputColumn.of("observed", "events, 0 or more", "20"),
            InputColumn.of("expected", "events expected, above 0", "25.007")),
        List.of(),
        List.of(
            "n", "scv_diehr_raw", "scv_diehr_x100", "sava_scv", "scv_mcpherson_log_raw", "cv_unweighted",
            "cv_weighted_by_expected", "max_ratio", "min_ratio", "extremal_quotient", "p5_type7", "p95_type7",
            "ratio_p95_p5", "ratio_p90_p10", "ratio_p75_p25", "chi2", "chi2_df", "chi2_p", "scv", "status",
            "reason"));
  }

  @Override
  public void answer(MethodInput question, ResultTable answer) {
    double[] observed = question.numbers("observed", Must.NOT_BE_NEGATIVE);
    double[] expected = question.numbers("expected", Must.BE_ABOVE_ZERO_OR_MISSING);
    question.requireDistinctRows();
    for (RowGroup group : question.groups()) {
      int[] there =
          Arrays.stream(AgeBandCheck.added(question, group, AgeBandCheck.COLUMN))
              .filter(row -> !Double.isNaN(observed[row]) && !Double.isNaN(expected[row]))
              .toArray();
      String wrong = question.problems().of(group.rows());
      Variation spread =
          Variation.of(
              Arrays.stream(there).mapToDouble(row -> observed[row]).toArray(),
              Arrays.stream(there).mapToDouble(row -> expected[row]).toArray());
      boolean none = wrong != null || Double.isNaN(spread.diehr());
      answer.group(group, none ? none(wrong == null ? spread.reason() : wrong) : results(spread));
    }
  }

  private static Object[] results(Variation v) {
    return new Object[] {
      v.n(), v.diehr(), v.diehr() * 100, v.diehr() < 0 ? null : v.diehr(), v.mcpherson(), v.unweighted(),
      v.weighted(), v.highest(), v.lowest(), v.highestOverLowest(), v.p5(), v.p95(), v.p95OverP5(), v.p90OverP10(),
      v.p75OverP25(), v.chiSquare(), v.n() - 1, v.p(), v.systematic(), ResultStatus.OK.text(), v.reason()
    };
  }

  private Object[] none(String why) {
    Object[] results = new Object[guide().adds().size()];
    results[results.length - 2] = ResultStatus.NOT_APPLICABLE.text();
    results[results.length - 1] = why;
    return results;
  }
}
