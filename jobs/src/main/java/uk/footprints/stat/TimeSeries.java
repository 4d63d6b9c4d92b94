package uk.footprints.stat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import uk.footprints.stat.MethodInput.Must;

/**
 * The rows of one group in order of time.
 *
 * @param rows in order
 * @param times the numbers that order them, or days since 1970
 * @param isDated whether the times are days
 * @param values the value of each row; NaN where missing
 * @param spacing positions of the rows with gaps; null where a problem of the group prevents its computation
 */
record TimeSeries(int[] rows, double[] times, boolean isDated, double[] values, SeriesSteps spacing) {

  /** The column that orders rows: {@code date}, else {@code seq}. */
  static final String ORDER = "seq";

  /** The column of dates. */
  static final InputColumn DATE =
      InputColumn.optional("date", "the day or period of the value: " + DateCell.FORMS + "; or seq", "2016-04-01");

  private static final String DATES = "date";
  private static final int FEW = 10_000;
  private static final int LONGEST_GAP = 100;

  /** Returns every group's series; two rows at one time and invalid dates are problems. */
  static List<TimeSeries> all(MethodInput question, List<RowGroup> groups) {
    double[] values = question.numbers("y", Must.BE_NUMBER);
    String order = question.has(DATES) ? DATES : ORDER;
    return groups.stream().map(group -> of(question, group, order, values)).toList();
  }

  private static TimeSeries of(MethodInput question, RowGroup group, String order, double[] values) {
    Map<Integer, LocalDate> dates =
        question.has(DATES) || question.has(ORDER) && isDates(question, group)
            ? dates(question, group, order)
            : Map.of();
    double[] times = Arrays.stream(group.rows()).mapToDouble(row -> time(question, order, dates, row)).toArray();
    int[] sequence =
        IntStream.range(0, times.length).boxed().sorted(Comparator.comparingDouble(i -> times[i]))
            .mapToInt(Integer::intValue).toArray();
    int[] rows = Arrays.stream(sequence).map(i -> group.rows()[i]).toArray();
    double[] sorted = Arrays.stream(sequence).mapToDouble(i -> times[i]).toArray();
    requireDistinct(question, group, order, rows, sorted);
    double[] inOrder = Arrays.stream(rows).mapToDouble(row -> values[row]).toArray();
    if (question.problems().of(rows) != null) {
      return new TimeSeries(rows, sorted, !dates.isEmpty(), inOrder, null);
    }
    SeriesSteps spacing =
        dates.isEmpty()
            ? SeriesSteps.ofNumbers(sorted)
            : SeriesSteps.ofDates(Arrays.stream(rows).mapToObj(dates::get).toList());
    long most = Math.max(FEW, (long) LONGEST_GAP * rows.length);
    if (spacing.length() > most || spacing.length() * (double) spacing.unit() > most && dates.isEmpty()) {
      question.problems().cell(
          rows[rows.length - 1], order,
          "%s is too many steps after %s, in row %d, for %d values; correct one of them, or divide the series"
              .formatted(
              question.cell(order, rows[rows.length - 1]), question.cell(order, rows[0]),
              question.table().line(rows[0]), rows.length));
      return new TimeSeries(rows, sorted, !dates.isEmpty(), inOrder, null);
    }
    return new TimeSeries(rows, sorted, !dates.isEmpty(), inOrder, spacing);
  }

  private static void requireDistinct(MethodInput question, RowGroup group, String order, int[] rows, double[] times) {
    for (int i = 1; i < rows.length; i++) {
      if (times[i] == times[i - 1]) {
        question.problems().cell(
            rows[i], order,
            "%s has two values at %s, the first in row %d; keep one".formatted(
                group.label(), question.cell(order, rows[i]), question.table().line(rows[i - 1])));
      }
    }
  }

  private static double time(MethodInput question, String order, Map<Integer, LocalDate> dates, int row) {
    if (dates.containsKey(row)) {
      return dates.get(row).toEpochDay();
    }
    if (!question.has(order)) {
      return row;
    }
    double number = order.equals(ORDER) ? NumberParser.of(question.cell(order, row)) : Double.NaN;
    if (!Double.isFinite(number) && question.problems().of(row) == null) {
      String cell = question.cell(order, row);
      question.problems().cell(
          row, order,
          Double.isNaN(number)
              ? "the cell has no number; write the one that orders the row"
              : "'%s' is neither a number nor a date; write it as 1 or as 2016-04-01".formatted(cell));
    }
    return Double.isFinite(number) ? number : Double.NaN;
  }

  /** Whether {@code seq} holds dates: none is a plain number, or all are months or days such as 201604. */
  private static boolean isDates(MethodInput question, RowGroup group) {
    List<String> cells = cells(question, group, ORDER);
    if (cells.stream().allMatch(cell -> Double.isFinite(NumberParser.of(cell)))) {
      return cells.size() > 1
          && cells.stream().allMatch(cell -> cell.strip().length() >= 6 && DateCell.find(cell, false).isPresent());
    }
    return cells.stream().noneMatch(cell -> Double.isFinite(NumberParser.of(cell)))
        && cells.stream().anyMatch(cell -> DateCell.find(cell, false).isPresent());
  }

  private static List<String> cells(MethodInput question, RowGroup group, String column) {
    Set<String> cells = new LinkedHashSet<>();
    Arrays.stream(group.rows()).forEach(row -> cells.add(question.cell(column, row)));
    return List.copyOf(cells);
  }

  /** The dates of a group's rows; invalid dates and periods of an unusual length become problems of their rows. */
  private static Map<Integer, LocalDate> dates(MethodInput question, RowGroup group, String order) {
    List<String> cells = cells(question, group, order);
    boolean financial = isFinancial(cells);
    boolean serials = order.equals(DATES) && cells.stream().allMatch(cell -> DateCell.findSerial(cell).isPresent());
    Map<String, DateCell> found = new HashMap<>();
    cells.forEach(
        cell -> (serials ? DateCell.findSerial(cell) : DateCell.find(cell, financial))
            .ifPresent(date -> found.put(cell, date)));
    DateCell.Unit most = mostly(List.copyOf(found.values()));
    Map<Integer, LocalDate> dates = new HashMap<>();
    for (int row : group.rows()) {
      String cell = question.cell(order, row);
      DateCell date = found.get(cell);
      if (date == null) {
        question.problems().cell(row, order, "'%s' is not a date; write it as 2016-04-01".formatted(cell));
      } else if (date.unit().goesWith(most)) {
        dates.put(row, date.start());
      } else {
        question.problems().cell(
            row, order,
            "'%s' is %s and others are %s; give a series periods of one length".formatted(
                cell, date.unit().text(), most.text()));
      }
    }
    return dates;
  }

  /** 2010-11 is a financial year where all cells of the series can be one, and one of them can be nothing else. */
  private static boolean isFinancial(List<String> cells) {
    return cells.size() > 1 && cells.stream().allMatch(DateCell::isFinancial);
  }

  private static DateCell.Unit mostly(List<DateCell> dates) {
    return Arrays.stream(DateCell.Unit.values())
        .max(Comparator.comparingLong(unit -> dates.stream().filter(date -> date.unit() == unit).count()))
        .orElseThrow();
  }

  /** The day on which new limits start; empty where a word names none. */
  static Optional<LocalDate> date(String word, boolean financial) {
    return DateCell.find(word, financial).map(DateCell::start);
  }

  /** Whether some step of the series has no value. */
  boolean hasGap() {
    return spacing.length() > values.length || Arrays.stream(values).anyMatch(Double::isNaN);
  }

  /** The slot of each row in {@link #steps}: its place among all steps, or among the rows where there is no step. */
  int[] places() {
    return spacing.isSteady()
        ? Arrays.stream(spacing.slots()).mapToInt(Math::toIntExact).toArray()
        : IntStream.range(0, rows.length).toArray();
  }

  /** The values with a NaN for each step that has none; unchanged where gaps cannot be recognised. */
  double[] steps() {
    return spread(places(), 1);
  }

  /** The values with a NaN for each step, or for each whole number, that has none: others keep their distance. */
  double[] evenly() {
    return spread(
        Arrays.stream(spacing.slots()).mapToInt(Math::toIntExact).toArray(), Math.toIntExact(spacing.unit()));
  }

  private double[] spread(int[] slots, int unit) {
    double[] even = new double[slots.length == 0 ? 0 : slots[slots.length - 1] * unit + 1];
    Arrays.fill(even, Double.NaN);
    for (int i = 0; i < slots.length; i++) {
      even[slots[i] * unit] = values[i];
    }
    return even;
  }

  /** Returns what a slope is for, where the dates have no steady step: it is empty where they have one. */
  String slopeNote() {
    return spacing.isSteady() || !isDated
        ? ""
        : "no steady step between dates: the slope is for %d day%s".formatted(
            spacing.days(), spacing.days() == 1 ? "" : "s");
  }

  /** Returns notes about dates or numbers without a step. */
  List<String> notes() {
    List<String> notes = new ArrayList<>();
    if (!spacing.isSteady()) {
      notes.add("no steady step between values: values count as consecutive, and gaps are not recognised");
    }
    return notes;
  }
}
