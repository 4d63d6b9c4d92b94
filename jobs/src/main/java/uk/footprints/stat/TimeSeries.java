package uk.footprints.stat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import uk.footprints.stat.MethodInput.Must;

/**
 * The rows of one group in order of time.
 *
 * @param rows in order
 * @param times what they are ordered by: numbers, or days since 1970
 * @param values one a row; NaN where missing
 */
record TimeSeries(int[] rows, double[] times, double[] values) {

  private static final int LONGEST_GAP = 10;

  private static final List<Function<String, LocalDate>> DATES =
      List.of(
          LocalDate::parse,
          text -> YearMonth.parse(text).atDay(1),
          text -> LocalDate.parse(text, DateTimeFormatter.ofPattern("d/M/uuuu")));

  /** The column that orders rows: {@code date}, else {@code seq}. */
  static final String ORDER = "seq";

  /** Every group's series; two rows at one time are a problem, as is a date that is not one. */
  static List<TimeSeries> all(MethodInput question, List<RowGroup> groups) {
    double[] values = question.numbers("y", Must.BE_NUMBER);
    String order = question.has("date") ? "date" : ORDER;
    double[] times =
        question.has("date")
            ? dates(question)
            : question.has(ORDER) ? question.numbers(ORDER, Must.BE_NUMBER) : inputOrder(question);
    return groups.stream().map(group -> of(question, group, order, times, values)).toList();
  }

  /** A date as people write it; empty if it is none. */
  static Optional<LocalDate> date(String cell) {
    return DATES.stream()
        .flatMap(
            format -> {
              try {
                return Stream.of(format.apply(cell.strip()));
              } catch (DateTimeParseException e) {
                return Stream.empty();
              }
            })
        .findFirst();
  }

  private static double[] inputOrder(MethodInput question) {
    return IntStream.range(0, question.table().rows()).asDoubleStream().toArray();
  }

  private static double[] dates(MethodInput question) {
    CellDictionary cells = question.table().column("date");
    double[] days = new double[cells.rows()];
    for (int row = 0; row < cells.rows(); row++) {
      Optional<LocalDate> date = date(cells.get(row));
      if (date.isEmpty()) {
        question.problems().cell(
            row, "date", "'%s' is not a date; write it as 2016-04-01".formatted(cells.get(row)));
      }
      days[row] = date.map(LocalDate::toEpochDay).map(Long::doubleValue).orElse(Double.NaN);
    }
    return days;
  }

  private static TimeSeries of(MethodInput question, RowGroup group, String order, double[] times, double[] values) {
    int[] sorted =
        Arrays.stream(group.rows())
            .boxed()
            .sorted(Comparator.comparingDouble(row -> times[row]))
            .mapToInt(Integer::intValue)
            .toArray();
    for (int i = 1; i < sorted.length; i++) {
      if (times[sorted[i]] == times[sorted[i - 1]]) {
        question.problems().cell(
            sorted[i], order,
            "%s has two values at %s, the first in row %d; keep one".formatted(
                group.label(), question.cell(order, sorted[i]), question.table().line(sorted[i - 1])));
      }
    }
    return new TimeSeries(
        sorted,
        Arrays.stream(sorted).mapToDouble(row -> times[row]).toArray(),
        Arrays.stream(sorted).mapToDouble(row -> values[row]).toArray());
  }

  /** The values with a NaN for each whole number that the times leave out, so that the others keep their distance. */
  double[] evenly() {
    int n = values.length;
    boolean whole = Arrays.stream(times).allMatch(t -> t == Math.rint(t));
    double span = n == 0 ? 0 : times[n - 1] - times[0] + 1;
    if (!whole || span == n || span > (double) LONGEST_GAP * n) {
      return values;
    }
    double[] even = new double[(int) span];
    Arrays.fill(even, Double.NaN);
    for (int i = 0; i < n; i++) {
      even[(int) (times[i] - times[0])] = values[i];
    }
    return even;
  }
}
