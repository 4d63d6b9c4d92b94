package uk.footprints.stat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import uk.footprints.stat.MethodInput.Must;
import uk.footprints.statistics.Growth;

/** Method {@code contribution}: the contribution of each part to the growth of a total. */
final class ContributionMethod implements StatMethod<ContributionMethod.Part> {

  /** The contribution of one part. */
  record Part(Growth.Contribution contribution) implements ResultRow {

    @Override
    public RowStatus outcome() {
      List<String> reasons = new ArrayList<>();
      if (Double.isNaN(contribution.points())) {
        reasons.add("the whole was 0 at the first time: no growth from it");
      }
      if (Double.isNaN(contribution.shareOfNetChange())) {
        reasons.add("the whole did not change: no shares");
      }
      return RowStatus.ok(String.join("; ", reasons));
    }
  }

  private static final ResultColumns<Part> COLUMNS =
      new ResultColumns<Part>()
          .number("change", part -> part.contribution.change())
          .number("share_of_net_change", part -> part.contribution.shareOfNetChange())
          .number("pp_contribution_to_growth", part -> part.contribution.points())
          .number("total_growth", part -> part.contribution.totalGrowth());

  @Override
  public MethodGuide guide() {
    return new MethodGuide(
        "contribution", "what each component contributed to growth", MethodGuide.Shape.ROW_BY_ROW, MethodGuide.BY_AREA,
        List.of(
            InputColumn.of("component", "the part: parts add up to the whole and do not overlap", "zero_day"),
            InputColumn.of("y1", "its size at the first time", "199473"),
            InputColumn.of("y2", "its size at the second", "193852")),
        List.of(),
        COLUMNS.names());
  }

  @Override
  public ResultColumns<Part> columns() {
    return COLUMNS;
  }

  @Override
  public void answer(MethodInput question, ResultTable<Part> answer) {
    double[] first = question.numbers("y1", Must.BE_GIVEN);
    double[] second = question.numbers("y2", Must.BE_GIVEN);
    for (RowGroup group : question.groups()) {
      question.requireDistinct(group, "component");
      int[] rows = AgeBandCheck.added(question, group, "component");
      String wrong = question.problems().of(rows);
      answer.none(group, RowStatus.notApplicable(wrong));
      group.stream()
          .filter(row -> Arrays.binarySearch(rows, row) < 0)
          .forEach(row -> answer.none(row, RowStatus.notApplicable("the whole is not counted with its parts")));
      if (wrong == null) {
        int[] ordered = RowOrder.by(rows, first, second);
        List<Growth.Contribution> parts =
            Growth.contributions(RowOrder.pick(ordered, first), RowOrder.pick(ordered, second));
        for (int i = 0; i < ordered.length; i++) {
          answer.row(ordered[i], new Part(parts.get(i)));
        }
      }
    }
  }
}
