package uk.footprints.stat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import uk.footprints.runtime.SpellingSuggester;
import uk.footprints.statistics.Kendall;
import uk.footprints.statistics.MannKendall;
import uk.footprints.statistics.ResultStatus;
import uk.footprints.statistics.TheilSen;

/** Methods for tests and lines of trend: {@code mann-kendall} and {@code theil-sen}. */
abstract class TrendMethod implements StatMethod {

  private static final InputColumn SEQ = InputColumn.optional("seq", "a number that orders the values; or date", "1");
  private static final InputColumn Y = InputColumn.of("y", "the value; empty where missing", "95");

  private final MethodGuide guide;

  private TrendMethod(String name, String summary, List<MethodParameter> settings, List<String> adds) {
    List<InputColumn> columns = List.of(TimeSeries.DATE, SEQ, Y);
    guide =
        new MethodGuide(
            name, summary, MethodGuide.Shape.BY_GROUP, MethodGuide.BY_SERIES, columns, settings, adds);
  }

  static StatMethod mannKendall() {
    return new Test();
  }

  static StatMethod theilSen() {
    return new Line();
  }

  @Override
  public final MethodGuide guide() {
    return guide;
  }

  /** The results of one series. */
  abstract Object[] results(MethodInput question, int row, double[] values);

  /** Returns the result of a series that has no value. */
  abstract Object[] none(String why);

  @Override
  public final void answer(MethodInput question, ResultTable answer) {
    List<RowGroup> groups = question.groups();
    List<TimeSeries> all = TimeSeries.all(question, groups);
    for (int g = 0; g < groups.size(); g++) {
      RowGroup group = groups.get(g);
      String wrong = question.problems().of(group.rows());
      answer.group(
          group, wrong == null ? results(question, group.first(), all.get(g).evenly()) : none(wrong));
    }
  }

  private static final class Test extends TrendMethod {

    /** The tests by name; the number is the period, 0 where there is none. */
    private interface Tested {
      MannKendall of(double[] values, int period);
    }

    private static final Map<String, Tested> TESTS =
        Map.of(
            "mann_kendall", (values, period) -> MannKendall.plain(values),
            "hamed_rao", (values, period) -> MannKendall.hamedRao(values),
            "yue_wang", (values, period) -> MannKendall.yueWang(values),
            "seasonal_mk", MannKendall::seasonal,
            "correlated_seasonal_mk", MannKendall::correlatedSeasonal);

    Test() {
      super(
          "mann-kendall", "test of a trend of any shape",
          List.of(
              MethodParameter.of("period", "seasons in a cycle, for the seasonal test", "", "12"),
              MethodParameter.of(
                  "test",
                  "mann_kendall, hamed_rao (allows for autocorrelation), yue_wang, seasonal_mk,"
                      + " correlated_seasonal_mk",
                  "", "hamed_rao")),
          List.of(
              "s", "var_s", "z", "p", "tau", "slope", "intercept", "trend", "n", "method", "status", "reason"));
    }

    @Override
    Object[] results(MethodInput question, int row, double[] values) {
      MannKendall found = tested(question, row, values);
      return new Object[] {
        found.s(), found.variance(), found.z(), found.p(), found.tau(), found.line().slope(),
        found.line().intercept(), found.trend().text(), found.n(), found.method(), found.status().text(),
        found.reason()
      };
    }

    private static MannKendall tested(MethodInput question, int row, double[] values) {
      String period = question.set().text("period", row);
      String word = question.set().text("test", row);
      String name = word.isEmpty() ? (period.isEmpty() ? "mann_kendall" : "seasonal_mk") : word;
      Tested test = TESTS.get(name);
      if (test == null) {
        throw question.set().wrong(
            "test", row, "'%s' is not one of %s".formatted(name, String.join(", ", new TreeSet<>(TESTS.keySet()))),
            SpellingSuggester.to(name, TESTS.keySet()).orElse("hamed_rao"));
      }
      return test.of(values, name.contains("seasonal") ? question.set().whole("period", row, 2) : 0);
    }

    @Override
    Object[] none(String why) {
      return new Object[] {
        null, null, null, null, null, null, null, "", null, "", ResultStatus.NOT_APPLICABLE.text(), why
      };
    }
  }

  private static final class Line extends TrendMethod {

    Line() {
      super(
          "theil-sen", "the median slope with its limits, and Kendall's correlation with time",
          List.of(),
          List.of(
              "slope", "intercept", "slope_lo95", "slope_hi95", "kendall_tau_b", "kendall_p", "n", "status",
              "reason"));
    }

    @Override
    Object[] results(MethodInput question, int row, double[] values) {
      TheilSen line = TheilSen.of(values);
      Kendall kendall = Kendall.withTime(values);
      long n = Arrays.stream(values).filter(v -> !Double.isNaN(v)).count();
      boolean none = Double.isNaN(line.slope());
      return new Object[] {
        line.slope(), line.intercept(), line.lower95(), line.upper95(), kendall.tauB(), kendall.p(), n,
        (none ? ResultStatus.NOT_APPLICABLE : ResultStatus.OK).text(),
        none ? "fewer than 2 values" : Double.isNaN(kendall.tauB()) ? "all values are equal: no correlation" : ""
      };
    }

    @Override
    Object[] none(String why) {
      return new Object[] {null, null, null, null, null, null, null, ResultStatus.NOT_APPLICABLE.text(), why};
    }
  }
}
