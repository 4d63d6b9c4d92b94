package uk.footprints.stat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import uk.footprints.statistics.HoltWinters.Forecast;
import uk.footprints.statistics.HoltWinters.Smoothing;
import uk.footprints.statistics.HoltWinters;
import uk.footprints.statistics.Seasonal;

/** Method {@code holt-winters}: forecasts of each group's series. */
final class HoltWintersMethod extends SeriesMethod<HoltWintersMethod.Step> {

  private static final int MOST = 10_000;

  /** One step of the forecast, with the fit that made it. */
  record Step(Forecast forecast, HoltWinters fit, String season) implements ResultRow {

    private static final ResultColumns<Step> COLUMNS =
        new ResultColumns<Step>()
            .whole("h", row -> row.forecast.ahead())
            .number("fit", row -> row.forecast.value())
            .number("upr95", row -> row.forecast.at95().upper())
            .number("lwr95", row -> row.forecast.at95().lower())
            .number("upr998", row -> row.forecast.at998().upper())
            .number("lwr998", row -> row.forecast.at998().lower())
            .number("alpha", row -> row.fit.smoothing().alpha())
            .number("beta", row -> row.fit.smoothing().beta())
            .number("gamma", row -> row.fit.smoothing().gamma())
            .number("SSE", row -> row.fit.squaredErrors())
            .number("a", row -> row.fit.level())
            .number("b", row -> row.fit.slope())
            .text("s", Step::season);

    @Override
    public RowStatus outcome() {
      return RowStatus.OK;
    }
  }

  HoltWintersMethod() {
    super(
        "holt-winters", "forecasts with intervals by smoothing of level, slope and season", MethodGuide.Shape.BY_GROUP,
        List.of(),
        List.of(
            SeasonalMethod.PERIOD,
            MethodParameter.of("seasonal", "additive or multiplicative", "additive", "multiplicative"),
            MethodParameter.of("ahead", "how many steps", "12", "24", "h"),
            MethodParameter.of("alpha", "smoothing of the level, 0 to 1; the best if none is given", "", "0.4"),
            MethodParameter.of("beta", "smoothing of the slope", "", "0.1"),
            MethodParameter.of("gamma", "smoothing of the season", "", "0.3")),
        Step.COLUMNS);
  }

  @Override
  Optional<String> unfit(MethodInput question, int row, TimeSeries series) {
    int period = question.set().whole("period", row, 2);
    return SeasonalMethod.unfit(series, period)
        .or(() -> series.values().length > 2L * period
            ? Optional.empty()
            : Optional.of("the series is not longer than two cycles of %d".formatted(period)))
        .or(() -> SeasonalMethod.unfit(
            series.values(), question.set().choice("seasonal", row, Seasonal.Kind.class)));
  }

  @Override
  void answer(MethodInput question, RowGroup group, TimeSeries series, ResultTable<Step> answer) {
    int row = group.first();
    int steps = question.set().whole("ahead", row, 1);
    if (steps > MOST) {
      throw question.set().wrong("ahead", row, "'%d' is more than %d steps".formatted(steps, MOST), "24");
    }
    HoltWinters fit = fit(question, row, series.values());
    if (!fit.isFinite()) {
      answer.none(group, RowStatus.notApplicable("the smoothing of these values has no finite numbers"));
      return;
    }
    String season =
        Arrays.stream(fit.season())
            .mapToObj(s -> String.format(Locale.ROOT, "%.15g", s))
            .collect(Collectors.joining(";"));
    for (Forecast forecast : question.set().parity() ? fit.forecastAsR(steps) : fit.forecast(steps)) {
      answer.group(group, new Step(forecast, fit, season));
    }
  }

  private static HoltWinters fit(MethodInput question, int row, double[] values) {
    int period = question.set().whole("period", row, 2);
    Seasonal.Kind kind = question.set().choice("seasonal", row, Seasonal.Kind.class);
    Smoothing given =
        new Smoothing(share(question, "alpha", row), share(question, "beta", row), share(question, "gamma", row));
    boolean search = Double.isNaN(given.alpha()) && Double.isNaN(given.beta()) && Double.isNaN(given.gamma());
    if (!search && Double.isNaN(given.alpha() + given.beta() + given.gamma())) {
      String lacking = Double.isNaN(given.alpha()) ? "alpha" : Double.isNaN(given.beta()) ? "beta" : "gamma";
      throw question.set().wrong(lacking, row, "is not given, and others are: give all three or none", "0.3");
    }
    return search ? HoltWinters.fit(values, period, kind) : HoltWinters.fit(values, period, kind, given);
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
