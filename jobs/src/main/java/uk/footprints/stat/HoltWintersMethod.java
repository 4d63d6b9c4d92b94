package uk.footprints.stat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import uk.footprints.statistics.HoltWinters.Forecast;
import uk.footprints.statistics.HoltWinters.Smoothing;
import uk.footprints.statistics.HoltWinters;
import uk.footprints.statistics.ResultStatus;
import uk.footprints.statistics.Seasonal;

/** Method {@code holt-winters}: forecasts of each group's series. */
final class HoltWintersMethod implements StatMethod {

  private static final int MOST = 10_000;

  @Override
  public MethodGuide guide() {
    return new MethodGuide(
        "holt-winters", "forecasts with intervals by smoothing of level, slope and season", MethodGuide.Shape.BY_GROUP,
        MethodGuide.BY_SERIES,
        List.of(TimeSeries.DATE, SeasonalMethod.SEQ, SeasonalMethod.Y),
        List.of(
            SeasonalMethod.PERIOD,
            MethodParameter.of("seasonal", "additive or multiplicative", "additive", "multiplicative"),
            MethodParameter.of("ahead", "how many steps", "12", "24", "h"),
            MethodParameter.of("alpha", "smoothing of the level, 0 to 1; the best if none is given", "", "0.4"),
            MethodParameter.of("beta", "smoothing of the slope", "", "0.1"),
            MethodParameter.of("gamma", "smoothing of the season", "", "0.3")),
        List.of(
            "h", "fit", "upr95", "lwr95", "upr998", "lwr998", "alpha", "beta", "gamma", "SSE", "a", "b", "s",
            "status", "reason"));
  }

  @Override
  public void answer(MethodInput question, ResultTable answer) {
    List<RowGroup> groups = question.groups();
    List<TimeSeries> all = TimeSeries.all(question, groups);
    for (int g = 0; g < groups.size(); g++) {
      RowGroup group = groups.get(g);
      TimeSeries series = all.get(g);
      int period = question.set().whole("period", group.first(), 2);
      String wrong = question.problems().of(group.rows());
      String why = wrong == null ? SeasonalMethod.unfit(series, period).orElse(null) : wrong;
      if (why == null && series.values().length <= 2L * period) {
        why = "the series is not longer than two cycles of %d".formatted(period);
      }
      if (why == null) {
        Seasonal.Kind kind = question.set().choice("seasonal", group.first(), Seasonal.Kind.class);
        why = SeasonalMethod.unfit(series.values(), kind).orElse(null);
      }
      if (why == null) {
        why = forecast(question, group, series.values(), period, answer);
      }
      if (why != null) {
        Object[] none = new Object[guide().adds().size()];
        none[none.length - 2] = ResultStatus.NOT_APPLICABLE.text();
        none[none.length - 1] = why;
        answer.group(group, none);
      }
    }
  }

  /** Adds forecasts to the result, or returns why there are none. */
  private static String forecast(
      MethodInput question, RowGroup group, double[] values, int period, ResultTable answer) {
    int row = group.first();
    Seasonal.Kind kind = question.set().choice("seasonal", row, Seasonal.Kind.class);
    Smoothing given =
        new Smoothing(share(question, "alpha", row), share(question, "beta", row), share(question, "gamma", row));
    boolean search = Double.isNaN(given.alpha()) && Double.isNaN(given.beta()) && Double.isNaN(given.gamma());
    if (!search && Double.isNaN(given.alpha() + given.beta() + given.gamma())) {
      String lacking = Double.isNaN(given.alpha()) ? "alpha" : Double.isNaN(given.beta()) ? "beta" : "gamma";
      throw question.set().wrong(lacking, row, "is not given, and others are: give all three or none", "0.3");
    }
    HoltWinters fit =
        search ? HoltWinters.fit(values, period, kind) : HoltWinters.fit(values, period, kind, given);
    if (!fit.isFinite()) {
      return "the smoothing of these values has no finite numbers";
    }
    String season =
        Arrays.stream(fit.season())
            .mapToObj(s -> String.format(Locale.ROOT, "%.15g", s))
            .collect(Collectors.joining(";"));
    int steps = question.set().whole("ahead", row, 1);
    if (steps > MOST) {
      throw question.set().wrong("ahead", row, "'%d' is more than %d steps".formatted(steps, MOST), "24");
    }
    for (Forecast f : question.set().parity() ? fit.forecastAsR(steps) : fit.forecast(steps)) {
      answer.group(
          group,
          f.ahead(), f.value(), f.at95().upper(), f.at95().lower(), f.at998().upper(), f.at998().lower(),
          fit.smoothing().alpha(), fit.smoothing().beta(), fit.smoothing().gamma(),
          fit.squaredErrors(), fit.level(), fit.slope(), season, ResultStatus.OK.text(), "");
    }
    return null;
  }

  /** A smoothing parameter, from 0 to 1; NaN where it is not given. */
  private static double share(MethodInput question, String name, int row) {
    double share = question.set().number(name, row);
    if (share < 0 || share > 1) {
      throw question.set().wrong(name, row, "'%s' is not from 0 to 1".formatted(question.set().text(name, row)), "0.3");
    }
    return share;
  }
}
