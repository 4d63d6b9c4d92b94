package uk.footprints.stat;

import java.util.Arrays;
import java.util.List;
import uk.footprints.stat.MethodInput.Must;
import uk.footprints.statistics.Estimate;
import uk.footprints.statistics.Means;
import uk.footprints.statistics.ResultStatus;

/** Method {@code mean}: the unweighted mean of each group's values. */
final class MeanMethod implements StatMethod<EstimateRow> {

  private static final String VALUE = "value";

  @Override
  public MethodGuide guide() {
    return new MethodGuide(
        "mean", "unweighted mean with Student's t limits", MethodGuide.Shape.BY_GROUP, MethodGuide.BY_AREA,
        List.of(InputColumn.of(VALUE, "a number; one that is missing makes the group's mean missing", "81.4")),
        List.of(),
        EstimateRow.COLUMNS.names());
  }

  @Override
  public ResultColumns<EstimateRow> columns() {
    return EstimateRow.COLUMNS;
  }

  @Override
  public void answer(MethodInput question, ResultTable<EstimateRow> answer) {
    double[] values = question.numbers(VALUE, Must.BE_NUMBER);
    for (RowGroup group : question.groups()) {
      int[] rows = AgeBandCheck.added(question, group, AgeBandCheck.COLUMN);
      String wrong = question.problems().of(group.rows());
      if (wrong != null) {
        answer.none(group, RowStatus.notApplicable(wrong));
      } else if (Arrays.stream(rows).anyMatch(row -> question.withheld(VALUE, row))) {
        answer.none(group, new RowStatus(ResultStatus.SUPPRESSED, "a value is withheld"));
      } else {
        Estimate mean = Means.studentT(RowOrder.pick(RowOrder.by(rows, values), values));
        answer.group(group, new EstimateRow(mean));
      }
    }
  }
}
