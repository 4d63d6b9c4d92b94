package uk.footprints.stat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import uk.footprints.stat.MethodInput.Must;
import uk.footprints.statistics.Growth;
import uk.footprints.statistics.ResultStatus;

/** Method {@code contribution}: the contribution of each part to the growth of a total. */
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
      int[] rows = AgeBandCheck.added(question, group, "component");
      String wrong = question.problems().of(rows);
      Arrays.stream(group.rows())
          .filter(row -> Arrays.binarySearch(rows, row) < 0)
          .forEach(row -> answer.row(
              row, null, null, null, null, ResultStatus.NOT_APPLICABLE.text(),
              "the whole is not counted with its parts"));
      List<Growth.Contribution> parts =
          Growth.contributions(
              Arrays.stream(rows).mapToDouble(row -> first[row]).toArray(),
              Arrays.stream(rows).mapToDouble(row -> second[row]).toArray());
      for (int i = 0; i < rows.length; i++) {
        Growth.Contribution part = parts.get(i);
        if (wrong == null) {
          answer.row(
              rows[i], part.change(), part.shareOfNetChange(), part.points(), part.totalGrowth(),
              ResultStatus.OK.text(),
              reason(part));
        } else {
          answer.row(rows[i], null, null, null, null, ResultStatus.NOT_APPLICABLE.text(), wrong);
        }
      }
    }
  }

  private static String reason(Growth.Contribution part) {
    List<String> reasons = new ArrayList<>();
    if (Double.isNaN(part.points())) {
      reasons.add("the whole was 0 at the first time: no growth from it");
    }
    if (Double.isNaN(part.shareOfNetChange())) {
      reasons.add("the whole did not change: no shares");
    }
    return String.join("; ", reasons);
  }
}
