package uk.footprints.stat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import uk.footprints.stat.MethodInput.Must;
import uk.footprints.statistics.Bounds;
import uk.footprints.statistics.DirectlyStandardised.Band;
import uk.footprints.statistics.DirectlyStandardised.Result;
import uk.footprints.statistics.DirectlyStandardised.Sums;
import uk.footprints.statistics.DirectlyStandardised;
import uk.footprints.statistics.Estimate;
import uk.footprints.statistics.ResultStatus;

/** Method {@code dsr}: a directly standardised rate for each group of age bands. */
final class DsrMethod implements StatMethod {

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
        Stream.concat(Stream.of("total_count", "total_pop"), MethodGuide.ESTIMATE.stream()).toList());
  }

  @Override
  public void answer(MethodInput question, ResultTable answer) {
    Columns columns =
        new Columns(
            question.numbers("count", Must.NOT_BE_NEGATIVE),
            question.numbers("pop", Must.BE_ABOVE_ZERO),
            question.numbers("stdpop", Must.BE_GIVEN));
    boolean repeated = question.has(FREQUENCY);
    double[] frequencies = question.numbersIfThere(FREQUENCY, Must.BE_ABOVE_ZERO_OR_MISSING);
    List<RowGroup> groups = question.groups();
    List<RowGroup> counted = AgeBandCheck.check(question, groups, !repeated);
    for (int g = 0; g < groups.size(); g++) {
      RowGroup group = counted.get(g);
      Result result = repeated ? repeated(question, group, columns, frequencies) : single(question, group, columns);
      String wrong = question.problems().of(group.rows());
      Estimate rate = wrong == null ? result.rate() : Estimate.none(ResultStatus.NOT_APPLICABLE, wrong);
      if (group.rows().length < groups.get(g).rows().length) {
        rate = rate.noted(AgeBandCheck.ALL_AGES);
      }
      answer.group(group, ResultTable.with(rate, result.events(), result.population()));
    }
  }

  private record Columns(double[] counts, double[] populations, double[] standards) {}

  private static Result single(MethodInput question, RowGroup group, Columns columns) {
    boolean withheld = false;
    Sums sums = new Sums();
    for (int row : group.rows()) {
      withheld |= Double.isNaN(columns.counts[row]) && question.withheld("count", row);
      sums.add(columns.counts[row], columns.populations[row], columns.standards[row]);
    }
    double multiplier = question.set().above("multiplier", group.first());
    return withheld ? between(question, group, columns, multiplier) : sums.rate(multiplier);
  }

  /** The rate when some counts are known only between bounds. */
  private static Result between(MethodInput question, RowGroup group, Columns columns, double multiplier) {
    Bounds bounds = SuppressedCount.bounds(question, group.first());
    Sums low = new Sums();
    Sums high = new Sums();
    for (int row : group.rows()) {
      boolean withheld = question.withheld("count", row);
      low.add(withheld ? bounds.low() : columns.counts[row], columns.populations[row], columns.standards[row]);
      high.add(withheld ? bounds.high() : columns.counts[row], columns.populations[row], columns.standards[row]);
    }
    Result least = low.rate(multiplier);
    Estimate rate =
        Bounds.estimate(
            least.rate(), high.rate(multiplier).rate(), question.set().whole("decimals", group.first(), 0));
    return new Result(Double.NaN, least.population(), rate);
  }

  private static Result repeated(MethodInput question, RowGroup group, Columns columns, double[] frequencies) {
    Map<Integer, List<Band>> byFrequency = new TreeMap<>();
    for (int row : group.rows()) {
      byFrequency
          .computeIfAbsent((int) frequencies[row], f -> new ArrayList<>())
          .add(new Band(columns.counts[row], columns.populations[row], columns.standards[row]));
    }
    return DirectlyStandardised.rateOfRepeatedEvents(byFrequency, question.set().above("multiplier", group.first()));
  }
}
