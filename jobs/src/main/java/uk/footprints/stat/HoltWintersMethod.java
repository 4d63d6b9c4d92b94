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

/** Forecasts of each group's series. */
final class HoltWintersMethod implements StatMethod {

  @Override
  public MethodGuide guide() {
    return new MethodGuide(
        "holt-winters", "forecasts with intervals by smoothing of level, slope and season", MethodGuide.Shape.BY_GROUP,
        MethodGuide.BY_SERIES,
        List.of(SeasonalMethod.SEQ, SeasonalMethod.Y),
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
      if (why == null && series.values().length <= 2 * period) {
        why = "the series is not longer than two cycles of %d".formatted(period);
      }
      if (why == null) {
        forecast(question, group, series.values(), period, answer);
      } else {
        Object[] none = new Object[guide().adds().size()];
        none[none.length - 2] = ResultStatus.NOT_APPLICABLE.text();
        none[none.length - 1] = why;
        answer.group(group, none);
      }
    }
  }

  private static void forecast(MethodInput question, RowGroup group, double[] values, int period, ResultTable answer) {
    int row = group.first();
    Seasonal.Kind kind = question.set().choice("seasonal", row, Seasonal.Kind.class);
    Smoothing given =
        new Smoothing(question.set().number("alpha", row), question.set().number("beta", row), question.set().number("gamma", row));
    boolean search = Double.isNaN(given.alpha() + given.beta() + given.gamma());
    HoltWinters fit =
        search ? HoltWinters.fit(values, period, kind) : HoltWinters.fit(values, period, kind, given);
    String season =
        Arrays.stream(fit.season())
            .mapToObj(s -> String.format(Locale.ROOT, "%.15g", s))
            .collect(Collectors.joining(";"));
    int steps = question.set().whole("ahead", row, 1);
    for (Forecast f : question.set().parity() ? fit.forecastAsR(steps) : fit.forecast(steps)) {
      answer.group(
          group,
          f.ahead(), f.value(), f.at95().upper(), f.at95().lower(), f.at998().upper(), f.at998().lower(),
          fit.smoothing().alpha(), fit.smoothing().beta(), fit.smoothing().gamma(),
          fit.squaredErrors(), fit.level(), fit.slope(), season, ResultStatus.OK.text(), "");
    }
  }
}
