package uk.footprints.stat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import uk.footprints.stat.MethodInput.Must;
import uk.footprints.statistics.Bounds;
import uk.footprints.statistics.DirectlyStandardised.Band;
import uk.footprints.statistics.DirectlyStandardised.Result;
import uk.footprints.statistics.DirectlyStandardised.Sums;
import uk.footprints.statistics.DirectlyStandardised;
import uk.footprints.statistics.Estimate;
import uk.footprints.statistics.ResultStatus;

/** Method {@code dsr}: a directly standardised rate for each group of age bands. */
final class DsrMethod implements StatMethod<StandardisedRow> {

  private static final ResultColumns<StandardisedRow> COLUMNS = StandardisedRow.columns("total_count", "total_pop");
  private static final String FREQUENCY = "frequency";

  @Override
  public MethodGuide guide() {
    return new MethodGuide(
        "dsr", "directly standardised rate with Dobson's limits", MethodGuide.Shape.BY_GROUP, MethodGuide.BY_AREA,
        List.of(
            InputColumn.of(
                "ageband", "age band; every group has each one once, empty ones too; a row of all ages is not counted",
                "85-89"),
            InputColumn.of("count", "events, 0 or more; an empty cell counts as 0, * means suppressed", "12"),
            InputColumn.of("pop", "people of that age, above 0", "5210"),
            InputColumn.of("stdpop", "people of that age in the standard population", "1500"),
            InputColumn.optional(
                FREQUENCY, "events a person had: count is then the persons with that many, all bands for each", "2")),
        List.of(
            MethodParameter.of("multiplier", "per how many", "100000", "1000"),
            MethodParameter.of("suppressed", "range of a suppressed count (*)", "1-7", "1-4"),
            MethodParameter.of("decimals", "decimals to which both ends of it must agree for a value", "1", "0")),
        COLUMNS.names());
  }

  @Override
  public ResultColumns<StandardisedRow> columns() {
    return COLUMNS;
  }

  @Override
  public void answer(MethodInput question, ResultTable<StandardisedRow> answer) {
    Columns columns =
        new Columns(
            question.numbers("count", Must.NOT_BE_NEGATIVE),
            question.numbers("pop", Must.BE_ABOVE_ZERO),
            question.numbers("stdpop", Must.BE_GIVEN));
    boolean repeated = question.has(FREQUENCY);
    double[] frequencies = question.numbersIfThere(FREQUENCY, Must.BE_ABOVE_ZERO);
    for (int row = 0; repeated && row < frequencies.length; row++) {
      if (frequencies[row] != Math.rint(frequencies[row])) {
        question.problems().cell(
            row, FREQUENCY, "'%s' is not a whole number; write how many events each person had".formatted(
                question.cell(FREQUENCY, row)));
      }
    }
    List<RowGroup> groups = question.groups();
    List<RowGroup> counted = AgeBandCheck.check(question, groups, !repeated);
    for (int g = 0; g < groups.size(); g++) {
      RowGroup group = counted.get(g);
      String wrong = question.problems().of(group.rows());
      if (wrong != null) {
        answer.none(group, RowStatus.notApplicable(wrong));
        continue;
      }
      if (repeated && group.stream().anyMatch(row -> question.withheld("count", row))) {
        answer.none(group, new RowStatus(ResultStatus.SUPPRESSED, "a count is withheld"));
        continue;
      }
      int[] rows = columns.inOrder(group);
      Result result = repeated
          ? repeated(question, rows, columns, frequencies)
          : single(question, group.first(), rows, columns);
      Estimate rate = result.rate();
      if (group.rows().length < groups.get(g).rows().length) {
        rate = rate.noted(AgeBandCheck.ALL_AGES);
      }
      boolean known = group.stream().noneMatch(row -> question.withheld("count", row));
      rate = known ? MethodInput.countedAsZero(rows, columns.counts).map(rate::noted).orElse(rate) : rate;
      answer.group(group, new StandardisedRow(result.events(), result.population(), rate));
    }
  }

  private record Columns(double[] counts, double[] populations, double[] standards) {

    int[] inOrder(RowGroup group) {
      return RowOrder.by(group.rows(), populations, standards, counts);
    }
  }

  private static Result single(MethodInput question, int first, int[] rows, Columns columns) {
    boolean withheld = false;
    Sums sums = new Sums();
    for (int row : rows) {
      withheld |= Double.isNaN(columns.counts[row]) && question.withheld("count", row);
      sums.add(columns.counts[row], columns.populations[row], columns.standards[row]);
    }
    double multiplier = question.set().above("multiplier", first);
    return withheld ? between(question, first, rows, columns, multiplier) : sums.rate(multiplier);
  }

  /** The rate when some counts are known only between bounds. */
  private static Result between(
      MethodInput question, int first, int[] rows, Columns columns, double multiplier) {
    Bounds bounds = SuppressedCount.bounds(question, first);
    Sums low = new Sums();
    Sums high = new Sums();
    for (int row : rows) {
      boolean withheld = question.withheld("count", row);
      low.add(withheld ? bounds.low() : columns.counts[row], columns.populations[row], columns.standards[row]);
      high.add(withheld ? bounds.high() : columns.counts[row], columns.populations[row], columns.standards[row]);
    }
    Result least = low.rate(multiplier);
    Estimate rate =
        Bounds.estimate(
            least.rate(), high.rate(multiplier).rate(), question.set().whole("decimals", first, 0));
    return new Result(Double.NaN, least.population(), rate);
  }

  private static Result repeated(MethodInput question, int[] rows, Columns columns, double[] frequencies) {
    Map<Integer, List<Band>> byFrequency = new TreeMap<>();
    for (int row : rows) {
      byFrequency
          .computeIfAbsent((int) frequencies[row], f -> new ArrayList<>())
          .add(new Band(columns.counts[row], columns.populations[row], columns.standards[row]));
    }
    return DirectlyStandardised.rateOfRepeatedEvents(byFrequency, question.set().above("multiplier", rows[0]));
  }
}
