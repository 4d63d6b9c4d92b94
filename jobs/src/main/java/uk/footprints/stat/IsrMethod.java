package uk.footprints.stat;

import java.util.ArrayList;
import java.util.List;
import uk.footprints.stat.MethodInput.Must;
import uk.footprints.statistics.Estimate;
import uk.footprints.statistics.IndirectlyStandardised.Band;
import uk.footprints.statistics.IndirectlyStandardised.Result;
import uk.footprints.statistics.IndirectlyStandardised;
import uk.footprints.statistics.ResultStatus;

/** Method {@code isr}: an indirectly standardised ratio or rate for each group of age bands. */
final class IsrMethod implements StatMethod<StandardisedRow> {

  private static final ResultColumns<StandardisedRow> COLUMNS = StandardisedRow.columns("observed", "expected");

  private enum Kind {
    RATIO,
    RATE
  }

  @Override
  public MethodGuide guide() {
    return new MethodGuide(
        "isr", "indirectly standardised ratio or rate, exact limits below ten events and Byar's from ten",
        MethodGuide.Shape.BY_GROUP, MethodGuide.BY_AREA,
        List.of(
            InputColumn.of(
                "ageband", "age band; every group has each one once; a row of all ages is not counted", "85-89"),
            InputColumn.of("count", "events, 0 or more; an empty cell counts as 0, * means suppressed", "12"),
            InputColumn.of("pop", "people of that age, 0 or more; an empty cell counts as 0", "5210"),
            InputColumn.of("ref_count", "events of that age in the reference", "18474"),
            InputColumn.of("ref_pop", "people of that age in the reference, above 0", "1165836")),
        List.of(
            MethodParameter.of("kind", "ratio, or rate", "ratio", "rate"),
            MethodParameter.of(
                "multiplier", "1 or 100 for a ratio (1), per how many for a rate (100000)", "", "100", "refvalue")),
        COLUMNS.names());
  }

  @Override
  public ResultColumns<StandardisedRow> columns() {
    return COLUMNS;
  }

  @Override
  public void answer(MethodInput question, ResultTable<StandardisedRow> answer) {
    double[] counts = question.numbers("count", Must.NOT_BE_NEGATIVE);
    double[] populations = question.numbers("pop", Must.NOT_BE_NEGATIVE);
    double[] referenceCounts = question.numbers("ref_count", Must.NOT_BE_NEGATIVE);
    double[] referencePopulations = question.numbers("ref_pop", Must.BE_ABOVE_ZERO);
    List<RowGroup> groups = question.groups();
    List<RowGroup> counted = AgeBandCheck.check(question, groups, true);
    for (int g = 0; g < groups.size(); g++) {
      RowGroup group = counted.get(g);
      String wrong = question.problems().of(group.rows());
      if (wrong != null) {
        answer.none(group, RowStatus.notApplicable(wrong));
        continue;
      }
      if (group.stream().anyMatch(row -> isWithheld(question, row))) {
        answer.none(group, new RowStatus(ResultStatus.SUPPRESSED, "a number is withheld"));
        continue;
      }
      int[] rows = RowOrder.by(group.rows(), populations, counts, referenceCounts, referencePopulations);
      List<Band> bands = new ArrayList<>(rows.length);
      for (int row : rows) {
        bands.add(new Band(counts[row], populations[row], referenceCounts[row], referencePopulations[row]));
      }
      Result result = result(question, group, bands);
      Estimate estimate = result.estimate();
      if (group.rows().length < groups.get(g).rows().length) {
        estimate = estimate.noted(AgeBandCheck.ALL_AGES);
      }
      estimate = MethodInput.countedAsZero(rows, counts).map(estimate::noted).orElse(estimate);
      answer.group(group, new StandardisedRow(result.observed(), result.expected(), estimate));
    }
  }

  private static boolean isWithheld(MethodInput question, int row) {
    return question.withheld("count", row) || question.withheld("pop", row) || question.withheld("ref_count", row);
  }

  private static Result result(MethodInput question, RowGroup group, List<Band> bands) {
    int row = group.first();
    boolean rate = question.set().choice("kind", row, Kind.class) == Kind.RATE;
    double usual = rate ? 100_000 : 1;
    double multiplier =
        question.set().text("multiplier", row).isEmpty() ? usual : question.set().above("multiplier", row);
    return rate
        ? IndirectlyStandardised.rate(bands, multiplier)
        : IndirectlyStandardised.ratio(bands, multiplier);
  }
}
