package uk.footprints.stat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import uk.footprints.runtime.SpellingSuggester;
import uk.footprints.statistics.Kendall;
import uk.footprints.statistics.MannKendall;
import uk.footprints.statistics.TheilSen;

/** Methods for tests and lines of trend: {@code mann-kendall} and {@code theil-sen}. */
final class TrendMethod {

  private TrendMethod() {}

  static StatMethod<?> mannKendall() {
    return new Test();
  }

  static StatMethod<?> theilSen() {
    return new Line();
  }

  /** Result of a test. */
  private record Tested(MannKendall test, String note) implements ResultRow {

    static final ResultColumns<Tested> COLUMNS =
        new ResultColumns<Tested>()
            .number("s", row -> row.test.s())
            .number("var_s", row -> row.test.variance())
            .number("z", row -> row.test.z())
            .number("p", row -> row.test.p())
            .number("tau", row -> row.test.tau())
            .number("slope", row -> row.test.line().slope())
            .number("intercept", row -> row.test.line().intercept())
            .text("trend", row -> row.test.trend().text())
            .whole("n", row -> row.test.n())
            .text("method", row -> row.test.method());

    @Override
    public RowStatus outcome() {
      return new RowStatus(test.status(), test.reason().isEmpty() ? note : test.reason());
    }
  }

  private static final class Test extends SeriesMethod<Tested> {

    /** A test of a series; the number is the period, 0 where there is none. */
    private interface TrendTest {
      MannKendall of(double[] values, int period);
    }

    private static final Map<String, TrendTest> TESTS =
        Map.of(
            "mann_kendall", (values, period) -> MannKendall.plain(values),
            "hamed_rao", (values, period) -> MannKendall.hamedRao(values),
            "yue_wang", (values, period) -> MannKendall.yueWang(values),
            "seasonal_mk", MannKendall::seasonal,
            "correlated_seasonal_mk", MannKendall::correlatedSeasonal);

    Test() {
      super(
          "mann-kendall", "test of a trend of any shape", MethodGuide.Shape.BY_GROUP, List.of(),
          List.of(
              MethodParameter.of("period", "seasons in a cycle, for the seasonal test", "", "12"),
              MethodParameter.of(
                  "test",
                  "mann_kendall, hamed_rao (allows for autocorrelation), yue_wang, seasonal_mk,"
                      + " correlated_seasonal_mk",
                  "", "hamed_rao")),
          Tested.COLUMNS);
    }

    @Override
    void answer(MethodInput question, RowGroup group, TimeSeries series, ResultTable<Tested> answer) {
      answer.group(group, new Tested(tested(question, group.first(), series.evenly()), series.slopeNote()));
    }

    private static MannKendall tested(MethodInput question, int row, double[] values) {
      String period = question.set().text("period", row);
      String word = question.set().text("test", row);
      String name = word.isEmpty() ? (period.isEmpty() ? "mann_kendall" : "seasonal_mk") : word;
      TrendTest test = TESTS.get(name);
      if (test == null) {
        throw question.set().wrong(
            "test", row, "'%s' is not one of %s".formatted(name, String.join(", ", new TreeSet<>(TESTS.keySet()))),
            SpellingSuggester.to(name, TESTS.keySet()).orElse("hamed_rao"));
      }
      return test.of(values, name.contains("seasonal") ? question.set().whole("period", row, 2) : 0);
    }
  }

  /** A line with Kendall's correlation of the values with time, and the number of values. */
  private record Sloped(TheilSen line, Kendall kendall, long n, String note) implements ResultRow {

    static final ResultColumns<Sloped> COLUMNS =
        new ResultColumns<Sloped>()
            .number("slope", row -> row.line.slope())
            .number("intercept", row -> row.line.intercept())
            .number("slope_lo95", row -> row.line.lower95())
            .number("slope_hi95", row -> row.line.upper95())
            .number("kendall_tau_b", row -> row.kendall.tauB())
            .number("kendall_p", row -> row.kendall.p())
            .whole("n", Sloped::n);

    static Sloped of(double[] values, String note) {
      return new Sloped(
          TheilSen.of(values), Kendall.withTime(values), Arrays.stream(values).filter(v -> !Double.isNaN(v)).count(),
          note);
    }

    @Override
    public RowStatus outcome() {
      if (n < 2) {
        return RowStatus.notApplicable("fewer than 2 values");
      }
      return RowStatus.ok(Double.isNaN(kendall.tauB()) ? "all values are equal: no correlation" : note);
    }
  }

  private static final class Line extends SeriesMethod<Sloped> {

    Line() {
      super(
          "theil-sen", "the median slope with its limits, and Kendall's correlation with time",
          MethodGuide.Shape.BY_GROUP, List.of(), List.of(), Sloped.COLUMNS);
    }

    @Override
    void answer(MethodInput question, RowGroup group, TimeSeries series, ResultTable<Sloped> answer) {
      answer.group(group, Sloped.of(series.evenly(), series.slopeNote()));
    }
  }
}
