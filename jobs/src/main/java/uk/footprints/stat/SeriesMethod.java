package uk.footprints.stat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Base of the methods on values in order of time, one series a group.
 *
 * @param <R> a row of the result
 */
abstract class SeriesMethod<R extends ResultRow> implements StatMethod<R> {

  static final InputColumn SEQ = InputColumn.optional("seq", "a number that orders the values; or date", "1");
  static final InputColumn Y = InputColumn.of("y", "the value; empty where missing", "40.6");

  private final MethodGuide guide;
  private final ResultColumns<R> columns;

  /**
   * Creates a method.
   *
   * @param more columns that it reads beside the dates and values
   */
  SeriesMethod(
      String name,
      String summary,
      MethodGuide.Shape shape,
      List<InputColumn> more,
      List<MethodParameter> settings,
      ResultColumns<R> columns) {
    this.columns = columns;
    this.guide =
        new MethodGuide(
            name, summary, shape, MethodGuide.BY_SERIES,
            Stream.concat(Stream.of(TimeSeries.DATE, SEQ, Y), more.stream()).toList(), settings, columns.names());
  }

  @Override
  public final MethodGuide guide() {
    return guide;
  }

  @Override
  public final ResultColumns<R> columns() {
    return columns;
  }

  /** Checks what concerns the whole table. */
  void check(MethodInput question) {}

  /** Returns why a series has no result. */
  Optional<String> unfit(MethodInput question, int row, TimeSeries series) {
    return Optional.empty();
  }

  /** Adds the results of one series. */
  abstract void answer(MethodInput question, RowGroup group, TimeSeries series, ResultTable<R> answer);

  @Override
  public final void answer(MethodInput question, ResultTable<R> answer) {
    check(question);
    List<RowGroup> groups = question.groups();
    List<TimeSeries> all = TimeSeries.all(question, groups);
    for (int g = 0; g < groups.size(); g++) {
      RowGroup group = groups.get(g);
      TimeSeries series = all.get(g);
      Optional<String> why =
          Optional.ofNullable(question.problems().of(group.rows()))
              .or(() -> unfit(question, group.first(), series));
      if (why.isPresent()) {
        answer.none(group, RowStatus.notApplicable(why.get()));
      } else {
        answer(question, group, series, answer);
      }
    }
  }
}
