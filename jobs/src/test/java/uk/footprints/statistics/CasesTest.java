package uk.footprints.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.footprints.statistics.Cases.by;
import static uk.footprints.statistics.Cases.numbers;
import static uk.footprints.statistics.Cases.rows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uk.footprints.statistics.Cases.Row;
import uk.footprints.statistics.ProcessControl.Chart;
import uk.footprints.statistics.ProcessControl.Improvement;
import uk.footprints.statistics.ProcessControl.Rules;

/** Every case file of the reference packages, at the tolerances of METHODS.md, with a table of what was checked. */
class CasesTest {

  private static final double CLOSED = 1e-9;
  private static final double FUNNEL = 1e-6;

  private final ComparisonCount tally = new ComparisonCount();

  @Test
  void everyCaseAgreesWithItsReferencePackage() {
    Cases.folder();
    rates();
    proportions();
    directlyStandardised();
    indirectlyStandardised();
    funnelPoints();
    funnelLimits();
    overdispersion();
    quantiles();
    inequality();
    processControl();
    spread();
    decompositions();
    holtWinters();
    trends();
    theilSen();
    regressions();
    peers();
    growth();
    System.out.println(tally.table());
    assertThat(tally.failures()).isEmpty();
  }

  private void estimate(String method, Row row, Estimate actual) {
    String what = row.cells().values().iterator().next();
    tally.number(method, what + " value", row.number("expected_value"), actual.value(), CLOSED);
    tally.number(method, what + " lower 95", row.number("expected_lower95"), actual.lower95(), CLOSED);
    tally.number(method, what + " upper 95", row.number("expected_upper95"), actual.upper95(), CLOSED);
    tally.number(method, what + " lower 99.8", row.number("expected_lower998"), actual.lower998(), CLOSED);
    tally.number(method, what + " upper 99.8", row.number("expected_upper998"), actual.upper998(), CLOSED);
  }

  private void rates() {
    for (Row row : rows("phe_rate_gen.csv")) {
      Estimate rate = Rates.crude(row.number("numerator"), row.number("denominator"), row.number("multiplier"));
      estimate("rate", row, rate);
      tally.text("rate", "method", row.text("method"), rate.method());
    }
  }

  private void proportions() {
    for (Row row : rows("phe_proportion_gen.csv")) {
      estimate(
          "proportion", row,
          Proportions.wilson(row.number("numerator"), row.number("denominator"), row.number("multiplier")));
    }
  }

  private void directlyStandardised() {
    Map<String, List<Row>> areas = by(rows("dsr_inputs_gen.csv"), row -> row.text("area"));
    for (Row expected : rows("dsr_expected_gen.csv")) {
      DirectlyStandardised.Sums sums = new DirectlyStandardised.Sums();
      areas.get(expected.text("area"))
          .forEach(band -> sums.add(band.number("count"), band.number("pop"), band.number("stdpop")));
      DirectlyStandardised.Result result = sums.rate(expected.number("multiplier"));
      estimate("dsr", expected, result.rate());
      tally.number("dsr", "events", expected.number("total_count"), result.events(), CLOSED);
      tally.number("dsr", "people", expected.number("total_pop"), result.population(), CLOSED);
      String statistic = result.rate().isPresent() ? "dsr per 100000" : result.rate().reason();
      tally.text("dsr", "statistic", expected.text("statistic"), statistic);
    }
    double european = rows("esp2013.csv").stream().mapToDouble(row -> row.number("esp2013")).sum();
    tally.number("dsr", "European standard population", european, 100_000, 0);
  }

  private void indirectlyStandardised() {
    Map<String, List<Row>> areas = by(rows("isr_inputs_gen.csv"), row -> row.text("area"));
    for (Row expected : rows("isr_expected_gen.csv")) {
      List<IndirectlyStandardised.Band> bands =
          areas.get(expected.text("area")).stream()
              .map(
                  row -> new IndirectlyStandardised.Band(
                      row.number("count"), row.number("pop"), row.number("ref_count"), row.number("ref_pop")))
              .toList();
      double multiplier = expected.number("multiplier");
      String kind = expected.text("kind");
      IndirectlyStandardised.Result result =
          kind.equals("rate")
              ? IndirectlyStandardised.rate(bands, multiplier)
              : IndirectlyStandardised.ratio(bands, multiplier);
      estimate("isr " + kind, expected, result.estimate());
      tally.number("isr " + kind, "observed", expected.number("observed"), result.observed(), CLOSED);
      tally.number("isr " + kind, "expected", expected.number("expected_count"), result.expected(), CLOSED);
      tally.text("isr " + kind, "method", expected.text("method"), result.estimate().method());
      if (expected.has("ref_rate")) {
        double rate = IndirectlyStandardised.referenceRate(bands) * multiplier;
        tally.number("isr " + kind, "reference rate", expected.number("ref_rate"), rate, CLOSED);
      }
    }
  }

  private void funnelPoints() {
    for (Row row : rows("funnel_ratio_points_gen.csv")) {
      Significance found =
          Funnels.ofRatio(row.number("observed"), row.number("expected"), CountLimits.EXACT_BELOW_TEN);
      tally.text("funnel-ratio points", row.text("area"), row.text("expected_significance"), found.label());
    }
    by(rows("funnel_proportion_points_gen.csv"), row -> row.text("set")).forEach((set, points) -> {
      double baseline = Funnels.baseline(numbers(points, "numerator"), numbers(points, "denominator"));
      for (Row row : points) {
        Significance found = Funnels.ofProportion(baseline, row.number("numerator"), row.number("denominator"));
        tally.text("funnel-proportion points", row.text("area"), row.text("expected_significance"), found.label());
      }
    });
    by(rows("funnel_rate_points_gen.csv"), row -> row.text("set")).forEach((set, points) -> {
      double baseline = Funnels.baseline(numbers(points, "count"), numbers(points, "pop"));
      for (Row row : points) {
        double expected = baseline * row.number("pop");
        Significance found = Funnels.ofRatio(row.number("count"), expected, CountLimits.EXACT_BELOW_TEN);
        tally.text("funnel-rate points", row.text("area"), row.text("expected_significance"), found.label());
      }
    });
  }

  private void funnelLimits() {
    for (Row row : rows("funnel_proportion_limits_gen.csv")) {
      double n = row.number("Population");
      double baseline = row.number("baseline") / 100;
      Interval two = Funnels.proportion(baseline, n, Confidence.P95).times(100);
      Interval three = Funnels.proportion(baseline, n, Confidence.P998).times(100);
      String method = "funnel-proportion limits";
      tally.within(method, "lower 95", row.number("lower_2s_limit"), two.lower(), 1e-7);
      tally.within(method, "upper 95", row.number("upper_2s_limit"), two.upper(), 1e-6);
      tally.within(method, "lower 99.8", row.number("lower_3s_limit"), three.lower(), 1e-7);
      tally.within(method, "upper 99.8", row.number("upper_3s_limit"), three.upper(), 1e-6);
    }
    for (Row row : rows("funnel_ratio_limits_gen.csv")) {
      double observed = row.number("Observed_events");
      for (Confidence confidence : Confidence.values()) {
        String sigma = confidence == Confidence.P95 ? "2s" : "3s";
        Interval at = Funnels.expectedAt(observed, confidence);
        String method = "funnel-ratio limits";
        tally.within(method, "x", row.number("lower_" + sigma + "_exp_events"), at.lower(), bisected(at.lower()));
        tally.within(method, "x", row.number("upper_" + sigma + "_exp_events"), at.upper(), bisected(at.upper()));
        // The same lines, read at their x instead of at their count.
        double lower = Funnels.ratio(at.lower(), confidence).lower();
        double upper = Funnels.ratio(at.upper(), confidence).upper();
        tally.number(method, "lower", observed / at.lower(), lower, CLOSED);
        tally.number(method, "upper", observed / at.upper(), upper, CLOSED);
        double tolerance = bisected(at.lower()) / at.lower();
        tally.number(method, "lower", row.number("lower_" + sigma + "_limit"), 100 * lower, tolerance);
        tolerance = bisected(at.upper()) / at.upper();
        tally.number(method, "upper", row.number("upper_" + sigma + "_limit"), 100 * upper, tolerance);
      }
    }
    for (Row row : rows("funnel_rate_limits_gen.csv")) {
      double baseline = row.number("baseline");
      for (Confidence confidence : Confidence.values()) {
        String sigma = confidence == Confidence.P95 ? "2s" : "3s";
        String method = "funnel-rate limits";
        Interval at = Funnels.expectedAt(row.number("Events"), confidence);
        double low = at.lower() / baseline * 100_000;
        double high = at.upper() / baseline * 100_000;
        double lower = Funnels.rate(baseline, low, 100_000, confidence).lower();
        double upper = Funnels.rate(baseline, high, 100_000, confidence).upper();
        double tolerance = bisected(at.lower()) / at.lower();
        tally.number(method, "lower", row.number("lower_" + sigma + "_limit"), lower, tolerance);
        tolerance = bisected(at.upper()) / at.upper();
        tally.number(method, "upper", row.number("upper_" + sigma + "_limit"), upper, tolerance);
      }
    }
  }

  /** The package finds expected events by bisection that stops at 1e-7, or 1e-6 of a larger number. */
  private static double bisected(double expected) {
    return 1e-7 + FUNNEL * expected;
  }

  private void overdispersion() {
    Map<String, List<Row>> groups = by(rows("funnelplotr_groups.csv"), row -> row.text("case_id"));
    for (Row expected : rows("funnelplotr_cases.csv")) {
      List<Row> areas = groups.get(expected.text("case_id"));
      String type = expected.text("data_type");
      boolean shmi = expected.text("sr_method").equals("SHMI");
      Overdispersion.Scale scale =
          switch (type) {
            case "SR" -> shmi ? Overdispersion.Scale.LOG_RATIO : Overdispersion.Scale.ROOT_RATIO;
            case "PR" -> Overdispersion.Scale.ARCSINE;
            default -> Overdispersion.Scale.LOG_RATE;
          };
      boolean truncated = type.equals("SR") && shmi;
      double[] x = numbers(areas, "numerator");
      double[] d = numbers(areas, "denominator");
      double target = type.equals("SR") ? 1 : Funnels.baseline(x, d);
      Overdispersion found =
          Overdispersion.of(
              scale, x, d, target, truncated ? Overdispersion.Trim.TRUNCATED : Overdispersion.Trim.WINSORISED,
              expected.number("trim_by"));
      String method = "overdispersion " + scale.name().toLowerCase(Locale.ROOT);
      String id = "case " + expected.text("case_id");
      tally.number(method, id + " phi", expected.number("phi"), found.phi(), CLOSED);
      tally.within(method, id + " tau2", expected.number("tau2"), found.tau2(), 1e-12);
      tally.number(method, id + " target", expected.number("target"), target, CLOSED);
      for (int i = 0; i < x.length; i++) {
        overdispersed(method, areas.get(i), scale, target, d[i], found.tau2(), expected.number("multiplier"));
        tally.number(method, id + " z", areas.get(i).number("Uzscore"), scale.z(x[i], d[i], target), 1e-8);
      }
    }
  }

  private void overdispersed(
      String method, Row row, Overdispersion.Scale scale, double target, double d, double tau2, double multiplier) {
    for (Confidence confidence : Confidence.values()) {
      boolean two = confidence == Confidence.P95;
      Interval limits =
          scale == Overdispersion.Scale.LOG_RATE
              ? scale.limitsAsFunnelPlotR(target, d, tau2, confidence)
              : scale.limits(target, d, tau2, confidence);
      Interval wide = limits.times(multiplier);
      boolean root = scale == Overdispersion.Scale.ROOT_RATIO;
      String lower = root ? (two ? "corrected_od95_lcl" : "corrected_od998_lcl") : two ? "OD95LCL" : "OD99LCL";
      String upper = root ? (two ? "corrected_od95_ucl" : "corrected_od998_ucl") : two ? "OD95UCL" : "OD99UCL";
      tally.number(method, "lower", row.number(lower), wide.lower(), FUNNEL);
      tally.number(method, "upper", row.number(upper), wide.upper(), FUNNEL);
      if (root || scale == Overdispersion.Scale.LOG_RATIO) {
        Interval chance = Overdispersion.poisson(d, confidence).times(multiplier);
        tally.number(method, "Poisson", row.number(two ? "LCL95" : "LCL99"), chance.lower(), FUNNEL);
        tally.number(method, "Poisson", row.number(two ? "UCL95" : "UCL99"), chance.upper(), FUNNEL);
      }
    }
  }

  private void quantiles() {
    by(rows("quantile_gen.csv"), row -> row.text("set")).forEach((set, areas) -> {
      Row first = areas.get(0);
      boolean highestFirst = first.text("invert_flag").equals("TRUE");
      int[] found =
          Quantiles.of(numbers(areas, "value"), (int) first.number("n_quantiles_requested"), highestFirst);
      for (int i = 0; i < found.length; i++) {
        double quantile = found[i] == 0 ? Double.NaN : found[i];
        tally.number("quantile", "set " + set, areas.get(i).number("expected_quantile"), quantile, 0);
      }
    });
    for (Row row : rows("quantile_types.csv")) {
      if (row.text("type").equals("7")) {
        double[] x = Arrays.stream(row.text("x").split(";")).mapToDouble(Double::parseDouble).toArray();
        double found = Percentiles.type7(x, row.number("p"));
        tally.number("percentile type 7", row.text("p"), row.number("value"), found, CLOSED);
      }
    }
  }

  private void inequality() {
    Map<String, List<Row>> sets = by(rows("sii_inputs_gen.csv"), row -> row.text("set"));
    for (Row expected : rows("sii_expected_gen.csv")) {
      List<Row> quantiles = sets.get(expected.text("set"));
      List<Inequality.Group> groups =
          quantiles.stream()
              .map(
                  row -> new Inequality.Group(
                      row.number("population"), row.number("value"), row.number("lower_cl"), row.number("upper_cl")))
              .toList();
      boolean transformed = expected.text("transform").equals("TRUE");
      Inequality.Kind kind = Inequality.Kind.values()[(int) expected.number("value_type")];
      Inequality found = Inequality.of(groups, kind, transformed, expected.number("multiplier"), 1);
      String what = "set " + expected.text("set");
      tally.number("sii", what, expected.number("sii"), found.slope(), CLOSED);
      tally.number("rii", what, expected.number("rii"), found.relative(), CLOSED);
      tally.number("sii", what + " intercept", expected.number("intercept"), found.intercept(), CLOSED);
      String suffix = transformed ? "_0" : "_0cl";
      limit("sii limits", what, expected.number("sii_lower95" + suffix), found.slope95().lower(), found.slope95());
      limit("sii limits", what, expected.number("sii_upper95" + suffix), found.slope95().upper(), found.slope95());
      Interval relative = found.relative95();
      limit("rii limits", what, expected.number("rii_lower95" + suffix), relative.lower(), relative);
      limit("rii limits", what, expected.number("rii_upper95" + suffix), relative.upper(), relative);
    }
  }

  /** Simulated limits: within 5 per cent of the limit, or of the interval's width where the limit is near 0. */
  private void limit(String method, String what, double expected, double actual, Interval interval) {
    double width = interval.upper() - interval.lower();
    tally.within(method, what, expected, actual, 0.05 * Math.max(Math.abs(expected), 0.2 * width));
  }

  private void processControl() {
    Map<String, List<Row>> series = by(rows("spc_points.csv"), row -> row.text("case_id"));
    for (Row expected : rows("spc_cases.csv")) {
      List<Row> points = series.get(expected.text("case_id"));
      double fix = expected.number("fix_after_n_points");
      ProcessControl.Settings settings =
          new ProcessControl.Settings(
              Improvement.valueOf(expected.text("improvement_direction").toUpperCase(Locale.ROOT)),
              Rules.R_PARITY,
              expected.text("screen_outliers").equals("TRUE"),
              Double.isNaN(fix) ? 0 : (int) fix,
              expected.number("target"));
      int[] rebase =
          expected.has("rebase_at_seq") ? new int[] {(int) expected.number("rebase_at_seq") - 1} : new int[0];
      Chart chart = ProcessControl.chart(numbers(points, "y"), rebase, settings);
      String what = "case " + expected.text("case_id");
      tally.text("spc", what + " variation", expected.text("variation_last"), chart.variation().text());
      tally.text("spc", what + " assurance", expected.text("assurance"), chart.assurance().text());
      long special = chart.points().stream().filter(p -> p.cause() != ProcessControl.Cause.COMMON).count();
      tally.number("spc", what + " special points", expected.number("n_special"), special, 0);
      for (int i = 0; i < points.size(); i++) {
        ProcessControl.Point point = chart.points().get(i);
        Row row = points.get(i);
        tally.number("spc", what + " mean", row.number("mean"), point.mean(), CLOSED);
        tally.number("spc", what + " lower", row.number("lpl"), point.lower(), CLOSED);
        tally.number("spc", what + " upper", row.number("upl"), point.upper(), CLOSED);
        tally.text("spc", what + " cause " + (i + 1), row.text("special_cause_type"), point.cause().label());
        tally.text("spc", what + " type " + (i + 1), row.text("point_type"), point.variation().text());
      }
    }
  }

  private void spread() {
    Map<String, List<Row>> sets = by(rows("scv_inputs.csv"), row -> row.text("case_id"));
    for (Row row : rows("scv_expected.csv")) {
      List<Row> areas = sets.get(row.text("case_id"));
      Variation v = Variation.of(numbers(areas, "observed"), numbers(areas, "expected"));
      Map<String, Double> found =
          Map.ofEntries(
              Map.entry("n", (double) v.n()), Map.entry("scv_diehr_raw", v.diehr()),
              Map.entry("sava_scv", v.diehr()), Map.entry("scv_diehr_x100", 100 * v.diehr()),
              Map.entry("scv_mcpherson_log_raw", v.mcpherson()), Map.entry("cv_unweighted", v.unweighted()),
              Map.entry("cv_weighted_by_expected", v.weighted()), Map.entry("max_ratio", v.highest()),
              Map.entry("min_ratio", v.lowest()), Map.entry("extremal_quotient", v.highestOverLowest()),
              Map.entry("p5_type7", v.p5()), Map.entry("p95_type7", v.p95()), Map.entry("ratio_p95_p5", v.p95OverP5()),
              Map.entry("ratio_p90_p10", v.p90OverP10()), Map.entry("ratio_p75_p25", v.p75OverP25()),
              Map.entry("chi2", v.chiSquare()));
      found.forEach((column, value) -> tally.number("scv", column, row.number(column), value, CLOSED));
      tally.within("scv", "chi2_p", row.number("chi2_p"), v.p(), 1e-9);
    }
  }

  private void decompositions() {
    Map<String, List<Row>> points = by(rows("stl_points.csv"), row -> row.text("case_id"));
    Map<String, List<Row>> robust = by(rows("stl_points_robust_statsmodels.csv"), row -> row.text("case_id"));
    for (Row c : rows("stl_cases.csv")) {
      String id = c.text("case_id");
      boolean periodic = c.text("periodic").equals("TRUE");
      boolean outer = c.number("outer") > 0;
      List<Row> expected = outer ? robust.get(id) : points.get(id);
      if (periodic && outer || expected == null) {
        continue; // No strict test: the packages themselves differ.
      }
      Seasonal.Stl settings =
          new Seasonal.Stl(
              i(c, "period"), periodic, i(c, "s_window"), i(c, "t_window"), i(c, "l_window"), i(c, "s_degree"),
              i(c, "t_degree"), i(c, "l_degree"), i(c, "s_jump"), i(c, "t_jump"), i(c, "l_jump"), i(c, "inner"),
              i(c, "outer"));
      double[] y = numbers(expected, "y");
      Seasonal.Parts parts = Seasonal.stl(y, settings);
      double range = Arrays.stream(y).max().orElseThrow() - Arrays.stream(y).min().orElseThrow();
      double tolerance = (periodic ? 1e-5 : 1e-9) * range;
      String method = "stl" + (periodic ? " periodic" : outer ? " robust" : "");
      parts(method, "case " + id, expected, parts, "remainder", tolerance);
      if (!outer) {
        Seasonal.Stl usual =
            periodic
                ? Seasonal.Stl.periodic(settings.period(), y.length, false)
                : Seasonal.Stl.of(settings.period(), settings.seasonal(), false);
        tally.number("stl defaults", "trend span", settings.trend(), usual.trend(), 0);
        tally.number("stl defaults", "low-pass span", settings.lowPass(), usual.lowPass(), 0);
      }
    }
    by(rows("decompose_points.csv"), row -> row.text("series") + " " + row.text("type")).forEach((name, series) -> {
      Row first = series.get(0);
      int period = first.text("series").equals("UKgas") ? 4 : 12;
      Seasonal.Kind kind = Seasonal.Kind.valueOf(first.text("type").toUpperCase(Locale.ROOT));
      Seasonal.Parts parts = Seasonal.classical(numbers(series, "y"), period, kind);
      parts("decompose", name, series, parts, "random", 1e-9);
    });
  }

  private void parts(
      String method, String what, List<Row> expected, Seasonal.Parts parts, String rest, double tolerance) {
    for (int i = 0; i < expected.size(); i++) {
      tally.within(method, what + " trend", expected.get(i).number("trend"), parts.trend()[i], tolerance);
      tally.within(method, what + " season", expected.get(i).number("seasonal"), parts.seasonal()[i], tolerance);
      tally.within(method, what + " rest", expected.get(i).number(rest), parts.remainder()[i], tolerance);
    }
  }

  private static int i(Row row, String column) {
    return (int) row.number(column);
  }

  private void holtWinters() {
    Map<String, List<Row>> series = by(rows("ts_series.csv"), row -> row.text("series"));
    Map<String, List<Row>> forecasts = by(rows("holtwinters_forecasts.csv"), row -> row.text("case_id"));
    for (Row expected : rows("holtwinters_cases.csv")) {
      List<Row> values = series.get(expected.text("series"));
      int period = i(values.get(0), "frequency");
      Seasonal.Kind kind = Seasonal.Kind.valueOf(expected.text("seasonal").toUpperCase(Locale.ROOT));
      String what = "case " + expected.text("case_id");
      double[] y = numbers(values, "y");
      if (expected.text("parameters").equals("optimised")) {
        double found = HoltWinters.fit(y, period, kind).squaredErrors();
        // Smaller is better: the reference's search sometimes stops early.
        double best = Math.min(found, expected.number("SSE"));
        tally.number("holt-winters optimised", what, best, found, 1e-3);
        continue;
      }
      HoltWinters fit =
          HoltWinters.fit(
              y, period, kind,
              new HoltWinters.Smoothing(
                  expected.number("alpha"), expected.number("beta"), expected.number("gamma")));
      String method = "holt-winters";
      tally.number(method, what + " SSE", expected.number("SSE"), fit.squaredErrors(), 1e-8);
      tally.number(method, what + " level", expected.number("a"), fit.level(), 1e-8);
      tally.number(method, what + " slope", expected.number("b"), fit.slope(), 1e-8);
      double[] season = Arrays.stream(expected.text("s").split(";")).mapToDouble(Double::parseDouble).toArray();
      IntStream.range(0, season.length)
          .forEach(s -> tally.number(method, what + " season", season[s], fit.season()[s], 1e-8));
      List<Row> ahead = forecasts.get(expected.text("case_id"));
      HoltWinters.Forecast[] found = fit.forecastAsR(ahead.size());
      for (int h = 0; h < found.length; h++) {
        tally.number(method, what + " fit", ahead.get(h).number("fit"), found[h].value(), 1e-8);
        tally.number(method, what + " upper", ahead.get(h).number("upr95"), found[h].at95().upper(), 1e-8);
        tally.number(method, what + " lower", ahead.get(h).number("lwr95"), found[h].at95().lower(), 1e-8);
      }
    }
  }

  private void trends() {
    Map<String, List<Row>> series = by(rows("mann_kendall_series.csv"), row -> row.text("case_id"));
    for (Row expected : rows("mann_kendall_expected.csv")) {
      double[] y = numbers(series.get(expected.text("case_id")), "y");
      String test = expected.text("test");
      int period = expected.has("period") ? i(expected, "period") : 0;
      MannKendall found =
          switch (test) {
            case "mann_kendall" -> MannKendall.plain(y);
            case "hamed_rao" -> MannKendall.hamedRao(y);
            case "yue_wang" -> MannKendall.yueWang(y);
            case "seasonal_mk" -> MannKendall.seasonal(y, period);
            default -> MannKendall.correlatedSeasonal(y, period);
          };
      String what = "case " + expected.text("case_id");
      tally.number(test, what + " s", expected.number("s"), found.s(), CLOSED);
      tally.number(test, what + " var_s", expected.number("var_s"), found.variance(), CLOSED);
      tally.number(test, what + " z", expected.number("z"), found.z(), CLOSED);
      tally.within(test, what + " p", expected.number("p"), found.p(), 1e-9);
      tally.number(test, what + " tau", expected.number("tau"), found.tau(), CLOSED);
      tally.number(test, what + " slope", expected.number("slope"), found.line().slope(), CLOSED);
      tally.number(test, what + " intercept", expected.number("intercept"), found.line().intercept(), CLOSED);
      tally.text(test, what + " trend", expected.text("trend"), found.trend().text());
    }
  }

  private void theilSen() {
    Map<String, List<Row>> series = by(rows("mann_kendall_series.csv"), row -> row.text("case_id"));
    for (Row expected : rows("theil_sen_scipy.csv")) {
      List<Row> points = series.get(expected.text("case_id"));
      if (points == null) {
        continue;
      }
      double[] y = numbers(points, "y");
      TheilSen line = TheilSen.of(y);
      Kendall kendall = Kendall.withTime(y);
      String what = "case " + expected.text("case_id");
      tally.number("theil-sen", what + " slope", expected.number("slope"), line.slope(), CLOSED);
      tally.number("theil-sen", what + " intercept", expected.number("intercept"), line.intercept(), CLOSED);
      tally.number("theil-sen", what + " low", expected.number("slope_lo95"), line.lower95(), CLOSED);
      tally.number("theil-sen", what + " high", expected.number("slope_hi95"), line.upper95(), CLOSED);
      tally.number("kendall", what + " tau b", expected.number("kendall_tau_b"), kendall.tauB(), CLOSED);
      tally.within("kendall", what + " p", expected.number("kendall_p"), kendall.p(), 1e-9);
    }
  }

  private void regressions() {
    Map<String, List<Row>> expected = by(rows("glm_coefficients.csv"), row -> row.text("model"));
    List<Row> insurance = rows("glm_poisson_insurance_rows.csv");
    List<Function<Row, Double>> terms =
        new ArrayList<>(
            Stream.of("District=2", "District=3", "District=4", "Group=>2l", "Group=1-1.5l", "Group=1.5-2l",
                    "Age=>35", "Age=25-29", "Age=30-35")
                .map(CasesTest::is)
                .toList());
    Regression claims = model(insurance, terms, "Claims", "Holders", Regression.Family.POISSON);
    coefficients(expected.get("poisson_insurance"), claims);
    fitted(insurance, "expected_fitted", claims);
    List<Row> areas = rows("glm_offset_rows.csv");
    List<Function<Row, Double>> ages =
        Stream.concat(
                Stream.of("age=18-64", "age=65-84", "age=85+").map(CasesTest::is),
                Stream.<Function<Row, Double>>of(row -> row.number("imd")))
            .toList();
    Regression poisson = model(areas, ages, "count_pois", "pop", Regression.Family.POISSON);
    coefficients(expected.get("poisson_offset"), poisson);
    fitted(areas, "fit_poisson", poisson);
    Regression quasi = model(areas, ages, "count_nb", "pop", Regression.Family.QUASI_POISSON);
    coefficients(expected.get("quasipoisson_offset"), quasi);
    fitted(areas, "fit_quasi", quasi);
    Regression negative = model(areas, ages, "count_nb", "pop", Regression.Family.NEGATIVE_BINOMIAL);
    coefficients(expected.get("negbin_offset"), negative);
    fitted(areas, "fit_nb", negative);
  }

  private static Function<Row, Double> is(String level) {
    String[] pair = level.split("=", 2);
    return row -> row.text(pair[0]).equals(pair[1]) ? 1.0 : 0.0;
  }

  private static Regression model(
      List<Row> rows, List<Function<Row, Double>> terms, String count, String outOf, Regression.Family family) {
    double[][] design =
        rows.stream()
            .map(
                row -> Stream.concat(Stream.of(1.0), terms.stream().map(term -> term.apply(row)))
                    .mapToDouble(Double::doubleValue)
                    .toArray())
            .toArray(double[][]::new);
    return Regression.fit(
        family, design, numbers(rows, count), rows.stream().mapToDouble(r -> Math.log(r.number(outOf))).toArray());
  }

  private void coefficients(List<Row> expected, Regression found) {
    for (int i = 0; i < expected.size(); i++) {
      Row row = expected.get(i);
      String method = "glm " + row.text("model");
      tally.number(method, row.text("term"), row.number("estimate"), found.coefficients()[i], 1e-6);
      tally.number(method, row.text("term") + " se", row.number("se"), found.errors()[i], 1e-6);
      tally.number(method, "deviance", row.number("deviance"), found.deviance(), 1e-6);
      tally.number(method, "null deviance", row.number("null_deviance"), found.nullDeviance(), 1e-6);
      tally.number(method, "degrees", row.number("df_resid"), found.degrees(), 0);
      tally.number(method, "pearson", row.number("pearson_chi2"), found.pearson(), 1e-6);
      tally.number(method, "log-likelihood", row.number("loglik"), found.logLikelihood(), 1e-6);
      tally.number(method, "theta", row.number("theta"), found.theta(), 1e-6);
    }
  }

  private void fitted(List<Row> rows, String column, Regression found) {
    for (int i = 0; i < rows.size(); i++) {
      tally.number("glm fitted", column, rows.get(i).number(column), found.fitted()[i], 1e-6);
    }
  }

  private void peers() {
    List<Row> areas = rows("peers_inputs.csv");
    List<String> variables =
        areas.get(0).cells().keySet().stream().filter(c -> !c.equals("area") && !c.equals("provenance")).toList();
    List<String> names = areas.stream().map(row -> row.text("area")).toList();
    double[][] values =
        areas.stream()
            .map(row -> variables.stream().mapToDouble(row::number).toArray())
            .toArray(double[][]::new);
    double[] weights = variables.stream().mapToDouble(v -> 1).toArray();
    List<List<PeerSelection.Peer>> found = PeerSelection.nearest(names, values, weights, 10);
    Map<String, List<Row>> expected = by(rows("peers_expected.csv"), row -> row.text("area"));
    expected.forEach((area, peers) -> {
      for (Row row : peers) {
        PeerSelection.Peer peer = found.get(names.indexOf(area)).get(i(row, "rank") - 1);
        tally.text("peers", area, row.text("peer"), names.get(peer.index()));
        tally.number("peers", area + " distance", row.number("distance"), peer.distance(), CLOSED);
      }
    });
  }

  private void growth() {
    by(rows("growth_contribution_expected.csv"), row -> row.text("case_id")).forEach((id, parts) -> {
      List<Growth.Contribution> found = Growth.contributions(numbers(parts, "y1"), numbers(parts, "y2"));
      for (int i = 0; i < parts.size(); i++) {
        Row row = parts.get(i);
        tally.number("contribution", id, row.number("change"), found.get(i).change(), CLOSED);
        tally.number("contribution", id, row.number("share_of_net_change"), found.get(i).shareOfNetChange(), CLOSED);
        tally.number("contribution", id, row.number("pp_contribution_to_growth"), found.get(i).points(), CLOSED);
        tally.number("contribution", id, row.number("total_growth"), found.get(i).totalGrowth(), CLOSED);
      }
    });
    Map<String, List<Row>> inputs = by(rows("dasgupta_inputs.csv"), row -> row.text("case_id"));
    by(rows("dasgupta_expected.csv"), row -> row.text("case_id")).forEach((id, expected) -> {
      List<DasGupta.Factor> factors =
          expected.stream()
              .map(row -> row.text("factor"))
              .filter(factor -> !factor.equals("crude"))
              .map(factor -> factor(inputs.get(id), factor))
              .toList();
      Map<String, DasGupta.Effect> found =
          Stream.concat(DasGupta.effects(factors).stream(), Stream.of(DasGupta.total(factors)))
              .collect(Collectors.toMap(DasGupta.Effect::factor, Function.identity()));
      for (Row row : expected) {
        DasGupta.Effect effect = found.get(row.text("factor"));
        tally.number("dasgupta", id, row.number("rate_first"), effect.first(), CLOSED);
        tally.number("dasgupta", id, row.number("rate_second"), effect.second(), CLOSED);
        tally.number("dasgupta", id, row.number("diff"), effect.difference(), CLOSED);
      }
    });
    for (Row row : rows("growth_multiplicative_expected.csv")) {
      List<Row> cells = inputs.get(row.text("dasgupta_case_id"));
      if (cells != null) {
        chain(row, factor(cells, "P"), factor(cells, "share"), factor(cells, "rate"));
      }
    }
  }

  private void chain(Row row, DasGupta.Factor people, DasGupta.Factor share, DasGupta.Factor rate) {
    double[] first = times(people.first(), share.first());
    double[] second = times(people.second(), share.second());
    Growth.Chain found = Growth.chain(first, rate.first(), second, rate.second());
    String what = "case " + row.text("dasgupta_case_id");
    String method = "growth-chain";
    tally.number(method, what, row.number("activity_y1"), found.first(), CLOSED);
    tally.number(method, what, row.number("activity_y2"), found.second(), CLOSED);
    tally.number(method, what + " G", row.number("G"), found.total(), CLOSED);
    tally.number(method, what + " P", row.number("P"), found.population(), CLOSED);
    tally.number(method, what + " S", row.number("S"), found.structure(), CLOSED);
    tally.number(method, what + " R", row.number("R"), found.residual(), CLOSED);
    double demography = row.number("activity_expected_demography_only");
    tally.number(method, what, demography, found.expected(), CLOSED);
    tally.number(method, what, row.number("share_of_growth_explained_by_demography"), found.demographyShare(), CLOSED);
  }

  private static double[] times(double[] a, double[] b) {
    return IntStream.range(0, a.length).mapToDouble(i -> a[i] * b[i]).toArray();
  }

  private static DasGupta.Factor factor(List<Row> rows, String factor) {
    return new DasGupta.Factor(factor, values(rows, factor, "y1"), values(rows, factor, "y2"));
  }

  private static double[] values(List<Row> rows, String factor, String population) {
    return rows.stream()
        .filter(row -> row.text("factor").equals(factor) && row.text("pop").equals(population))
        .mapToDouble(row -> row.number("value"))
        .toArray();
  }
}
