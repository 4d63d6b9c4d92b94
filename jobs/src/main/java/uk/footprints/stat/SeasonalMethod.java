package uk.footprints.stat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import uk.footprints.statistics.Seasonal.Parts;
import uk.footprints.statistics.Seasonal.Stl;
import uk.footprints.statistics.Seasonal;

/** Methods that decompose series into season, trend and remainder: {@code stl} and {@code decompose}. */
abstract class SeasonalMethod extends SeriesMethod<SeasonalMethod.Value> {

  static final MethodParameter PERIOD = MethodParameter.of("period", "values in a cycle", "12", "4", "frequency");

  /** The parts of one value. */
  record Value(double seasonal, double trend, double remainder, double weight) implements ResultRow {

    @Override
    public RowStatus outcome() {
      return RowStatus.ok(Double.isNaN(trend) ? "no moving average within half a cycle of either end" : "");
    }
  }

  private SeasonalMethod(
      String name, String summary, List<MethodParameter> settings, ResultColumns<Value> columns) {
    super(name, summary, MethodGuide.Shape.ROW_BY_ROW, List.of(), settings, columns);
  }

  static StatMethod<?> stl() {
    return new Loess();
  }

  static StatMethod<?> classical() {
    return new Classical();
  }

  @Override
  Optional<String> unfit(MethodInput question, int row, TimeSeries series) {
    return unfit(series, question.set().whole("period", row, 2));
  }

  abstract Parts parts(MethodInput question, int row, double[] values);

  @Override
  final void answer(MethodInput question, RowGroup group, TimeSeries series, ResultTable<Value> answer) {
    Parts parts = parts(question, group.first(), series.values());
    for (int i = 0; i < series.rows().length; i++) {
      answer.row(
          series.rows()[i],
          new Value(parts.seasonal()[i], parts.trend()[i], parts.remainder()[i], parts.weight()[i]));
    }
  }

  /** Returns why a series has no season that multiplies. */
  static Optional<String> unfit(double[] values, Seasonal.Kind kind) {
    boolean above = Arrays.stream(values).allMatch(v -> v > 0);
    return kind == Seasonal.Kind.ADDITIVE || above
        ? Optional.empty()
        : Optional.of("a multiplicative season needs values above zero");
  }

  /** Returns why a series cannot be decomposed. */
  static Optional<String> unfit(TimeSeries series, int period) {
    if (series.hasGap()) {
      return Optional.of("the series has a gap");
    }
    boolean shorter = series.values().length < 2L * period;
    return shorter ? Optional.of("the series is shorter than two cycles of %d".formatted(period)) : Optional.empty();
  }

  private static final class Loess extends SeasonalMethod {

    Loess() {
      super(
          "stl", "season, trend and remainder by loess",
          List.of(
              PERIOD,
              MethodParameter.of("s_window", "span of the seasonal smoother: an odd number or periodic", "periodic",
                  "13"),
              MethodParameter.of("robust", "whether outliers count less", "no", "yes"),
              MethodParameter.of("t_window", "span of the trend smoother, an odd number", "", "23"),
              MethodParameter.of("l_window", "span of the low-pass smoother, an odd number", "", "13"),
              MethodParameter.of("s_degree", "0 or 1", "", "0"),
              MethodParameter.of("t_degree", "0 or 1", "", "1"),
              MethodParameter.of("l_degree", "0 or 1", "", "1"),
              MethodParameter.of("s_jump", "values skipped between seasonal fits", "", "1"),
              MethodParameter.of("t_jump", "values skipped between trend fits", "", "1"),
              MethodParameter.of("l_jump", "values skipped between low-pass fits", "", "1"),
              MethodParameter.of("inner", "passes of the inner loop", "", "2"),
              MethodParameter.of("outer", "passes of the robustness loop", "", "0"),
              MethodParameter.of("periodic", "whether every cycle has the same season", "no", "yes")),
          new ResultColumns<Value>()
              .number("seasonal", Value::seasonal)
              .number("trend", Value::trend)
              .number("remainder", Value::remainder)
              .number("weight", Value::weight));
    }

    @Override
    Parts parts(MethodInput question, int row, double[] values) {
      int period = question.set().whole("period", row, 2);
      boolean periodic = question.set().yes("periodic", row) || question.set().text("s_window", row).equals("periodic");
      boolean robust = question.set().yes("robust", row);
      Stl usual =
          periodic
              ? Stl.periodic(period, values.length, robust)
              : Stl.of(period, span(question, "s_window", row, 7), robust);
      return Seasonal.stl(
          values,
          new Stl(
              period,
              periodic,
              usual.seasonal(),
              span(question, "t_window", row, usual.trend()),
              span(question, "l_window", row, usual.lowPass()),
              degree(question, "s_degree", row, usual.seasonalDegree()),
              degree(question, "t_degree", row, usual.trendDegree()),
              degree(question, "l_degree", row, usual.lowPassDegree()),
              or(question, "s_jump", row, 1, usual.seasonalJump()),
              or(question, "t_jump", row, 1, usual.trendJump()),
              or(question, "l_jump", row, 1, usual.lowPassJump()),
              or(question, "inner", row, 1, usual.inner()),
              or(question, "outer", row, 0, usual.outer())));
    }

    /** A span of values, an odd number. */
    private static int span(MethodInput question, String name, int row, int usual) {
      int span = or(question, name, row, 3, usual);
      if (span % 2 == 0) {
        throw question.set().wrong(name, row, "'%d' is not an odd number".formatted(span), String.valueOf(span + 1));
      }
      return span;
    }

    private static int degree(MethodInput question, String name, int row, int usual) {
      int degree = or(question, name, row, 0, usual);
      if (degree > 1) {
        throw question.set().wrong(name, row, "'%d' is neither 0 nor 1".formatted(degree), "1");
      }
      return degree;
    }

    private static int or(MethodInput question, String name, int row, int least, int usual) {
      return question.set().text(name, row).isEmpty() ? usual : question.set().whole(name, row, least);
    }
  }

  private static final class Classical extends SeasonalMethod {

    Classical() {
      super(
          "decompose", "season, trend and the rest by moving averages",
          List.of(PERIOD, MethodParameter.of("type", "additive or multiplicative", "additive", "multiplicative")),
          new ResultColumns<Value>()
              .number("trend", Value::trend)
              .number("seasonal", Value::seasonal)
              .number("random", Value::remainder));
    }

    @Override
    Optional<String> unfit(MethodInput question, int row, TimeSeries series) {
      return super.unfit(question, row, series)
          .or(() -> unfit(series.values(), question.set().choice("type", row, Seasonal.Kind.class)));
    }

    @Override
    Parts parts(MethodInput question, int row, double[] values) {
      return Seasonal.classical(
          values, question.set().whole("period", row, 2), question.set().choice("type", row, Seasonal.Kind.class));
    }
  }
}
