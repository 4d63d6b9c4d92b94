package uk.footprints.stat;

import java.util.Arrays;
import java.util.List;
import uk.footprints.stat.MethodInput.Must;
import uk.footprints.statistics.Quantiles;
import uk.footprints.statistics.ResultStatus;

/** Method {@code quantile}: equal groups of areas. */
final class QuantileMethod implements StatMethod {

  @Override
  public MethodGuide guide() {
    return new MethodGuide(
        "quantile", "quintiles, deciles and other equal groups of areas", MethodGuide.Shape.ROW_BY_ROW,
        MethodGuide.BY_SET,
        List.of(InputColumn.of("value", "a number; areas without one are in no quantile", "23.1")),
        List.of(
            MethodParameter.of("n", "how many quantiles", "10", "5", "n_quantiles_requested", "nquantiles"),
            MethodParameter.of("invert", "whether quantile 1 has the highest values", "yes", "no", "invert_flag")),
        List.of("quantile", "status", "reason"));
  }

  @Override
  public void answer(MethodInput question, ResultTable answer) {
    double[] values = question.numbers("value", Must.BE_NUMBER);
    question.requireDistinctRows();
    for (RowGroup group : question.groups()) {
      int n = question.set().whole("n", group.first(), 2);
      double[] ofGroup = Arrays.stream(group.rows()).mapToDouble(row -> values[row]).toArray();
      int[] quantiles = Quantiles.of(ofGroup, n, question.set().yes("invert", group.first()));
      for (int i = 0; i < quantiles.length; i++) {
        int row = group.rows()[i];
        String wrong = question.problems().of(row);
        if (quantiles[i] > 0) {
          answer.row(row, quantiles[i], ResultStatus.OK.text(), "");
        } else if (wrong != null) {
          answer.row(row, null, ResultStatus.NOT_APPLICABLE.text(), wrong);
        } else if (Double.isNaN(ofGroup[i])) {
          answer.row(row, null, ResultStatus.MISSING.text(), "the value is missing");
        } else {
          answer.row(row, null, ResultStatus.NOT_APPLICABLE.text(), "fewer areas than quantiles");
        }
      }
    }
  }
}
