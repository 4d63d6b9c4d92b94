package uk.footprints.stat;

import java.util.Arrays;
import java.util.List;
import uk.footprints.stat.MethodInput.Must;
import uk.footprints.statistics.Estimate;
import uk.footprints.statistics.Means;
import uk.footprints.statistics.ResultStatus;

/** Method {@code mean}: the unweighted mean of each group's values. */
final class MeanMethod implements StatMethod {

  @Override
  public MethodGuide guide() {
    return new MethodGuide(
        "mean", "unweighted mean with Student's t limits", MethodGuide.Shape.BY_GROUP, MethodGuide.BY_AREA,
        List.of(InputColumn.of("value", "a number; one that is missing makes the group's mean missing", "81.4")),
        List.of(),
        MethodGuide.ESTIMATE);
  }

  @Override
  public void answer(MethodInput question, ResultTable answer) {
    double[] values = question.numbers("value", Must.BE_NUMBER);
    for (RowGroup group : question.groups()) {
      int[] rows = AgeBandCheck.added(question, group, AgeBandCheck.COLUMN);
      String wrong = question.problems().of(group.rows());
      Estimate mean =
          wrong == null
              ? Means.studentT(Arrays.stream(rows).mapToDouble(row -> values[row]).toArray())
              : Estimate.none(ResultStatus.NOT_APPLICABLE, wrong);
      answer.group(group, ResultTable.with(mean));
    }
  }
}
