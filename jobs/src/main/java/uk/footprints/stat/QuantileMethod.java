package uk.footprints.stat;

import java.util.List;
import uk.footprints.stat.MethodInput.Must;
import uk.footprints.statistics.Quantiles;
import uk.footprints.statistics.ResultStatus;

/** Method {@code quantile}: equal groups of areas. */
final class QuantileMethod implements StatMethod<QuantileMethod.Quantile> {

  /** The quantile of an area, from 1. */
  record Quantile(int number) implements ResultRow {

    @Override
    public RowStatus outcome() {
      return RowStatus.OK;
    }
  }

  private static final ResultColumns<Quantile> COLUMNS =
      new ResultColumns<Quantile>().whole("quantile", Quantile::number);
  private static final String VALUE = "value";

  @Override
  public MethodGuide guide() {
    return new MethodGuide(
        "quantile", "quintiles, deciles and other equal groups of areas", MethodGuide.Shape.ROW_BY_ROW,
        MethodGuide.BY_SET,
        List.of(InputColumn.of(VALUE, "a number; areas without one are in no quantile", "23.1")),
        List.of(
            MethodParameter.of("n", "how many quantiles", "10", "5", "n_quantiles_requested", "nquantiles"),
            MethodParameter.of("invert", "whether quantile 1 has the highest values", "yes", "no", "invert_flag")),
        COLUMNS.names());
  }

  @Override
  public ResultColumns<Quantile> columns() {
    return COLUMNS;
  }

  @Override
  public void answer(MethodInput question, ResultTable<Quantile> answer) {
    double[] values = question.numbers(VALUE, Must.BE_NUMBER);
    question.requireDistinctRows();
    for (RowGroup group : question.groups()) {
      int n = question.set().whole("n", group.first(), 2);
      double[] ofGroup =
          group.stream().mapToDouble(row -> question.problems().of(row) == null ? values[row] : Double.NaN).toArray();
      int[] quantiles = Quantiles.of(ofGroup, n, question.set().yes("invert", group.first()));
      for (int i = 0; i < quantiles.length; i++) {
        int row = group.rows()[i];
        String wrong = question.problems().of(row);
        if (quantiles[i] > 0) {
          answer.row(row, new Quantile(quantiles[i]));
        } else if (wrong != null) {
          answer.none(row, RowStatus.notApplicable(wrong));
        } else if (Double.isNaN(ofGroup[i])) {
          answer.none(row, question.absent(VALUE, row, ""));
        } else {
          answer.none(row, RowStatus.notApplicable("fewer areas than quantiles"));
        }
      }
    }
  }
}
