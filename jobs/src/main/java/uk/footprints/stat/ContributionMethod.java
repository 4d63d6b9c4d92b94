package uk.footprints.stat;

import java.util.Arrays;
import java.util.List;
import uk.footprints.stat.MethodInput.Must;
import uk.footprints.statistics.Growth;
import uk.footprints.statistics.ResultStatus;

/** What each part of a total contributed to its growth. */
final class ContributionMethod implements StatMethod {

  @Override
  public MethodGuide guide() {
    return new MethodGuide(
        "contribution", "what each component contributed to growth", MethodGuide.Shape.ROW_BY_ROW, MethodGuide.BY_AREA,
        List.of(
            InputColumn.of("component", "the part: parts add up to the whole and do not overlap", "zero_day"),
            InputColumn.of("y1", "its size at the first time", "199473"),
            InputColumn.of("y2", "its size at the second", "193852")),
        List.of(),
        List.of(
            "change", "share_of_net_change", "pp_contribution_to_growth", "total_growth", "status", "reason"));
  }

  @Override
  public void answer(MethodInput question, ResultTable answer) {
    double[] first = question.numbers("y1", Must.BE_GIVEN);
    double[] second = question.numbers("y2", Must.BE_GIVEN);
    for (RowGroup group : question.groups()) {
      question.requireDistinct(group, "component");
      String wrong = question.problems().of(group.rows());
      int[] rows = group.rows();
      List<Growth.Contribution> parts =
          Growth.contributions(
              Arrays.stream(rows).mapToDouble(row -> first[row]).toArray(),
              Arrays.stream(rows).mapToDouble(row -> second[row]).toArray());
      for (int i = 0; i < rows.length; i++) {
        Growth.Contribution part = parts.get(i);
        if (wrong == null) {
          boolean still = Double.isNaN(part.shareOfNetChange());
          answer.row(
              rows[i], part.change(), part.shareOfNetChange(), part.points(), part.totalGrowth(), ResultStatus.OK.text(),
              still ? "the whole did not change: no shares" : "");
        } else {
          answer.row(rows[i], null, null, null, null, ResultStatus.NOT_APPLICABLE.text(), wrong);
        }
      }
    }
  }
}
