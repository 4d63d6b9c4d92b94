package uk.footprints.job.stat;

import java.util.Arrays;
import java.util.List;
import uk.footprints.job.stat.Question.Must;
import uk.footprints.statistics.Estimate;
import uk.footprints.statistics.Means;
import uk.footprints.statistics.Status;

/** The unweighted mean of each group's values. */
final class MeanMethod implements Method {

  @Override
  public Guide guide() {
    return new Guide(
        "mean", "unweighted mean with Student's t limits", Guide.Shape.BY_GROUP, Guide.BY_AREA,
        List.of(Column.of("value", "a number; one that is missing makes the group's mean missing", "81.4")),
        List.of(),
        Guide.ESTIMATE);
  }

  @Override
  public void answer(Question question, Answer answer) {
    double[] values = question.numbers("value", Must.BE_NUMBER);
    for (Group group : question.groups()) {
      String wrong = question.problems().of(group.rows());
      Estimate mean =
          wrong == null
              ? Means.studentT(Arrays.stream(group.rows()).mapToDouble(row -> values[row]).toArray())
              : Estimate.none(Status.NOT_APPLICABLE, wrong);
      answer.group(group, Answer.with(mean));
    }
  }
}
